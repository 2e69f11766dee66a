"""Tickets over HTTP: who may write what, what follows from it, and that nobody reads what is out of date."""

import asyncio
import json
import random

import asyncpg
import httpx
import pytest

from clinic.tickets.domain import FOLLOWS, SPOKEN, Author, Status
from tests.clinic.api.asking import Json, at, refused, registered
from tests.support.serving import Clinic

WORDS = "Do I need a referral?"


async def opened(patient: httpx.AsyncClient, text: str = WORDS, **more: object) -> Json:
    answer = await patient.post("/tickets", json={"text": text} | more)
    assert answer.status_code == 201, answer.text
    ticket: Json = answer.json()
    return ticket


async def commented(writer: httpx.AsyncClient, ticket_id: int, text: str, **more: object) -> Json:
    answer = await writer.post(f"/tickets/{ticket_id}/comments", json={"text": text} | more)
    assert answer.status_code == 201, answer.text
    ticket: Json = answer.json()
    return ticket


async def told(clinic: Clinic) -> list[tuple[str, str, Json]]:
    """The news so far: to whom, of what kind, and the facts."""
    connection = await asyncpg.connect(clinic.database_url)
    rows = await connection.fetch("SELECT recipient, kind, payload FROM deliveries ORDER BY delivery_id")
    await connection.close()
    return [(row["recipient"], row["kind"], json.loads(row["payload"])) for row in rows]


async def test_a_ticket_goes_its_way(clinic: Clinic) -> None:
    patient, client_id = await registered(clinic, "telegram:1")
    ticket = await opened(patient, client_id=client_id, branch_id=1, summary="wants an ENT")
    assert {key: ticket[key] for key in ("status", "reason", "human_owned", "owner", "subject", "full_name")} == {
        "status": "open",
        "reason": "patient_wrote",
        "human_owned": True,
        "owner": None,
        "subject": WORDS,
        "full_name": "A. Patient",
    }
    number = ticket["id"]
    assert (await clinic.staff.post(f"/tickets/{number}/take", json={"by": "telegram:7"})).json()[
        "owner"
    ] == "telegram:7"
    assert (await commented(clinic.staff, number, "No.", by="telegram:7"))["status"] == "answered"
    assert (await commented(patient, number, "Thanks"))["status"] == "awaiting_reply"
    closed = (await clinic.staff.post(f"/tickets/{number}/status", json={"status": "closed"})).json()
    assert (closed["status"], closed["human_owned"], closed["version"]) == ("closed", False, 5)
    assert [(each["author"], each["text"]) for each in closed["comments"]] == [
        ("patient", WORDS),
        ("clinic", "No."),
        ("patient", "Thanks"),
    ]
    assert closed["closed_at"] is not None


async def test_closed_is_final_and_a_patients_words_open_the_next(clinic: Clinic) -> None:
    patient, _ = await registered(clinic, "telegram:1")
    first = (await opened(patient))["id"]
    await clinic.staff.post(f"/tickets/{first}/status", json={"status": "closed"})
    for address, body in (
        ("comments", {"text": "late"}),
        ("status", {"status": "closed"}),
        ("status", {"status": "answered"}),
        ("take", {"by": "telegram:7"}),
        ("give-back", {}),
    ):
        refusal = refused(await clinic.staff.post(f"/tickets/{first}/{address}", json=body), 409, "wrong_transition")
        assert refusal["details"] == {"status": "closed"}
    second = await commented(patient, first, "One more thing")
    assert (second["follows_id"], second["status"], second["human_owned"]) == (first, "open", True)
    assert second["subject"] == WORDS
    # The continuation goes on as long as it lives, whatever number the patient answers to.
    assert (await commented(patient, first, "and another"))["id"] == second["id"]
    await clinic.staff.post(f"/tickets/{second['id']}/status", json={"status": "closed"})
    third = await commented(patient, first, "again")
    assert third["follows_id"] == second["id"]
    kept = (await clinic.staff.get(f"/tickets/{first}")).json()
    assert (kept["status"], len(kept["comments"])) == ("closed", 1)


async def test_the_same_message_is_written_once(clinic: Clinic) -> None:
    patient, _ = await registered(clinic, "telegram:1")
    same = await asyncio.gather(*(opened(patient, key="1/17") for _ in range(5)))
    assert len({ticket["id"] for ticket in same}) == 1
    number = same[0]["id"]
    again = await asyncio.gather(*(commented(patient, number, "more", key="1/18") for _ in range(5)))
    assert {len(ticket["comments"]) for ticket in again} == {2}
    assert (await patient.get("/tickets")).json()["total"] == 1
    replies = await asyncio.gather(*(commented(clinic.staff, number, "Yes", key="-5/3") for _ in range(5)))
    assert {len(ticket["comments"]) for ticket in replies} == {3}
    await clinic.staff.post(f"/tickets/{number}/status", json={"status": "closed"})
    # A repeated delivery of old words after the end opens nothing.
    assert (await commented(patient, number, "more", key="1/18"))["id"] == number
    clinic.clock.advance(hours=48)
    patient = await clinic.patient("telegram:1")
    assert (await commented(patient, number, "more", key="1/18"))["follows_id"] == number


