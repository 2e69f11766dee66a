"""Who takes part: persons and bots."""

from dataclasses import dataclass, field


@dataclass(slots=True, eq=False)
class User:
    """An account. Ids are above 2**32, as those of new accounts are."""

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = None
    phone: str | None = None
    """With a plus and the country's code; only a shared contact tells it to a bot."""
    deactivated: bool = False
    """The account was deleted by its owner."""

    @property
    def name(self) -> str:
        """As the app shows it."""
        return f"{self.first_name} {self.last_name}" if self.last_name else self.first_name

    @property
    def is_bot(self) -> bool:
        return False


@dataclass(frozen=True, slots=True)
class Command:
    command: str
    """Without the slash."""
    description: str


@dataclass(slots=True, eq=False)
class Bot(User):
    """`id` is the number before the colon of its token. Texts by language code, "" for all other languages."""

    token: str = ""
    privacy: bool = True
    """In groups it sees only commands, replies to it and mentions, unless it administers the group."""
    commands: dict[tuple[str, str], list[Command]] = field(default_factory=dict)
    """By scope (see `sandbox.world.commands`) and language code."""
    names: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    menu_buttons: dict[int | None, dict[str, object]] = field(default_factory=dict)
    """By a private chat's id, None for all others; as the Bot API writes them."""

    @property
    def is_bot(self) -> bool:
        return True
