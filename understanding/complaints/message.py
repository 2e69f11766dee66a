"""A message as the search for complaints reads it: words with their keys, cut into clauses."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from understanding.complaints.words import FUNCTION_WORDS, keys
from understanding.morphology import is_word
from understanding.text import MAX_LENGTH, normalise
from understanding.translit import as_meant

_PIECE = re.compile(
    r"(?P<word>[^\W\d_]{1,6}(?:[/-][^\W\d_]{1,4}){1,2}(?![^\W_])|[^\W\d_](?:[^\W_]|'(?=[^\W\d_]))*)"
    r"|(?P<number>\d+/\d+|\d+(?:[.,]\d+)?)"
    r"|(?P<border>[.;:!?()\n]+|,|\+(?=[\s.,;]|$)| - )"
)
_PAIR = re.compile(r"(?<!\d)(\d{2,3})\s*(?:на|over|/)\s*(\d{2,3})(?!\d)")
_BUT = frozenset({"но", "а", "зато", "однако", "but", "however", "though"})
_COMPLAINT_AGAIN = frozenset({"c/o"})
_SYSTOLIC, _DIASTOLIC = range(100, 281), range(40, 161)
_GOOD_SYSTOLIC, _GOOD_DIASTOLIC = range(105, 132), range(60, 87)
_BODY, _FEVER = (36.0, 42.0), 37.0
_CUT = re.compile(r"(?<![^\W\d_])([^\W\d_]{1,20})\.(?=,| ?[a-zа-я(])")
_LATIN = re.compile(r"[a-z]{2,}")
_ICD = re.compile(r"[A-ZАВСЕКМНТХ]\d\d")
_TO_LATIN = str.maketrans("АВСЕКМНТХ", "ABCEKMHTX")
_LONGEST_ABBREVIATION = 3
_SHORTEST_TRUNCATED = 4


@dataclass(slots=True)
class Token:
    """One word. `form` is normalised; `before`: the small words before it ('к', 'from the'); `dotted`: cut short."""

    form: str
    place: int
    clause: int
    segment: int
    before: str
    dotted: bool
    keys: frozenset[str]


@dataclass(slots=True)
class Message:
    """The words of a message, where each key occurs, and which words are denied (filled by the reader)."""

    tokens: list[Token]
    where: dict[str, list[int]] = field(default_factory=dict)
    said: frozenset[str] = frozenset()
    denied: frozenset[int] = frozenset()
    weights: list[float] = field(default_factory=list)

    def spread(self, places: list[int]) -> int:
        """How many words lie from the first to the last of the places; a comma between counts as one."""
        first, last = min(places), max(places)
        return last - first + self.tokens[last].segment - self.tokens[first].segment

    def clauses(self) -> Iterator[list[Token]]:
        """The words of each clause, in order."""
        clause: list[Token] = []
        for token in self.tokens:
            if clause and token.clause != clause[-1].clause:
                yield clause
                clause = []
            clause.append(token)
        if clause:
            yield clause


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the reader asks the knowledge about words: short forms, endings of cut words, slips of the keyboard."""

    knows: Callable[[str], bool]
    short_forms: Mapping[str, str]
    cut_forms: Mapping[str, str]
    completions: Callable[[str], frozenset[str]]
    mend: Callable[[str], frozenset[str]]


def read(text: str, vocabulary: Vocabulary) -> Message:
    """Cut a message into words: lower case, slips mended, cut words completed. Denials are not yet looked for."""
    raw = _unfolded(text, vocabulary)
    is_note = _is_note(raw, vocabulary)
    tokens: list[Token] = []
    clause = segment = 0
    before = ""
    for piece, kind, dot in _pieces(raw, vocabulary):
        if kind == "border":
            ends = piece != "," and (piece != "." or _ends_sentence(raw, dot, tokens, is_note))
            clause, segment, before = clause + ends, segment + 1, ""
            continue
        form = normalise(piece)
        if form in _BUT or form in _COMPLAINT_AGAIN:
            clause, segment, before = clause + 1, segment + 1, ""
        elif form in FUNCTION_WORDS and not (piece.isupper() and len(piece) > 1):
            before = f"{before} {form}".strip()
        else:
            dotted = raw[dot : dot + 1] == "." and (is_note or not _is_known(form, vocabulary))
            found = _keys(piece, form, kind, dotted, vocabulary)
            tokens.append(Token(form, len(tokens), clause, segment, before, dotted, found))
            before = ""
    return _indexed(tokens)


