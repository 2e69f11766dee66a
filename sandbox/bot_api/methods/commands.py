"""A bot's lists of commands."""

import re
from typing import Any

from sandbox.bot_api import refusals
from sandbox.bot_api.call import Call
from sandbox.bot_api.refused import Refused
from sandbox.world import commands as scopes
from sandbox.world.changes import BotChanged
from sandbox.world.people import Command

MOST_COMMANDS = 100
_NAME = re.compile(r"[a-z0-9_]{1,32}")
_LANGUAGE = re.compile(r"([a-z]{2})?")
_LONGEST_DESCRIPTION = 256


def set_my_commands(call: Call) -> Any:
    key = _key(call)
    given = call.arguments.json("commands", "commands")
    if given is None:
        given = []
    if not isinstance(given, list):
        raise Refused(refusals.commands_not_list)
    if len(given) > MOST_COMMANDS:
        raise Refused(refusals.too_many_commands)
    call.bot.commands[key] = [_command(each) for each in given]
    call.world.tell(BotChanged(call.bot))
    return True


def get_my_commands(call: Call) -> Any:
    found = call.bot.commands.get(_key(call), [])
    return [{"command": each.command, "description": each.description} for each in found]


def delete_my_commands(call: Call) -> Any:
    call.bot.commands.pop(_key(call), None)
    call.world.tell(BotChanged(call.bot))
    return True


def _command(shape: Any) -> Command:
    if not isinstance(shape, dict):
        raise Refused(refusals.command_not_object)
    name, description = shape.get("command"), shape.get("description")
    if not isinstance(name, str) or not isinstance(description, str):
        missing = "command" if not isinstance(name, str) else "description"
        raise Refused(refusals.command_incomplete(missing))
    name = name.strip().removeprefix("/")
    if not _NAME.fullmatch(name):
        raise Refused(refusals.command_invalid)
    if not 1 <= len(description.strip()) <= _LONGEST_DESCRIPTION:
        raise Refused(refusals.command_description_invalid)
    return Command(name, description.strip())


def _key(call: Call) -> tuple[str, str]:
    language = language_of(call)
    shape = call.arguments.json("scope", "BotCommandScope")
    if shape is None:
        return scopes.DEFAULT, language
    if not isinstance(shape, dict):
        raise Refused(refusals.scope_not_json)
    return _scope(call, shape), language


def _scope(call: Call, shape: dict[str, Any]) -> str:
    match shape.get("type"):
        case None | "default":
            return scopes.DEFAULT
        case scopes.ALL_PRIVATE | scopes.ALL_GROUPS | scopes.ALL_ADMINISTRATORS as kind:
            return str(kind)
        case "chat":
            return scopes.chat_scope(_chat_id(call, shape))
        case "chat_administrators":
            return scopes.administrators_scope(_chat_id(call, shape))
        case "chat_member":
            return scopes.member_scope(_chat_id(call, shape), _number(shape.get("user_id")))
        case _:
            raise Refused(refusals.scope_unknown)


def _chat_id(call: Call, shape: dict[str, Any]) -> int:
    """Of a chat that the bot knows."""
    number = _number(shape.get("chat_id"))
    chat = call.world.private_chats.get((call.bot.id, number)) or call.world.groups.get(number)
    if chat is None or call.bot.id not in chat.members:
        raise Refused(refusals.chat_not_found)
    return number


def _number(value: Any) -> int:
    try:
        return int(value)
    except (TypeError, ValueError, OverflowError):
        raise Refused(refusals.chat_not_found) from None


def language_of(call: Call) -> str:
    """Two letters, or "" for all languages."""
    language = call.arguments.text("language_code")
    if not _LANGUAGE.fullmatch(language):
        raise Refused(refusals.language_invalid)
    return language


METHODS = {
    "setmycommands": set_my_commands,
    "getmycommands": get_my_commands,
    "deletemycommands": delete_my_commands,
}
