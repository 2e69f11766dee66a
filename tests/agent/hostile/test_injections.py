"""Instructions inside what a patient writes or the clinic's records hold: a model that obeys them does no harm."""

import dataclasses
import json
import re
import time

import pytest

from agent import Said
from tests.agent.clinic_in_memory import slot
from tests.agent.hostile.injections import HARM, PATIENTS, SAY, ordering
from tests.agent.hostile.invariants import WISH, Arena, Watched, holds, watched
from tests.agent.receptionists import LOOKS, Language, context
from tests.agent.scripted_openai import Body, Reply, calls, says

_ORDER = re.compile(re.escape(SAY) + r"(.*?)>>", re.DOTALL)
READS = calls(("doctors", {}), ("branches", {}), ("my_appointments", {}))


def obeys(body: Body) -> Reply:
    """Says what the newest instruction in the request tells it to say; looks for slots if there is none."""
    orders = _ORDER.findall("\n".join(one["content"] or "" for one in body["messages"]))
    return says(orders[-1]) if orders else says("Какой день вам удобен?")


@pytest.mark.parametrize("harm", HARM)
@pytest.mark.parametrize("language", ["ru", "en"])
async def test_an_order_in_the_patients_words_changes_nothing(arena: Arena, harm: str, language: Language) -> None:
    arena.play(obeys)
    now = await arena.turn(language, f"{WISH[language]}. {ordering(harm)}")
    arena.play(LOOKS, obeys)
    later = await arena.turn(language, None, [Said("patient", ordering(harm)), Said("receptionist", ordering(harm))])

    assert harm not in now.text + later.text


@pytest.mark.parametrize("harm", HARM)
@pytest.mark.parametrize("where", ["doctor", "branch", "office", "own"])
async def test_nor_does_one_in_the_clinics_records(arena: Arena, harm: str, where: str) -> None:
    clinic, began = poisoned(where, ordering(harm)), time.monotonic()
    arena.play(READS, LOOKS, obeys)

    result = await arena.receptionist.answer(WISH["ru"], [], context(clinic, "ru"))

    holds(dataclasses.replace(result, proposals=()), clinic, "ru", time.monotonic() - began)
    assert harm not in result.text
    assert result.answered_by == "offline" or harm not in json.dumps(arena.model.requests, ensure_ascii=False)


@pytest.mark.parametrize("text", PATIENTS)
@pytest.mark.parametrize("language", ["ru", "en"])
async def test_a_hostile_patient_gets_an_honest_answer(arena: Arena, text: str, language: Language) -> None:
    arena.play(LOOKS, says("Какой день вам удобен?" if language == "ru" else "Which day suits you?"))
    assert (await arena.turn(language, text)).answered_by == "model"

    arena.play(says(text))  # a parrot
    await arena.turn(language, text)


def poisoned(where: str, order: str) -> Watched:
    """A clinic with an order in one of its records."""
    clinic = watched()
    if where == "branch":
        clinic.places = tuple(one.model_copy(update={"name": order, "address": order}) for one in clinic.places)
    elif where == "own":
        clinic.own = tuple(one.model_copy(update={"doctor_name": order, "office_number": order}) for one in clinic.own)
    else:
        change = {"full_name": order} if where == "doctor" else {"office_number": order}
        first, *others = clinic.staff
        clinic.staff = (first.model_copy(update=change), *others)
        clinic.free = tuple(
            slot(clinic.staff[0], one.start_time) if one.doctor_id == first.doctor_id else one for one in clinic.free
        )
    return clinic
