"""The queue: one card at a time, every decision with its words, two managers at once, and the way back."""

import asyncio

from sandbox.client import Message, Person
from tests.bot.managers.scene import SAY, application, applied, dealt, managers
from tests.clinic.api.asking import Json, registered
from tests.support.clock import StillClock
from tests.support.serving import Clinic


async def test_a_card_is_dealt_approved_and_taken_back(edge_database: str, clock: StillClock) -> None:
    async with managers(edge_database, clock) as scene:
        one = await applied(scene.clinic)
        assert await scene.messages() == []  # no card until somebody wants one
        card = await dealt(scene.olga)
        assert f"№ {one['id']}" in card.text
        assert "A. Patient" in card.text
        assert "Olga" in card.text
        await scene.olga.press(SAY("queue-approve"), card)
        decided = await scene.olga.changed(card)
        assert SAY("queue-card-approved", name="Olga", at="09:00") in decided.text
        assert (await application(scene.clinic, one["id"]))["status"] == "approved"
        await scene.olga.press(SAY("queue-undo"), decided)
        again = await scene.olga.changed(decided)
        assert SAY("queue-approve") in again.labels
        assert (await application(scene.clinic, one["id"]))["status"] == "proposed"
        await scene.olga.press(SAY("queue-approve"), again)
        decided = await scene.olga.changed(again)
        clock.advance(minutes=6)
        answer = await scene.olga.answer(await scene.olga.press(SAY("queue-undo"), decided))
        assert answer.text == SAY("queue-note-cannot_undo")
        assert (await application(scene.clinic, one["id"]))["status"] == "approved"


async def test_two_managers_at_once_one_wins_the_other_is_told_who(edge_database: str, clock: StillClock) -> None:
    async with managers(edge_database, clock) as scene:
        one = await applied(scene.clinic)
        card = await dealt(scene.olga)
        presses = await asyncio.gather(
            scene.olga.press(SAY("queue-approve"), card), scene.pavel.press(SAY("queue-approve"), card)
        )
        answers = await asyncio.gather(scene.olga.answer(presses[0]), scene.pavel.answer(presses[1]))
        winner = (await application(scene.clinic, one["id"]))["decided_by"]
        name = "Olga" if winner == f"telegram:{scene.olga.id}" else "Pavel"
        assert [answer.text for answer in answers if answer.text] == [SAY("queue-decided-note", name=name, at="09:00")]
        await scene.edge.table.all_done()
        assert SAY("queue-card-approved", name=name, at="09:00") in (await scene.messages())[-1].text


async def test_each_manager_gets_another_card_and_their_own_first(edge_database: str, clock: StillClock) -> None:
    async with managers(edge_database, clock) as scene:
        first, second = await applied(scene.clinic), await applied(scene.clinic, "telegram:901", number=30)
        assert f"№ {first['id']}" in (await dealt(scene.olga)).text  # the nearest deadline
        card = await dealt(scene.pavel)
        assert f"№ {second['id']}" in card.text
        assert f"№ {first['id']}" in (await dealt(scene.olga)).text  # nobody collects cards
        await scene.pavel.press(SAY("queue-back"), card)
        assert (await scene.pavel.changed(card)).text == SAY("queue-released", number=str(second["id"]), name="Pavel")
        await dealt(scene.pavel)
        clock.advance(minutes=16)  # forgotten in Olga's hands
        assert f"№ {second['id']}" in (await dealt(scene.pavel)).text


async def test_an_empty_queue_says_so(edge_database: str, clock: StillClock) -> None:
    async with managers(edge_database, clock) as scene:
        await scene.olga.say("/queue")
        await scene.olga.wait_for_text(SAY("queue-empty"))


async def test_declined_with_a_standard_reason(edge_database: str, clock: StillClock) -> None:
    async with managers(edge_database, clock) as scene:
        one = await applied(scene.clinic)
        card = await dealt(scene.olga)
        await scene.olga.press(SAY("queue-decline"), card)
        asked = await scene.olga.changed(card)
        assert SAY("queue-reason-closed-button") in asked.labels
        await scene.olga.press(SAY("queue-to-card"), asked)
        back = await scene.olga.changed(asked)
        await scene.olga.press(SAY("queue-decline"), back)
        asked = await scene.olga.changed(back)
        await scene.olga.press(SAY("queue-reason-closed-button"), asked)
        done = await scene.olga.changed(asked)
        assert SAY("queue-card-reason", reason=SAY("queue-reason-closed")) in done.text
        now = await application(scene.clinic, one["id"])
        assert (now["status"], now["decision_reason"]) == ("declined", SAY("queue-reason-closed"))


