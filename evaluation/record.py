"""What is left of a try: everything that was said, done and answered, and the database before and after."""

from dataclasses import dataclass, field
from datetime import date, datetime

from agent.turn import TurnResult
from contracts.schedule import Slot
from evaluation.chat import Turn
from evaluation.fits import Fits
from evaluation.task import Language
from evaluation.wire import Request


@dataclass(frozen=True, slots=True)
class Row:
    """An appointment in the database."""

    id: int
    account: str | None
    client_id: int | None
    person: str | None
    relation: str | None
    born: date | None
    doctor_id: int
    start_time: datetime
    status: str


@dataclass(frozen=True, slots=True)
class State:
    appointments: dict[int, Row]
    open_calls: int
    consents: int


@dataclass(frozen=True, slots=True)
class Answer:
    """The receptionist's answer to a patient's words."""

    turn: int
    text: str
    result: TurnResult


@dataclass(slots=True)
class Marks:
    """What held when a turn was over."""

    language: Language
    refused: tuple[Fits, ...]
    denied: bool


@dataclass(slots=True)
class Record:
    turns: list[Turn]
    marks: list[Marks] = field(default_factory=list)
    """One for each turn."""
    answers: list[Answer] = field(default_factory=list)
    requests: list[Request] = field(default_factory=list)
    issued: dict[str, Slot] = field(default_factory=dict)
    visit_numbers: dict[str, int] = field(default_factory=dict)
    first_free: dict[int, Slot | None] = field(default_factory=dict)
    """The soonest slot that fitted each wanted visit when the conversation began, by its place in the task."""
    model_calls: int = 0
    seconds: float = 0.0