async def test_two_managers_take_and_one_wins(clinic: Clinic) -> None:
    patient, _ = await registered(clinic, "telegram:1")
    number = (await opened(patient))["id"]
    answers = await asyncio.gather(
        *(clinic.staff.post(f"/tickets/{number}/take", json={"by": f"telegram:{who}"}) for who in range(7, 13))
    )
    (winner,) = [answer.json()["owner"] for answer in answers if answer.status_code == 200]
    for answer in answers:
        if answer.status_code != 200:
            assert refused(answer, 409, "taken")["details"] == {"by": winner}
    assert (await clinic.staff.post(f"/tickets/{number}/take", json={"by": winner})).json()["version"] == 2


async def test_giving_back_and_taking_again_is_told_to_the_patient(clinic: Clinic) -> None:
    patient, _ = await registered(clinic, "telegram:1")
    number = (await opened(patient))["id"]
    assert (await clinic.staff.post(f"/tickets/{number}/give-back")).json()["human_owned"] is False
    assert (await clinic.staff.post(f"/tickets/{number}/give-back")).json()["version"] == 2
    assert (await patient.get("/tickets", params={"human_owned": True})).json()["tickets"] == []
    await clinic.staff.post(f"/tickets/{number}/take", json={"by": "telegram:7"})
    assert (await patient.post(f"/tickets/{number}/give-back")).json()["owner"] is None
    handed = await commented(
        patient, number, "a person, please", hand_over={"reason": "asked_for_human", "summary": "s"}
    )
    assert (handed["human_owned"], handed["reason"], handed["summary"]) == (True, "asked_for_human", "s")
    assert [(who, what) for who, what, _ in await told(clinic)] == [
        ("managers", "ticket.opened"),
        ("telegram:1", "ticket.given_back"),
        ("telegram:1", "ticket.taken"),
        ("managers", "ticket.changed"),
        ("managers", "ticket.commented"),
    ]


async def test_news_and_events_hold_no_words(clinic: Clinic) -> None:
    patient, _ = await registered(clinic, "telegram:1")
    number = (await opened(patient, "my secret", summary="another secret", branch_id=1))["id"]
    await commented(patient, number, "third secret")
    await commented(clinic.staff, number, "fourth secret", by="Secret Name")
    facts = await told(clinic)
    assert [(who, what, set(payload)) for who, what, payload in facts] == [
        ("managers", "ticket.opened", {"ticket_id", "version"}),
        ("managers", "ticket.commented", {"ticket_id", "version", "comment_id"}),
        ("telegram:1", "ticket.answered", {"ticket_id", "version", "comment_id"}),
    ]
    connection = await asyncpg.connect(clinic.database_url)
    events = await connection.fetch("SELECT type, aggregate_version, payload FROM outbox ORDER BY id")
    await connection.close()
    assert [(row["type"], row["aggregate_version"]) for row in events] == [
        ("ticket.opened", 1),
        ("ticket.commented", 2),
        ("ticket.commented", 3),
    ]
    assert "secret" not in (str([row["payload"] for row in events]) + str(facts)).lower()


async def test_tickets_are_ones_own(clinic: Clinic) -> None:
    patient, _ = await registered(clinic, "telegram:1")
    stranger, stranger_id = await registered(clinic, "telegram:2")
    number = (await opened(patient))["id"]
    refused(await stranger.get(f"/tickets/{number}"), 404, "not_found")
    for step, body in (("comments", {"text": "x"}), ("status", {"status": "closed"}), ("give-back", {})):
        refused(await stranger.post(f"/tickets/{number}/{step}", json=body), 404, "not_found")
    # Also what the cache knows from somebody who may read it.
    assert (await clinic.staff.get(f"/tickets/{number}")).status_code == 200
    refused(await stranger.get(f"/tickets/{number}"), 404, "not_found")
    assert (await stranger.get("/tickets")).json()["tickets"] == []
    refused(await patient.post(f"/tickets/{number}/take", json={"by": "me"}), 403, "forbidden")
    refused(await patient.post(f"/tickets/{number}/status", json={"status": "answered"}), 403, "forbidden")
    refused(await patient.post("/tickets", json={"text": "x", "client_id": stranger_id}), 422, "unknown_client")
    refused(await patient.post("/tickets", json={"text": "x", "branch_id": 77}), 422, "unknown_branch")
    assert (await patient.post(f"/tickets/{number}/status", json={"status": "closed"})).json()["status"] == "closed"