async def test_declined_in_ones_own_words_by_a_reply(edge_database: str, clock: StillClock) -> None:
    async with managers(edge_database, clock) as scene:
        one = await applied(scene.clinic)
        card = await dealt(scene.olga)
        await scene.olga.say("Посмотрю после обеда", reply_to=card)  # talk among people is no reason
        await scene.olga.press(SAY("queue-decline"), card)
        asked = await scene.olga.changed(card)
        await scene.olga.press(SAY("queue-reason-own"), asked)
        question = await scene.olga.wait_for_text(SAY("queue-reason-reply", name="Olga", number=str(one["id"])))
        await scene.stranger.say("Ха", reply_to=question)
        await scene.olga.say("Нужны анализы, запишитесь после них.", reply_to=question)
        await scene.olga.gone(question)
        done = await scene.olga.changed(asked)
        assert "Нужны анализы" in done.text
        now = await application(scene.clinic, one["id"])
        assert (now["status"], now["decision_reason"]) == ("declined", "Нужны анализы, запишитесь после них.")


async def test_other_times_are_chosen_and_offered(edge_database: str, clock: StillClock) -> None:
    async with managers(edge_database, clock) as scene:
        anna = await scene.edge.telegram.user("Anna", language_code="ru")
        await anna.start()
        one = await applied(scene.clinic, f"telegram:{anna.id}")
        card = await dealt(scene.olga)
        await scene.olga.press(SAY("queue-other-time"), card)
        shown = await scene.olga.changed(card)
        times = shown.labels[:-1]
        assert len(times) == 8
        for label in times[:2]:
            await scene.olga.press(label, shown)
            shown = await scene.olga.changed(shown)
        assert [label for label in shown.labels if label.startswith("✓")] == [f"✓ {label}" for label in times[:2]]
        await scene.olga.press(f"✓ {times[0]}", shown)
        shown = await scene.olga.changed(shown)
        await scene.olga.press(SAY("queue-times-send", count=1), shown)
        done = await scene.olga.changed(shown)
        assert SAY("queue-card-offered", name="Olga", at="09:00") in done.text
        assert done.labels == []
        now = await application(scene.clinic, one["id"])
        assert (now["status"], now["awaits"]) == ("proposed", "patient")
        assert now["offer_id"] is not None


async def test_all_without_conflicts_after_a_question_and_back(edge_database: str, clock: StillClock) -> None:
    async with managers(edge_database, clock, digest_every=0.05) as scene:
        made = [await applied(scene.clinic, f"telegram:{900 + n}", number=5 * n) for n in range(4)]
        await dealt(scene.pavel)
        await press(scene.olga, SAY("digest-all"))
        asked = await press(scene.olga, SAY("queue-all-yes"))
        done = await scene.olga.changed(asked)
        assert SAY("queue-all-done", count=3, name="Olga") in done.text
        assert f"№ {made[0]['id']}: {SAY('queue-left-taken')}" in done.text
        assert await statuses(scene.clinic, made) == ["proposed", "approved", "approved", "approved"]
        answer = await scene.pavel.answer(await scene.pavel.press(SAY("queue-undo"), done))
        assert answer.text == SAY("queue-note-cannot_undo")
        await scene.olga.press(SAY("queue-undo"), done)
        assert SAY("queue-all-undone", count=3, name="Olga", kept=0) in (await scene.olga.changed(done)).text
        assert await statuses(scene.clinic, made) == ["proposed"] * 4


async def test_what_the_patient_does_shows_on_the_card(edge_database: str, clock: StillClock) -> None:
    async with managers(edge_database, clock) as scene:
        one = await applied(scene.clinic)
        card = await dealt(scene.olga)
        patient, _ = await registered(scene.clinic, "telegram:900")
        assert (await patient.post(f"/appointments/{one['appointment']['id']}/cancel", json={})).is_success
        gone = await scene.olga.changed(card)
        assert SAY("queue-card-withdrawn", name=SAY("queue-by-patient"), at="09:00") in gone.text
        assert gone.labels == []
        await scene.edge.table.all_done()
        assert len(await scene.messages()) == 1


async def press(person: Person, label: str) -> Message:
    """As soon as it is on the screen; the message it stands in."""
    message = await person.wait_for(
        lambda sight: next((each for each in reversed(sight.from_bot()) if label in each.labels), None)
    )
    await person.press(label, message)
    return message


async def statuses(clinic: Clinic, made: list[Json]) -> list[str]:
    return [(await application(clinic, one["id"]))["status"] for one in made]
