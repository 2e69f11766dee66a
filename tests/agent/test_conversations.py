"""Whole dialogues with the offline model, graded by what is proposed and by the state that is kept."""

from dataclasses import dataclass, field
from typing import Any

import pytest

from tests.agent.conversation import Conversation
from tests.agent.receptionists import Language


@dataclass(frozen=True)
class Dialogue:
    """What the patient says, and what the last answer proposes. Doctors by number, days of the month, hours."""

    lines: tuple[str, ...]
    doctors: frozenset[int] | None = None
    days: frozenset[int] | None = None
    hours: range | None = None
    wanted: dict[str, Any] = field(default_factory=dict)
    says: tuple[str, ...] = ()
    """Parts of the last answer's text."""
    proposes: bool = True
    language: Language = "ru"


def ru(*lines: str, doctors: set[int] | None = None, days: set[int] | None = None, **more: Any) -> Dialogue:
    return Dialogue(
        lines,
        frozenset(doctors) if doctors is not None else None,
        frozenset(days) if days is not None else None,
        **more,
    )


def en(*lines: str, **more: Any) -> Dialogue:
    return ru(*lines, language="en", **more)


MORNING, EVENING = range(12), range(17, 24)
CHATTER = ("спасибо", "ага", "понятно", "хорошо", "сейчас подумаю", "минутку", "ну вот", "спасибо большое")

