"""What the dialogue works with: one frozen object for a process, one `Talk` for an update."""

import hashlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal
from zoneinfo import ZoneInfo

from aiogram.types import User

from agent.budget import Budget
from agent.turn import Receptionist, TurnContext
from api_client import ClinicCalls, ClinicClient
from bot.clinic_gateway import HttpClinicGateway
from bot.dialogue.directory import Directory
from bot.dialogue.helplines import Helplines
from bot.dialogue.memory import Memory
from bot.dialogue.out import Out
from bot.dialogue.speakers import Speakers
from bot.dialogue.use_cases.known_personal import known_personal
from bot.texts import Language, Texts, texts
from bot.voice import Transcriber
from contracts.people import Relation

AlarmCount = Callable[[Literal["raised", "denied"], str], None]
"""Counts what happened to an emergency of a code."""
Gate = Callable[[str, Language], str | None]
"""The code of the emergency that a text tells of, or None."""


async def _no_label(_chat_id: int, _message_id: int) -> str | None:
    return None


@dataclass(frozen=True, slots=True)
class Desk:
    """The parts that all conversations share."""

    clinic: ClinicClient
    receptionist: Receptionist
    gate: Gate
    clock: Callable[[], datetime]
    """Now, aware."""
    zone: ZoneInfo
    """The clinic's zone; a branch's own wins for its slots."""
    language: Language
    """For who has not shown another one yet."""
    account_of: Callable[[User], str]
    transcriber: Transcriber | None = None
    """None: voices are not heard."""
    budget: Budget | None = None
    """Counts the model's calls with other processes; None: the receptionist counts its own."""
    keeps_words: bool = True
    """Whether the clinic is handed what patients wrote; what was understood it is told in any case."""
    helplines: Helplines = field(default_factory=Helplines)
    count_alarm: AlarmCount = lambda _event, _code: None
    speakers: Speakers = field(default_factory=Speakers)
    label_of: Callable[[int, int], Awaitable[str | None]] = _no_label
    """Under which label a message of ours was sent, by chat and Telegram's id."""
    directory: Directory = field(init=False)
    """What the clinic has, read at most once a minute."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "directory", Directory(self.clinic, self.clock))


@dataclass(frozen=True, slots=True)
class Talk:
    """One update of one conversation."""

    desk: Desk
    account: str
    memory: Memory
    """What is changed here is kept, even if the update ends in a failure."""
    now: datetime
    out: Out
    """What is said leaves once the update has been stored, failures included."""
    called: str | None = None
    """The writer's first name at the messenger, if it looks like one. Nobody is called so before having agreed to."""

    @property
    def calls(self) -> ClinicCalls:
        """The clinic, on behalf of this account."""
        return self.desk.clinic.on_behalf_of(self.account)

    @property
    def language(self) -> Language:
        return self.memory.language or self.desk.language

    @property
    def texts(self) -> Texts:
        return texts(self.language)

    def turn(self) -> TurnContext:
        gateway = HttpClinicGateway(self.calls, lambda: self.now, self.memory.client_id, self.desk.directory)
        return TurnContext(
            gateway=gateway,
            now=self.now,
            zone=self.desk.zone,
            language=self.language,
            wanted=self.memory.wish(self.now),
            for_child=self.memory.visitor is not None and self.memory.visitor.relation is Relation.CHILD,
            budget=self.desk.budget,
            known=lambda: known_personal(self.calls, self.memory, self.called),
        )


def sha256_of(text: str) -> str:
    """The hash of a text as a person saw it: SHA-256 of its UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()
