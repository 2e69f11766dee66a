"""Fever in the first three months of life."""

import re

from understanding.text import normalise

_NEWBORN = re.compile(
    r"новорожден|newborn"
    r"|\b(?:одно|полутора|двух|трех|двадцатидневн)?-?(?:месячн|недельн)\w* (?:ребен|малыш|дочк|сын|дет|груднич)"
)
_AGE = re.compile(
    r"\b(?P<count>[0-9]{1,2}|один|два|две|три|полтора|one|two|three|four|five|six|seven|eight|nine|ten|a|месяц)?"
    r"[ -]*(?P<unit>месяц\w*|мес\b|недел\w*|дн\w+|день|months?|weeks?|days?)"
)
_BABY = re.compile(r"ребен|малыш|дочк|дочер|дочь|\bсын|груднич|младен|baby|infant|\bson\b|daughter|\bchild|[ -]old\b")
_COUNTS = {
    word: count
    for count, words in enumerate(
        (
            "",
            "один one a месяц",
            "два две two полтора",
            "три three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
        )
    )
    for word in words.split()
}
_DAYS = {"м": 30, "н": 7, "д": 1, "m": 30, "w": 7, "d": 1}
_FEVER = re.compile(r"температур|лихорад|\bжар\b|горячий|горячая|fever|temperature|\bhot\b")
_DEGREES = re.compile(r"\b(3[5-9]|4[0-2])(?:[.,]([0-9]))?\b(?! *(?:недел|week|лет|year|дн))")
_FAHRENHEIT = re.compile(r"\b(9[5-9]|10[0-9])(?:[.,]([0-9]))?\b")
_FEVER_FROM, _FEVER_FROM_FAHRENHEIT, _YOUNGEST_DAYS = 38.0, 100.4, 92
_NO_FEVER = re.compile(r"температур\w* нет|без температур|нет температур|no fever|without fever|no temperature")


def infant_with_fever(text: str) -> bool:
    """Whether a baby of three months or less is said to have a fever: 38 °C or more, or a fever without a figure."""
    said = normalise(text)
    return _is_young(said) and _has_fever(said)


def _is_young(said: str) -> bool:
    if _NEWBORN.search(said):
        return True
    if not _BABY.search(said):
        return False
    return any(0 < _age_days(match) <= _YOUNGEST_DAYS and _is_age(said, match) for match in _AGE.finditer(said))


def _age_days(match: re.Match[str]) -> int:
    count = match["count"] or "1"
    return (int(count) if count.isdigit() else _COUNTS.get(count, 1)) * _DAYS[match["unit"][0]]


def _is_age(said: str, match: re.Match[str]) -> bool:
    """'Температура 3 дня' lasts; an age stands beside 'old' or the child, or is told in months."""
    around = said[max(match.start() - 25, 0) : match.end() + 25]
    if match["unit"][0] in "мm":
        return not re.search(r"уже|назад|ago|for\b|через|лет\b|year", around)
    return bool(
        re.search(r"[ -]old\b|ребенку|малышу|дочке|дочери|сыну|нам |ей |ему |от роду|жизни", around)
    ) and not re.search(r"уже|назад|ago|\bfor\b|через|лет\b|год|year", around)


def _has_fever(said: str) -> bool:
    if _NO_FEVER.search(said):
        return False
    celsius = [float(f"{whole}.{part or 0}") for whole, part in _DEGREES.findall(said)]
    fahrenheit = [float(f"{whole}.{part or 0}") for whole, part in _FAHRENHEIT.findall(said)]
    if celsius or fahrenheit:
        return any(t >= _FEVER_FROM for t in celsius) or any(t >= _FEVER_FROM_FAHRENHEIT for t in fahrenheit)
    return bool(_FEVER.search(said))
