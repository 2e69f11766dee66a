"""What a patient asked for, in their words, and what the front desk made of it."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints

from contracts.fields import Code, ScheduleId, Text255, Wire, printable

MOST_WORDS = 2000
"""Characters of a patient's words that are kept."""
MOST_REASONS = 10
Words = Annotated[str, StringConstraints(max_length=MOST_WORDS, strip_whitespace=True), AfterValidator(printable)]


class Understood(Wire):
    """What was made of the words. None of it comes from the patient's hand."""

    specialty: Code | None = None
    doctor_id: ScheduleId | None = None
    wish: Text255 | None = None
    """The wished time, in words."""
    reasons: Annotated[tuple[Text255, ...], Field(max_length=MOST_REASONS)] = ()
    """Why these times were proposed."""
    source: Literal["model", "offline", "buttons", "staff"] = "buttons"
    """Who understood: a language model, the offline one, nobody (the patient tapped), or the clinic's people."""


class Wish(Wire):
    """Given along with a booking, so that whoever reviews it reads what the patient wrote."""

    description: Words = ""
    """Empty where nothing was written, or nothing written may be handed on."""
    understood: Understood = Understood()
