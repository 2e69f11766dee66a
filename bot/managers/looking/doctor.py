"""/doctor NAME: a doctor's day, taken and free, today and the next two weeks."""

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from bot.dialogue.out import Out
from bot.dialogue.views.dates import clock_time
from bot.dialogue.views.notices import notice
from bot.dialogue.views.screen import Button, Screen
from bot.managers.blocks.whom import meant
from bot.managers.entrance import READS
from bot.managers.looking.callbacks import DoctorDay
from bot.managers.looking.lines import visit_line
from bot.managers.looking.today import day_of, day_title, visits_of_day
from bot.managers.manager import Manager
from bot.managers.office import Office
from bot.managers.scope import branches_of
from bot.storage.rooms import Room
from contracts.schedule import Doctor

LAST_DAY, MOST_DOCTORS, MOST_FREE = 13, 10, 100


async def doctor(
    _message: Message, command: CommandObject, office: Office, manager: Manager, room: Room, out: Out
) -> None:
    """Misspelt names are found as patients' are. Raises ClinicClientError."""
    name = command.args or ""
    if not name.strip():
        out.say(notice(office.words, "looking-doctor-how"))
        return
    found = meant(name, await _doctors(office, manager, room))
    if not found:
        out.say(notice(office.words, "looking-doctor-unknown"))
    elif len(found) == 1:
        out.say(await _day(office, found[0], 0))
    else:
        buttons = [
            Button(f"{each.full_name}, {office.words.specialty(each.specialty)}", _first_day(each))
            for each in found[:MOST_DOCTORS]
        ]
        out.say(Screen(office.words.html("looking-doctor-which"), tuple(buttons)))


async def turn(
    _query: CallbackQuery, callback_data: DoctorDay, office: Office, manager: Manager, room: Room, out: Out
) -> None:
    wanted = callback_data.doctor_id
    found = next((one for one in await _doctors(office, manager, room) if one.doctor_id == wanted), None)
    if found is None:
        out.replace(notice(office.words, "looking-doctor-unknown"))
        return
    out.replace(await _day(office, found, min(callback_data.day, LAST_DAY)))


def _first_day(one: Doctor) -> DoctorDay:
    return DoctorDay(doctor_id=one.doctor_id, day=0)


async def _doctors(office: Office, manager: Manager, room: Room) -> list[Doctor]:
    wanted = branches_of(manager, room)
    return [one for one in await office.desk.directory.doctors() if wanted == (None,) or one.branch_id in wanted]


async def _day(office: Office, one: Doctor, days: int) -> Screen:
    words = office.words
    branch = next(each for each in await office.desk.directory.branches() if each.branch_id == one.branch_id)
    begin, end = day_of(office, branch, days)
    visits = await visits_of_day(office, branch, days, one.doctor_id)
    free = await office.desk.clinic.slots(
        doctor_id=one.doctor_id, from_=max(begin, office.desk.clock()), to=end, limit=MOST_FREE
    )
    day = day_title(office, branch, days)
    lines = [words.html("looking-doctor", name=one.full_name, day=day, branch=branch.name)]
    lines += [visit_line(words, visit, doctor=False) for visit in visits] or [words.html("looking-doctor-no-visits")]
    times = [clock_time(words, slot.start_time, slot.time_zone) for slot in free.slots]
    text = words.html("looking-doctor-free", times=", ".join(times)) if times else words.html("looking-doctor-full")
    lines.append(text)
    earlier = (Button(words.say("looking-earlier"), DoctorDay(doctor_id=one.doctor_id, day=days - 1)),) if days else ()
    later = (Button(words.say("looking-later"), DoctorDay(doctor_id=one.doctor_id, day=days + 1)),)
    row = (*earlier, *(later if days < LAST_DAY else ()))
    return Screen("\n".join(lines), grid=(row,))


def router() -> Router:
    made = Router(name="managers' doctors")
    made.message.register(doctor, Command("doctor"), flags=READS)
    made.callback_query.register(turn, DoctorDay.filter(), flags=READS)
    return made
