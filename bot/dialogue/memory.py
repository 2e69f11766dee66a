"""What is remembered of a conversation between updates; whoever runs the dialogue keeps it."""

from collections.abc import Iterable
from datetime import datetime
from typing import Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from agent.turn import Said
from agent.wanted.state import Shown, Wanted
from bot.dialogue.alarms import Alarm, Spoken
from bot.texts import Language
from contracts.appointments import Hold
from contracts.people import Person, Relation
from contracts.schedule import Slot
from contracts.wishes import Wish as ClinicsWish

HISTORY_LINES = 12
KNOWN_OFFERS = 30
HEARD_MESSAGES = 24
KEPT_WORDS = 30
"""Messages of one wish."""


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
    wish: ClinicsWish | None = None
    """What the clinic is told when it is confirmed: fixed with the hold, so that each try says the same."""


class Visitor(BaseModel):
    """Who is going to visit, if it is not the account's owner."""

    client_id: int
    relation: Relation
    name: str | None = None


class Asking(BaseModel):
    """The question that is open: the next words may be its answer."""

    what: Literal["name", "person-name", "birth-date", "new-name", "phone", "ticket"]
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
    ticket_id: int | None = None
    """To which ticket the next words go; None: to the one that is open, or a new one."""


class Answered(BaseModel):
    """The newest answer, as long as it may be taken back for a better one."""

    words: str
    message_ids: list[int] = Field(default_factory=list)
    label: str
    at: AwareDatetime
    before: Wanted | None = None
    """What was wanted before these words."""
    proposed: bool = False
    tapped: bool = False
    """Something was chosen since: it is the patient's now."""


class Heard(BaseModel):
    """A message as it was written, so that its correction finds it."""

    message_id: int
    text: str


class Voice(BaseModel):
    """A voice message, as long as it has not been heard."""

    message_id: int
    file_id: str
    name: str
    """Its ending tells the format."""
    media_type: str


class SetAside(BaseModel):
    """What an emergency interrupted."""

    waiting: str | None = None
    waiting_ids: list[int] = Field(default_factory=list)
    way: str | None = None
    then: Literal["call", "family", "ticket"] | None = None
    voices: list[Voice] = Field(default_factory=list)
    asking: Asking | None = None
    answered: Answered | None = None
    pair: tuple[int, int] | None = None


class Memory(BaseModel):
    """Mutable on purpose: a handler changes it, and it is stored when the update has been handled, failed or not."""

    model_config = ConfigDict(validate_assignment=True)

    language: Language | None = None
    language_chosen: bool = False
    history: list[Line] = Field(default_factory=list)
    offers: list[Offer] = Field(default_factory=list)
    """Everything shown lately, newest last: an old button is understood by it."""
    wanted: Wanted | None = None
    """The visit that is wanted, as the receptionist understood it; None: the history tells."""
    shown: list[str] = Field(default_factory=list)
    """Slot ids of the newest proposal."""
    waiting: str | None = None
    """Words that are still to be answered: after the consent, or when the clinic answers again."""
    waiting_ids: list[int] = Field(default_factory=list)
    """The messages in which they came."""
    voices: list[Voice] = Field(default_factory=list)
    """Voice messages that are to be heard after the consent."""
    agreed: str | None = None
    """The version of the consent that the service is known to have."""
    consents: int = 0
    """How often it was asked for: the labels count on."""
    consent_label: str | None = None
    """The asking that has not been answered yet."""
    words: list[str] = Field(default_factory=list)
    """What the patient wrote since the search began, as it was written."""
    answered_by: Literal["model", "offline"] | None = None
    """Who understood the newest of these words; None: nothing was written."""
    hold: KeptHold | None = None
    client_id: int | None = None
    """The person that the account books for now; None: its owner, who is not registered yet."""
    visitor: Visitor | None = None
    """More about that person, if it is not the owner."""
    pair: tuple[int, int] | None = None
    """Two people who want to come one right after the other."""
    asking: Asking | None = None
    then: Literal["call", "family", "ticket"] | None = None
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
    spoken: Spoken | None = None
    alarm: Alarm | None = None
    """The newest emergency, until the patient says that it is not happening."""
    alarms: int = 0
    aside: SetAside | None = None
    """What that emergency interrupted. Nothing but the patient's own word brings it back."""
    reach_untold: bool = False
    """The clinic could not be told that its messages arrive here again."""
    ticket: int | None = None
    """The ticket that was spoken in last, and of which the patient knows that people answer there."""
    managers_told: AwareDatetime | None = None
    """When the managers last heard of an emergency of this account."""

    def say(self, who: Literal["patient", "receptionist"], text: str) -> None:
        self.history = [*self.history, Line(who=who, text=text)][-HISTORY_LINES:]

    def asked_for(self, words: str, answered_by: Literal["model", "offline"]) -> None:
        """More words of the wish that is not fulfilled yet, and who understood them."""
        self.words, self.answered_by = [*self.words, words][-KEPT_WORDS:], answered_by

    def wish(self, now: datetime) -> Wanted | None:
        """What is wanted, with what was shown last and what is held: buttons may have changed both since."""
        if self.wanted is None:
            return None
        shown = tuple(Shown.of(offer.slot) for offer in self.listed(now))
        kept = self.standing_hold(now)
        held = None
        if kept is not None:
            held = Shown(doctor_id=kept.doctor_id, start=kept.start_time, branch_id=kept.branch_id)
        return self.wanted.model_copy(update={"shown": shown, "held": held})

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
        self.voices = []
        self.asking, self.answered, self.pair = None, None, None

    def set_aside(self) -> None:
        """Keep what was going on out of reach; of two emergencies in a row the first one interrupted something."""
        going_on = SetAside(**{name: getattr(self, name) for name in SetAside.model_fields})
        if going_on != SetAside() or self.alarm is None:
            self.aside = going_on
        self.drop_wish()

    def take_up(self, *, stale: bool) -> None:
        """What was set aside goes on, except where something newer stands; `stale`: it is forgotten instead."""
        aside, self.aside = self.aside, None
        for name in SetAside.model_fields if aside is not None and not stale else ():
            if not getattr(self, name):
                setattr(self, name, getattr(aside, name))

    def take_back(self, answered: Answered) -> None:
        """The newest words and their answer are as if they had not been said."""
        self.history, self.wanted, self.answered = self.history[:-2], answered.before, None
        self.words = self.words[:-1]

    def fulfilled(self) -> None:
        """The wish is fulfilled: the next one begins with a clean page."""
        self.history, self.wanted, self.words, self.answered_by = [], None, [], None

    def forget(self) -> None:
        """Begin anew, with the account's owner as the patient: language and consent stay."""
        self.fulfilled()
        self.offers, self.shown, self.waiting = [], [], None
        self.asking, self.then, self.answered, self.heard, self.pair = None, None, None, [], None
        self.voices = []
        self.spoken, self.alarm, self.aside = None, None, None
        if self.visitor is not None:
            self.visits(None)