DIALOGUES = {
    # The doctor's gender and language
    "a woman": ru("болит горло", "только женщина", doctors={1}, wanted={"gender": "female"}, says=("женщина-врач",)),
    "not a man": ru("к терапевту завтра, только не мужчина", doctors={3}, days={19}),
    "a woman with a slip": ru("хочу к лору", "женщну врача пожалуйста", doctors={1}),
    "a man": ru("к терапевту, лучше мужчина", doctors={4}, wanted={"gender": "male"}),
    "any gender after all": ru(
        "к лору, женщина", "ладно, пол не важен", "вечером", doctors={1, 2}, wanted={"gender": None}
    ),
    "a woman of her age is no wish": ru("женщина 45 лет, болит горло", wanted={"gender": None}),
    "no such woman is said": ru("к урологу женщина врач", doctors={5}, says=("женщина-врач", "Пришлось отступить")),
    "in English": ru("англоговорящий терапевт", doctors={3}, wanted={"language": "en"}, says=("английский",)),
    "in Armenian": ru("болит голова", "по-армянски", doctors={7}, wanted={"language": "hy"}),
    "a lady who speaks English": en(
        "sore throat", "a female doctor who speaks English", doctors={1}, wanted={"gender": "female", "language": "en"}
    ),
    "do you speak English is not about the doctor": en(
        "sore throat", "do you speak English?", wanted={"language": None}, proposes=False
    ),
    # By name
    "in the dative": ru(
        "к Тихонову", doctors={2}, wanted={"doctors": (2,), "specialties": ("ent",)}, says=("Борису Тихонову",)
    ),
    "in the genitive": ru("можно у доктора соколовой завтра", doctors={3}, days={19}),
    "with a slip": ru("к врачу Саколовой", doctors={3}),
    "in Latin letters": en("I want to see dr gromov", doctors={4}),
    "a man's and a woman's name": ru("к Тихоновой", doctors={7}, wanted={"specialties": ("neurologist",)}),
    "of two namesakes it is asked which": ru(
        "к Светловой", wanted={"candidates": (1, 9)}, says=("Наталья", "Ольга"), proposes=False
    ),
    "a namesake by first name": ru("к Светловой", "Ольга", doctors={9}, wanted={"candidates": (), "asking": None}),
    "a namesake by place": ru("к Светловой завтра", "ко второй", doctors={9}, days={19}),
    "a namesake by specialty": ru("к Светловой", "которая лор", doctors={1}),
    "either namesake": ru("к Светловой", "любая", doctors={1, 9}),
    "a namesake by what was said before": ru("болит горло", "к Светловой", doctors={1}),
    "not that one": ru("к лору, только не к Тихонову", doctors={1}, wanted={"refused_doctors": (2,)}),
    "anyone but": en("a GP, anyone but Dr Sokolova", doctors={4}, wanted={"refused_doctors": (3,)}),
    "refused and asked for after all": ru(
        "к терапевту, не к Громову", "ладно, давайте к Громову", doctors={4}, wanted={"refused_doctors": ()}
    ),
    "one and not the other": ru("не к Тихонову, а к Светловой, горло болит", doctors={1}),
    "a wish for a diagnosis": ru("что у меня?", says=("только врач", "беспокоит"), proposes=False),
    "a wish for a drug": ru("болит спина", "что выпить от спины?", says=("только врач",)),
    "a wish for a drug in English": en("my back hurts", "which pills should I take", says=("a question for a doctor",)),
    "another day after a later time": ru(
        "к лору завтра утром", "попозже", "на другой день", "в субботу", days={21}, says=("в субботу, 21 ноября, есть",)
    ),
    "not this doctor": ru("к Светловой к лору", "не хочу к этому врачу", doctors={2}),
    "not this doctor in English": en("an ENT with Svetlova", "I don't like that doctor", doctors={2}),
    "another doctor": ru("к Светловой к лору", "а другой врач есть?", doctors={2}),
    "there is no other one": ru(
        "к урологу", "к другому врачу", proposes=False, says=("Других врачей",), wanted={"refused_doctors": ()}
    ),
    "nobody of that name": ru("к Кузнецовой", proposes=False, says=("Врача с таким именем",)),
    "nobody of that name, but the specialty": ru(
        "к терапевту Кузнецовой", doctors={3, 4}, says=("Врача с таким именем",)
    ),
    "who referred is not wanted": ru("Соколова направила меня к кардиологу", doctors={8, 9}, wanted={"doctors": ()}),
    "from a doctor to another specialty": ru(
        "к Соколовой", "нет, давайте к кардиологу", doctors={8, 9}, wanted={"doctors": ()}
    ),
    # The branch
    "by its street": ru("к лору на Садовой", doctors={1}, wanted={"branch": 1}, says=("Клиника на Садовой",)),
    "by its name": ru("к терапевту", "в филиале у парка", doctors={4}, wanted={"branch": 2}),
    "the other branch": ru(
        "к терапевту на Садовой", "а в другом филиале?", doctors={4}, wanted={"refused_branches": (1,)}
    ),
    "the nearest one is asked for": ru(
        "к лору в ближайшем ко мне филиале", proposes=False, says=("Садов", "Парков"), wanted={"asking": "branch"}
    ),
    "and answered": ru(
        "к лору завтра", "в ближайшем ко мне филиале", "парк", doctors={2}, days={19}, wanted={"asking": None}
    ),
    "and anywhere": ru("к лору завтра", "какой филиал ближе?", "любой", doctors={1, 2}, wanted={"branch": None}),
    "a park is no branch": ru("гулял в парке, болит горло", wanted={"branch": None}),
    "a branch without such a doctor is said": ru(
        "к урологу на Садовой", doctors={5}, says=("Пришлось отступить", "Клиника на Садовой")
    ),
    # Time
    "a new day keeps the morning": ru("к лору завтра утром", "а если в среду?", days={25}, hours=MORNING),
    "a new hour keeps the day": ru("к лору в понедельник", "вечером", days={23}, hours=EVENING),
    "hours of any day, then a day": ru("к лору вечером", "в субботу", days={21}, hours=EVENING),
    "any time of that day": ru("к лору завтра утром", "в любое время", days={19}, wanted={"hours": None}),
    "a refused day stays refused": ru("к лору", "завтра не могу", "как можно скорее", days={20}),
    "a refused day wanted after all": ru("к лору, не завтра", "ладно, завтра", days={19}, wanted={"refused": ()}),
    "refused mornings go with any day": ru(
        "к лору только не утром", "в пятницу", "нет, в понедельник", days={23}, hours=range(12, 24)
    ),
    "later": ru("к лору завтра утром", "попозже", "ещё позже", hours=range(12, 24)),
    "earlier": ru(
        "к лору в понедельник вечером", "а пораньше?", doctors={1, 2}, hours=range(24), says=("раньше показанного",)
    ),
    "another day": ru("к лору завтра вечером", "в другой день", days={20, 21, 22}, hours=EVENING),
    "more": ru("к Морозову завтра", "ещё варианты", "ещё варианты", doctors={5}, days={19}, says=("ещё 3 варианта",)),
    "another day in English": en("a GP tomorrow morning", "another day", days={20, 21, 22}, hours=MORNING),
    "next Friday is named": en(
        "ENT doctor next Friday morning",
        days={27},
        says=("On Friday, 27 November,", "If you meant another day — on Friday, 20 November"),
    ),
    # Choosing
    "the second one": ru("к Морозову завтра", "второй вариант", doctors={5}, days={19}, says=("нажмите",)),
    "the last one": ru("к лору завтра", "давайте последний", says=("нажмите",)),
    "by the hour": ru("к Морозову в понедельник", "давайте в 10", days={23}, hours=range(10, 11), says=("в 10:00",)),
    "the first one": en("Dr Morozov on Monday", "the first one please", days={23}, hours=range(9, 10), says=("tap",)),
    "a chosen one and then another day": ru("к Морозову завтра", "первый", "нет, лучше в пятницу", days={20}),
    # Complaints and children
    "a new complaint": ru("болит горло", "ой, нет, у меня болит сердце", doctors={8, 9}),
    "another complaint besides": ru(
        "болит голова", "и ещё болит горло", wanted={"specialties": ("neurologist", "ent", "therapist")}
    ),
    "a complaint told to the doctor asked for": ru(
        "к терапевту", "болит голова", doctors={3, 4}, wanted={"specialties": ("therapist",)}
    ),
    "a child": ru("у ребёнка болит живот", doctors={6}, wanted={"child": True}),
    "a child, then oneself": ru(
        "у ребёнка насморк", "а теперь для меня, болит горло", doctors={1, 2}, wanted={"child": False}
    ),
    "everything in one sentence": ru(
        "запишите к лору, женщине, в понедельник вечером на Садовой, только не позже 19",
        doctors={1},
        days={23},
        hours=range(17, 19),
        wanted={"gender": "female", "branch": 1},
    ),
    "everything in one sentence, in English": en(
        "I need a woman GP who speaks English on Monday evening", doctors={3}, days={23}, hours=EVENING
    ),
    # Letters: other people in them, and other days
    "somebody else's Friday": ru(
        "Здравствуйте! В воскресенье приезжала сестра с детьми, она уедет в пятницу. У меня заложено ухо. Сегодня у "
        "меня отчёт, завтра еду к нотариусу, а вот в понедельник после обеда я свободен и хотел бы прийти.",
        doctors={1, 2},
        days={23},
        hours=range(12, 18),
        wanted={"child": False},
    ),
    "a site to hand over tomorrow": en(
        "My ear has been blocked since last Tuesday. Tomorrow we hand over a site, on Friday my son has a concert. So "
        "please book me with an ENT on Monday, in the afternoon.",
        doctors={1, 2},
        days={23},
        hours=range(12, 18),
        wanted={"child": False},
    ),
    "a Thursday that is over": ru(
        "Пишу вам впервые. С прошлого вторника закладывает ухо, в четверг думал, что прошло, но нет. Прошу записать "
        "меня к лору в понедельник, во второй половине дня.",
        doctors={1, 2},
        days={23},
        hours=range(12, 20),
    ),
    "two days that are both wished for": ru(
        "Болит горло уже вторую неделю, хотелось бы попасть к лору. Могу в пятницу с утра, или в понедельник тоже "
        "могу, только утром.",
        doctors={1, 2},
        days={20, 23},
        hours=MORNING,
    ),
    "an hour of a day that is busy until then": ru(
        "Здравствуйте, у меня болит горло. Завтра я работаю до пяти, но после шести вечера буду свободна, можно будет "
        "прийти к лору?",
        doctors={1, 2},
        days={19},
        hours=range(18, 24),
    ),
    # Any number of sentences
    "forty sentences later": ru(
        "болит горло",
        "только женщина",
        "не завтра",
        *CHATTER * 5,
        "вечером",
        doctors={1},
        days={20, 21, 22},
        hours=EVENING,
    ),
    "start over": ru(
        "к лору завтра, женщина",
        "забудь, начнём сначала",
        proposes=False,
        wanted={"specialties": (), "gender": None, "windows": ()},
    ),
    "start over with a wish": ru("к лору завтра, женщина", "давайте заново: к кардиологу", doctors={8, 9}),
    # Questions
    "a price": ru("к лору завтра", "сколько это стоит?", "да", doctors={1, 2}, days={19}),
    "what it costs": ru("сколько стоит приём лора?", proposes=False, says=("2\xa0500", "Первичный приём")),
    "what to bring": ru("что взять с собой на приём?", proposes=False, says=("Возьмите паспорт.",)),
    "what to bring, with a word that looks like a time": en(
        "What should I bring to the first visit?", proposes=False, says=("Возьмите паспорт.",)
    ),
    "whether a passport is needed": ru("нужен ли паспорт?", proposes=False, says=("Возьмите паспорт.",)),
    "until when on a day": ru(
        "до скольки лор принимает в субботу?", proposes=False, says=("В субботу", "в 09:00", "последнее — в 19:00")
    ),
    "the last visit of a day that is spoken of": ru(
        "к терапевту в пятницу", "а во сколько последний приём?", proposes=False, says=("последнее — в 19:00",)
    ),
    "until when, and a yes": ru("до скольки лор принимает в субботу?", "да", doctors={1, 2}, days={21}),
    "how late in English": en("How late does the ENT work on Saturday?", proposes=False, says=("at 19:00",)),
    "until when on a day without free times": ru(
        "до скольки лор принимает сегодня?", proposes=False, says=("Сегодня", "свободного времени к лору нет")
    ),
    "until when, of nobody in particular": ru(
        "до скольки вы работаете в субботу?", proposes=False, says=("Садовая, 10", "у каждого врача свои")
    ),
    "open on Saturday": en("are you open on Saturday?", proposes=False, says=("Each doctor has their own hours",)),
    "a GP after all": ru("к лору завтра", "Нет, давайте всё-таки терапевта", doctors={3, 4}, days={19}),
    "rather see": en("an ENT doctor tomorrow", "Actually, I'd rather see a GP", doctors={3, 4}, days={19}),
    "where": ru("где вы находитесь?", proposes=False, says=("Садовая, 10", "Парковая ул., 3")),
    "which doctors": ru(
        "какие у вас есть лоры?", proposes=False, says=("Наталья Светлова (лор)", "Борис Тихонов (лор)")
    ),
    "a person": ru("хочу поговорить с оператором", proposes=False, says=("Перезвоните мне",)),
    "a person in English": en("can I talk to a human?", proposes=False, says=("Call me back",)),
}


@pytest.mark.parametrize("dialogue", DIALOGUES.values(), ids=DIALOGUES)
async def test_the_last_answer_is_right(dialogue: Dialogue, caplog: pytest.LogCaptureFixture) -> None:
    talk = Conversation(dialogue.language)

    result = await talk.say(*dialogue.lines)

    assert caplog.records == []  # neither the reading nor the offline model has failed
    assert bool(result.proposals) is dialogue.proposes, talk.text
    assert dialogue.doctors is None or talk.doctors <= dialogue.doctors, talk.text
    assert dialogue.days is None or talk.days <= dialogue.days, talk.text
    assert dialogue.hours is None or talk.hours <= set(dialogue.hours), talk.text
    assert {name: getattr(talk.wanted, name) for name in dialogue.wanted} == dialogue.wanted
    assert all(part in talk.text for part in dialogue.says), talk.text
    assert talk.text.count("?") <= 1
