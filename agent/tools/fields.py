"""What a model may give to a tool. It is checked here, so that the clinic never refuses a call of ours.

A model's mistake is answered to the model; a refusal by the clinic would look like a clinic that does not work.
"""

from typing import Annotated

from pydantic import BeforeValidator, Field

from contracts.fields import MAX_SCHEDULE_ID, Code
from contracts.schedule import Gender

_FORM = "YYYY-MM-DD for a whole day, or YYYY-MM-DDTHH:MM with an offset."


def _unfilled(value: object) -> object:
    """Models often fill in what they could leave out: an empty text and a zero id mean nothing was given."""
    return None if value in ("", 0) else value


Unfilled = BeforeValidator(_unfilled)

SpecialtyCode = Annotated[Code | None, Field(description="A code that `specialties` returns."), Unfilled]
ScheduleId = Annotated[int | None, Field(ge=1, le=MAX_SCHEDULE_ID), Unfilled]
DoctorsGender = Annotated[Gender | None, Field(description="The doctor's."), Unfilled]
SpokenLanguage = Annotated[
    str | None,
    Field(pattern="^[a-z]{2}$", description="That the doctor speaks: an ISO 639-1 code such as en."),
    Unfilled,
]
Limit = Annotated[int, Field(ge=1, le=40)]
Earliest = Annotated[
    str | None, Field(max_length=40, description=f"Where to begin; now if not given. {_FORM}"), Unfilled
]
Latest = Annotated[str | None, Field(max_length=40, description=f"Where to end, that day included. {_FORM}"), Unfilled]
