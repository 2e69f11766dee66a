"""/today, /doctor, /find and /help, with a manager who may only read, and the empty states."""

from bot.managers.commands import COMMANDS
from tests.bot.managers.scene import SAY, Scene, applied, managers
from tests.bot.managers.test_claim import invited
from tests.clinic.api.asking import book, free
from tests.support.clock import StillClock


async def booked(scene: Scene, name: str, number: int = 0, **wanted: object) -> dict[str, object]:
    slot = (await free(scene.clinic.staff, **wanted))[number]
    return await book(scene.clinic.staff, slot["start_time"], slot["doctor_id"], patient_name=name)


async def test_todays_visits_in_pages(edge_database: str, clock: StillClock) -> None:
    async with managers(edge_database, clock) as scene:
        await scene.olga.say("/today")
        await scene.olga.wait_for_text(SAY("looking-today-none"))
        for number in range(20):
            await booked(scene, f"Гость {number:02}", 0, to="2026-03-02")
        gone = await booked(scene, "Отменил", 0, to="2026-03-02")
        assert (await scene.clinic.staff.post(f"/appointments/{gone['id']}/cancel", json={})).is_success
        await booked(scene, "Завтра", 0, from_="2026-03-03")
        await scene.olga.say("/today")
        first = await scene.olga.wait_for_text("Гость")
        assert f"{20} приёмов" in first.text
        assert first.labels == [SAY("looking-later")]
        await scene.olga.press(SAY("looking-later"), first)
        second = await scene.olga.changed(first)
        assert second.labels == [SAY("looking-earlier")]
        both = first.text + second.text
        assert all(f"Гость {number:02}" in both for number in range(20))
        assert "Отменил" not in both
        assert "Завтра" not in both
        assert SAY("looking-state-confirmed") in both


async def test_a_doctors_day_by_a_misspelt_name(edge_database: str, clock: StillClock) -> None:
    async with managers(edge_database, clock) as scene:
        doctor = (await scene.clinic.staff.get("/doctors")).json()["doctors"][0]
        surname = max(doctor["full_name"].split(), key=len)
        await booked(scene, "Гость", doctor_id=doctor["doctor_id"], from_="2026-03-03")
        await scene.olga.say(f"/doctor {surname[:2]}{surname[3:]}")
        day = await scene.olga.wait_for_text(doctor["full_name"])
        assert day.labels == [SAY("looking-later")]
        while "Гость" not in day.text:
            await scene.olga.press(SAY("looking-later"), day)
            day = await scene.olga.changed(day)
        await scene.olga.say("/doctor Ыъщ")
        await scene.olga.wait_for_text(SAY("looking-doctor-unknown"))
        await scene.olga.say("/doctor")
        await scene.olga.wait_for_text(SAY("looking-doctor-how"))


async def test_people_by_name_and_by_digits(edge_database: str, clock: StillClock) -> None:
    async with managers(edge_database, clock) as scene:
        one = await applied(scene.clinic)
        patient = await scene.clinic.patient("telegram:900")
        assert (await patient.put("/contact", json={"phone": "+79161234567"})).is_success
        for said in ("/find patient", "/find 4567"):
            await scene.olga.say(said)
            shown = await scene.olga.wait_for_text("A. Patient, +79161234567")
            assert one["appointment"]["doctor_name"] in shown.text
            assert SAY("looking-state-pending") in shown.text
            await scene.olga.say("/find 00000")
            await scene.olga.wait_for_text(SAY("looking-find-none"))
        await scene.olga.say("/find")
        await scene.olga.wait_for_text(SAY("looking-find-how"))


async def test_who_may_only_read_reads_and_cannot_decide(edge_database: str, clock: StillClock) -> None:
    async with managers(edge_database, clock) as scene:
        code = await invited(scene.clinic, role="read_only")
        nina = await scene.edge.telegram.user("Nina", language_code="ru")
        await scene.olga.act("add_member", member_id=nina.id)
        await nina.say(f"/claim {code}")
        await nina.wait_for_text(SAY("claim-reader", where=SAY("claim-everywhere")))
        reader = nina.in_chat(scene.group.id)
        await reader.wait_for_text(SAY("managers-joined-reader", name="Nina"))
        await reader.say("/today")
        await reader.wait_for_text(SAY("looking-today-none"))
        await reader.say("/queue")
        await reader.wait_for_text(SAY("managers-read-only"))


async def test_help_names_every_command(edge_database: str, clock: StillClock) -> None:
    async with managers(edge_database, clock) as scene:
        await scene.olga.say("/help")
        shown = await scene.olga.wait_for_text("/queue")
        assert all(f"/{one} – {SAY(f'managers-command-{one}')}" in shown.text for one in COMMANDS)
