"""What the grammar finds in a message: days, hours, parts of day, and words about how soon."""

from dataclasses import dataclass
from datetime import date

from understanding.dates.tokens import Clock


@dataclass(frozen=True, slots=True)
class Days:
    """Days from `first` to `last` inclusive (None: open-ended). `loose`: a weekday beside it narrows it."""

    first: date
    last: date | None
    loose: bool = False
    whole_week: bool = False
    """'In a week' is one day, but 'in a week, on Friday' the Friday of that day's week."""
    other: date | None = None
    """Another day that is meant perhaps: the nearest Friday for 'next Friday'."""
    ahead: bool = False
    """Said by a word that can only mean days to come ('tomorrow'): a past verb beside it does not tell of it."""
    today: bool = False
    """Said by the word 'today'."""
    lasting: bool = False
    """'From Monday', 'within a week': beside a trouble it tells how long that has lasted."""


@dataclass(frozen=True, slots=True)
class Weekdays:
    """From one weekday to another (Monday is 0); `every`: each week, otherwise the coming ones.

    `begun`: a run that has begun counts, as on a Sunday 'at the weekend' means today.
    """

    first: int
    last: int
    every: bool = False
    begun: bool = False

    def numbers(self) -> frozenset[int]:
        """The weekdays of the run; it may go round the week's end."""
        return frozenset((self.first + i) % 7 for i in range((self.last - self.first) % 7 + 1))


@dataclass(frozen=True, slots=True)
class Hours:
    """A time of day: at, around, after or before `start`; between `start` and `end`."""

    relation: str
    start: Clock
    end: Clock | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the day by its name in the lexicon. `habit`: 'in the mornings'."""

    name: str
    habit: bool = False


@dataclass(frozen=True, slots=True)
class Soonest:
    """As soon as possible; `negated`: not urgent."""

    negated: bool = False


@dataclass(frozen=True, slots=True)
class AnyTime:
    """Any time will do; `rest`: any other than those spoken of."""

    rest: bool = False


@dataclass(frozen=True, slots=True)
class Bygone:
    """A day that is past, or a number that is no date: told, not wished."""


Atom = Days | Weekdays | Hours | Part | Soonest | AnyTime | Bygone
DayAtom = Days | Weekdays
HourAtom = Hours | Part
