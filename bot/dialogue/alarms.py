"""What an emergency leaves in a conversation, until the patient says that it is not happening."""

from datetime import timedelta

from pydantic import AwareDatetime, BaseModel, ConfigDict

VALID = timedelta(hours=12)
"""For so long 'not happening now' brings the wish back."""
QUIET = timedelta(minutes=10)
"""The managers are told of one account at most so often."""
ONE_BREATH = timedelta(seconds=20)
"""Words that follow so soon are read together with those before: 'I cannot' … 'breathe'."""


class Alarm(BaseModel):
    """The newest emergency that has not been denied."""

    model_config = ConfigDict(frozen=True)

    number: int
    """Counts a conversation's alarms; the button carries it."""
    code: str
    at: AwareDatetime
    answers: int
    """How many answers had been given then: after more of them the wish set aside is out of date."""


class Spoken(BaseModel):
    """The newest words that passed the gate, for as long as what follows may complete them."""

    model_config = ConfigDict(frozen=True)

    text: str
    at: AwareDatetime
