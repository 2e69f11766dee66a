"""What a person sees in a chat at one moment."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Button:
    text: str
    callback_data: str | None = None
    url: str | None = None
    style: str | None = None
    request_contact: bool = False


@dataclass(frozen=True, slots=True)
class Message:
    """`raw` is the message as the Bot API writes it."""

    id: int
    version: int
    """Grows with every change."""
    text: str
    """Of a text message, or the caption."""
    by_bot: bool
    sender: str
    """First name."""
    topic: int | None
    edited: bool
    buttons: tuple[tuple[Button, ...], ...]
    raw: dict[str, Any]

    def button(self, name: str) -> Button | None:
        """By its label or its callback_data."""
        return next((each for row in self.buttons for each in row if name in (each.text, each.callback_data)), None)

    @property
    def labels(self) -> list[str]:
        """Of all buttons, row by row."""
        return [button.text for row in self.buttons for button in row]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a tap was answered with."""

    text: str
    alert: bool
    url: str | None


@dataclass(frozen=True, slots=True)
class Sight:
    revision: int
    messages: list[Message]
    """The last ones, from old to new."""
    keyboard: tuple[tuple[Button, ...], ...]
    """Instead of the phone's keyboard; () if there is none."""
    actions: list[str]
    """What the bot is doing: "typing" …"""
    answers: dict[str, Answer | None]
    """By id of the tap; None: not answered yet."""
    raw: dict[str, Any]

    @property
    def last(self) -> Message | None:
        return self.messages[-1] if self.messages else None

    def message(self, message_id: int) -> Message | None:
        return next((each for each in self.messages if each.id == message_id), None)

    def from_bot(self, after: int = 0) -> list[Message]:
        """The bot's messages with ids above `after`."""
        return [each for each in self.messages if each.by_bot and each.id > after]


def read_message(raw: dict[str, Any]) -> Message:
    rows = raw.get("reply_markup", {}).get("inline_keyboard", [])
    return Message(
        id=raw["message_id"],
        version=raw.get("version", 1),
        text=raw.get("text") or raw.get("caption") or "",
        by_bot=raw["from"]["is_bot"],
        sender=raw["from"]["first_name"],
        topic=raw.get("message_thread_id"),
        edited="edit_date" in raw,
        buttons=tuple(tuple(_button(each) for each in row) for row in rows),
        raw=raw,
    )


def read_sight(raw: dict[str, Any]) -> Sight:
    return Sight(
        revision=raw["revision"],
        messages=[read_message(each) for each in raw["messages"]],
        keyboard=tuple(tuple(_button(each) for each in row) for row in raw["keyboard"] or []),
        actions=[each["action"] for each in raw["actions"]],
        answers={each["id"]: _answer(each["answer"]) for each in raw["presses"]},
        raw=raw,
    )


def _button(raw: dict[str, Any]) -> Button:
    return Button(
        raw["text"], raw.get("callback_data"), raw.get("url"), raw.get("style"), bool(raw.get("request_contact"))
    )


def _answer(raw: dict[str, Any] | None) -> Answer | None:
    return None if raw is None else Answer(raw["text"], raw["alert"], raw["url"])
