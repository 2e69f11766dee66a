"""What one message says about the visit, with names as the clinic's numbers and dates as instants."""

from agent.wanted.state import Gender, Part, Shown, Stretch
from understanding.requests.read import Change, Chat, Question, Turn


class Heard(Part):
    """Everything at its default: the message says nothing that is known here."""

    specialties: tuple[str, ...] = ()
    named: bool = False
    windows: tuple[Stretch, ...] = ()
    other: tuple[Stretch, ...] = ()
    """The other reading of the time: for 'next Friday' the nearer one."""
    asap: bool = False
    any_time: bool = False
    any_day: bool = False
    refused: tuple[Stretch, ...] = ()
    gender: Gender | None = None
    any_gender: bool = False
    language: str | None = None
    any_language: bool = False
    doctors: tuple[int, ...] = ()
    """One, or several of the same specialty and name: any of them will do."""
    specialty_of_doctor: str | None = None
    candidates: tuple[int, ...] = ()
    """Several of different specialties: which one is meant?"""
    refused_doctors: tuple[int, ...] = ()
    usual: bool = False
    """The one of last time is wanted; `doctors` holds it once it has been looked up."""
    unknown_doctor: bool = False
    other_doctor: bool = False
    any_doctor: bool = False
    leaves_doctor: bool = False
    """What is asked for now does not go with the doctor who was wanted."""
    branch: int | None = None
    branches: tuple[int, ...] = ()
    """Several that a word fits: which one is meant?"""
    refused_branches: tuple[int, ...] = ()
    other_branch: bool = False
    any_branch: bool = False
    nearest_branch: bool = False
    turn: Turn | None = None
    chosen: tuple[Shown, ...] = ()
    """Those of the shown times that are chosen."""
    also: bool = False
    child: bool | None = None
    restart: bool = False
    question: Question | None = None
    change: Change | None = None
    """Of a visit of one's own."""
    chat: Chat | None = None

    @property
    def says_when(self) -> bool:
        return bool(self.windows or self.refused or self.asap or self.any_time or self.any_day)

    @property
    def says_something(self) -> bool:
        """Whether it says anything about the visit."""
        return bool(self.model_dump(exclude=_TALK, exclude_defaults=True))


_TALK = {"other", "question", "change", "chat", "also", "unknown_doctor"}