def _indexed(tokens: list[Token]) -> Message:
    message = Message(tokens, weights=[1.0] * len(tokens))
    for token in tokens:
        for key in token.keys:
            message.where.setdefault(key, []).append(token.place)
    message.said = frozenset(message.where)
    return message


def _unfolded(text: str, vocabulary: Vocabulary) -> str:
    """The text with compatibility forms folded, in its own case; a keyboard left in the other alphabet is mended."""
    folded = unicodedata.normalize("NFKC", text[:MAX_LENGTH])
    folded = folded.replace("ё", "е").replace("Ё", "Е").replace("’", "'").replace("–", "-").replace("—", " - ")
    lower = normalise(folded)
    if not any(vocabulary.knows(word) for word in _LATIN.findall(lower)):
        mended = as_meant(lower)
        folded = folded if mended == lower else mended
    return _PAIR.sub(r"\1/\2", folded)


def _pieces(raw: str, vocabulary: Vocabulary) -> Iterator[tuple[str, str, int]]:
    """Words, numbers and borders with where each ends; 'ухо/нос' is two words, 'c/o' and 'б/л' one each."""
    for match in _PIECE.finditer(raw):
        kind, piece = match.lastgroup or "", match[0]
        if kind == "word" and (long := vocabulary.short_forms.get(piece.lower())):
            for part in long.split():
                yield part, kind, match.end()
        elif kind == "word" and ("-" in piece or "/" in piece) and not vocabulary.knows(piece.lower()):
            for part in re.split("[/-]", piece):
                yield part, kind, match.end()
        elif kind == "word" and (bare := _glued(piece.lower(), vocabulary)):
            yield "не", kind, match.start()
            yield bare, kind, match.end()
        else:
            yield piece, kind, match.end()


def _glued(word: str, vocabulary: Vocabulary) -> str:
    """'проходит' of 'непроходит'; empty when nothing is glued."""
    bare = word[2:]
    return bare if word.startswith("не") and len(bare) > 3 and not _is_known(word, vocabulary) and is_word(bare) else ""


def _is_known(form: str, vocabulary: Vocabulary) -> bool:
    return is_word(form) or vocabulary.knows(form)


def _is_note(raw: str, vocabulary: Vocabulary) -> bool:
    """Whether words are cut short as doctors do: a dot after a part of a word, and the sentence goes on."""
    cut = [word.lower() for word in _CUT.findall(raw)]
    return any(word in vocabulary.cut_forms or not is_word(word) for word in cut if not word.isascii())


def _ends_sentence(raw: str, after_dot: int, tokens: list[Token], is_note: bool) -> bool:
    """Whether this dot ends a clause: not after a cut word that the sentence goes on from."""
    following = raw[after_dot : after_dot + 2].lstrip()
    if tokens and tokens[-1].dotted and following[:1].islower():
        return False
    short = bool(tokens) and (len(tokens[-1].form) <= _LONGEST_ABBREVIATION or is_note)
    return not (short and (following[:1].islower() or following[:1].isdigit()))


def _keys(piece: str, form: str, kind: str, dotted: bool, vocabulary: Vocabulary) -> frozenset[str]:
    if kind == "number":
        return frozenset({form, *_meaning(form)})
    found = {*keys(form), "=" + form}
    if piece != form and len(piece) > 1:
        found.add(piece)
    if _ICD.fullmatch(piece):
        found.add("icd-" + piece.translate(_TO_LATIN))
    if dotted and (meant := vocabulary.cut_forms.get(form)):
        found |= keys(meant)
    elif dotted and len(form) >= _SHORTEST_TRUNCATED:
        found |= vocabulary.completions(form)
    elif not vocabulary.knows(form):
        found |= vocabulary.mend(form)
    return frozenset(found)


def _meaning(number: str) -> Iterator[str]:
    """What a number says by itself: '160/95' is a blood pressure, '120/80' a good one, '38,5' a fever."""
    if "/" in number:
        upper, lower = (int(part) for part in number.split("/"))
        if upper in _SYSTOLIC and lower in _DIASTOLIC:
            yield "норма" if upper in _GOOD_SYSTOLIC and lower in _GOOD_DIASTOLIC else "давление"
    elif not number.isdigit() and _BODY[0] < float(number.replace(",", ".")) < _BODY[1]:
        yield "температура" if float(number.replace(",", ".")) >= _FEVER else "норма"
