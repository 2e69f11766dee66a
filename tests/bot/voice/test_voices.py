"""Voice messages over the local Telegram: heard and shown back, or a way on without them."""

from collections.abc import Callable

import pytest
from aiohttp import web

from bot.texts import Language, texts
from sandbox.client import Message, Person
from tests.bot.edge.receptionists import Thinks
from tests.bot.edge.running import Edge, running_edge
from tests.bot.voice.ears import Ears, listening_ears
from tests.support.clock import StillClock

OGG = b"OggS-as-recorded"


async def speaks(edge: Edge, person: Person, content: bytes = OGG) -> None:
    """Until it has been dealt with."""
    known = await edge.table.value("SELECT count(*) FROM bot.updates")
    await person.send_file("voice", content)
    await edge.table.until("SELECT count(*) FROM bot.updates", known + 1)
    await edge.table.all_done()


async def with_button(person: Person, label: str) -> Message:
    return await person.wait_for(lambda sight: next((m for m in reversed(sight.from_bot()) if label in m.labels), None))


async def said_by_bot(person: Person) -> list[str]:
    return [message.text for message in await person.messages() if message.by_bot]


async def agreed(edge: Edge, ears: Ears, language: Language) -> Person:
    """Somebody whose first voice message has been heard."""
    say = texts(language).say
    anna = await edge.telegram.user("Anna", language_code=language)
    ears.says = "hello there" if language == "en" else "добрый день"
    await speaks(edge, anna)
    await anna.press(say("consent-yes"), await with_button(anna, say("consent-yes")))
    await anna.wait_for_text(f"Answer to {ears.says}")
    await edge.table.all_done()
    return anna


@pytest.mark.parametrize(("language", "words"), [("ru", "болит горло <завтра>"), ("en", "my throat hurts & itches")])
async def test_a_voice_is_heard_after_the_consent_shown_back_and_answered(
    edge_database: str, clock: StillClock, language: Language, words: str
) -> None:
    say, mind = texts(language).say, Thinks(free=True)
    async with (
        listening_ears(words) as ears,
        running_edge(edge_database, clock, receptionist=mind, transcription=ears.settings()) as edge,
    ):
        anna = await edge.telegram.user("Anna", language_code=language)
        await speaks(edge, anna)
        assert say("voice-waits") in await said_by_bot(anna)
        assert ears.heard == []
        await anna.press(say("consent-yes"), await with_button(anna, say("consent-yes")))
        await edge.table.all_done()
        await anna.wait_for_text(f"Answer to {words}")
        assert [fields["file"] for fields in ears.heard] == [OGG]
        assert say("voice-heard", words=words) in await said_by_bot(anna)
        assert mind.asked == [words]


async def test_a_restart_forgets_no_voice_that_waits(edge_database: str, clock: StillClock) -> None:
    say, mind = texts("en").say, Thinks(free=True)
    async with (
        listening_ears("my throat hurts") as ears,
        running_edge(edge_database, clock, receptionist=mind, transcription=ears.settings()) as edge,
    ):
        anna = await edge.telegram.user("Anna", language_code="en")
        await speaks(edge, anna)
        stored = await edge.table.value("SELECT memory FROM bot.chats")
        assert "voice.ogg" in str(stored)
        ears.says = "in the evening"
        await anna.say("hello")
        await speaks(edge, anna)
        await anna.press(say("consent-yes"), await with_button(anna, say("consent-yes")))
        await edge.table.all_done()
        assert len(ears.heard) == 2
        assert "hello" in " ".join(mind.asked)


@pytest.mark.parametrize("refuses", [False, True])
async def test_without_consent_nothing_is_sent_to_be_heard(
    edge_database: str, clock: StillClock, refuses: bool
) -> None:
    say = texts("en").say
    async with (
        listening_ears("my throat hurts") as ears,
        running_edge(edge_database, clock, receptionist=Thinks(free=True), transcription=ears.settings()) as edge,
    ):
        anna = await edge.telegram.user("Anna", language_code="en")
        await speaks(edge, anna)
        if refuses:
            await anna.press(say("consent-no"), await with_button(anna, say("consent-no")))
            await edge.table.all_done()
            assert "voice.ogg" not in str(await edge.table.value("SELECT memory FROM bot.chats"))
        assert ears.heard == []


async def test_an_emergency_that_is_spoken_is_one(edge_database: str, clock: StillClock) -> None:
    mind = Thinks(free=True)
    async with (
        listening_ears() as ears,
        running_edge(edge_database, clock, receptionist=mind, transcription=ears.settings()) as edge,
    ):
        anna = await agreed(edge, ears, "en")
        asked = list(mind.asked)
        ears.says = "I have crushing chest pain and my arm is numb"
        await speaks(edge, anna)
        assert "112" in (await anna.wait_for_text("112")).text
        assert mind.asked == asked


@pytest.mark.parametrize(
    "answer",
    [lambda: web.Response(status=500), lambda: web.json_response({"text": ""}), lambda: web.Response(body=b"<")],
)
async def test_a_voice_that_is_not_heard_is_no_dead_end(
    edge_database: str, clock: StillClock, answer: Callable[[], web.StreamResponse]
) -> None:
    say, mind = texts("en").say, Thinks(free=True)
    async with (
        listening_ears() as ears,
        running_edge(edge_database, clock, receptionist=mind, transcription=ears.settings()) as edge,
    ):
        anna = await agreed(edge, ears, "en")
        asked = list(mind.asked)
        ears.answers = answer
        await speaks(edge, anna)
        unheard = await with_button(anna, say("call-me"))
        assert unheard.text == say("voice-unheard")
        assert mind.asked == asked
        await anna.press(say("call-me"), unheard)
        await anna.wait_for_text(say("phone-ask-call"))


async def test_where_no_server_hears_a_call_is_offered(edge_database: str, clock: StillClock) -> None:
    say = texts("en").say
    async with running_edge(edge_database, clock, receptionist=Thinks(free=True)) as edge:
        anna = await edge.telegram.user("Anna", language_code="en")
        await speaks(edge, anna)
        offered = await with_button(anna, say("call-me"))
        assert offered.text == say("media-voice")
        assert say("browse-buttons") in offered.labels


async def test_a_spoken_answer_answers_the_open_question(edge_database: str, clock: StillClock) -> None:
    say = texts("en").say
    async with (
        listening_ears() as ears,
        running_edge(edge_database, clock, receptionist=Thinks(free=True), transcription=ears.settings()) as edge,
    ):
        anna = await agreed(edge, ears, "en")
        await anna.say("/start")
        await edge.table.all_done()
        ears.answers = lambda: web.Response(status=500)
        await speaks(edge, anna)
        await anna.press(say("call-me"), await with_button(anna, say("call-me")))
        await anna.wait_for_text(say("phone-ask-call"))
        ears.answers, ears.says = None, "+7 921 555-01-23"
        await speaks(edge, anna)
        await anna.wait_for_text("+79215550123")
