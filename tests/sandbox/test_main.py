"""The application as a whole: seeds, readiness, and the client's waits."""

from typing import Any

import pytest
from fastapi import FastAPI
from pydantic import ValidationError
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sandbox.client import Person
from sandbox.main import create_app
from sandbox.settings import BotSettings, SandboxSettings, demo_group, demo_people
from tests.sandbox.refusing import button
from tests.sandbox.running import TOKEN, Sandbox, running_sandbox
from tests.support.serving import serving


async def test_a_demo_is_ready_once_all_its_parts_are() -> None:
    well = False

    async def readyz(_: Request) -> Response:
        return Response(status_code=200 if well else 503)

    part = FastAPI()
    part.router.routes.append(Route("/readyz", readyz))
    async with serving(part) as url:
        urls = {"api": f"{url}/readyz", "bot": "http://127.0.0.1:9/readyz"}
        async with running_sandbox(ready_urls=urls) as sandbox:
            answer = await sandbox.http.get("/readyz")
            assert (answer.status_code, answer.json()["missing"]) == (503, ["api", "bot"])
            well = True
            assert (await sandbox.http.get("/readyz")).json()["missing"] == ["bot"]
            assert (await sandbox.http.get("/healthz")).status_code == 200
        async with running_sandbox(ready_urls={"api": f"{url}/readyz"}) as sandbox:
            assert (await sandbox.http.get("/readyz")).status_code == 200


async def test_seeded_people_and_managers() -> None:
    seeds: dict[str, Any] = {"people": demo_people(), "groups": [demo_group("ru")]}
    async with running_sandbox(**seeds) as sandbox:
        people = await sandbox.telegram.people()
        assert [person.user["first_name"] for person in people] == ["Анна", "Игорь", "Emily", "Вера", "Павел"]
        (managers,) = sandbox.world.groups.values()
        administrators = await sandbox.result("getChatAdministrators", chat_id=managers.id)
        assert {each["status"] for each in administrators} == {"creator", "administrator"}
        first = [person.id for person in people]
    async with running_sandbox(**seeds) as sandbox:
        assert [person.id for person in await sandbox.telegram.people()] == first
        assert list(sandbox.world.groups) == [managers.id]


def test_settings_say_no_token() -> None:
    assert TOKEN not in repr(SandboxSettings(bots=[BotSettings(token=TOKEN, username="x", name="X")]))
    with pytest.raises(ValidationError):
        BotSettings(token="0:x", username="x", name="X")


def test_the_world_is_at_hand_for_a_page() -> None:
    app = create_app(SandboxSettings(bots=[BotSettings(token=TOKEN, username="x", name="X")]))
    assert [bot.name for bot in app.state.world.bots.values()] == ["X"]


async def test_a_wait_tells_what_was_on_the_screen(sandbox: Sandbox, anna: Person) -> None:
    await sandbox.result("sendMessage", chat_id=anna.id, text="Hello", reply_markup=button())
    with pytest.raises(TimeoutError, match=r"Hello.*Book"):
        await anna.wait_for_text("Goodbye", timeout=0.05)
    with pytest.raises(TimeoutError, match="0 of 1 calls of nothing"):
        await sandbox.telegram.called("nothing", timeout=0.05)


async def test_presses_by_label_data_and_place(sandbox: Sandbox, anna: Person) -> None:
    rows = [[{"text": "A", "callback_data": "a"}], [{"text": "B", "callback_data": "b"}]]
    await sandbox.result("sendMessage", chat_id=anna.id, text="x", reply_markup={"inline_keyboard": rows})
    for what, data in (("A", "a"), ("b", "b"), ((1, 0), "b")):
        press = await anna.press(what)
        assert sandbox.world.presses[press].data == data


async def test_acts_that_do_not_fit(sandbox: Sandbox, anna: Person) -> None:
    for path, body in (("acts/say", "{}"), ("acts/say", "{"), ("acts/fly", "{}"), ("users", "[]")):
        response = await sandbox.http.post(f"/sandbox/{path}", content=body)
        assert response.status_code in (404, 422)
    assert (await sandbox.http.get("/sandbox/view")).status_code in (400, 422)
    assert (await sandbox.http.get("/sandbox/view", params={"user_id": "x", "chat_id": 1})).status_code == 422
