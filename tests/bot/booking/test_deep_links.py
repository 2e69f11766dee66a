"""``?start=…`` opens the way of buttons where the link points to, after the consent."""

import pytest

from bot.dialogue.where import where_of_link
from tests.bot.booking.tapping import labels, taps
from tests.bot.patient import Patient, at_the_terminal
from tests.bot.receptionists import ProposesNearest
from tests.support.serving import Clinic

ENT = ProposesNearest("ent")


async def follows(patient: Patient, payload: str) -> str:
    return await patient.types(f"/start {payload}")


async def test_links_open_at_a_doctor_a_specialty_and_a_branch(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, ENT, language="ru") as patient:
        asked = await follows(patient, "doctor_8")
        assert "Даю согласие" in asked
        opened = await taps(patient, "Даю согласие")
        assert "Наталья Светлова" in opened
        assert "Март 2026" in opened
        assert "Какой филиал" in await follows(patient, "specialty_therapist")
        assert "Денис Ручьёв" in await follows(patient, "specialty_dentist")
        await follows(patient, "branch_2")
        assert "Дерматолог" in labels(patient)
        assert "Стоматолог" not in labels(patient)  # only at the other branch
        assert "Павел Громов" in await taps(patient, "^Терапевт")


@pytest.mark.parametrize(
    "payload", ["doctor_999", "branch_77", "specialty_homeopath", "doctor_x", "promo42", "doctor_"]
)
async def test_links_to_nowhere_are_answered_kindly(demo_clinic: Clinic, payload: str) -> None:
    async with at_the_terminal(demo_clinic, ENT, language="ru") as patient:
        await patient.agrees("к лору")
        shown = await follows(patient, payload)
        assert "Какой врач вам нужен?" in shown
        assert "Что-то пошло не так" not in shown
        assert "Терапевт" in labels(patient)


@pytest.mark.parametrize(
    "payload", ["doctor_-1", "doctor_ 1", "doctor_٣", "doctor_1e3", "doctor_" + "9" * 50, "specialty_A b"]
)
def test_what_is_no_link_of_ours(payload: str) -> None:
    assert where_of_link(payload) is None
