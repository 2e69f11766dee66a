"""What is remembered of a conversation between updates; whoever runs the dialogue keeps it."""

from collections.abc import Iterable
from datetime import datetime
from typing import Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from agent.turn import Said
from bot.texts import Language
from contracts.appointments import Hold
from contracts.people import Person, Relation
from contracts.schedule import Slot

HISTORY_LINES = 12
KNOWN_OFFERS = 30
HEARD_MESSAGES = 24


class Line(BaseModel):
    """A line of the dialogue."""

    who: Literal["patient", "receptionist"]
    text: str


class Offer(BaseModel):
    """A slot that was shown, and why it was proposed (empty: as the nearest)."""

    slot: Slot
    reason: str = ""


class KeptHold(BaseModel):
    """The hold that stands, and the offer it was made from."""

    slot_id: str
    hold: Hold


class Visitor(BaseModel):
    """Who is going to visit, if it is not the account's owner."""

    client_id: int
    relation: Relation
    name: str | None = None


class Asking(BaseModel):
    """The question that is open: the next words may be its answer."""

    what: Literal["name", "person-name", "birth-date", "new-name", "phone"]
    relation: Relation | None = None
    """Of the person who is being added."""
    name: str | None = None
    """Of that person, once it has been told."""
    client_id: int | None = None
    """Whose name is being corrected."""
    booked: bool = False
    """A visit has just been booked: the next question is that for the phone."""
    call: bool = False
    """A call was asked for, and waits for the phone."""


class Answered(BaseModel):
    """The newest answer, as long as it may be taken back for a better one."""

    words: str
    message_ids: list[int] = Field(default_factory=list)
    label: str
    at: AwareDatetime
    proposed: bool = False
    tapped: bool = False
    """Something was chosen since: it is the patient's now."""


class Heard(BaseModel):
    """A message as it was written, so that its correction finds it."""

    message_id: int
    text: str


class Memory(BaseModel):
    """Mutable on purpose: a handler changes it, and it is stored when the update has been handled, failed or not."""

    model_config = ConfigDict(validate_assignment=True)

    language: Language | None = None
    language_chosen: bool = False
    history: list[Line] = Field(default_factory=list)
    offers: list[Offer] = Field(default_factory=list)
    """Everything shown lately, newest last: an old button is understood by it."""
    shown: list[str] = Field(default_factory=list)
    """Slot ids of the newest proposal."""
    waiting: str | None = None
    """Words that are still to be answered: after the consent, or when the clinic answers again."""
    waiting_ids: list[int] = Field(default_factory=list)
    """The messages in which they came."""
    agreed: str | None = None
    """The version of the consent that the service is known to have."""
    consents: int = 0
    """How often it was asked for: the labels count on."""
    consent_label: str | None = None
    """The asking that has not been answered yet."""
    hold: KeptHold | None = None
    client_id: int | None = None
    """The person that the account books for now; None: its owner, who is not registered yet."""
    visitor: Visitor | None = None
    """More about that person, if it is not the owner."""
    pair: tuple[int, int] | None = None
    """Two people who want to come one right after the other."""
    asking: Asking | None = None
    then: Literal["call", "family"] | None = None
    """What was asked for before the consent, to be gone on with after it."""
    way: str | None = None
    """Where the way of buttons is to be entered once the account has agreed."""
    name_asked: bool = False
    phone_offered: bool = False
    """Each of these questions is asked once."""
    answered: Answered | None = None
    answers: int = 0
    """How many were given: their labels count on."""
    heard: list[Heard] = Field(default_factory=list)

    def say(self, who: Literal["patient", "receptionist"], text: str) -> None:
        self.history = [*self.history, Line(who=who, text=text)][-HISTORY_LINES:]

    def said(self) -> tuple[Said, ...]:
        return tuple(Said(line.who, line.text) for line in self.history)

    def show(self, offers: Iterable[Offer]) -> tuple[Offer, ...]:
        """Remember what is shown now; the offers, as they came."""
        new = tuple(offers)
        self.shown = [offer.slot.slot_id for offer in new]
        kept = [offer for offer in self.offers if offer.slot.slot_id not in self.shown]
        self.offers = [*kept, *new][-KNOWN_OFFERS:]
        return new

    def listed(self, now: datetime) -> tuple[Offer, ...]:
        """The newest proposal, without what has passed."""
        known = (self.offer(slot_id) for slot_id in self.shown)
        return tuple(one for one in known if one is not None and one.slot.start_time > now)

    def offer(self, slot_id: str) -> Offer | None:
        return next((offer for offer in self.offers if offer.slot.slot_id == slot_id), None)

    def wait_for(self, words: str, message_ids: Iterable[int] = ()) -> None:
        self.waiting_ids = [*(self.waiting_ids if self.waiting is not None else ()), *message_ids]
        self.waiting = words if self.waiting is None else f"{self.waiting}\n{words}"

    def hear(self, message_id: int, text: str) -> None:
        self.heard = [*self.heard, Heard(message_id=message_id, text=text)][-HEARD_MESSAGES:]

    def visits(self, person: Person | None) -> None:
        """From now on it is this person who visits; None: the account's owner."""
        self.pair, self.visitor = None, None
        self.client_id = None if person is None else person.client_id
        if person is not None and person.relation is not Relation.SELF:
            self.visitor = Visitor(client_id=person.client_id, relation=person.relation, name=person.full_name)

    @classmethod
    def stored(cls, memory: object) -> "Memory":
        """From its JSON form; an empty one if another version wrote it: forgotten is better than dead."""
        try:
            return cls.model_validate(memory)
        except ValidationError:
            return cls()

    def standing_hold(self, now: datetime) -> Hold | None:
        """The hold, unless its deadline has passed at `now` (aware)."""
        return self.hold.hold if self.hold is not None and self.hold.hold.expires_at > now else None

    def drop_wish(self) -> None:
        """Nothing that waits is gone on with, and a question that was open is open no more; what stands, stands."""
        self.waiting, self.waiting_ids, self.way, self.then = None, [], None, None
        self.asking, self.answered, self.pair = None, None, None

    def forget(self) -> None:
        """Begin anew, with the account's owner as the patient: language and consent stay."""
        self.history, self.offers, self.shown, self.waiting = [], [], [], None
        self.asking, self.then, self.answered, self.heard, self.pair = None, None, None, [], None
        if self.visitor is not None:
            self.visits(None)
