"""Which hours belong to which days: 'tomorrow morning or Friday evening' is two groups."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from understanding.dates.atoms import DayAtom, Days, HourAtom, Hours, Part, Weekdays
from understanding.dates.clauses import Meant


@dataclass(slots=True)
class Linked:
    """An hour atom and whether it is an alternative to the one before ('or')."""

    atom: HourAtom
    alternative: bool


@dataclass(slots=True)
class Group:
    """Days and the hours meant on them; no days: any day, no hours: the whole day."""

    refused: bool
    days: list[DayAtom] = field(default_factory=list)
    hours: list[Linked] = field(default_factory=list)
    hours_first: bool = False
    days_before: list[DayAtom] = field(default_factory=list)
    """Days of the refusal just before, meant if none are named: 'Friday evening I can't, in the morning I can'."""

    def takes_day(self, link: str) -> bool:
        """Whether one more day is still about the same hours."""
        if not self.hours:
            return True
        return not self.days or (self.hours_first and bool(link))


def grouped(wish: Sequence[Meant]) -> list[Group]:
    """The groups in order; hours without days after a refusal's border stand alone."""
    groups: list[Group] = []
    for one in wish:
        group = groups[-1] if groups and groups[-1].refused == one.refused else None
        if one.refused and one.again:
            group = None
        if isinstance(one.atom, Days | Weekdays):
            if group is None or not group.takes_day(one.link):
                group = _new(groups, one)
            group.days.append(one.atom)
        elif isinstance(one.atom, Hours | Part):
            if group is None or (group.hours_first and group.days and group.hours):
                before = groups[-1] if groups else None
                group = _new(groups, one)
                group.hours_first = True
                if before is not None and before.refused and before.hours and not one.refused:
                    group.days_before = before.days
            group.hours.append(Linked(one.atom, alternative=one.link == "or"))
    return groups


def _new(groups: list[Group], one: Meant) -> Group:
    groups.append(Group(one.refused))
    return groups[-1]
