"""Whether the patient is a child."""

import re

from understanding.complaints.knowledge import words_of
from understanding.complaints.message import Message, Token
from understanding.text import normalise

_WORD_NUMBER = (
    "(?:полутора|полтора|год|два|двух|три|трех|четыре|четырех|пять|пяти|шесть|шести|семь|семи|восемь|восьми|девять|девяти"
    "|десять|десяти|одиннадцати|двенадцати|тринадцати|четырнадцати|пятнадцати)"
)
_NUMBER = "(?:[0-9]{1,2}(?:[.,][0-9])?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen)"
_AGE = re.compile(
    r"\b([0-9]{1,3})[ -]*(?:лет|год|года|годик\w*|г\b|л\b|years?[ -]old|y/?o\b|yrs?[ -]old|years?\b|[mf]\b)"
)
_YOUNG = re.compile(
    rf"\b(?:моему|моей|ему|ей|им|возраст\w*|мне|пациент\w*|пац|больной|больная) (?:[0-9]{{1,2}}|{_WORD_NUMBER})"
    r"(?: ?(?:лет|год|года|годик\w*|месяц\w*|мес|г|м)\b|(?= и |[ ]?(?:[,.;:!?)-]|$)))"
    r"|^(?:м|ж|муж|жен|мал|дев|реб|р-к)\.? ?,? ?[0-9]{1,2} ?(?:г|л|лет|год|года|мес|м)\b"
    r"|^[0-9]{1,2} ?(?:лет|года|год|мес\w*|г\.)[ ,.]"
    r"|\b(?:мелк(?:ий|ая|ому|ого|ой)|мал(?:ой|ая|ому|ого)|младш\w+|старш\w+)\b.{0,60}\b(?:1?[0-9]) ?(?:мес|год|лет|л\b)"
    rf"|\b{_NUMBER}[ -]?(?:years?|yrs?|months?|mos?|weeks?|wks?|days?)[ -]?(?:old|of age)\b"
    rf"|\b{_NUMBER} ?(?:y/?o|m/?o|mo|yo)\b"
    r"|^[0-9]{1,2} ?(?:mo|mos|months?|yo|y/o|y|wk|wks) ?(?:m|f|old|male|female)\b"
)
_CHILD = r"(?:ребен|дет|сын|доч|внук|внуч|малыш)\w*"
_PLAYS = r"(?:по)?(?:игра|гуля|гоня|бега)\w*"
_WITH_CHILD = r"с (?:сыном|дочкой|дочерью|детьми|внуком|внуками|внучкой)"
_KID = r"(?:child|kid|son|daughter|toddler|baby|kids|children)"
_NOT_THE_PATIENT = re.compile(
    r"после (?:рождения|родов)|с детства|в детстве|срыва\w+ на (?:детей|ребенк\w+|сын\w+|дочк\w+)"
    r"|(?:крич|ор)\w+ на (?:детей|ребенка)|^девочки"
    rf"|(?:от|из-за|за|рождени\w+|кормлю|ношу|таска\w+|поднима\w+|подня\w+) (?:\w+ )?{_CHILD}"
    r"|(?:хо[тч]\w+|планир\w+|жду|ждем|ждать|зачать) (?:\w+ )?(?:ребен\w*|детей|малыш\w*|лялечк\w*)"
    rf"|{_WITH_CHILD} {_PLAYS}|{_PLAYS} {_WITH_CHILD}|мяч {_WITH_CHILD}"
    r"|(?:к|о) (?:ребенку|малышу|детям) (?:равнод|безразл)\w*"
    rf"|from my (?:\w+ )?{_KID}|(?:birth|mother|father|mom|mum) of|since childhood|as a child"
    r"|(?:have|having|want|expecting|carrying|lifting|conceive|trying for) a (?:baby|child)"
    rf"|(?:муж|жена|мужа|жены|мы) и {_CHILD}|{_CHILD} (?:смеются|смеется|ругаются|ругается|дразнят|подшучивают)"
    rf"|(?:имена|имя|путает|забывает|не узнает) {_CHILD}|{_CHILD} и (?:муж|жена)\b"
    r"|from the kids|(?:at|with) (?:the |my )?(?:kids|children)|since (?:the|my) baby"
)
"""A child is named, but as somebody else: caught from, born, carried, shouted at."""
_OF_AGE = 18
_SPEAKS_FOR_HERSELF = re.compile(r"\bмне (?:уже )?1[5-7]\b|\bi(?:'m| am) 1[5-7]\b")
"""Who writes so about herself wants the doctor of her complaint."""


def is_child(text: str, message: Message) -> bool:
    """Whether the message is about a child: it names one or tells a child's age; no age said is eighteen or more."""
    said = normalise(text)
    if any(int(age) >= _OF_AGE for age in _AGE.findall(said)) or message.said & words_of("grown"):
        return False
    if _SPEAKS_FOR_HERSELF.search(said):
        return False
    if match := _YOUNG.search(said):
        return not _is_grown_number(match[0])
    if _NOT_THE_PATIENT.search(said):
        return False
    return any(_is_child_word(token) for token in message.tokens) or "детский" in message.said


def _is_grown_number(match: str) -> bool:
    """'Ему 45' without a word for years."""
    number = re.search(r"[0-9]+", match)
    years = not re.search(r"мес|month|week|wk|mo|day", match)
    return bool(number) and years and int(number[0]) >= _OF_AGE if number else False


def _is_child_word(token: Token) -> bool:
    return bool(token.keys & words_of("children"))
