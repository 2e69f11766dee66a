"""Words with formatting: from parse_mode, from given entities, or plain."""

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
            words, found = text, _given(entities)
        case _:
            raise Refused(refusals.unsupported_parse_mode)
    return _trimmed(words, found)


def _given(entities: Any) -> tuple[Entity, ...]:
    if not isinstance(entities, list):
        return ()
    return tuple(_entity(each) for each in entities if isinstance(each, dict))


def _entity(shape: dict[str, Any]) -> Entity:
    kind, offset, length = shape.get("type"), shape.get("offset"), shape.get("length")
    if not isinstance(kind, str) or not isinstance(offset, int) or not isinstance(length, int):
        raise Refused(refusals.bad("can't parse MessageEntity: Can't find field \"type\""))
    user = shape.get("user")
    user_id = user.get("id") if isinstance(user, dict) else None
    return Entity(kind, offset, length, shape.get("url"), user_id, shape.get("language"), shape.get("custom_emoji_id"))


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
            kept.append(
                Entity(
                    entity.type,
                    start,
                    end - start,
                    entity.url,
                    entity.user_id,
                    entity.language,
                    entity.custom_emoji_id,
                )
            )
    return stripped, tuple(kept)
