"""A small clinic with doctors of every kind that a patient may ask for, and free time on known days."""

from datetime import date, timedelta

from contracts.appointments import Appointment, AppointmentStatus
from contracts.schedule import Branch, VisitType
from tests.agent.clinic_in_memory import NOW, Clinic, an_appointment, at, doctor, slot

GARDEN = Branch(branch_id=1, name="Клиника на Садовой", address="ул. Садовая, 10", time_zone="Europe/Moscow")
PARK = Branch(branch_id=2, name="Клиника у парка", address="Парковая ул., 3", time_zone="Europe/Moscow")
TODAY = NOW.date()

ENT_WOMAN = doctor(1, "ent", "Наталья Светлова", gender="female", languages=("ru", "en"))
ENT_MAN = doctor(2, "ent", "Борис Тихонов", gender="male", branch_id=2)
GP_WOMAN = doctor(3, "therapist", "Ирина Соколова", gender="female", languages=("ru", "en"))
GP_MAN = doctor(4, "therapist", "Павел Громов", gender="male", branch_id=2)
UROLOGIST = doctor(5, "urologist", "Глеб Морозов", gender="male", branch_id=2)
PEDIATRICIAN = doctor(6, "pediatrician", "Мария Лебедева", gender="female")
NEUROLOGIST = doctor(7, "neurologist", "Анна Тихонова", gender="female", languages=("ru", "hy"))
CARDIOLOGIST = doctor(8, "cardiologist", "Виктор Орлов", gender="male")
NAMESAKE = doctor(9, "cardiologist", "Ольга Светлова", gender="female", branch_id=2)
STAFF = (ENT_WOMAN, ENT_MAN, GP_WOMAN, GP_MAN, UROLOGIST, PEDIATRICIAN, NEUROLOGIST, CARDIOLOGIST, NAMESAKE)

HOURS = (9, 10, 11, 12, 15, 16, 17, 18, 19)
DAYS = 16
PRICES = (
    VisitType(
        visit_type_id=1,
        code="first_visit",
        kind="first",
        name="Первичный приём",
        specialty=None,
        duration_minutes=30,
        price="2500.00 RUB",
        preparation="Возьмите паспорт.",
    ),
)


def day(ahead: int) -> date:
    """Days from today, a Wednesday: 1 is Thursday the 19th, 7 the next Wednesday."""
    return TODAY + timedelta(days=ahead)


def visited(doctor_id: int, specialty: str, days_ago: int) -> Appointment:
    """A visit that took place."""
    start = at(day(-days_ago), 12)
    return an_appointment().model_copy(
        update={
            "doctor_id": doctor_id,
            "specialty": specialty,
            "start_time": start,
            "end_time": start + timedelta(minutes=30),
            "status": AppointmentStatus.COMPLETED,
        }
    )


def demo_clinic() -> Clinic:
    """Every doctor has every hour of `HOURS` from tomorrow on, weekends included, for `DAYS` days."""
    times = [slot(one, at(day(ahead), hour)) for one in STAFF for ahead in range(1, DAYS) for hour in HOURS]
    return Clinic(STAFF, tuple(times), places=(GARDEN, PARK), visits=PRICES)
