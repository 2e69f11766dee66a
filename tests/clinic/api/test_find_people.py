"""Staff finds people by the beginnings of their names or the last digits of a phone; patients find nobody."""

import pytest

from tests.clinic.api.asking import CONSENT, Json, at, book, refused
from tests.support.serving import Clinic


async def person(clinic: Clinic, number: int, name: str, phone: str | None = None) -> int:
    patient = await clinic.patient(f"telegram:{number}")
    assert (await patient.post("/consents", json=CONSENT)).status_code == 201
    made = await patient.post("/people", json={"relation": "self", "full_name": name})
    assert made.status_code == 201, made.text
    if phone:
        assert (await patient.put("/contact", json={"phone": phone})).status_code == 200
    return int(made.json()["client_id"])


async def found(clinic: Clinic, q: str, **more: object) -> list[Json]:
    answer = await clinic.staff.get("/people/found", params={"q": q} | more)  # type: ignore[arg-type]
    assert answer.status_code == 200, answer.text
    people: list[Json] = answer.json()["people"]
    return people


@pytest.mark.parametrize("q", ["фед", "ФЁДОРОВА", "анна фед", "Фёдорова Анна", "4567", "123-45-67", "+7 916 123"])
async def test_by_name_and_by_phone(clinic: Clinic, q: str) -> None:
    anna = await person(clinic, 1, "Анна Фёдорова-Сухова", "+79161234567")
    await person(clinic, 2, "Иван Петров", "+79160000000")
    names = [one["full_name"] for one in await found(clinic, q)]
    assert names == ([] if q.startswith("+7 916 123") and not q.endswith("67") else ["Анна Фёдорова-Сухова"])
    assert anna


@pytest.mark.parametrize("q", ["едорова", "67", "%", "_", "анна_", "Пётр", "\\"])
async def test_not_from_the_middle_nor_by_two_digits_nor_by_wildcards(clinic: Clinic, q: str) -> None:
    await person(clinic, 1, "Анна Фёдорова", "+79161234567")
    assert await found(clinic, q) == []


async def test_with_coming_visits_and_those_that_staff_booked(clinic: Clinic) -> None:
    client_id = await person(clinic, 1, "Анна Фёдорова")
    visit = await book(clinic.staff, at(10), client_id=client_id)
    gone = await book(clinic.staff, at(11), client_id=client_id)
    assert (await clinic.staff.post(f"/appointments/{gone['id']}/cancel", json={})).is_success
    await book(clinic.staff, at(12), patient_name="Анна Белова")
    people = await found(clinic, "анна")
    shown = [(one["full_name"], [each["start_time"][11:16] for each in one["visits"]]) for one in people]
    assert shown == [("Анна Фёдорова", ["10:00"]), ("Анна Белова", ["12:00"])]
    clinic.clock.advance(hours=24)
    assert [one["visits"] for one in await found(clinic, "анна")] == [[]]
    assert visit["id"]


async def test_of_one_branch_only_who_has_been_there(clinic: Clinic) -> None:
    client_id = await person(clinic, 1, "Анна Фёдорова")
    assert await found(clinic, "анна", branch_id=1) == []
    await book(clinic.staff, at(10), client_id=client_id)
    assert len(await found(clinic, "анна", branch_id=1)) == 1


async def test_more_than_fit_are_said_so_and_patients_find_nobody(clinic: Clinic) -> None:
    for number in range(4):
        await person(clinic, number + 1, f"Анна Номер{number}")
    answer = (await clinic.staff.get("/people/found", params={"q": "анна", "limit": 3})).json()
    assert (len(answer["people"]), answer["more"]) == (3, True)
    patient = await clinic.patient("telegram:1")
    refused(await patient.get("/people/found", params={"q": "анна"}), 403, "forbidden")
