"""Figures that mean something: a fever, an infant's age, a blood pressure. Each becomes a form of its number.

Limits are for routing to a call, not for a diagnosis; each stands beside its name. Few words become `@alone`.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from understanding.redflags.words import Word

SURELY_PAST = 2026
"""Earlier years are past. Without a clock, later ones may be now: they silence nothing."""
FEVER, HIGH_FEVER, OVERHEATED, COOLED = 38.0, 39.5, 40.5, 35.0
"""Degrees Celsius."""
INFANT_DAYS, BABY_DAYS = 92, 365
HIGH_PRESSURE, HIGH_LOWER_PRESSURE, LOW_PRESSURE = 180, 120, 85
EXTREME_PRESSURE, EXTREME_LOWER_PRESSURE = 210, 130
PREGNANT_PRESSURE, PREGNANT_LOWER_PRESSURE = 150, 100
"""mmHg."""
HIGH_SUGAR, LOW_SUGAR = 18.0, 3.3
"""mmol/l; figures from 40 on are taken for mg/dl."""
FAST_PULSE, SLOW_PULSE, LOW_OXYGEN = 140, 42, 91
MANY_TABLETS = 8
FEW_WORDS = 2
"""A cry and no more ('помогите', 'скорую!'): a message of so few words that one of them decides."""

_COUNTS = {
    word: float(count)
    for count, words in (
        (1, "один одна one a месяц неделя"),
        (1.5, "полтора полторы"),
        (2, "два две two двух"),
        (3, "три three трех"),
        (4, "четыре four"),
        (5, "пять five"),
        (6, "шесть six"),
        (7, "семь seven"),
        (8, "восемь eight"),
        (9, "девять nine"),
        (10, "десять ten"),
        (12, "двенадцать twelve"),
        (15, "пятнадцать fifteen"),
        (20, "двадцать twenty"),
        (30, "тридцать thirty"),
        (40, "сорок forty"),
        (50, "пятьдесят fifty"),
    )
    for word in words.split()
}
_TENS = frozenset({"тридцать", "сорок", "thirty", "forty"})
_UNITS = {"день": 1, "дней": 1, "day": 1, "days": 1, "неделя": 7, "нед": 7, "week": 7, "weeks": 7, "wk": 7, "wks": 7,
          "недельный": 7, "w": 7, "wo": 7, "месяц": 30, "мес": 30, "month": 30, "months": 30, "mo": 30, "m": 30,
          "месячный": 30}  # fmt: skip
_CHILD = ("ребен", "реб", "малыш", "дочк", "дочер", "дочь", "сын", "груднич", "младен", "новорож", "baby", "infant",
          "son", "daughter", "child", "newborn", "bub", "внуч", "внук", "нам", "ему", "ей", "девоч", "мальч", "кроха",
          "крох", "крошк", "грудн", "лобик", "подгуз", "rectal", "nappy", "diaper")  # fmt: skip
_LASTS = frozenset(
    [
        "уже",
        "назад",
        "ago",
        "for",
        "через",
        "last",
        "past",
        "since",
        "течение",
        "последние",
        "каждые",
        "беременность",
        "беременный",
        "pregnant",
        "gestation",
        "срок",
        "in",
    ]
)
_WARMTH = ("темп", "жар", "лихорад", "градус", "fever", "temp", "озноб", "горит", "горяч", "hot", "chill", "трясет")
_NO_DEGREES = frozenset({"неделя", "нед", "week", "weeks", "год", "лет", "year", "years", "день", "day", "days", "час",
                         "минута", "мг", "mg", "таблетка", "кг", "kg", "размер", "раз", "процент", "yo", "old",
                         "тысяча", "рубль", "mmol", "wks"})  # fmt: skip
_TABLETS = frozenset(
    [
        "таблетка",
        "таблеточка",
        "капсула",
        "таб",
        "колесо",
        "pills",
        "tablets",
        "caps",
        "capsules",
        "paracetamol",
        "tylenol",
        "ibuprofen",
        "феназепам",
        "ибупрофен",
        "анальгин",
        "парацетамол",
        "димедрол",
        "нурофен",
        "снотворное",
        "aspirin",
        "pill",
        "xanax",
    ]
)
_NEAR = 4


def measured(words: Sequence[Word]) -> tuple[Word, ...]:
    """The same words; figures that mean something have gained forms such as `@fever`."""
    result = list(words)
    for at, word in enumerate(words):
        value = _value(word)
        if value is None:
            continue
        tags = {tag for read in _READERS for tag in read(words, at, value)}
        if tags:
            result[at] = replace(word, forms=word.forms | tags)
    if 0 < len(result) <= FEW_WORDS:
        result[0] = replace(result[0], forms=result[0].forms | {"@alone"})
    return tuple(result)


def _value(word: Word) -> float | None:
    if word.text[0].isdigit():
        return float(word.text.replace(",", "."))
    return _COUNTS.get(word.text)


def _after(words: Sequence[Word], at: int, step: int = 1) -> frozenset[str]:
    return words[at + step].forms if 0 <= at + step < len(words) else frozenset()


def _around(words: Sequence[Word], at: int, starts: tuple[str, ...], before: int = _NEAR, after: int = 2) -> bool:
    near = words[max(at - before, 0) : at + after + 1]
    return any(word.text.startswith(starts) for word in near)


def _temperature(words: Sequence[Word], at: int, value: float) -> set[str]:
    written = words[at].text
    if written in _TENS and at + 1 < len(words) and (rest := _COUNTS.get(words[at + 1].text, 0)) < 10:
        value += rest  # 'тридцать восемь'
    elif not written[0].isdigit():
        return set()
    if _after(words, at) & _NO_DEGREES:
        return set()
    told = any(word.text.startswith(_WARMTH) for word in words)
    if 93 <= value <= 110 and (told or _infant_near(words) or _after(words, at) & {"f", "fahrenheit"}):
        value = (value - 32) / 1.8
    elif not 30 <= value < 43.5:
        return set()
    alone = written[0].isdigit() and sum(word.clause == words[at].clause for word in words) == 1 and len(words) > 1
    if not (told or alone or "." in written or "," in written) and not _infant_near(words):
        return set()
    if _around(words, at, ("сахар", "sugar", "глюкоз", "давлен", "пульс", "glucose", "pulse", "bp")) and not _around(
        words, at, _WARMTH
    ):
        return set()
    names = (("@fever", FEVER), ("@high_fever", HIGH_FEVER), ("@overheated", OVERHEATED))
    # A third of a tenth makes up for Fahrenheit's rounding: 100.4 °F is 38 °C.
    tags = {name for name, limit in names if value >= limit - 0.03}
    return tags | ({"@cooled"} if value <= COOLED and told else set())


def _infant_near(words: Sequence[Word]) -> bool:
    return any(
        word.text.startswith(("новорож", "newborn", "груднич", "младен", "infant"))
        or word.forms & {"месячный", "двухмесячный", "недельный"}
        or (_value(word) is not None and _age(words, at, _value(word) or 0))
        for at, word in enumerate(words)
    )


def _age(words: Sequence[Word], at: int, value: float) -> set[str]:
    unit = next((_UNITS[form] for form in (*_after(words, at), *words[at].forms) if form in _UNITS), None)
    if unit is None:
        return set()
    near = frozenset(form for word in words[max(at - 2, 0) : at + 4] for form in word.forms)
    old = bool(near & {"old", "отрод", "wo", "жизнь"})
    if not old and (near & _LASTS or not _around(words, at, _CHILD, before=4, after=4)):
        return set()
    if any(form in {"лет", "год", "year", "years"} for form in near):
        return set()
    days = value * unit
    return ({"@infant"} if 0 < days <= INFANT_DAYS else set()) | ({"@baby"} if 0 < days <= BABY_DAYS else set())


def _gestation(words: Sequence[Word], at: int, value: float) -> set[str]:
    near = frozenset(form for word in words[max(at - 2, 0) : at + 4] for form in word.forms)
    told = {"at", "срок", "на"} & {word.text for word in words[max(at - 1, 0) : at]}
    if not (4 if told else 20) <= value <= 42 or not near & {"неделя", "нед", "weeks", "week", "wks", "wk"}:
        return set()
    if near & {"old", "назад", "ago", "ребенок", "year", "лет"} or not _after(words, at) & set(_UNITS):
        return set()
    return {"@gestation"}


_PRESSURE_NAMES = ("давлен", "ад", "bp", "pressure", "верхнее", "систол")


def _pressure(words: Sequence[Word], at: int, value: float) -> set[str]:
    if not 40 <= value <= 320 or _after(words, at) & _NO_DEGREES:
        return set()
    told = _around(words, at, _PRESSURE_NAMES, before=5, after=5)
    lower = next((float(word.text.replace(",", ".")) for word in words[at + 1 : at + 3] if word.text[0].isdigit()), 0)
    if value > lower >= 20 and (told or _after(words, at) & {"на", "over"} or _is_pair(words, at, value)):
        return _pressure_tags(value, lower)
    # The second figure of a pair is no pressure of its own.
    second = any(word.text[0].isdigit() for word in words[max(at - 2, 0) : at])
    alone = not second and _around(words, at, _PRESSURE_NAMES, before=3, after=0)
    return _pressure_tags(value, 0) if alone else set()


def _is_pair(words: Sequence[Word], at: int, value: float) -> bool:
    """'170/105': two whole figures side by side that are a pressure in size, and no third that would make a number of
    a telephone of them."""
    near = [word.text for word in words[max(at - 1, 0) : at + 3]]
    beside = words[at + 1].text if at + 1 < len(words) else ""
    if not beside.isdigit() or words[at + 1].clause != words[at].clause or sum(text[0].isdigit() for text in near) != 2:
        return False
    return 130 <= value <= 280 and 75 <= float(beside) <= 170 and value >= float(beside) + 20


def _pressure_tags(value: float, lower: float) -> set[str]:
    limits = (
        ("@pressure_high", HIGH_PRESSURE, HIGH_LOWER_PRESSURE),
        ("@pressure_pregnant", PREGNANT_PRESSURE, PREGNANT_LOWER_PRESSURE),
        ("@pressure_extreme", EXTREME_PRESSURE, EXTREME_LOWER_PRESSURE),
    )
    tags = {name for name, upper, under in limits if value >= upper or lower >= under}
    return tags | ({"@pressure_low"} if value <= LOW_PRESSURE else set())


_SUGAR_NAMES = ("сахар", "глюкоз", "sugar", "glucose", "глюкометр", "гликеми", "glyc")
_SENSOR_NAMES = ("сенсор", "sensor", "cgm", "libre", "глюк", "bg", "bm", "прибор")
"""Only beside a figure with a fraction, or one that nothing else has there."""


def _sugar(words: Sequence[Word], at: int, value: float) -> set[str]:
    named = _around(words, at, _SUGAR_NAMES, before=6, after=0)
    fraction = "." in words[at].text or "," in words[at].text
    sensed = fraction and _around(words, at, _SENSOR_NAMES, before=3, after=0)
    if not named and (not sensed or LOW_SUGAR <= value < HIGH_SUGAR):
        return set()
    if _after(words, at) & _NO_DEGREES - {"mmol"} or _after(words, at) & {"тип", "type"}:
        return set()
    value = value / 18 if value >= 40 else value
    return {"@sugar_high"} if value >= HIGH_SUGAR else {"@sugar_low"} if 0 < value < LOW_SUGAR else set()


def _pulse(words: Sequence[Word], at: int, value: float) -> set[str]:
    if not _around(words, at, ("пульс", "pulse", "чсс", "heart", "hr", "bpm", "сердцебиен", "beats", "ударов")):
        return set()
    if _after(words, at) & _NO_DEGREES:
        return set()
    return {"@pulse_fast"} if FAST_PULSE <= value <= 280 else {"@pulse_slow"} if 15 <= value <= SLOW_PULSE else set()


_OXYGEN_NAMES = ("сатур", "spo", "спо", "кислород", "oxygen", "sats", "saturation", "пульсокс", "пульсакс", "оксиметр",
                 "oximeter", "ox")  # fmt: skip


def _oxygen(words: Sequence[Word], at: int, value: float) -> set[str]:
    if not 50 <= value <= LOW_OXYGEN or _after(words, at) & (_NO_DEGREES - {"процент"}):
        return set()
    before = [word.text for word in words[max(at - _NEAR, 0) : at]]
    # 'O2' is a letter and a figure; 'sat' is a day too, but no month has so many; the clip sits on a finger.
    oxygen = any(one in {"o", "о"} and other == "2" for one, other in pairwise(before))
    named = _around(words, at, _OXYGEN_NAMES) or "sat" in before[-2:] or {"finger", "clip"} <= set(before)
    return {"@oxygen_low"} if oxygen or named else set()


def _tablets(words: Sequence[Word], at: int, value: float) -> set[str]:
    beside = [word for word in words[at + 1 : at + 3] if word.clause == words[at].clause]
    near = frozenset(form for word in beside for form in word.forms)
    whole = MANY_TABLETS <= value <= 1000 and not near & {"мг", "mg"}
    return {"@many_tablets"} if whole and near & _TABLETS else set()


def _year(words: Sequence[Word], at: int, value: float) -> set[str]:
    written = words[at].text
    past = written.isdigit() and len(written) == 4 and 1900 < value < SURELY_PAST
    return {"@past_year"} if past else set()


_READERS: tuple[Callable[[Sequence[Word], int, float], set[str]], ...] = (
    _temperature,
    _age,
    _gestation,
    _pressure,
    _sugar,
    _pulse,
    _oxygen,
    _tablets,
    _year,
)
