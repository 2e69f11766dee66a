"""A schedule made ready for questions: rules of each doctor, and their grids, shared by doctors with equal rules."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from clinic.schedule.domain.clinic import Doctor, Schedule
from clinic.schedule.engine.grid import Grid, Rules, build
from clinic.schedule.engine.minutes import Minute, to_datetime


class CompiledSchedule:
    """One version of the schedule. Grids are built at the first question and kept until the day is over."""

    def __init__(self, schedule: Schedule) -> None:
        self.schedule = schedule
        self.version = schedule.version
        self._zones = {branch.branch_id: ZoneInfo(branch.time_zone) for branch in schedule.branches.values()}
        self._rules = {doctor.doctor_id: self._rules_of(doctor) for doctor in schedule.doctors.values()}
        self._grids: dict[tuple[Rules, int], Grid] = {}
        self._built_on: date | None = None

    def zone(self, branch_id: int) -> ZoneInfo:
        return self._zones[branch_id]

    def rules(self, doctor: Doctor) -> Rules:
        return self._rules[doctor.doctor_id]

    def grid(self, doctor: Doctor, now: Minute) -> Grid:
        """Every start that the doctor's hours allow, from yesterday to a day beyond the horizon."""
        today = to_datetime(now).date()
        if today != self._built_on:
            self._grids, self._built_on = {}, today
        key = self._rules[doctor.doctor_id], doctor.horizon_days
        grid = self._grids.get(key)
        if grid is None:
            grid = self._grids[key] = build(key[0], today - timedelta(days=1), doctor.horizon_days + 3)
        return grid

    def doctors(
        self, specialty: str | None = None, doctor_id: int | None = None, branch_id: int | None = None
    ) -> Iterator[Doctor]:
        """The doctors that answer to all of the given conditions, by id."""
        chosen: Iterable[Doctor] = self.schedule.doctors.values()
        if doctor_id is not None:
            chosen = filter(None, [self.schedule.doctors.get(doctor_id)])
        return (
            doctor
            for doctor in chosen
            if specialty in (None, doctor.specialty) and branch_id in (None, doctor.branch_id)
        )

    def _rules_of(self, doctor: Doctor) -> Rules:
        branch = self.schedule.branch_of(doctor)
        return Rules(
            zone=self._zones[branch.branch_id],
            slot_minutes=doctor.slot_minutes,
            weekly_hours=doctor.weekly_hours,
            exceptions=doctor.exceptions,
            closures=branch.closures,
        )
