"""What the tests of refusals have in common."""

from typing import Any

from sandbox.client import Group, Person
from tests.sandbox.running import BOT_ID, Sandbox


def refusal(code: int, description: str, **parameters: int) -> dict[str, Any]:
    """The whole answer."""
    answer: dict[str, Any] = {"ok": False, "error_code": code, "description": description, "status": code}
    return answer | ({"parameters": parameters} if parameters else {})


def bad(words: str) -> dict[str, Any]:
    return refusal(400, f"Bad Request: {words}")


def forbidden(words: str) -> dict[str, Any]:
    return refusal(403, f"Forbidden: {words}")


def button(text: str = "Book", **kind: Any) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": text, **(kind or {"callback_data": "book"})}]]}


async def group(sandbox: Sandbox, *, forum: bool = False, administrator: bool = True) -> tuple[Person, Group]:
    """A group's creator and the group with the bot in it."""
    vera = await sandbox.telegram.user("Vera")
    made = await sandbox.telegram.group("Managers", vera, forum=forum, administrators=administrator)
    return vera.in_chat(made.id), made


__all__ = ["BOT_ID", "bad", "button", "forbidden", "group", "refusal"]
