"""Numbers that belong to one person: phones, documents, cards. By their shape, their check digits or a word before."""

import re
from collections.abc import Iterator

from agent.privacy.checksums import is_card, is_inn, is_snils
from agent.privacy.kinds import Found, Kind
from agent.privacy.lexicon import any_of

_GAP = r"[\s\-–—.()/]{0,2}"
_BEFORE, _AFTER = r"(?<!\d)(?<!\d[.,:])", r"(?!\d|[.:]\d)"
_DOCUMENT_NUMBER = (
    rf"{any_of('document_words')}(?:[\s:;,#№=\-–—(]+{any_of('document_fillers')}){{0,5}}[\s:;,#№=\-–—(]+"
    r"(?P<number>(?:[A-ZА-ЯЁ]{1,4}[\s\-]?)?\d[\dA-ZА-ЯЁ/-]*"
    r"(?:[\s\-–—/№]*(?:[A-ZА-ЯЁ]{2}[\s\-]?)?(?:(?:номер|number|no\.?|n)\s+)?\d[\d/-]*)*)"
)
_INTRODUCED_DOCUMENT = re.compile(rf"(?<!\w){_DOCUMENT_NUMBER}", re.IGNORECASE)
_INTRODUCED_PHONE = re.compile(
    rf"(?<!\w){any_of('phone_words')}(?:[\s:,\-–—]+{any_of('document_fillers')}){{0,4}}[\s:,\-–—]*"
    rf"(?P<number>\+?\d(?:{_GAP}\d){{4,14}})",
    re.IGNORECASE,
)
_SHAPE_OF: tuple[tuple[Kind, str], ...] = (
    ("PHONE", rf"(?<!\d)\+\s?\d(?:{_GAP}\d){{8,14}}(?!\d)"),
    ("PHONE", rf"(?<!\d)00[1-9](?:{_GAP}\d){{8,13}}(?!\d)"),
    ("DOCUMENT", rf"{_BEFORE}\d{{4}}[ -]?\d{{4}}[ -]?\d{{4}}[ -]?\d{{4}}{_AFTER}"),
    ("PHONE", rf"{_BEFORE}[78]{_GAP}[3489](?:{_GAP}\d){{9}}{_AFTER}"),
    ("PHONE", rf"{_BEFORE}\(?9\d{{2}}\)?(?:{_GAP}\d){{7}}{_AFTER}"),
    ("DOCUMENT", rf"{_BEFORE}\d{{2}}\s?(?:\d{{2}}|[А-ЯA-Z]{{2}})\s?(?:№|номер|no\.?|n)?\s?\d{{6}}{_AFTER}"),
    ("DOCUMENT", rf"{_BEFORE}\d{{3}}[- ]\d{{3}}[- ]\d{{3}}[- ]\d{{2}}{_AFTER}"),
    ("PHONE", rf"{_BEFORE}\(?\d{{3}}\)?[\s.-]{{1,2}}\d{{3}}[\s.-]\d{{4}}{_AFTER}"),
    ("PHONE", rf"{_BEFORE}\(?0\d{{2,4}}\)?[\s-]?\d{{3,4}}[\s-]?\d{{3,4}}{_AFTER}"),
    ("PHONE", rf"{_BEFORE}(?:\(?\d{{3,5}}\)?[\s-])?\d{{2,3}}-\d{{2}}-\d{{2}}{_AFTER}"),
    ("DOCUMENT", rf"{_BEFORE}\d{{3}}-\d{{2}}-\d{{4}}{_AFTER}"),
    ("DOCUMENT", r"(?<!\d)\d{9,}(?!\d)"),
)
_SHAPES = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _SHAPE_OF)


def numbers(text: str) -> Iterator[Found]:
    """What a word introduces comes first, since the same digits may be of many kinds."""
    for found in _INTRODUCED_DOCUMENT.finditer(text):
        digits = _digits(found["number"])
        if len(digits) >= 3:
            yield Found(*found.span("number"), "CARD" if is_card(digits) and len(digits) != 16 else "DOCUMENT")
    for found in _INTRODUCED_PHONE.finditer(text):
        yield Found(*found.span("number"), "PHONE")
    for kind, shape in _SHAPES:
        for found in shape.finditer(text):
            yield Found(found.start(), found.end(), _kind(kind, found[0]))


def _kind(kind: Kind, written: str) -> Kind:
    """Check digits decide where shapes are alike."""
    digits = _digits(written)
    if is_card(digits) and len(digits) >= 15:
        return "CARD"
    if kind == "PHONE" and "+" not in written and (is_snils(digits) and "(" not in written):
        return "DOCUMENT"
    if kind == "PHONE" and len(digits) == 12 and is_inn(digits):
        return "DOCUMENT"
    return kind


def _digits(written: str) -> str:
    return "".join(char for char in written if char.isdigit())
