"""Which hours belong to which days, and what is taken back: 'tomorrow morning or Friday evening' is two groups."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from understanding.dates.atoms import AnyTime, DayAtom, Days, HourAtom, Hours, Part, Weekdays
from understanding.dates.hours import Linked, hour_minutes
from understanding.dates.meant import Meant

_LISTS = ("or", "and")


@dataclass(slots=True)
class Group:
    """Days and the hours meant on them; no days: any day, no hours: the whole day."""

    refused: bool
    days: list[DayAtom] = field(default_factory=list)
    hours: list[Linked] = field(default_factory=list)
    hours_first: bool = False
    days_before: list[DayAtom] = field(default_factory=list)
    """Days spoken of before, meant if none are named: 'Friday evening I can't, in the morning I can'."""
    preferred: bool = False
    """Better than the groups before: they count no more, but what both have in common is meant."""
    whole: bool = False
    """'Any time on the 27th': hours said for another day are not its own."""
    border: bool = False
    """The last day stands behind an 'or' or a comma."""

    @property
    def framed(self) -> bool:
        """Whether its days are a stretch that a weekday narrows."""
        return any(isinstance(day, Days) and (day.loose or day.last is None or day.whole_week) for day in self.days)


def grouped(wish: Sequence[Meant]) -> list[Group]:
    """The groups in order, after corrections."""
    groups: list[Group] = []
    any_time = False
    for place, one in enumerate(wish):
        if isinstance(one.atom, AnyTime) and not one.refused:
            any_time = one.link not in _LISTS
            if groups and not groups[-1].refused and groups[-1].days and not one.link:
                groups[-1].whole = True
        elif any_time and isinstance(one.atom, Days | Weekdays):
            any_time = False
            _take_day(groups, one, one.atom, wish[place:])
            groups[-1].whole = not one.refused
        elif isinstance(one.atom, Days | Weekdays):
            _take_day(groups, one, one.atom, wish[place:])
        elif isinstance(one.atom, Hours | Part):
            _take_hours(groups, one, one.atom)
    return [group for group in groups if group.days or group.hours]


def _open(groups: Sequence[Group], one: Meant) -> Group | None:
    """The group that the atom may join."""
    if not groups or groups[-1].refused != one.refused or (one.refused and one.again):
        return None
    return groups[-1]


def _take_day(groups: list[Group], one: Meant, atom: DayAtom, rest: Sequence[Meant]) -> None:
    if one.mark and not one.refused and _corrected(groups, one, atom, rest):
        return
    group = _open(groups, one)
    if group is not None and group.hours and not group.hours_first and _says_again(group, one, atom):
        return
    if group is None and not one.refused and len(groups) > 1 and groups[-1].refused and not groups[-1].days:
        group = next((g for g in reversed(groups) if not g.refused and g.hours and not g.days), None)
    if group is None or not _may_join(group, one, atom):
        group = Group(one.refused)
        groups.append(group)
    group.days.append(atom)
    group.border = bool(one.link)


def _may_join(group: Group, one: Meant, atom: DayAtom) -> bool:
    """Whether one more day is still about the same hours."""
    loose = isinstance(atom, Days) and atom.loose
    if group.whole and one.link:
        return False
    if one.link in _LISTS and group.days and loose != _loose(group.days[-1]):
        return False  # 'on Friday or next week'
    if not group.hours:
        return True
    return group.hours_first


def _loose(day: DayAtom) -> bool:
    return isinstance(day, Days) and day.loose


def _says_again(group: Group, one: Meant, atom: DayAtom) -> bool:
    """'on the 20th from 10 to 13, that is Friday'; 'Friday morning next week' narrows what was said."""
    if one.link in _LISTS:
        return False
    if isinstance(atom, Weekdays):
        return not atom.every and any(
            isinstance(day, Days) and day.first == day.last and {day.first.weekday()} == atom.numbers()
            for day in group.days
        )
    weekdays = [day for day in group.days if isinstance(day, Weekdays)]
    if atom.loose and weekdays:
        group.days.append(atom)
        return True
    if (
        atom.first == atom.last
        and len(weekdays) == len(group.days) == 1
        and {atom.first.weekday()} == weekdays[0].numbers()
    ):
        group.days = [atom]
        return True
    return atom in group.days


