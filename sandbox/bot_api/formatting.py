"""Words with formatting: from parse_mode, from given entities, or plain."""

from dataclasses import replace
from typing import Any

from sandbox.bot_api import refusals
from sandbox.bot_api.arguments import Arguments
from sandbox.bot_api.html import parse_html
from sandbox.bot_api.refused import Refused
from sandbox.world.text import Entity, units

LONGEST_TEXT = 4096
"""UTF-16 units, once the formatting is parsed."""
LONGEST_CAPTION = 1024

Formatted = tuple[str, tuple[Entity, ...]]


def message_text(arguments: Arguments) -> Formatted:
    """Of sendMessage and editMessageText."""
    given = arguments.text("text")
    if not given:
        raise Refused(refusals.text_empty)
    text, entities = formatted(given, arguments.text("parse_mode"), arguments.json("entities", "entities"))
    if not text:
        raise Refused(refusals.text_blank)
    if units(text) > LONGEST_TEXT:
        raise Refused(refusals.text_too_long)
    return text, entities


def caption(arguments: Arguments) -> Formatted:
    """May be empty."""
    entities = arguments.json("caption_entities", "caption entities")
    text, found = formatted(arguments.text("caption"), arguments.text("parse_mode"), entities)
    if units(text) > LONGEST_CAPTION:
        raise Refused(refusals.caption_too_long)
    return text, found


def formatted(text: str, parse_mode: str, entities: Any) -> Formatted:
    """Raises Refused for markup that does not parse."""
    text = text.replace("\0", "").replace("\r", "")
    match parse_mode.lower():
        case "html":
            words, found = parse_html(text)
        case "" | "none":
            words, found = text, _given(entities, text)
        case _:
            raise Refused(refusals.unsupported_parse_mode)
    return _trimmed(words, found)


def _given(entities: Any, text: str) -> tuple[Entity, ...]:
    """Those that lie within the text, in its order."""
    if not isinstance(entities, list):
        return ()
    read = [_entity(each) for each in entities if isinstance(each, dict)]
    total = units(text)
    kept = [each for each in read if 0 <= each.offset < each.end <= total]
    return tuple(sorted(kept, key=lambda entity: (entity.offset, -entity.length)))


def _entity(shape: dict[str, Any]) -> Entity:
    for name, kind in (("type", str), ("offset", int), ("length", int)):
        if not isinstance(shape.get(name), kind):
            raise Refused(refusals.entity_incomplete(name))
    user = shape.get("user")
    user_id = user.get("id") if isinstance(user, dict) else None
    return Entity(
        shape["type"],
        shape["offset"],
        shape["length"],
        url=_words(shape.get("url")),
        user_id=user_id if isinstance(user_id, int) else None,
        language=_words(shape.get("language")),
        custom_emoji_id=_words(shape.get("custom_emoji_id")),
    )


def _words(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def _trimmed(text: str, entities: tuple[Entity, ...]) -> Formatted:
    """Without blanks at either end; entities move along and lose what was cut."""
    stripped = text.strip()
    if stripped == text:
        return text, entities
    before = units(text[: len(text) - len(text.lstrip())])
    total = units(stripped)
    kept = []
    for entity in entities:
        start, end = max(entity.offset - before, 0), min(entity.end - before, total)
        if end > start:
            kept.append(replace(entity, offset=start, length=end - start))
    return stripped, tuple(kept)
