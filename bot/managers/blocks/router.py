"""Which handler hears what."""

from aiogram import Router
from aiogram.filters import Command

from bot.managers.blocks import asking, watching
from bot.managers.blocks import callbacks as tap
from bot.managers.blocks.scene import WithScene
from bot.managers.entrance import READS


def router() -> Router:
    made = Router(name="blocks")
    for observer in (made.message, made.callback_query):
        observer.middleware(WithScene())
    made.message.register(asking.block, Command("block"))
    made.message.register(watching.unblock, Command("unblock"))
    buttons = made.callback_query
    buttons.register(asking.list_doctors, tap.ListDoctors.filter())
    buttons.register(asking.choose_doctor, tap.ChooseDoctor.filter())
    buttons.register(asking.choose_day, tap.ChooseDay.filter())
    buttons.register(asking.choose_start, tap.ChooseStart.filter())
    buttons.register(asking.choose_end, tap.ChooseEnd.filter())
    buttons.register(asking.preview, tap.Preview.filter())
    buttons.register(asking.do_block, tap.DoBlock.filter())
    buttons.register(asking.do_not_block, tap.DoNotBlock.filter())
    buttons.register(watching.show_board, tap.ShowBoard.filter(), flags=READS)
    buttons.register(watching.show_phones, tap.ShowPhones.filter(), flags=READS)
    buttons.register(watching.called, tap.Called.filter())
    buttons.register(watching.ask_undo, tap.AskUndo.filter())
    buttons.register(watching.do_undo, tap.DoUndo.filter())
    return made
