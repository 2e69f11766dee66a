"""Short words for what the tests of the API ask again and again."""

from typing import Any

import httpx

from tests.support.serving import Clinic

CONSENT = {"version": "1", "text_sha256": "0" * 64, "language": "en"}
Json = dict[str, Any]


def at(hour: int, minute: int = 0, day: int = 2) -> str:
    """A time of March 2026, in UTC; the 2nd is the Monday on which the test clock stands."""
    return f"2026-03-{day:02}T{hour:02}:{minute:02}:00Z"


async def free(client: httpx.AsyncClient, **wanted: Any) -> list[Json]:
    answer = await client.get("/slots", params={"limit": 500} | {key.rstrip("_"): v for key, v in wanted.items()})
    assert answer.status_code == 200, answer.text
    slots: list[Json] = answer.json()["slots"]
    return slots


async def starts(client: httpx.AsyncClient, **wanted: Any) -> list[str]:
    """When the free slots start, `HH:MM` of the branch's day if all are on one day."""
    return [slot["start_time"][11:16] for slot in await free(client, **wanted)]


async def book(client: httpx.AsyncClient, start: str, doctor_id: int = 1, **more: Any) -> Json:
    answer = await client.post("/appointments", json={"doctor_id": doctor_id, "start_time": start} | more)
    assert answer.status_code == 201, answer.text
    appointment: Json = answer.json()
    return appointment


async def registered(clinic: Clinic, account: str) -> tuple[httpx.AsyncClient, int]:
    """A patient who has agreed and is known: a client with the identity, and the person's number."""
    patient = await clinic.patient(account)
    assert (await patient.post("/consents", json=CONSENT)).status_code == 201
    person = await patient.post("/people", json={"relation": "self", "full_name": "A. Patient"})
    assert person.status_code == 201, person.text
    return patient, int(person.json()["client_id"])


def refused(answer: httpx.Response, status: int, code: str) -> Json:
    """The body of a refusal that is exactly this one."""
    body: Json = answer.json()
    assert (answer.status_code, body.get("code")) == (status, code), answer.text
    assert body["message"]
    return body
