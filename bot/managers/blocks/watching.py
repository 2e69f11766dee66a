"""The buttons under a board: refresh, whom to call, called, undo."""

from aiogram.filters import CommandObject
from aiogram.types import CallbackQuery, Message

from api_client import NotFound, WrongTransition
from bot.dialogue.views.notices import notice
from bot.managers.blocks import callbacks as tap
from bot.managers.blocks import views
from bot.managers.blocks.scene import Scene
from bot.managers.blocks.whom import meant
from contracts.blocks import BlockBoard


async def show_board(_query: CallbackQuery, callback_data: tap.ShowBoard, scene: Scene) -> None:
    """Raises ClinicClientError, as all of these."""
    board = await _board(scene, callback_data.block)
    if board is not None:
        scene.show_board(board.block.block_id, views.board(scene.office.words, board, scene.now))


async def show_phones(_query: CallbackQuery, callback_data: tap.ShowPhones, scene: Scene) -> None:
    """A message of its own: the board stays what it is."""
    board = await _board(scene, callback_data.block)
    if board is not None:
        scene.out.say(views.phones(scene.office.words, board, scene.now))


async def called(_query: CallbackQuery, callback_data: tap.Called, scene: Scene) -> None:
    """Off the list; a second tap finds it gone already."""
    try:
        await scene.office.desk.clinic.finish_call_task(callback_data.task, by=scene.manager.account)
    except (WrongTransition, NotFound):
        scene.out.note = scene.office.words.say("block-called-before")
    board = await _board(scene, callback_data.block)
    if board is not None:
        scene.out.replace(views.phones(scene.office.words, board, scene.now))


async def ask_undo(_query: CallbackQuery, callback_data: tap.AskUndo, scene: Scene) -> None:
    board = await _board(scene, callback_data.block)
    if board is not None:
        scene.out.replace(views.ask_undo(scene.office.words, board, scene.now))


async def do_undo(_query: CallbackQuery, callback_data: tap.DoUndo, scene: Scene) -> None:
    if await _board(scene, callback_data.block) is None:
        return
    board = await scene.office.desk.clinic.undo_block(callback_data.block, by=scene.manager.account)
    scene.show_board(board.block.block_id, views.board(scene.office.words, board, scene.now))


async def unblock(_message: Message, command: CommandObject, scene: Scene) -> None:
    """/unblock: the blocks that stand; with a name, that doctor's."""
    doctors = await scene.doctors()
    if command.args:
        doctors = meant(command.args, doctors)
    ids = {each.doctor_id for each in doctors}
    standing = (await scene.office.desk.clinic.blocks(active=True)).blocks
    scene.out.say(views.active(scene.office.words, [each for each in standing if each.doctor_id in ids], scene.now))


async def _board(scene: Scene, block_id: int) -> BlockBoard | None:
    """The board as it stands; None for one of another branch, or of none."""
    try:
        board = await scene.office.desk.clinic.block(block_id)
    except NotFound:
        board = None
    if board is None or not scene.manager.oversees(board.block.branch_id):
        scene.out.replace(notice(scene.office.words, "block-unknown"))
        return None
    return board
