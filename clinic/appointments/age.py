"""Whether a doctor sees visitors of this age. Asked for patients' calls; staff knows whom it books."""

from datetime import date

from clinic.appointments.refusals import WrongAge
from clinic.schedule.domain.clinic import Doctor
from clinic.schedule.domain.visitor import Visitor


def check_age(doctor: Doctor, visitor: Visitor, visit_day: date) -> None:
    """Raises WrongAge for a known age; nobody's is guessed here. `visit_day` is the branch's."""
    if not visitor.age_is_known:
        return
    child = visit_day < visitor.adult_from
    if not (doctor.sees_children if child else doctor.sees_adults):
        raise WrongAge("children" if child else "adults")
