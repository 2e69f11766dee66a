"""Which of the free times to offer somebody whose wish was declined."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from clinic.schedule.engine.minutes import Minute

OTHER_DOCTOR: Minute = 24 * 60
"""Another doctor is as good as the wanted one a day further away."""


@dataclass(frozen=True, slots=True)
class Candidate:
    doctor_id: int
    start: Minute
    day: date
    """The branch's."""


def alternatives(candidates: Iterable[Candidate], doctor_id: int | None, wished: Minute, most: int) -> list[Candidate]:
    """Up to `most`, soonest first: near the wished time, the wanted doctor preferred, on different days if possible.

    No two begin at the same moment, and the wanted doctor's wished time itself is not among them: it was declined.
    """
    wanted = {each for each in candidates if (each.doctor_id, each.start) != (doctor_id, wished)}
    left = sorted(wanted, key=lambda each: (_cost(each, doctor_id, wished), each.start, each.doctor_id))
    chosen: list[Candidate] = []
    while left and len(chosen) < most:
        days = {each.day for each in chosen}
        best = next((each for each in left if each.day not in days), left[0])
        chosen.append(best)
        left = [each for each in left if each.start != best.start]
    return sorted(chosen, key=lambda each: each.start)


def _cost(candidate: Candidate, doctor_id: int | None, wished: Minute) -> Minute:
    return abs(candidate.start - wished) + (0 if candidate.doctor_id == doctor_id else OTHER_DOCTOR)
