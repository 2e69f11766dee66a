"""Which words of a message are denied: 'кашля нет', 'голова не болит, уши тоже', 'сердце в порядке', 'no fever'."""

from collections.abc import Iterator
from functools import lru_cache

from understanding.complaints.knowledge import well_together, words_of
from understanding.complaints.message import Message, Token
from understanding.morphology import readings

_FAR = 4
_LONG_LIST = 12
_FEW = 3
_NOTHING = "ничего"
_BESIDE = frozenset({"при", "with", "что"})


def denied(message: Message) -> frozenset[int]:
    """The places of the denied words; words that deny are left out."""
    places: set[int] = set()
    for clause in message.clauses():
        segments = _segments(clause)
        for number, segment in enumerate(segments):
            for at, token in enumerate(segment):
                places.update(_by(token, at, segment, segments[number + 1 :]))
            places.update(_well(segment, segments[number - 1] if number else []))
            if number and _is_too(segment) and places & {token.place for token in segments[number - 1]}:
                places.update(token.place for token in segment)
    return frozenset(places)


def _segments(clause: list[Token]) -> list[list[Token]]:
    segments: list[list[Token]] = []
    for token in clause:
        if segments and segments[-1][-1].segment == token.segment:
            segments[-1].append(token)
        else:
            segments.append([token])
    return segments


def _by(token: Token, at: int, segment: list[Token], later: list[list[Token]]) -> Iterator[int]:
    """What one word denies."""
    form = token.form
    if form in words_of("none") or (form in words_of("not") and _is_not_there(segment[at + 1 :])):
        before = list(_genitives(reversed(segment[:at])))
        yield from before or _ahead(segment[at + 1 :], later)
    elif form in words_of("without"):
        yield from _ahead(segment[at + 1 :], later)
    elif form in words_of("denies"):
        yield from (other.place for other in segment[at + 1 :])
        yield from (other.place for other in _listed(later))
        if at and at + 1 == len(segment):
            yield from (other.place for other in segment[:at])
    elif form in words_of("not") and at + 1 < len(segment):
        yield from _not(segment, at)
    elif form in words_of("english_not") and at + 1 < len(segment):
        yield from _english_not(segment, at)


def _not(segment: list[Token], at: int) -> Iterator[int]:
    """'Не' denies the next word; before a verb of complaining also what complains: 'голова не болит'."""
    following = segment[at + 1]
    if following.keys & words_of("complaining"):
        reach = _until_stop(reversed(segment[:at])) + _until_stop(segment[at + 1 :])
        yield from (token.place for token in reach)
    elif not following.keys & words_of("degree"):
        yield following.place


def _english_not(segment: list[Token], at: int) -> Iterator[int]:
    """'I don't have a cough', 'my ear doesn't hurt', 'not itchy'."""
    following = segment[at + 1 :]
    yield following[0].place
    if following[0].keys & words_of("complaining"):
        yield from (token.place for token in _until_stop(reversed(segment[:at])))
    yield from (token.place for token in _until_stop(following)[: 3 if segment[at].form != "not" else 2])


def _is_not_there(following: list[Token]) -> bool:
    """'Не было', 'не нашли', 'не отмечает'."""
    return bool(following) and bool(following[0].keys & words_of("being_there"))


def _ahead(following: list[Token], later: list[list[Token]]) -> Iterator[int]:
    """What follows 'нет', 'без', 'no': up to a verb or a stop; and the list that goes on after commas."""
    reach = _until_stop(following)[:_FAR]
    if reach and reach[0].keys & words_of("only_that"):
        yield reach[0].place
        return
    yield from (token.place for token in reach)
    if len(reach) < len(following):
        return
    for segment in later:
        if not all(_is_genitive(token.form) for token in segment) or len(segment) > 2:
            return
        yield from (token.place for token in segment)


def _listed(later: list[list[Token]]) -> Iterator[Token]:
    """The words after 'denies', list items of it: short segments without a verb that says something anew."""
    for segment in later[:_LONG_LIST]:
        if len(segment) > 3 or any(token.keys & words_of("stops") for token in segment):
            return
        yield from segment


def _until_stop(tokens: Iterator[Token] | list[Token]) -> list[Token]:
    reach: list[Token] = []
    for token in tokens:
        if token.keys & words_of("stops") or (reach and token.form in words_of("none") | words_of("without")):
            break
        reach.append(token)
    return reach


def _genitives(tokens: Iterator[Token]) -> Iterator[int]:
    """The words before 'нет' that are not there: 'температуры и кашля нет', up to the first in another case."""
    for token in tokens:
        if not _may_be_genitive(token.form):
            return
        yield token.place


def _well(segment: list[Token], previous: list[Token]) -> Iterator[int]:
    """'Сердце в порядке', 'lungs are fine'; 'ухо посмотрели, там чисто' speaks of the ear."""
    keys = frozenset[str]().union(*(token.keys for token in segment))
    if any(keys & one and keys & other for one, other in well_together()):
        yield from (token.place for token in segment)
    if _is_nothing(segment):
        yield from (token.place for token in segment)
    wells = [at for at, token in enumerate(segment) if token.keys & words_of("well") and not _is_beside(token)]
    if not wells or any(token.form in words_of("not") for token in segment[: wells[0]]):
        return
    if any(token.keys & words_of("complaining") for token in segment) or _is_beyond(segment, wells[0]):
        return
    yield from (token.place for token in segment)
    if len(segment) <= 2 and any(token.keys & words_of("looked") for token in previous):
        yield from (token.place for token in previous)


def _is_nothing(segment: list[Token]) -> bool:
    """'В боку ничего': nothing is there."""
    words = [token.form for token in segment]
    return words[-1] == _NOTHING and len(words) <= _FEW and not words_of("not") & set(words)


def _is_beside(token: Token) -> bool:
    """'При хорошем аппетите' tells what else there is, 'справка, что здоров' what is wanted."""
    return not _BESIDE.isdisjoint(token.before.split())


def _is_beyond(segment: list[Token], well: int) -> bool:
    """'Выше нормы', 'above normal'."""
    return well > 0 and bool(segment[well - 1].keys & words_of("beyond"))


def _is_too(segment: list[Token]) -> bool:
    """'Уши тоже', 'neither the throat'."""
    return len(segment) <= 3 and any(token.form in words_of("too") for token in segment)


@lru_cache(maxsize=10_000)
def _may_be_genitive(form: str) -> bool:
    """Whether a form can be the genitive of what is missing (no other alphabet has one)."""
    found = readings(form)
    return any("gent" in reading.grammemes for reading in found)


@lru_cache(maxsize=10_000)
def _is_genitive(form: str) -> bool:
    """Whether a form is a genitive and no nominative: 'кашля', not 'боли'."""
    found = readings(form)
    return _may_be_genitive(form) and not any({"nomn"} & reading.grammemes for reading in found)
