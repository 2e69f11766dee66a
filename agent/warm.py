"""Dictionaries and lists that are read at their first use, read beforehand: no patient waits for them."""

from datetime import UTC, datetime

from agent.output_check import check
from agent.personal import KnownPersonal
from agent.privacy.find import find
from agent.privacy.staff import Staff
from understanding import complaints, dates, requests


def warm_up() -> None:
    """Takes some tenths of a second, once a process."""
    find("Меня зовут Иван, I am John", KnownPersonal(("Ivan",)), Staff(("Иванова Анна",)), datetime.now(UTC).date())
    check("Какое время вам удобнее?", "ru")
    complaints.rank("болит горло", "ru")
    dates.parse("завтра", "ru", datetime.now(UTC))
    requests.read("к врачу", requests.KnownClinic())
