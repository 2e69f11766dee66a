"""Where somebody lives: streets with house numbers, flats, postcodes."""

import re
from collections.abc import Iterator

from agent.privacy.kinds import Found
from agent.privacy.lexicon import any_of

_NAME = r"(?:\d{1,3}(?:-?(?:й|я|ая|ой|ого|го))?(?:\s+лет)?\s+)?[^\W\d_][\w-]*\.?(?:\s+[^\W\d_][\w-]*\.?){0,3}?"
_HOUSE = r"(?:(?:д(?:ом)?(?:а|у|е)?)(?!\w)\.?\s*)?№?\s?\d{1,4}(?:\s?/\s?\d{1,3})?\s?(?:[а-дА-Д](?!\w))?(?!-[а-яё])"
_PART = rf"(?:[\s,]*{any_of('address_parts')}(?![^\W\d])\.?\s*№?\s*\d{{1,4}}[а-яa-z]?(?!\w))"
_RU = re.compile(
    rf"(?<!\w){any_of('street_words')}(?![^\W\d])\.?\s*{_NAME}[\s,]+{_HOUSE}{_PART}*(?:[\s,]*-\s?\d{{1,4}})?"
    rf"|(?<!\w)[^\W\d_][\w-]*(?:\s+[^\W\d_][\w-]*)?\s+{any_of('street_words_after')}(?!\w)\.?[\s,]+{_HOUSE}{_PART}*"
    rf"|(?<!\w)д(?:ом)?(?!\w)\.?\s*№?\s*\d{{1,4}}[а-я]?(?!\w){_PART}*"
    rf"|(?<!\w){any_of('address_starts')}(?![^\W\d])\.?\s*№?\s*\d{{1,4}}(?!\w)(?:{_PART})*",
    re.IGNORECASE,
)
_LIVES = re.compile(
    rf"(?<!\w){any_of('living_words')}(?!\w)(?P<where>[^.!?;\n]{{0,40}}?\b\d{{1,4}}[а-яa-z]?(?!\w)(?!\s*(?:год|лет|года|years?|месяц))"
    rf"(?:\s?/\s?\d{{1,3}})?(?:[\s,]*(?:-\s?\d{{1,4}}|(?:{any_of('address_parts')}\.?\s*)?№?\s*\d{{1,4}}(?!\w|:|\.\d)))*)",
    re.IGNORECASE,
)
_EN_END = (
    r"(?:[\s,]+(?:apt|apartment|flat|unit|suite|room|#)\.?\s*#?\s*\w{1,5})?(?:[\s,]+[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2})?"
)
_EN = re.compile(
    rf"(?:\b(?:apt|apartment|flat|unit|suite)\.?\s*#?\s*\d{{1,4}}[a-z]?[\s,]+)?\b\d{{1,5}}[a-z]?\s+(?:[^\W\d_][\w']*\.?\s+){{1,3}}?"
    rf"{any_of('english_streets')}\b\.?{_EN_END}|\b(?:apt|apartment|flat)\.?\s*#?\s*\d{{1,4}}[a-z]?\b",
    re.IGNORECASE,
)
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b")
_ZIP = re.compile(
    r"\b(?:zip|postcode|postal code|индекс|почтовый индекс)[\s:,code]*(?P<code>[A-Z\d][A-Z\d -]{2,8}\d[A-Z]{0,2})",
    re.IGNORECASE,
)


def addresses(text: str) -> Iterator[Found]:
    """A street without a house is none: branches are asked for so."""
    for pattern in (_RU, _EN, _POSTCODE):
        for found in pattern.finditer(text):
            yield Found(found.start(), found.end(), "ADDRESS")
    for found in _LIVES.finditer(text):
        start = found.start("where") + len(found["where"]) - len(found["where"].lstrip(" ,:-"))
        yield Found(start, found.end("where"), "ADDRESS")
    for found in _ZIP.finditer(text):
        yield Found(*found.span("code"), "ADDRESS")
