"""Entities that Telegram finds by itself: commands, mentions, hashtags, addresses, phone numbers."""

import re
from collections.abc import Iterable

from sandbox.world.text import Entity, units

_COMMAND = r"(?<![\w/<>@])/(?P<bot_command>[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?)(?![\w/@])"
_EMAIL = r"(?P<email>[\w.%+-]{1,64}@(?:[\w-]{1,63}\.)+[A-Za-z]{2,24})(?!\w)"
_MENTION = r"(?<![\w@/])@(?P<mention>[A-Za-z0-9_]{3,32})(?!\w)"
_HASHTAG = r"(?<![\w#])#(?P<hashtag>(?!\d+\b)\w{1,256})"
_URL = r"(?P<url>(?:https?://[^\s<>\"']+|(?<![\w@.-])(?:[\w-]+\.)+(?:com|org|net|ru|рф|info|me|io|clinic)(?![\w.@-])(?:/[^\s<>\"']*)?))"
_PHONE = r"(?P<phone_number>(?<![\w+])\+\d(?:[ \-()]{0,2}\d){8,14}(?!\d))"
_ANY = re.compile("|".join((_COMMAND, _EMAIL, _URL, _MENTION, _HASHTAG, _PHONE)))
_POSSIBLE = re.compile(r"[/@#+.:]")
_CLOSED = frozenset({"pre", "code", "text_link", "text_mention"})
"""Nothing is looked for inside of these."""


def found_entities(text: str, explicit: Iterable[Entity] = ()) -> tuple[Entity, ...]:
    """`explicit` (from the sender) and what is found besides, in the order of the text."""
    given = tuple(explicit)
    if not _POSSIBLE.search(text):
        return given
    closed = [entity for entity in given if entity.type in _CLOSED]
    found = [entity for entity in _found(text) if not any(_meet(entity, other) for other in closed)]
    return tuple(sorted((*given, *found), key=lambda entity: (entity.offset, -entity.length)))


def _found(text: str) -> Iterable[Entity]:
    for match in _ANY.finditer(text):
        kind = match.lastgroup or ""
        words = match.group().rstrip(".,;:!?)") if kind == "url" else match.group()
        yield Entity(kind, units(text[: match.start()]), units(words))


def _meet(one: Entity, other: Entity) -> bool:
    return one.offset < other.end and other.offset < one.end
