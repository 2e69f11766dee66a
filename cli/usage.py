"""Errors as one clear line on standard error, and the exit code that belongs to them."""

import sys
from typing import Any

from cli.running import Failed

RUN_FAILED, WRONG_USAGE = 1, 2
PREFIX = "frontdesk: "
"""Before every line of this kind."""


def without_debug(arguments: list[str]) -> tuple[bool, list[str]]:
    """Whether `--debug` stands before or after the command's name, and the arguments without it."""
    end = arguments.index("--") if "--" in arguments else len(arguments)
    options = [argument for argument in arguments[:end] if argument != "--debug"]
    return len(options) < end, options + arguments[end:]


def complain(error: Exception) -> int:
    """Say what is wrong in one line; the exit code."""
    if is_wrong_usage(error):
        _wrong_usage(error)
        return WRONG_USAGE
    _line(str(error) if isinstance(error, Failed) else f"{_first_line(error)} (more with --debug)")
    return RUN_FAILED


def is_wrong_usage(error: Exception) -> bool:
    """typer carries its own copy of click, whose exceptions have no public home: they are told by what they can do."""
    return hasattr(error, "format_message")


def _wrong_usage(error: Any) -> None:
    message = str(error.format_message())
    context = getattr(error, "ctx", None)
    command = getattr(context, "command_path", "frontdesk")
    if type(error).__name__ == "NoArgsIsHelpError":
        sys.stderr.write(message + "\n")
    else:
        _line(f"{message} (see {command} --help)")


def _first_line(error: Exception) -> str:
    """The database's errors go on with the statement and its values, which are nobody's business here."""
    text = str(error).partition("\n")[0]
    return f"{type(error).__name__}: {text}" if text else type(error).__name__


def _line(message: str) -> None:
    words = " ".join(message.split())
    sys.stderr.write(PREFIX + "".join(char if char.isprintable() else "?" for char in words) + "\n")
