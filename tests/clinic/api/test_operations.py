"""Health, metrics, logs without personal data, and events that are written with what they tell."""

import asyncio
import io
import json
from collections.abc import Iterator
from contextlib import redirect_stderr

import asyncpg
import httpx
import pytest
import structlog
from prometheus_client.parser import text_string_to_metric_families

from clinic.migrations.newest import newest_step
from clinic.platform import logs
from tests.clinic.api.asking import at, book, free, refused, registered
from tests.support import postgres
from tests.support.clock import StillClock
from tests.support.serving import API_TOKEN, Clinic, running_clinic

PERSONAL = ("Zebulon Quux", "quux-note-secret", "telegram:987654321", "1987-06-05", "9161234567", API_TOKEN)


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """What the process writes to standard error, with the real configuration of logs."""
    written = io.StringIO()
    with redirect_stderr(written):
        logs.configure("DEBUG", "json")
        yield written
    structlog.reset_defaults()


async def full_scenario(clinic: Clinic) -> None:
    """A patient with everything personal that the service takes, errors included."""
    patient, client_id = await registered(clinic, "telegram:987654321")
    child = {"relation": "child", "full_name": "Zebulon Quux", "birth_date": "1987-06-05"}
    assert (await patient.post("/people", json=child)).status_code == 201
    await patient.patch(f"/people/{client_id}", json={"full_name": "Zebulon Quux"})
    for phone in ("8 9161234567", "quux-note-secret 9161234567"):
        await patient.put("/contact", json={"phone": phone, "verified": True})
    called = (await patient.post("/call-requests", json={"topic": "quux-note-secret"})).json()
    await clinic.staff.post(f"/call-requests/{called['id']}/done", json={"by": "Zebulon Quux"})
    made = await book(patient, at(9), client_id=client_id, patient_name="Zebulon Quux", note="quux-note-secret")
    slot = (await free(patient, doctor_id=2))[0]
    held = (await patient.post("/holds", json={"slot_id": slot["slot_id"], "client_id": client_id})).json()
    await patient.post("/appointments", json={"hold_id": held["hold_id"], "note": "quux-note-secret"})
    await patient.post(f"/appointments/{made['id']}/reschedule", json={"start_time": at(15)})
    again = await book(patient, at(12), client_id=client_id, note="quux-note-secret")
    for one in (made, again):
        await clinic.staff.post(f"/appointments/{one['id']}/reschedule", json={"start_time": at(16), "doctor_id": 3})
        who = patient if one is made else clinic.staff
        await who.post(f"/appointments/{one['id']}/cancel", json={"reason": "quux-note-secret"})
    for delivery in (await clinic.staff.post("/deliveries/claim", json={})).json()["deliveries"]:
        body = {"lease": delivery["lease"], "outcome": "sent"}
        assert (await clinic.staff.post(f"/deliveries/{delivery['delivery_id']}/ack", json=body)).status_code == 200
    await patient.post("/appointments", json={"doctor_id": "Zebulon Quux", "note": "quux-note-secret" * 100})
    await patient.post("/appointments", content=b'{"note": "quux-note-secret')
    await patient.get("/slots", params={"specialty": "Zebulon Quux"})
    await patient.get("/quux-note-secret")


async def test_nothing_personal_is_in_logs_metrics_or_events(log: io.StringIO, clinic: Clinic) -> None:
    await full_scenario(clinic)
    metrics = (await clinic.staff.get(f"{clinic.url}/metrics")).text
    connection = await asyncpg.connect(clinic.database_url)
    events = str(await connection.fetch("SELECT * FROM outbox"))
    told = str(await connection.fetch("SELECT kind, payload, detail FROM deliveries"))
    await connection.close()
    assert log.getvalue().count("\n") > 10
    assert "appointment.cancelled" in events
    assert "appointment.cancelled_by_clinic" in told
    assert "call_request.opened" in told
    for where, text in (("log", log.getvalue()), ("metrics", metrics), ("events", events), ("deliveries", told)):
        for secret in PERSONAL:
            assert secret not in text, (where, secret)


