"""What was said before people took over, for those who take over: facts of the conversation, by rules."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from agent.wanted.state import Stretch, Wanted
from api_client import ClinicClientError
from bot.dialogue.desk import Talk
from bot.dialogue.views.dates import day_in_words, when
from bot.dialogue.views.screen import cut
from bot.texts import Texts, texts

LAST_LINES, LINE_LENGTH, LONGEST = 4, 200, 2000


async def summary(talk: Talk) -> str | None:
    """In the managers' language: the wish as far as it is known, what is held, the patient's last lines. None: nothing.

    It is read by the clinic's people alone.
    """
    memory, words = talk.memory, texts(talk.desk.language)
    facts = []
    if memory.visitor is not None:
        facts.append(words.say("ticket-summary-whom", who=memory.visitor.name or words.say("person-unnamed")))
    wanted = memory.wish(talk.now)
    if wanted is not None:
        facts += await _wish(talk, words, wanted)
    hold = memory.standing_hold(talk.now)
    if hold is not None:
        moment = when(words, hold.start_time, hold.time_zone, talk.now)
        facts.append(words.say("ticket-summary-held", when=moment, doctor=hold.doctor_name))
    lines = [cut(" ".join(line.text.split()), LINE_LENGTH) for line in memory.history if line.who == "patient"]
    said = [words.say("ticket-summary-line", words=line) for line in lines[-LAST_LINES:]]
    if said:
        facts.append("\n".join([words.say("ticket-summary-said"), *said]))
    return cut("\n".join(facts), LONGEST) or None


async def _wish(talk: Talk, words: Texts, wanted: Wanted) -> list[str]:
    facts = []
    specialties = ", ".join(words.specialty(code) for code in wanted.specialties[:2])
    if specialties:
        facts.append(words.say("ticket-summary-specialty", what=specialties))
    if doctors := await _names(talk, wanted.doctors):
        facts.append(words.say("ticket-summary-doctor", who=doctors))
    if wanted.child and talk.memory.visitor is None:
        facts.append(words.say("ticket-summary-child"))
    if wanted.windows:
        told = ", ".join(_stretch(talk, words, one) for one in wanted.windows[:3])
        facts.append(words.say("ticket-summary-when", when=told))
    elif wanted.asap:
        facts.append(words.say("ticket-summary-soon"))
    return facts


async def _names(talk: Talk, doctor_ids: tuple[int, ...]) -> str:
    if not doctor_ids:
        return ""
    try:
        known = await talk.desk.directory.doctors()
    except ClinicClientError:
        return ""
    return ", ".join(one.full_name for one in known if one.doctor_id in doctor_ids[:3])


def _stretch(talk: Talk, words: Texts, one: Stretch) -> str:
    first, last = _moment(talk, words, one.start), _moment(talk, words, one.end)
    if first is None or last is None or first == last:
        return first or last or words.say("ticket-summary-any-time")
    return f"{first} – {last}"


def _moment(talk: Talk, words: Texts, moment: date | None) -> str | None:
    zone: ZoneInfo = talk.desk.zone
    if isinstance(moment, datetime):
        return when(words, moment, zone.key, talk.now)
    return None if moment is None else day_in_words(words, moment, talk.now.astimezone(zone).date())