async def test_staff_writes_first_and_sees_all(clinic: Clinic) -> None:
    patient, _ = await registered(clinic, "telegram:1")
    refused(await clinic.staff.post("/tickets", json={"text": "x"}), 422, "unknown_account")
    refused(await clinic.staff.post("/tickets", json={"text": "x", "account": "telegram:9"}), 422, "unknown_account")
    ticket = await opened(clinic.staff, "Bring your results", account="telegram:1", by="telegram:7", branch_id=1)
    assert (ticket["status"], ticket["owner"]) == ("answered", "telegram:7")
    clinic.clock.advance(seconds=1)
    other = await opened(patient)
    pages = [
        [each["id"] for each in (await clinic.staff.get("/tickets", params=wanted)).json()["tickets"]]
        for wanted in ({}, {"branch_id": 1}, {"status": "open"}, {"status": "closed"}, {"size": 1, "page": 2})
    ]
    assert pages == [[other["id"], ticket["id"]], [ticket["id"]], [other["id"]], [], [ticket["id"]]]


async def test_nobody_reads_what_is_out_of_date(clinic: Clinic) -> None:
    """Every answered write is seen by the next reader, also while others read all the time."""
    patient, _ = await registered(clinic, "telegram:1")
    number = (await opened(patient))["id"]
    done = asyncio.Event()

    async def reads_all_the_time() -> None:
        while not done.is_set():
            await asyncio.gather(clinic.staff.get(f"/tickets/{number}"), clinic.staff.get("/tickets"))

    async with asyncio.TaskGroup() as readers:
        for _ in range(3):
            readers.create_task(reads_all_the_time())
        for count in range(2, 32):
            written = await commented(clinic.staff if count % 2 else patient, number, f"words {count}")
            seen, listed = await asyncio.gather(clinic.staff.get(f"/tickets/{number}"), patient.get("/tickets"))
            assert seen.json() == written
            assert len(seen.json()["comments"]) == count
            assert listed.json()["tickets"][0]["version"] == written["version"]
        done.set()


async def test_writing_is_limited_and_agreed_to(clinic: Clinic) -> None:
    unknown = await clinic.patient("telegram:5")
    refused(await unknown.post("/tickets", json={"text": "x"}), 409, "consent_required")
    patient, _ = await registered(clinic, "telegram:1")
    for _ in range(10):
        await opened(patient)
    limit = refused(await patient.post("/tickets", json={"text": "x"}), 429, "quota")["details"]
    assert limit == {"limit": "tickets_per_account_day", "maximum": 10}
    clinic.clock.advance(hours=24, seconds=1)
    assert (await opened(await clinic.patient("telegram:1")))["status"] == "open"


@pytest.mark.parametrize("text", ["", "   ", "x" * 4001, "a\x00b"])
async def test_what_cannot_be_written_is_refused(clinic: Clinic, text: str) -> None:
    patient, _ = await registered(clinic, "telegram:1")
    answer = await patient.post("/tickets", json={"text": text})
    assert answer.status_code == 422, answer.text
    assert len((await opened(patient, "я" * 4000))["comments"][0]["text"]) == 4000


async def test_when_somebody_is_there_to_answer(clinic: Clinic, demo_clinic: Clinic) -> None:
    async def opening(asked: Clinic, **wanted: int) -> Json:
        answer = await asked.staff.get("/opening", params=wanted)
        assert answer.status_code == 200, answer.text
        hours: Json = answer.json()
        return hours

    before = await opening(clinic)  # a Monday, 06:00 UTC
    assert (before["opens"], before["closes"], before["open_now"]) == (at(9), at(17), False)
    clinic.clock.advance(hours=5)
    now = await opening(clinic, branch_id=1)
    assert (now["opens"], now["closes"], now["open_now"]) == (at(11), at(17), True)
    clinic.clock.advance(days=4, hours=7)  # Friday evening
    assert (await opening(clinic))["opens"] == at(9, day=9)
    refused(await clinic.staff.get("/opening", params={"branch_id": 77}), 404, "not_found")
    local = await opening(demo_clinic)
    assert local["opens"].endswith("+03:00") or local["time_zone"] != "Europe/Moscow"


@pytest.mark.parametrize("seed", range(3))
async def test_whatever_comes_the_service_does_what_the_states_say(clinic: Clinic, seed: int) -> None:
    patient, _ = await registered(clinic, "telegram:1")
    chance = random.Random(seed)  # noqa: S311 - a test must do the same again
    number, status = (await opened(patient))["id"], Status.OPEN
    for _ in range(25):
        step = chance.choice([*Author, *Author, *Status])
        if isinstance(step, Author):
            then = SPOKEN.get((status, step))
            writer = patient if step is Author.PATIENT else clinic.staff
            answer = await writer.post(f"/tickets/{number}/comments", json={"text": "words"})
            if then is None and step is Author.PATIENT:  # it goes on in the next one
                assert answer.json()["follows_id"] == number
                number, then = answer.json()["id"], Status.OPEN
        else:
            then = step if step in FOLLOWS[status] else None
            answer = await clinic.staff.post(f"/tickets/{number}/status", json={"status": step.value})
        if then is None:
            assert refused(answer, 409, "wrong_transition")["details"] == {"status": status.value}
        else:
            assert (answer.is_success, answer.json()["status"]) == (True, then.value)
        status = then or status
        shown = (await patient.get(f"/tickets/{number}")).json()
        assert (shown["status"], shown["closed_at"] is not None) == (status.value, status is Status.CLOSED)
