"""What the grader knows of the clinic: its doctors, its places, and the names in its records."""

from dataclasses import dataclass
from functools import cached_property
from zoneinfo import ZoneInfo

from contracts.schedule import Branch, Doctor, VisitType
from evaluation.fits import Fits, Timed


@dataclass(frozen=True)
class Glass:
    doctors: dict[int, Doctor]
    branches: dict[int, Branch]
    visit_types: tuple[VisitType, ...]

    @cached_property
    def zones(self) -> dict[int, ZoneInfo]:
        return {number: ZoneInfo(one.time_zone) for number, one in self.branches.items()}

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Words of the clinic's records, which are shown in every language as they are; longest first."""
        places = [word for one in self.branches.values() for word in (one.name, one.address)]
        visits = [word for one in self.visit_types for word in (one.name, one.preparation) if word]
        people = [word for one in self.doctors.values() for word in (one.full_name, *one.full_name.split())]
        return tuple(sorted({*places, *visits, *people}, key=len, reverse=True))

    def fits(self, wish: Fits, slot: Timed) -> bool:
        return wish.fits(slot, self.doctors, self.zones)

    def zone_of(self, slot: Timed) -> ZoneInfo:
        return self.zones[self.doctors[slot.doctor_id].branch_id]
