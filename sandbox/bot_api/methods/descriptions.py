"""A bot's name, descriptions and menu button."""

from typing import Any

from sandbox.bot_api import refusals
from sandbox.bot_api.call import Call
from sandbox.bot_api.methods.commands import language_of
from sandbox.bot_api.refused import Refused
from sandbox.world.changes import BotChanged

LONGEST_NAME = 64
LONGEST_DESCRIPTION = 512
LONGEST_SHORT = 120


def set_my_name(call: Call) -> Any:
    return _set(call, call.bot.names, "name", LONGEST_NAME)


def get_my_name(call: Call) -> Any:
    return {"name": call.world.bot_name(call.bot, language_of(call))}


def set_my_description(call: Call) -> Any:
    return _set(call, call.bot.descriptions, "description", LONGEST_DESCRIPTION)


def get_my_description(call: Call) -> Any:
    return {"description": _get(call, call.bot.descriptions)}


def set_my_short_description(call: Call) -> Any:
    return _set(call, call.bot.short_descriptions, "short_description", LONGEST_SHORT)


def get_my_short_description(call: Call) -> Any:
    return {"short_description": _get(call, call.bot.short_descriptions)}


def set_chat_menu_button(call: Call) -> Any:
    shape = call.arguments.json("menu_button", "menu button") or {"type": "default"}
    if not isinstance(shape, dict) or shape.get("type") not in ("default", "commands", "web_app"):
        raise Refused(refusals.menu_button_unknown)
    call.bot.menu_buttons[_person(call)] = shape
    call.world.tell(BotChanged(call.bot))
    return True


def get_chat_menu_button(call: Call) -> Any:
    buttons = call.bot.menu_buttons
    return buttons.get(_person(call)) or buttons.get(None) or {"type": "default"}


def _set(call: Call, texts: dict[str, str], name: str, longest: int) -> bool:
    language, text = language_of(call), call.arguments.text(name).strip()
    if len(text) > longest:
        raise Refused(refusals.description_too_long)
    if text:
        texts[language] = text
    else:
        texts.pop(language, None)
    call.world.tell(BotChanged(call.bot))
    return True


def _get(call: Call, texts: dict[str, str]) -> str:
    return texts.get(language_of(call)) or texts.get("") or ""


def _person(call: Call) -> int | None:
    if not call.arguments.has("chat_id"):
        return None
    number = call.arguments.integer("chat_id")
    if (call.bot.id, number) not in call.world.private_chats:
        raise Refused(refusals.chat_not_found)
    return number


METHODS = {
    "setmyname": set_my_name,
    "getmyname": get_my_name,
    "setmydescription": set_my_description,
    "getmydescription": get_my_description,
    "setmyshortdescription": set_my_short_description,
    "getmyshortdescription": get_my_short_description,
    "setchatmenubutton": set_chat_menu_button,
    "getchatmenubutton": get_chat_menu_button,
}
