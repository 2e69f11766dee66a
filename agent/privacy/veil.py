"""Placeholders of one turn: the same person is the same placeholder from the first line to the last."""

import re
from datetime import date
from typing import Any

from agent.misbehaviour import BadOutput
from agent.personal import KnownPersonal
from agent.privacy.find import find
from agent.privacy.kinds import KINDS, Kind, settled
from agent.privacy.known import known_names, known_numbers
from agent.privacy.staff import Staff
from agent.privacy.tidy import tidy
from agent.privacy.words import lemmas_of

_PLACEHOLDER = re.compile(rf"\[(?:{'|'.join(KINDS)})_\d+\]")
_LIKE_ONE = re.compile(rf"(?:{'|'.join(KINDS)})_\d+|\[[^\W\d_]+_\d+\]", re.IGNORECASE)


class Veil:
    """Lives as long as one run of the graph."""

    def __init__(self, known: KnownPersonal, staff: Staff, today: date) -> None:
        """`today`: at the clinic, in its zone."""
        self._known = known
        self._staff = staff
        self._today = today
        self._values: dict[str, str] = {}
        self._covered: dict[str, str] = {}

    @property
    def own_names(self) -> tuple[str, ...]:
        """Of the account's people: they alone may be named besides the clinic's."""
        return self._known.names

    def cover(self, text: str) -> str:
        """What a person wrote, with placeholders in place of personal data."""
        if text not in self._covered:
            plain = tidy(text)
            self._covered[text] = self._replaced(plain, find(plain, self._known, self._staff, self._today))
        return self._covered[text]

    def cover_record(self, text: str, ours: frozenset[str]) -> str:
        """What a tool returned or the model wrote into one: only known people, and what was covered before.

        `ours`: names from the clinic's records, which stay.
        """
        found = [*known_numbers(text, self._known), *known_names(text, self._known)]
        standing = [match.span() for words in ours if words for match in re.finditer(re.escape(words), text)]
        free = [one for one in found if not any(begin <= one.start and one.end <= end for begin, end in standing)]
        covered = self._replaced(text, settled(free))
        for placeholder, value in self._values.items():
            if value not in ours and len(value) > 2:
                covered = re.sub(rf"(?<!\w){re.escape(value)}(?!\w)", placeholder, covered)
        return covered

    def cover_arguments(self, value: Any, ours: frozenset[str]) -> Any:
        """The strings of JSON-like data, covered as a record."""
        if isinstance(value, str):
            return self.cover_record(value, ours)
        if isinstance(value, dict):
            return {key: self.cover_arguments(inner, ours) for key, inner in value.items()}
        return [self.cover_arguments(inner, ours) for inner in value] if isinstance(value, list) else value

    def uncover(self, text: str) -> str:
        """What the model wrote, with the values back. Raises BadOutput for a placeholder that it was not given."""
        if any(_LIKE_ONE.search(part) for part in _PLACEHOLDER.split(text)):
            raise BadOutput("an unknown placeholder")
        return _PLACEHOLDER.sub(self._value, text)

    def uncover_arguments(self, value: Any) -> Any:
        """The strings of JSON-like data, with the values back. Raises BadOutput as `uncover` does."""
        if isinstance(value, str):
            return self.uncover(value)
        if isinstance(value, dict):
            return {key: self.uncover_arguments(inner) for key, inner in value.items()}
        return [self.uncover_arguments(inner) for inner in value] if isinstance(value, list) else value

    def _value(self, placeholder: re.Match[str]) -> str:
        if placeholder[0] not in self._values:
            raise BadOutput("an unknown placeholder")
        return self._values[placeholder[0]]

    def _replaced(self, text: str, found: list[Any]) -> str:
        pieces, end = [], 0
        for one in found:
            pieces += [text[end : one.start], self._placeholder(one.kind, text[one.start : one.end])]
            end = one.end
        return "".join([*pieces, text[end:]])

    def _placeholder(self, kind: Kind, value: str) -> str:
        of_kind = [name for name in self._values if name.startswith(f"[{kind}_")]
        known = next((name for name in of_kind if _same(kind, value, self._values[name])), None)
        if known is not None:
            return known
        new = f"[{kind}_{len(of_kind) + 1}]"
        self._values[new] = value
        return new


def _same(kind: Kind, value: str, other: str) -> bool:
    """Whether two spellings are one value: a phone by its last ten digits, a name in any case."""
    if kind in ("PHONE", "DOCUMENT", "CARD"):
        digits, others = (re.sub(r"\D", "", one)[-10:] for one in (value, other))
        return digits == others and len(digits) > 2
    if kind != "NAME":
        return value.lower() == other.lower()
    mine, theirs = (one.lower().replace("ё", "е").split() for one in (value, other))
    return len(mine) == len(theirs) and all(
        a == b or lemmas_of(a) & lemmas_of(b) for a, b in zip(mine, theirs, strict=True)
    )
