"""Finding buttons by what they say, as people do."""

import re

from bot.terminal.screen import Button
from tests.bot.patient import Patient


def buttons(patient: Patient) -> list[Button]:
    """All of the newest message that has any."""
    every = patient.buttons()
    return [one for one in every if one.message_id == every[0].message_id]


def labels(patient: Patient) -> list[str]:
    return [one.label for one in buttons(patient)]


def button(patient: Patient, pattern: str) -> Button:
    """The first whose label has the pattern, in the newest message that has one."""
    found = next((one for one in patient.buttons() if re.search(pattern, one.label)), None)
    assert found is not None, f"no button {pattern!r} among {labels(patient)}"
    return found


async def taps(patient: Patient, *patterns: str) -> str:
    """One after the other; what the last one printed."""
    printed = ""
    for pattern in patterns:
        printed = await patient.taps(button(patient, pattern))
    return printed


def days(patient: Patient) -> list[Button]:
    """The days of a calendar that can be pressed."""
    return [one for one in buttons(patient) if one.data.startswith("bt:") and one.label.isdigit()]
