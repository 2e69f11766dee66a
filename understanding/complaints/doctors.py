"""A doctor whom the patient asks for by name of the specialty, and one who is only told of."""

from dataclasses import dataclass

from understanding.complaints.index import candidates
from understanding.complaints.knowledge import words_of
from understanding.complaints.message import Message, Token
from understanding.morphology import readings

_IS_SEEN_BY = "наблюдается"
"""A note's word for a doctor whom the patient has already; patients themselves say 'наблюдаюсь' of whom they want."""
_NEAR = 3
_REFERRALS = frozenset({"направление", "referral"})
_FROM = frozenset({"от", "после", "from", "after"})
_AT = frozenset({"у", "a", "an", "the", "my"})
_SO_THAT = frozenset({"чтобы", "чтоб"})
_TO = frozenset({"к", "ко", "to", "на"})


@dataclass(frozen=True, slots=True)
class Doctors:
    """Specialties by name, in the order of the message: those asked for, and those who referred or were visited."""

    asked: tuple[str, ...]
    told_of: tuple[str, ...]
    cleared: frozenset[int] = frozenset()
    """The places of what such a doctor found well: 'сердце кардиолог проверил'."""


def doctors(message: Message) -> Doctors:
    """Whom the message names. A longer name wins over a shorter one inside it; a denied one is neither."""
    found = [
        (min(places), -len(places), entry.specialty, places)
        for entry in candidates(message)
        if entry.is_name
        for places in entry.pattern.occurrences(message)
    ]
    asked: list[str] = []
    told_of: list[str] = []
    taken: set[int] = set()
    cleared: set[int] = set()
    for _, _, specialty, places in sorted(found, key=lambda hit: hit[:3]):
        if places & taken:
            continue
        taken |= places
        if _has_looked(message, places):
            cleared |= places | _found_well(message, places)
            continue
        (told_of if _is_told_of(message, places) else asked).append(specialty)
    return Doctors(tuple(dict.fromkeys(asked)), tuple(dict.fromkeys(told_of)), frozenset(cleared))


def _has_looked(message: Message, places: frozenset[int]) -> bool:
    """Whether the doctor is told of as done with: 'осмотрена кардиологом', 'окулист ничего не нашел'."""
    first, last = message.tokens[min(places)], message.tokens[max(places)]
    ahead = [token for token in message.tokens[last.place + 1 :][:_NEAR] if token.clause == last.clause]
    behind = [token for token in message.tokens[: first.place][-_NEAR:] if token.segment == first.segment]
    if not _is_sender(last.form) or _says(ahead + behind, "again") or _SO_THAT & set(first.before.split()):
        return False
    looked = any(_is_past(token, "had_a_look") for token in ahead[:2] + behind)
    return looked or (_says(ahead, "found_nothing") and any(_is_past(token, "found") for token in ahead + behind))


def _found_well(message: Message, places: frozenset[int]) -> set[int]:
    """What stands with 'проверил', 'отпустил'; a doctor who only 'посмотрел' says nothing about it."""
    segment = message.tokens[min(places)].segment
    beside = [token for token in message.tokens if token.segment == segment]
    return {token.place for token in beside} if any(_is_past(token, "cleared") for token in beside) else set()


def _is_past(token: Token, name: str) -> bool:
    """Whether it is a form of the past of a word of the list: 'проверил', 'осмотрена', 'checked'."""
    if token.form.isascii():
        return token.form in words_of(name) and not {"to", "for"} & set(token.before.split())
    if not token.keys & words_of(name) or _SO_THAT & set(token.before.split()):
        return False
    return any("past" in reading.grammemes or "PRTS" in reading.grammemes for reading in readings(token.form))


def _is_told_of(message: Message, places: frozenset[int]) -> bool:
    """Whether the doctor only referred ('терапевт отправил к ...'), or was visited before ('был у лора')."""
    first, last = message.tokens[min(places)], message.tokens[max(places)]
    around = [token for token in message.tokens if token.clause == first.clause]
    ahead = [token for token in around if 0 < token.place - last.place <= _NEAR]
    behind = [token for token in around if 0 < first.place - token.place <= _NEAR and token.segment == first.segment]
    before = set(first.before.split())
    if before & _FROM or any(token.form in _FROM for token in behind[-1:]):
        return True
    if before & _TO:
        return _went(behind) and not _says(ahead, "again")
    if _is_sender(last.form) and (_says(ahead[:2], "senders") or _says(behind[-2:], "senders")):
        return True
    return bool(before & _AT) and _went(behind + ahead[:1]) and not _says(ahead + behind, "again")


def _is_sender(form: str) -> bool:
    """'Терапевт' and 'терапевтом' send, 'терапевта' and 'терапевту' do not; English has no cases."""
    return form.isascii() or any({"nomn", "ablt"} & reading.grammemes for reading in readings(form))


def _went(tokens: list[Token]) -> bool:
    """Whether a visit in the past is told of: 'ходил', 'saw', not 'схожу'."""
    return any(
        token.keys & words_of("visited")
        and (
            token.form.isascii()
            or token.form == _IS_SEEN_BY
            or any("past" in reading.grammemes for reading in readings(token.form))
        )
        for token in tokens
    )


def _says(tokens: list[Token], name: str) -> bool:
    return any(token.keys & words_of(name) for token in tokens)


def wants_referral(message: Message) -> bool:
    """'Нужно направление к неврологу': the referral is what is wanted; 'дали направление' names the doctor."""
    places = [place for key in _REFERRALS & message.said for place in message.where[key]]
    return any(_is_wanted(message.tokens, place) for place in places)


def _is_wanted(tokens: list[Token], place: int) -> bool:
    before, around = tokens[max(place - _NEAR, 0) : place], tokens[max(place - _NEAR, 0) : place + _NEAR]
    return _says(around, "wanted") and not _says(before, "given")
