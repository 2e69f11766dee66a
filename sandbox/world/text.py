"""Formatted text: entities count in UTF-16 units, as everywhere in Telegram."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Entity:
    """A stretch of a text. `type` as in the Bot API: bold, italic, text_link, bot_command, spoiler, pre …"""

    type: str
    offset: int
    """UTF-16 units."""
    length: int
    """UTF-16 units."""
    url: str | None = None
    """Of a text_link."""
    user_id: int | None = None
    """Of a text_mention."""
    language: str | None = None
    """Of a pre."""
    custom_emoji_id: str | None = None

    @property
    def end(self) -> int:
        return self.offset + self.length


def units(text: str) -> int:
    """The text's length in UTF-16 units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut(text: str, offset: int, length: int) -> str:
    """The stretch of `length` UTF-16 units at `offset`."""
    wide = text.encode("utf-16-le", "surrogatepass")
    return wide[2 * offset : 2 * (offset + length)].decode("utf-16-le", "replace")


def pieces(text: str, entities: Sequence[Entity]) -> list[tuple[str, tuple[Entity, ...]]]:
    """The text in runs, each with the entities that hold for it, outer ones first: what a page draws one by one."""
    if not entities:
        return [(text, ())] if text else []
    total = units(text)
    edges = {0, total}
    for entity in entities:
        edges |= {min(entity.offset, total), min(entity.end, total)}
    ordered = sorted(entities, key=lambda entity: (entity.offset, -entity.length))
    return [
        (cut(text, start, end - start), tuple(each for each in ordered if each.offset <= start and end <= each.end))
        for start, end in pairwise(sorted(edges))
    ]
