"""`reply_markup` of a call, checked as the real server checks it."""

from typing import Any

from sandbox.bot_api import refusals
from sandbox.bot_api.arguments import Arguments
from sandbox.bot_api.links import checked_link
from sandbox.bot_api.refused import Refused
from sandbox.world.keyboards import (
    ForceReply,
    InlineButton,
    InlineKeyboard,
    Markup,
    RemoveKeyboard,
    ReplyButton,
    ReplyKeyboard,
)

MOST_BUTTONS = 100
"""In one keyboard under a message."""
MOST_REPLY_BUTTONS = 300
LONGEST_DATA = 64
"""Bytes of callback_data."""
STYLES = frozenset({"primary", "success", "danger"})
_OTHER = (
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "web_app",
    "login_url",
    "callback_game",
    "pay",
)
_INLINE = "inline keyboard button"


def markup(arguments: Arguments) -> Markup | None:
    """None if there is none. Raises Refused."""
    shape = arguments.json("reply_markup", "reply keyboard markup")
    if shape is None:
        return None
    if not isinstance(shape, dict):
        raise Refused(refusals.markup_not_object)
    if "inline_keyboard" in shape:
        return _inline(shape["inline_keyboard"])
    if "keyboard" in shape:
        return _reply(shape)
    if shape.get("remove_keyboard"):
        return RemoveKeyboard(selective=bool(shape.get("selective")))
    if shape.get("force_reply"):
        placeholder = shape.get("input_field_placeholder")
        return ForceReply(placeholder=_words(placeholder), selective=bool(shape.get("selective")))
    return None


def inline_markup(arguments: Arguments) -> InlineKeyboard:
    """Of a message to edit; () if there is none."""
    found = markup(arguments)
    if found is None:
        return ()
    if not isinstance(found, tuple):
        raise Refused(refusals.inline_keyboard_expected)
    return found


def _rows(shape: Any, name: str, long_name: str) -> list[list[Any]]:
    if not isinstance(shape, list):
        raise Refused(refusals.not_rows(name))
    for row in shape:
        if not isinstance(row, list):
            raise Refused(refusals.not_row(long_name))
    return shape


def _inline(shape: Any) -> InlineKeyboard:
    rows = _rows(shape, "inline_keyboard", 'field "inline_keyboard" of the InlineKeyboardMarkup')
    keyboard = tuple(tuple(_inline_button(button) for button in row) for row in rows if row)
    if sum(map(len, keyboard)) > MOST_BUTTONS:
        raise Refused(refusals.markup_too_long)
    return keyboard


def _inline_button(shape: Any) -> InlineButton:
    if not isinstance(shape, dict):
        raise Refused(refusals.keyboard_malformed(_INLINE, "InlineKeyboardButton must be an Object"))
    text, data, url = _text(shape, _INLINE), shape.get("callback_data"), shape.get("url")
    style = _style(shape)
    icon = _words(shape.get("icon_custom_emoji_id"))
    if url:
        return InlineButton(text, url=_url(str(url)), style=style, icon=icon)
    if data:
        if len(str(data).encode()) > LONGEST_DATA:
            raise Refused(refusals.callback_data_invalid)
        return InlineButton(text, callback_data=str(data), style=style, icon=icon)
    if isinstance(copy := shape.get("copy_text"), dict):
        return InlineButton(text, copy_text=str(copy.get("text", "")), style=style, icon=icon)
    for name in _OTHER:
        if name in shape:
            return InlineButton(text, style=style, icon=icon, other=(name, shape[name]))
    raise Refused(refusals.keyboard_malformed(_INLINE, "Text buttons are unallowed in the inline keyboard"))


def _url(url: str) -> str:
    if (link := checked_link(url)) is None:
        raise Refused(refusals.button_url_invalid(url, "Wrong HTTP URL"))
    return link


def _reply(shape: dict[str, Any]) -> ReplyKeyboard | None:
    """None if there is not a single button."""
    rows = _rows(shape["keyboard"], "keyboard", 'field "keyboard"')
    keyboard = tuple(tuple(_reply_button(button) for button in row) for row in rows if row)
    if sum(map(len, keyboard)) > MOST_REPLY_BUTTONS:
        raise Refused(refusals.markup_too_long)
    if not keyboard:
        return None
    return ReplyKeyboard(
        keyboard,
        resize=bool(shape.get("resize_keyboard")),
        one_time=bool(shape.get("one_time_keyboard")),
        persistent=bool(shape.get("is_persistent")),
        placeholder=_words(shape.get("input_field_placeholder")),
        selective=bool(shape.get("selective")),
    )


def _reply_button(shape: Any) -> ReplyButton:
    if isinstance(shape, str):
        return ReplyButton(_text({"text": shape}, "keyboard button"))
    if not isinstance(shape, dict):
        raise Refused(refusals.keyboard_malformed("keyboard button", "KeyboardButton must be a String or an Object"))
    return ReplyButton(
        _text(shape, "keyboard button"),
        request_contact=bool(shape.get("request_contact")),
        request_location=bool(shape.get("request_location")),
        style=_style(shape),
    )


def _text(shape: dict[str, Any], kind: str) -> str:
    text = shape.get("text")
    if text is None:
        raise Refused(refusals.keyboard_malformed(kind, 'Can\'t find field "text"'))
    if not isinstance(text, str):
        raise Refused(refusals.keyboard_malformed(kind, 'Field "text" must be of type String'))
    if not text.strip():
        raise Refused(refusals.button_text_empty(kind))
    return text


def _style(shape: dict[str, Any]) -> str | None:
    style = shape.get("style")
    if style in (None, ""):
        return None
    if not isinstance(style, str) or style not in STYLES:
        raise Refused(refusals.style_invalid)
    return style


def _words(value: Any) -> str | None:
    return value if isinstance(value, str) and value else None