async def test_nothing_personal_is_logged_when_the_database_breaks(log: io.StringIO, clinic: Clinic) -> None:
    patient, client_id = await registered(clinic, "telegram:987654321")
    visit = {"client_id": client_id, "patient_name": "Zebulon Quux", "note": "quux-note-secret"}
    connection = await asyncpg.connect(clinic.database_url)
    await connection.execute("ALTER TABLE appointments ADD CONSTRAINT unforeseen CHECK (note IS NULL)")
    broken = await patient.post("/appointments", json={"doctor_id": 1, "start_time": at(9)} | visit)
    refused(broken, 500, "internal_error")
    assert broken.headers["X-Request-Id"]
    await connection.execute("ALTER TABLE outbox RENAME TO elsewhere")
    refused(
        await patient.post("/appointments", json={"doctor_id": 1, "start_time": at(9)} | visit), 500, "internal_error"
    )
    await connection.close()
    assert log.getvalue().count("unexpected_error") == 2
    for secret in PERSONAL:
        assert secret not in log.getvalue(), secret


async def test_a_connection_that_dies_in_the_middle_is_503(clinic: Clinic) -> None:
    """Another transaction holds the doctor's lock; the booking that waits for it loses its connection."""
    holder = await asyncpg.connect(clinic.database_url)
    transaction = holder.transaction()
    await transaction.start()
    await holder.execute("UPDATE booking_versions SET version = version WHERE doctor_id = 1")
    waiting = asyncio.ensure_future(clinic.staff.post("/appointments", json={"doctor_id": 1, "start_time": at(9)}))
    killed = 0
    while not killed:
        killed = await holder.fetchval(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity "
            "WHERE datname = current_database() AND wait_event_type = 'Lock'"
        )
    refused(await waiting, 503, "unavailable")
    await transaction.rollback()
    await holder.close()
    assert (await clinic.staff.post("/appointments", json={"doctor_id": 1, "start_time": at(9)})).status_code == 201


async def test_a_request_is_one_line_with_its_route_and_id(log: io.StringIO, clinic: Clinic) -> None:
    answer = await clinic.staff.get("/appointments/424242")
    (line,) = [json.loads(line) for line in log.getvalue().splitlines()]
    assert (line["event"], line["method"], line["status"]) == ("request", "GET", 404)
    assert line["route"] == "/api/v1/appointments/{appointment_id}"
    assert line["request_id"] == answer.headers["X-Request-Id"]


async def test_a_slip_of_a_logger_is_caught(log: io.StringIO) -> None:
    structlog.get_logger("test").info("slip", patient_name="Zebulon Quux", note="quux-note-secret", doctor_id=3)
    assert json.loads(log.getvalue()) | {"patient_name": "(left out)", "note": "(left out)", "doctor_id": 3} == (
        json.loads(log.getvalue())
    )


async def test_metrics_count_requests_by_route(clinic: Clinic) -> None:
    await book(clinic.staff, at(9))
    refused(await clinic.staff.post("/appointments", json={"doctor_id": 1, "start_time": at(9)}), 409, "slot_taken")
    for number in range(5):
        await clinic.staff.get(f"/unknown-{number}")
    text = (await clinic.staff.get(f"{clinic.url}/metrics")).text
    samples = {
        (s.labels["route"], s.labels["method"], s.labels["status"]): s.value
        for family in text_string_to_metric_families(text)
        for s in family.samples
        if s.name == "http_requests_total"
    }
    assert samples["/api/v1/appointments", "POST", "201"] == 1
    assert samples["/api/v1/appointments", "POST", "409"] == 1
    assert samples["(none)", "GET", "404"] == 5


async def test_health_and_readiness(clinic: Clinic) -> None:
    anybody = await clinic.client()
    for path in ("healthz", "readyz"):
        answer = await anybody.get(f"{clinic.url}/{path}")
        assert (answer.status_code, answer.json()) == (200, {"status": "ok"})


