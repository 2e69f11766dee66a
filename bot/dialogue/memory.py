"""What is remembered of a conversation between updates; whoever runs the dialogue keeps it."""

from collections.abc import Iterable
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from agent.turn import Said
from bot.texts import Language
from contracts.appointments import Hold
from contracts.schedule import Slot

HISTORY_LINES = 12
KNOWN_OFFERS = 30


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
    agreed: str | None = None
    """The version of the consent that the service is known to have."""
    hold: KeptHold | None = None
    client_id: int | None = None
    """The person that the account books for."""

    def say(self, who: Literal["patient", "receptionist"], text: str) -> None:
        self.history = [*self.history, Line(who=who, text=text)][-HISTORY_LINES:]

    def said(self) -> tuple[Said, ...]:
        return tuple(Said(line.who, line.text) for line in self.history)

    def show(self, offers: Iterable[Offer]) -> None:
        new = list(offers)
        self.shown = [offer.slot.slot_id for offer in new]
        kept = [offer for offer in self.offers if offer.slot.slot_id not in self.shown]
        self.offers = [*kept, *new][-KNOWN_OFFERS:]

    def offer(self, slot_id: str) -> Offer | None:
        return next((offer for offer in self.offers if offer.slot.slot_id == slot_id), None)

    def wait_for(self, words: str) -> None:
        self.waiting = words if self.waiting is None else f"{self.waiting}\n{words}"

    @classmethod
    def stored(cls, memory: object) -> "Memory":
        """From its JSON form; an empty one if another version wrote it: forgotten is better than dead."""
        try:
            return cls.model_validate(memory)
        except ValidationError:
            return cls()

    def forget(self) -> None:
        """Begin anew: language, consent and person stay."""
        self.history, self.offers, self.shown, self.waiting = [], [], [], None
