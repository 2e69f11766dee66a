"""The clinic's doctors and branches, as far as a patient's words may name them."""

import asyncio
from dataclasses import dataclass
from functools import cached_property

from agent.gateway import ClinicGateway
from contracts.schedule import Branch, Doctor
from understanding.requests import KnownBranch, KnownClinic, KnownDoctor


@dataclass(frozen=True)
class Clinic:
    """Who and what can be named. The empty one knows nobody: then no name is understood."""

    doctors: tuple[Doctor, ...] = ()
    branches: tuple[Branch, ...] = ()

    @classmethod
    async def read(cls, gateway: ClinicGateway) -> "Clinic":
        """Raises ClinicUnavailable."""
        doctors, branches = await asyncio.gather(gateway.doctors(), gateway.branches())
        return cls(doctors, branches)

    def doctor(self, doctor_id: int) -> Doctor | None:
        return self._by_id.get(doctor_id)

    @cached_property
    def _by_id(self) -> dict[int, Doctor]:
        return {one.doctor_id: one for one in self.doctors}

    def names(self, among: tuple[int, ...] = ()) -> KnownClinic:
        """For understanding.requests; of the doctors `among` alone if any are given."""
        doctors = tuple(
            KnownDoctor(
                one.doctor_id,
                one.full_name,
                "female" if one.gender == "female" else "male" if one.gender == "male" else None,
            )
            for one in self.doctors
            if not among or one.doctor_id in among
        )
        return KnownClinic(doctors, tuple(KnownBranch(one.branch_id, one.name, one.address) for one in self.branches))
