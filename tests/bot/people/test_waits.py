"""Waiting for a place in the chat: offered where nothing is free in time, by a tap or in words; told, left, ended."""

from collections.abc import AsyncIterator

import pytest_asyncio

import agent
from agent.turn import Receptionist
from api_client import ClinicCalls
from bot.terminal.screen import Button
from bot.texts import texts
from clinic.main.parts import Parts, make_parts
from clinic.waits.expire import ExpireWaits
from contracts.waits import Wait
from tests.bot.patient import ACCOUNT, Patient, at_the_terminal
from tests.bot.people.news_shown import news_for
from tests.bot.receptionists import Says
from tests.support.serving import Clinic, clinic_settings

RU, EN = texts("ru").say, texts("en").say


@pytest_asyncio.fixture(scope="module")
async def offline() -> AsyncIterator[Receptionist]:
    receptionist = agent.build(agent.AgentSettings())
    yield receptionist
    await receptionist.aclose()


@pytest_asyncio.fixture
async def demo_parts(demo_clinic: Clinic) -> AsyncIterator[Parts]:
    made_parts = make_parts(clinic_settings(demo_clinic.database_url, pool_size=2), demo_clinic.clock)
    yield made_parts
    await made_parts.database.close()


async def all_taken(clinic: Clinic, specialty: str, day: str, **part: str) -> list[int]:
    """Every free time of the day, or of its `part_of_day`, is booked by staff."""
    booked: list[int] = []
    while True:
        asked: dict[str, str | int] = {"specialty": specialty, "from": day, "to": day, "limit": 500, **part}
        slots = (await clinic.staff.get("/slots", params=asked)).json()["slots"]
        if not slots:
            return booked
        for slot in slots:
            body = {name: slot[name] for name in ("doctor_id", "start_time", "end_time")}
            answer = await clinic.staff.post("/appointments", json=body)
            assert answer.status_code == 201, answer.text
            booked.append(answer.json()["id"])


async def places(calls: ClinicCalls) -> tuple[Wait, ...]:
    return (await calls.waits(open_=True)).waits


def labelled(patient: Patient, label: str) -> Button:
    return next(button for button in patient.buttons() if label in button.label)


async def test_nothing_tomorrow_so_one_waits_with_one_tap(demo_clinic: Clinic, offline: Receptionist) -> None:
    booked = await all_taken(demo_clinic, "ent", "2026-03-03")
    async with at_the_terminal(demo_clinic, offline, language="ru") as patient:
        await patient.agrees("к лору завтра")
        button = labelled(patient, RU("wait-button"))
        printed = await patient.taps(button)
        assert RU("wait-joined").replace("<b>", "").replace("</b>", "") in printed
        assert RU("wait-position", position=1) in printed
        assert "завтра" in printed
        (place,) = await places(patient.calls)
        assert (place.specialty, str(place.first_day), str(place.last_day)) == ("ent", "2026-03-03", "2026-03-03")
        await patient.taps(button)
        assert len(await places(patient.calls)) == 1

        cancel = await demo_clinic.staff.post(f"/appointments/{booked[5]}/cancel")
        assert cancel.status_code == 200
        assert RU("wait-offered") in await patient.types("/my")
        (told,) = [one for one in await news_for(demo_clinic, patient, ACCOUNT, "ru") if one.kind == "offer.made"]
        assert RU("offer-accept") in [one.label for one in told.buttons]
        skipped = await patient.taps(told.button(RU("offer-skip")))
        assert RU("wait-kept") in skipped

        await patient.types("/my")
        left = await patient.taps(labelled(patient, "Больше не ждать"))
        assert RU("wait-left") in left
        assert await places(patient.calls) == ()


async def test_one_waits_in_words(demo_clinic: Clinic, offline: Receptionist) -> None:
    await all_taken(demo_clinic, "ent", "2026-03-03")
    async with at_the_terminal(demo_clinic, offline, language="ru") as patient:
        await patient.agrees("к лору завтра утром")
        await patient.types("тогда поставьте меня в лист ожидания")
        (place,) = await places(patient.calls)
        assert (place.specialty, str(place.first_day), str(place.last_day)) == ("ent", "2026-03-03", "2026-03-03")
        assert place.end_minute <= 12 * 60
        assert RU("wait-position", position=1) in await patient.types("какой я в листе ожидания?")


async def test_words_and_wish_in_one_message(demo_clinic: Clinic, offline: Receptionist) -> None:
    await all_taken(demo_clinic, "ent", "2026-03-03")
    async with at_the_terminal(demo_clinic, offline) as patient:
        await patient.agrees("an ENT tomorrow please, tell me if something frees up")
        assert [place.specialty for place in await places(patient.calls)] == ["ent"]
        assert EN("wait-position", position=1) in patient.last_message()


async def test_where_something_is_free_nobody_waits(demo_clinic: Clinic, offline: Receptionist) -> None:
    async with at_the_terminal(demo_clinic, offline, language="ru") as patient:
        await patient.agrees("к лору завтра, поставьте в лист ожидания")
        assert await places(patient.calls) == ()
        assert patient.memory.shown
        assert not [one for one in patient.buttons() if RU("wait-button") in one.label]


async def test_the_days_are_over_and_it_is_told_gently(
    demo_clinic: Clinic, demo_parts: Parts, offline: Receptionist
) -> None:
    await all_taken(demo_clinic, "ent", "2026-03-03")
    async with at_the_terminal(demo_clinic, offline, language="ru") as patient:
        await patient.agrees("к лору завтра")
        await patient.taps(labelled(patient, RU("wait-button")))
        demo_clinic.clock.advance(days=2)
        assert await ExpireWaits(demo_parts.database)(demo_clinic.clock()) == 1
        (told,) = [one for one in await news_for(demo_clinic, patient, ACCOUNT, "ru") if one.kind == "wait.expired"]
        assert RU("wait-expired") in told.text
        assert "лор" in told.text.lower() or "отоларинголог" in told.text.lower()


async def test_forged_and_old_buttons_change_nothing(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, Says("hello")) as patient:
        await patient.agrees()
        under = patient.last_message_id()
        assert EN("wait-unknown") in await patient.taps(Button("x", "wl:zz", under))
        await patient.taps(Button("x", "wf:sdentist....:zzzzzzzzzzz:zzzzzzzzzz", under))
        await patient.taps(Button("x", "wf::0:0", under))
        await patient.taps(Button("x", "wf:snobody:0:0", under))
        assert EN("wait-not-nobody") in "".join(patient.messages())
        assert await places(patient.calls) == ()