async def test_a_database_behind_the_code_is_not_ready_and_one_ahead_is(clinic: Clinic) -> None:
    connection = await asyncpg.connect(clinic.database_url)
    for step, status in (("0001", 503), ("9999", 200), (newest_step(), 200)):
        await connection.execute("UPDATE alembic_version SET version_num = $1", step)
        answer = await clinic.staff.get(f"{clinic.url}/readyz")
        assert answer.status_code == status
        assert status == 200 or "frontdesk migrate" in refused(answer, 503, "not_ready")["message"]
    await connection.close()


async def test_without_its_database_the_service_says_so_and_comes_back(
    postgres_server: str, synthetic_template: str, clock: StillClock
) -> None:
    async with (
        postgres.database(postgres_server, synthetic_template) as url,
        running_clinic(url, clock) as clinic,
    ):
        name = url.rpartition("/")[2].partition("?")[0]
        await book(clinic.staff, at(9))
        await postgres.administer(postgres_server, f"ALTER DATABASE {name} ALLOW_CONNECTIONS false")
        await postgres.administer(
            postgres_server,
            f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'",  # noqa: S608
        )
        visit = {"doctor_id": 1, "start_time": at(10)}
        # More than there are connections: the old ones are found dead, then new ones are refused with 55000.
        for _ in range(12):
            refused(await clinic.staff.post("/appointments", json=visit), 503, "unavailable")
            refused(await clinic.staff.get("/appointments/1"), 503, "unavailable")
        assert (await clinic.staff.get(f"{clinic.url}/readyz")).status_code == 503
        assert (await clinic.staff.get(f"{clinic.url}/healthz")).status_code == 200
        await postgres.administer(postgres_server, f"ALTER DATABASE {name} ALLOW_CONNECTIONS true")
        async with asyncio.timeout(20):
            while (await clinic.staff.get(f"{clinic.url}/readyz")).status_code != 200:
                pass
        assert (await clinic.staff.get("/slots", params={"doctor_id": 1})).status_code == 200


async def events_of(clinic: Clinic) -> list[tuple[str, int, int]]:
    connection = await asyncpg.connect(clinic.database_url)
    try:
        rows = await connection.fetch("SELECT type, aggregate_id, aggregate_version FROM outbox ORDER BY id")
        return [tuple(row) for row in rows]
    finally:
        await connection.close()


async def test_each_change_writes_one_event_and_a_refusal_none(clinic: Clinic) -> None:
    made = await book(clinic.staff, at(9))
    slot = (await free(clinic.staff, doctor_id=2))[0]
    held = (await clinic.staff.post("/holds", json={"slot_id": slot["slot_id"], "client_id": 5})).json()
    await clinic.staff.post("/appointments", json={"doctor_id": 1, "start_time": at(9)})
    await clinic.staff.post(f"/appointments/{made['id']}/reschedule", json={"start_time": at(10)})
    await clinic.staff.post(f"/appointments/{made['id']}/complete")
    await clinic.staff.post(f"/appointments/{made['id']}/arrive")
    await clinic.staff.post(f"/appointments/{made['id']}/complete")
    clinic.clock.advance(minutes=10)
    await book(clinic.staff, at(9), doctor_id=2)
    first, hold = made["id"], held["hold_id"]
    written = await events_of(clinic)
    assert written[:-1] == [
        ("appointment.confirmed", first, 1),
        ("appointment.held", hold, 1),
        ("appointment.moved", first, 2),
        ("appointment.arrived", first, 3),
        ("appointment.completed", first, 4),
        ("appointment.expired", hold, 2),
    ]
    assert written[-1][0] == "appointment.confirmed"


async def test_no_event_without_its_change(clinic: Clinic) -> None:
    """Whatever is refused by the database itself leaves no event behind."""
    visit = {"doctor_id": 1, "start_time": at(9)}
    answers = await asyncio.gather(*(clinic.staff.post("/appointments", json=visit) for _ in range(12)))
    assert sum(answer.status_code == httpx.codes.CREATED for answer in answers) == 1
    assert len(await events_of(clinic)) == 1
