"""Buttons under a message and instead of the phone's keyboard."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class InlineButton:
    """Exactly one of the ways to act is set; `other` keeps kinds that the page does not draw."""

    text: str
    callback_data: str | None = None
    url: str | None = None
    copy_text: str | None = None
    style: str | None = None
    """"primary", "success" or "danger"; None: the app's own colour."""
    icon: str | None = None
    """Id of a custom emoji before the text."""
    other: tuple[str, object] | None = None


InlineKeyboard = tuple[tuple[InlineButton, ...], ...]


@dataclass(frozen=True, slots=True)
class ReplyButton:
    """A tap says its text; with `request_contact` or `request_location` the app asks first and shares that instead."""

    text: str
    request_contact: bool = False
    request_location: bool = False
    style: str | None = None


@dataclass(frozen=True, slots=True)
class ReplyKeyboard:
    rows: tuple[tuple[ReplyButton, ...], ...]
    resize: bool = False
    one_time: bool = False
    """The app folds it away once a button was tapped."""
    persistent: bool = False
    placeholder: str | None = None
    """Shown in the empty input field."""
    selective: bool = False


@dataclass(frozen=True, slots=True)
class RemoveKeyboard:
    selective: bool = False


@dataclass(frozen=True, slots=True)
class ForceReply:
    """The app starts a reply to the message."""

    placeholder: str | None = None
    selective: bool = False


Markup = InlineKeyboard | ReplyKeyboard | RemoveKeyboard | ForceReply


@dataclass(slots=True)
class ShownKeyboard:
    """What replaces the phone's keyboard for one person in one chat."""

    keyboard: ReplyKeyboard
    message_id: int
    """The message that brought it."""
    folded: bool = field(default=False)
    """A one-time keyboard after a tap: hidden, the app can bring it back."""
