"""Two managers press at once, over real HTTP: one wins, the other learns who, and the state is of a piece."""

import asyncio
from itertools import cycle

import httpx

from clinic.main.parts import Parts
from tests.clinic.api.asking import Json, free, registered
from tests.clinic.applications.asking import application_of, confirmed, do, moment
from tests.support.serving import Clinic

ROUNDS = 30
PAIRS = cycle(
    [
        (("approve", {}), ("approve", {})),
        (("approve", {}), ("decline", {"reason": "full"})),
        (("decline", {"reason": "full"}), ("decline", {"reason": "ill"})),
        (("counter-offer", {}), ("approve", {})),
        (("counter-offer", {}), ("counter-offer", {})),
        (("decline", {"reason": "full"}), ("counter-offer", {})),
    ]
)
OUTCOMES = {
    "approve": ("approved", "confirmed"),
    "decline": ("declined", "declined"),
    "counter-offer": ("proposed", "declined"),
}


async def press(client: httpx.AsyncClient, number: int, step: str, by: str, more: Json) -> httpx.Response:
    return await client.post(f"/applications/{number}/{step}", json={"by": by} | more)


async def test_one_manager_wins_and_the_other_learns_who(desk: Clinic) -> None:
    anna = desk.staff
    boris = await desk.client(Authorization=anna.headers["Authorization"])
    patient, client_id = await registered(desk, "telegram:42")
    for number, pair in zip(range(ROUNDS), PAIRS, strict=False):
        desk.clock.advance(minutes=70)  # an account starts so many bookings an hour
        patient = await desk.patient("telegram:42")
        visit = await confirmed(patient, client_id, doctor_id=1 + number % 9)
        application = await application_of(anna, visit)
        slots = await free(anna, doctor_id=10, limit=2)
        bodies: list[Json] = [
            more or ({"slot_ids": [slot["slot_id"]]} if step == "counter-offer" else {})
            for (step, more), slot in zip(pair, slots, strict=True)
        ]
        answers = await asyncio.gather(
            press(anna, application["id"], pair[0][0], "Anna", bodies[0]),
            press(boris, application["id"], pair[1][0], "Boris", bodies[1]),
        )
        assert sorted(answer.status_code for answer in answers) == [200, 409], [answer.text for answer in answers]
        winner = next(n for n, answer in enumerate(answers) if answer.status_code == 200)
        lost = answers[1 - winner].json()
        assert (lost["code"], lost["details"]["by"]) == ("decided", ("Anna", "Boris")[winner])
        now = (await anna.get(f"/applications/{application['id']}")).json()
        assert (now["status"], now["appointment"]["status"]) == OUTCOMES[pair[winner][0]]
        assert now["decided_by"] == ("Anna", "Boris")[winner]
        await tidy(patient, now)


async def tidy(patient: httpx.AsyncClient, application: Json) -> None:
    """Nothing stays that would count towards the patient's quotas or take the next round's times."""
    if application["offer_id"] is not None:
        assert (await patient.post(f"/offers/{application['offer_id']}/refuse")).status_code == 200
    if application["appointment"]["status"] == "confirmed":
        number = application["appointment"]["id"]
        assert (await patient.post(f"/appointments/{number}/cancel")).status_code == 200


async def test_manager_patient_and_deadline_at_once_leave_one_answer(desk: Clinic, works: Parts) -> None:
    _, client_id = await registered(desk, "telegram:42")
    agreeing = {"approved": {"confirmed"}, "declined": {"declined"}, "withdrawn": {"cancelled"}}
    for number in range(12):
        desk.clock.advance(minutes=70)
        patient = await desk.patient("telegram:42")
        visit = await confirmed(patient, client_id, doctor_id=1 + number % 9)
        application = await application_of(desk.staff, visit)
        await at_deadline(desk, application)
        patient = await desk.patient("telegram:42")
        await asyncio.gather(
            press(desk.staff, application["id"], "decline", "Anna", {"reason": "full"}),
            patient.post(f"/appointments/{visit['id']}/cancel"),
            do(works, "decide_applications"),
            press(desk.staff, application["id"], "approve", "Boris", {}),
        )
        now = (await desk.staff.get(f"/applications/{application['id']}")).json()
        # Whoever approved first may have been followed by a patient who cancelled the visit that then stood.
        stands = agreeing[now["status"]] | ({"cancelled"} if now["status"] == "approved" else set())
        assert now["appointment"]["status"] in stands
        assert now["awaits"] is None
        await tidy(patient, now)


async def at_deadline(desk: Clinic, application: Json) -> None:
    desk.clock.now = moment(application["decide_by"])
