"""Whether a doctor sees visitors of this age. Asked for patients' calls; staff knows whom it books."""

from datetime import date

from clinic.appointments.refusals import WrongAge
from clinic.schedule.domain.clinic import Doctor

ADULT_YEARS = 18


def check_age(doctor: Doctor, relation: str | None, birth_date: date | None, visit_day: date) -> None:
    """Raises WrongAge. Without a birth date a child is a child, and nobody else's age is guessed."""
    if birth_date is None and relation != "child":
        return
    child = birth_date is None or _years(birth_date, visit_day) < ADULT_YEARS
    if not (doctor.sees_children if child else doctor.sees_adults):
        raise WrongAge("children" if child else "adults")


def _years(birth_date: date, day: date) -> int:
    return day.year - birth_date.year - ((day.month, day.day) < (birth_date.month, birth_date.day))
