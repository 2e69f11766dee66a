"""Invitations, claims and rights: a code makes one manager once, guesses are counted, the bot cannot invite."""

import asyncio

import httpx
import pytest

from clinic.managers.codes import new_code
from clinic.managers.tidy import tidy_invites
from clinic.platform.database import connect
from clinic.platform.tokens import Role, create_token
from tests.clinic.api.asking import Json, refused
from tests.support.serving import Clinic

WRONG = "FD-AAAAA-AAAAA"


async def console_of(clinic: Clinic) -> httpx.AsyncClient:
    database = connect(clinic.database_url, 1)
    token = await create_token(database, "console", Role.CONSOLE, clinic.clock)
    await database.close()
    return await clinic.client(Authorization=f"Bearer {token}")


async def invited(console: httpx.AsyncClient, **asked: object) -> Json:
    answer = await console.post("/managers/invites", json=asked)
    assert answer.status_code == 201, answer.text
    invite: Json = answer.json()
    return invite


async def claimed(clinic: Clinic, code: str, telegram_id: int = 42, name: str = "Olga") -> httpx.Response:
    body = {"code": code, "telegram_id": telegram_id, "name": name}
    return await clinic.staff.post("/managers/claim", json=body)


async def in_office(clinic: Clinic) -> list[tuple[int, str, int | None]]:
    rows = (await clinic.staff.get("/managers")).json()["managers"]
    return [(row["telegram_id"], row["role"], row["branch_id"]) for row in rows]


async def test_a_code_makes_one_manager_once(clinic: Clinic) -> None:
    console = await console_of(clinic)
    code = (await invited(console, branch_id=1))["code"]
    first = await claimed(clinic, code)
    assert first.status_code == 200, first.text
    assert (await claimed(clinic, code)).json() == first.json()  # a lost answer is asked for again
    assert refused(await claimed(clinic, code, telegram_id=43), 409, "invite_over")["details"] == {"reason": "used"}
    assert await in_office(clinic) == [(42, "manager", 1)]
    told = (await clinic.staff.post("/deliveries/claim", json={})).json()["deliveries"]
    assert [(one["kind"], one["branch_id"]) for one in told] == [("manager.joined", 1)]
    assert "Olga" not in str(told)


async def test_two_at_once_with_one_code_are_one_manager(clinic: Clinic) -> None:
    code = (await invited(await console_of(clinic)))["code"]
    answers = await asyncio.gather(*(claimed(clinic, code, telegram_id=number) for number in range(1, 7)))
    assert sorted(answer.status_code for answer in answers) == [200, 409, 409, 409, 409, 409]
    assert len(await in_office(clinic)) == 1


async def test_a_code_is_good_for_half_an_hour(clinic: Clinic) -> None:
    code = (await invited(await console_of(clinic)))["code"]
    clinic.clock.advance(minutes=30)
    assert refused(await claimed(clinic, code), 409, "invite_over")["details"] == {"reason": "expired"}
    assert await in_office(clinic) == []


async def test_five_guesses_an_hour_then_even_the_right_code_waits(clinic: Clinic) -> None:
    console = await console_of(clinic)
    for _ in range(5):
        refused(await claimed(clinic, WRONG), 404, "not_found")
    code = (await invited(console))["code"]
    refused(await claimed(clinic, code), 429, "quota")
    assert (await claimed(clinic, code, telegram_id=43)).status_code == 200  # somebody else is not kept waiting
    clinic.clock.advance(minutes=61)
    assert (await claimed(clinic, (await invited(console))["code"])).status_code == 200


async def test_branches_add_up_and_another_role_takes_the_place(clinic: Clinic) -> None:
    console = await console_of(clinic)

    async def becomes(**asked: object) -> None:
        assert (await claimed(clinic, (await invited(console, **asked))["code"])).status_code == 200

    await becomes(branch_id=1)
    await becomes(branch_id=1)
    await becomes()
    assert await in_office(clinic) == [(42, "manager", 1), (42, "manager", None)]
    await becomes(role="read_only", branch_id=1)
    assert await in_office(clinic) == [(42, "read_only", 1)]


async def test_a_revoked_manager_is_out_and_the_old_code_opens_nothing(clinic: Clinic) -> None:
    console = await console_of(clinic)
    code = (await invited(console))["code"]
    manager_id = (await claimed(clinic, code)).json()["manager_id"]
    for _ in range(2):
        assert (await console.post(f"/managers/{manager_id}/revoke")).status_code == 200
    assert await in_office(clinic) == []
    refused(await claimed(clinic, code), 409, "invite_over")
    refused(await console.post("/managers/999/revoke"), 404, "not_found")


async def test_the_bot_cannot_invite_and_a_patient_sees_nothing(clinic: Clinic) -> None:
    refused(await clinic.staff.post("/managers/invites", json={}), 403, "forbidden")
    refused(await clinic.staff.post("/managers/1/revoke"), 403, "forbidden")
    patient = await clinic.patient("telegram:1")
    refused(await patient.get("/managers"), 403, "forbidden")
    refused(
        await patient.post("/managers/claim", json={"code": WRONG, "telegram_id": 1, "name": "A"}), 403, "forbidden"
    )
    refused(await (await console_of(clinic)).post("/managers/invites", json={"branch_id": 77}), 404, "not_found")


@pytest.mark.parametrize("code", ["", "FD-AAAAA-AAAA", "fd-aaaaa-aaaaa", "FD-AAAAA-AAAA1", "FD-AAAAA-AAAAA\n"])
async def test_what_is_no_code_is_refused_by_its_shape(clinic: Clinic, code: str) -> None:
    answer = await claimed(clinic, code)
    assert answer.status_code == 422
    assert not code or code not in answer.text


async def test_old_tries_and_unused_invitations_are_forgotten(clinic: Clinic) -> None:
    console = await console_of(clinic)
    code = (await invited(console))["code"]
    await claimed(clinic, WRONG)
    clinic.clock.advance(hours=3)
    database = connect(clinic.database_url, 1)
    await tidy_invites(database, clinic.clock())
    await database.close()
    refused(await claimed(clinic, code), 404, "not_found")


def test_codes_have_their_shape_and_differ() -> None:
    made = {new_code() for _ in range(200)}
    assert len(made) == 200
