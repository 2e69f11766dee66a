"""The people of an account are known to the clinic, and to no model: over the real service and real HTTP."""

import json

from bot.texts import texts
from contracts.people import ContactRequest, PersonRequest, Relation
from tests.agent.receptionists import thinking_with
from tests.agent.scripted_openai import says, scripted
from tests.bot.booking.tapping import taps
from tests.bot.patient import at_the_terminal
from tests.support.serving import Clinic

SAY = texts("en").say
SECRETS = ("Archibald", "Quimby", "Wilhelmina", "5550147")


async def test_who_the_clinic_knows_is_named_to_no_model(demo_clinic: Clinic) -> None:
    async with (
        scripted(says("Hello [NAME_1]! What is bothering you?")) as model,
        thinking_with(model.base_url) as receptionist,
        at_the_terminal(demo_clinic, receptionist) as patient,
    ):
        await patient.types("/start")
        await taps(patient, SAY("consent-yes"))
        await patient.calls.add_person(PersonRequest(relation=Relation.SELF, full_name="Archibald Quimby"))
        await patient.calls.add_person(PersonRequest(relation=Relation.CHILD, full_name="Wilhelmina Quimby"))
        await patient.calls.set_contact(ContactRequest(phone="+44 20 5550147"))
        answer = await patient.types("quimby here, archibald. is wilhelmina too young for an ENT? call 20 5550147")

    sent = json.dumps(model.requests).lower()
    assert len(model.requests) == 1
    assert [secret for secret in SECRETS if secret.lower() in sent] == []
    assert "Hello quimby! What is bothering you?" in answer
