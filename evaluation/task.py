"""A task as data: the world it begins in, a patient who reacts, and the end that a good receptionist reaches."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, model_validator

from evaluation.fits import Fits
from evaluation.world import World

Language = Literal["ru", "en"]
Wording = str | list[str]
"""One message, or several in one breath."""
Wordings = Annotated[list[Wording], Field(min_length=1)]
"""Ways of saying the same; each try of a task takes another one."""
Sight = Literal[
    "consent",
    "offers",
    "held",
    "booked",
    "name",
    "phone",
    "whom",
    "visits",
    "cancel-sure",
    "move-sure",
    "cancelled",
    "moved",
    "call",
    "emergency",
    "question",
    "words",
    "any",
]
"""What a patient can see in what the bot has just shown."""
Topic = Literal["what", "when", "whom", "child", "birth", "phone", "name", "which"]
"""What a patient can be asked in words."""


class _Data(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Act(_Data):
    """Something the patient does once, the first time that `at` is seen; without words or tap, the usual reaction."""

    at: Sight
    taken: Literal["first", "fitting", "all"] | None = None
    """Before it, somebody else books the first slot that is offered, the one that the patient would take, or all."""
    wait: int = 0
    """Minutes that pass before it."""
    say: Wordings | None = None
    edit: Wordings | None = None
    """The last message of the patient is corrected to this."""
    tap: str | None = None
    """The class of a button's callback data, such as `OtherTime`; `say` is what is done if there is no such button."""
    leave: bool = False
    accepts: Fits | None = None
    """From now on."""
    refuses: Fits | None = None
    """From now on, too: never to be offered again."""
    language: Language | None = None
    """The patient writes in this one from now on."""
    denies: bool = False
    """It is no emergency after all: times may be offered again."""


class Script(_Data):
    """The patient. All that is not written here is a usual reaction; see `evaluation.patient`."""

    opening: Wordings
    wants: Literal["visit", "pair", "cancel", "move", "look", "call", "nothing"] = "visit"
    visits: int = 1
    """How many bookings end the conversation."""
    accepts: Fits = Fits()
    refuses: Fits | None = None
    """Said in the opening: never to be offered."""
    knows: dict[Topic, Wordings] = Field(default_factory=dict)
    objects: list[Wordings] = Field(default_factory=list)
    """Said one after the other when nothing that is offered fits."""
    whom: str | None = None
    """The name of the person who visits, if it is not the account's owner."""
    which: str | None = None
    """The earlier visit that is to be cancelled or moved, by its name in the world."""
    acts: list[Act] = Field(default_factory=list)
    agrees: bool = True
    """To the processing of personal data."""
    browses: bool = False
    """Goes through calendars and lists by buttons where what is offered does not fit."""
    max_turns: int = 24


class WantedVisit(Fits):
    """A visit that must stand at the end."""

    whom: str | None = None
    """The person's name; None: the account's owner."""
    soonest: bool = False
    """It must be the first of all that fitted when the conversation began."""


class End(_Data):
    """What must be true at the end, about this account and everything else."""

    visits: list[WantedVisit] | None = None
    """New standing visits: these and no others. None: one that the patient accepts, where the patient wants one."""
    cancelled: list[str] = Field(default_factory=list)
    """Earlier visits by name; all other earlier visits stand unchanged."""
    moved: dict[str, WantedVisit] = Field(default_factory=dict)
    calls: int = 0
    """Open call requests."""
    consent: bool | None = None
    """Whether it was given; None: as it may be."""
    emergency: bool = False
    """Whether the emergency text was shown."""
    told: list[str] = Field(default_factory=list)
    """Regular expressions that something shown must match."""
    never_told: list[str] = Field(default_factory=list)
    """Regular expressions that nothing shown may match."""


class Task(_Data):
    id: str
    language: Language
    category: str
    title: str
    goal: str
    """What the patient is after, in a sentence: for people."""
    now: AwareDatetime = datetime.fromisoformat("2026-03-02T09:02:00+03:00")
    """A Monday."""
    world: World = World()
    patient: Script
    end: End = End()

    @model_validator(mode="after")
    def _names_are_known(self) -> "Task":
        names = {one.name for one in self.world.visits}
        used = {*self.end.cancelled, *self.end.moved, *((self.patient.which,) if self.patient.which else ())}
        if used - names:
            raise ValueError(f"no such earlier visit: {sorted(used - names)}")
        return self

    @property
    def wanted(self) -> list[WantedVisit]:
        """The new visits that must stand at the end."""
        if self.end.visits is not None:
            return self.end.visits
        if self.patient.wants != "visit":
            return []
        return [WantedVisit(**self.patient.accepts.model_dump(), whom=self.patient.whom)]
