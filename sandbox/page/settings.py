"""What the one who starts the page may choose."""

from dataclasses import dataclass
from typing import Literal

Language = Literal["ru", "en"]
LANGUAGES: tuple[Language, ...] = ("ru", "en")


@dataclass(frozen=True, slots=True)
class PageSettings:
    language: Language = "ru"
    """Of the buttons and hints until somebody switches; what a bot says is the bot's affair."""
    title: str = "Telegram"
    """In the browser's tab."""
    zone: str = "UTC"
    """IANA name; times are shown in it if the browser does not tell its own."""
    hosts: tuple[str, ...] = ()
    """Names under which the page may be asked for, besides those of this machine: of a forwarded port, for example."""
    patience: float = 4.0
    """Seconds without a sign from the bot after which the page says that it waits."""
