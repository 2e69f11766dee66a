"""Who is going to visit, as far as it decides which doctors see them."""

from dataclasses import dataclass
from datetime import date

ADULT_YEARS = 18


@dataclass(frozen=True, slots=True)
class Visitor:
    relation: str | None
    """Who the person is to the account: `self`, `child`, `parent`, `other`; None: nobody said."""
    birth_date: date | None

    @property
    def age_is_known(self) -> bool:
        """Without a birth date a child is a child, and of others one can only guess."""
        return self.birth_date is not None or self.relation == "child"

    @property
    def adult_from(self) -> date:
        """The first day on which the person is no child. Without a birth date: never for a child, always for others."""
        if self.birth_date is None:
            return date.max if self.relation == "child" else date.min
        year = self.birth_date.year + ADULT_YEARS
        try:
            return self.birth_date.replace(year=year)
        except ValueError:  # born on 29 February
            return date(year, 3, 1)
