"""/block: which doctor, which hours, what that hits, yes or no. Said in one line, or step by step with buttons."""

from datetime import date, datetime

from aiogram.filters import CommandObject
from aiogram.types import CallbackQuery, Message

from api_client import BlockedAlready, Invalid
from bot.dialogue.views.notices import notice
from bot.dialogue.views.screen import Screen
from bot.dialogue.where import moment_of
from bot.managers.blocks import callbacks as tap
from bot.managers.blocks import views
from bot.managers.blocks.hours import read_hours
from bot.managers.blocks.scene import Scene
from bot.managers.blocks.whom import meant
from contracts.blocks import BlockRequest
from contracts.schedule import Doctor


async def block(_message: Message, command: CommandObject, scene: Scene) -> None:
    """Raises ClinicClientError, as all of these."""
    words, doctors = scene.office.words, await scene.doctors()
    if not command.args:
        scene.out.say(views.doctors(words, doctors, 0))
        return
    found = meant(command.args, doctors)
    if not found:
        scene.out.say(notice(words, "block-nobody"))
        return
    zone = await scene.zone(found[0])
    hours = read_hours(command.args, words.language, zone, scene.now)
    if len(found) > 1:
        scene.out.say(views.candidates(words, found, hours))
    elif hours is None:
        scene.out.say(views.days(words, found[0], zone, scene.now))
    else:
        scene.out.say(await _preview(scene, found[0], *hours))


async def list_doctors(_query: CallbackQuery, callback_data: tap.ListDoctors, scene: Scene) -> None:
    scene.out.replace(views.doctors(scene.office.words, await scene.doctors(), callback_data.page))


async def choose_doctor(_query: CallbackQuery, callback_data: tap.ChooseDoctor, scene: Scene) -> None:
    doctor = await _known(scene, callback_data.doctor)
    if doctor is not None:
        scene.out.replace(views.days(scene.office.words, doctor, await scene.zone(doctor), scene.now))


async def choose_day(_query: CallbackQuery, callback_data: tap.ChooseDay, scene: Scene) -> None:
    doctor = await _known(scene, callback_data.doctor)
    if doctor is not None:
        day = date.fromordinal(callback_data.day)
        zone = await scene.zone(doctor)
        scene.out.replace(views.parts_of_day(scene.office.words, doctor, day, zone, scene.now))


async def choose_start(_query: CallbackQuery, callback_data: tap.ChooseStart, scene: Scene) -> None:
    doctor = await _known(scene, callback_data.doctor)
    if doctor is not None:
        day = date.fromordinal(callback_data.day)
        scene.out.replace(views.starts(scene.office.words, doctor, day, await scene.zone(doctor), scene.now))


async def choose_end(_query: CallbackQuery, callback_data: tap.ChooseEnd, scene: Scene) -> None:
    doctor = await _known(scene, callback_data.doctor)
    if doctor is not None:
        begin = moment_of(callback_data.begin)
        scene.out.replace(views.ends(scene.office.words, doctor, begin, await scene.zone(doctor), scene.now))


async def preview(_query: CallbackQuery, callback_data: tap.Preview, scene: Scene) -> None:
    doctor = await _known(scene, callback_data.doctor)
    if doctor is not None:
        hours = moment_of(callback_data.begin), moment_of(callback_data.end)
        scene.out.replace(await _preview(scene, doctor, *hours))


async def do_block(_query: CallbackQuery, callback_data: tap.DoBlock, scene: Scene) -> None:
    """The board; somebody else's block, if that one stands in the way. A second tap shows the same board."""
    doctor = await _known(scene, callback_data.doctor)
    if doctor is None:
        return
    words, clinic = scene.office.words, scene.office.desk.clinic
    asked = BlockRequest(
        doctor_id=doctor.doctor_id,
        from_time=moment_of(callback_data.begin),
        to_time=moment_of(callback_data.end),
        by=scene.manager.account,
    )
    try:
        board = await clinic.block_doctor(asked)
    except BlockedAlready as refusal:
        standing = (await clinic.block(int(refusal.details["block_id"]))).block
        by = await scene.office.names.of(standing.made_by)
        scene.out.replace(views.blocked_already(words, standing, by, scene.now))
    except Invalid:
        scene.out.replace(notice(words, "block-over"))
    else:
        scene.show_board(board.block.block_id, views.board(words, board, scene.now))


async def do_not_block(_query: CallbackQuery, scene: Scene) -> None:
    scene.out.replace(notice(scene.office.words, "block-not-done"))


async def _known(scene: Scene, doctor_id: int) -> Doctor | None:
    """The doctor of a button; one who is gone, or another branch's, is said to be none."""
    doctor = await scene.doctor(doctor_id)
    if doctor is None:
        scene.out.replace(notice(scene.office.words, "block-nobody"))
    return doctor


async def _preview(scene: Scene, doctor: Doctor, begin: datetime, end: datetime) -> Screen:
    words = scene.office.words
    try:
        shown = await scene.office.desk.clinic.preview_block(doctor.doctor_id, from_=begin, to=end)
    except Invalid:
        return notice(words, "block-over")
    if shown.blocked_already is not None:
        by = await scene.office.names.of(shown.blocked_already.made_by)
        return views.blocked_already(words, shown.blocked_already, by, scene.now)
    return views.preview(words, shown, scene.now)