def _take_hours(groups: list[Group], one: Meant, atom: HourAtom) -> None:
    group = _open(groups, one)
    if one.mark == "correct" and not one.refused:
        group = next((g for g in reversed(groups) if not g.refused), group)
        if group is not None:
            group.hours = []
    if group is not None and group.hours_first and group.days and group.hours and not _narrows(group, one, atom):
        group = _split(groups, group)
    if one.refused and one.link in _LISTS and group is not None and group.days and not group.hours:
        group = None  # 'except Mondays and mornings'
    if group is None and not one.refused:
        group = _day_without_hours(groups)
    if group is None:
        before = groups[-1] if groups else None
        group = Group(one.refused, hours_first=True)
        if before is not None and before.refused and before.hours and not one.refused:
            group.days_before = before.days or _latest_days(groups)
        groups.append(group)
    if not group.days and not group.hours:
        group.hours_first = True
    if one.mark == "better" and group.hours:
        group.hours = [linked for linked in group.hours if _meets(linked.atom, atom)]
    group.hours.append(Linked(atom, alternative=one.link == "or"))


def _day_without_hours(groups: Sequence[Group]) -> Group | None:
    """'Tomorrow, not at five but at six': the hours behind the refused ones belong to the day before them."""
    wished = [group for group in groups if not group.refused]
    if not wished or not groups[-1].refused or bool(groups[-1].days) == bool(groups[-1].hours):
        return None
    return wished[-1] if wished[-1].days and not wished[-1].hours else None


def _narrows(group: Group, one: Meant, atom: HourAtom) -> bool:
    """'8 a.m. on Friday, before work': the hours say the same once more."""
    if (group.border and len(group.days) > 1) or one.link in _LISTS:
        return False
    hours = [*group.hours, Linked(atom, alternative=False)]
    return len(hour_minutes(hours)) == len(hour_minutes(group.hours))


def _split(groups: list[Group], group: Group) -> Group:
    """'After six on Wednesday or on Friday at noon': the last day belongs to the hours that follow it."""
    own = Group(group.refused, hours_first=not group.border)
    if group.border and len(group.days) > 1:
        own.days = [group.days.pop()]
    groups.append(own)
    return own


def _latest_days(groups: Sequence[Group]) -> list[DayAtom]:
    return next((group.days for group in reversed(groups) if group.days), [])


def _meets(one: HourAtom, other: HourAtom) -> bool:
    return not (isinstance(one, Part) and isinstance(other, Part))


def _corrected(groups: list[Group], one: Meant, atom: DayAtom, rest: Sequence[Meant]) -> bool:
    """Takes back or outdoes the earlier wishes; whether the day has found its group."""
    wished = [group for group in groups if not group.refused]
    if not any(group.days for group in wished):
        return False
    last = wished[-1]
    if last is groups[-1] and last.framed and isinstance(atom, Weekdays) and not last.hours:
        return False  # 'next week, better on Wednesday' is a Wednesday of it
    group = Group(refused=False, preferred=one.mark == "better")
    if one.mark == "correct":
        group.hours = [] if _names_hours(rest) else last.hours
        groups[:] = [other for other in groups if other.refused]
    group.days.append(atom)
    groups.append(group)
    return True


def _names_hours(rest: Sequence[Meant]) -> bool:
    """Whether hours are said with the day that the sentence goes on with."""
    for one in rest[1:]:
        if one.link in ("stop", *_LISTS):
            return False
        if isinstance(one.atom, Hours | Part) and not one.refused:
            return True
    return False
