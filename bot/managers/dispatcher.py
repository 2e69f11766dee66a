"""The wiring of the managers' groups: commands, replies to the bot's messages, and buttons, of managers alone.

Handlers get `desk`, `out`, and `manager` (`bot.managers.manager.Manager`); one that changes nothing is registered with
`flags=READS`, all others are closed to managers who may only read. What people write among themselves is not read.
"""

from aiogram import Dispatcher

from bot.dialogue.desk import Desk
from bot.managers.calls import router as calls
from bot.managers.entrance import Entrance, ReadersOnlyRead
from bot.managers.rights import Rights


def managers_dispatcher(desk: Desk, rights: Rights) -> Dispatcher:
    """For updates of managers' groups alone, fed like the patients' dispatcher; `memory` is not used."""
    made = Dispatcher(disable_fsm=True)
    entrance, readers = Entrance(desk, rights), ReadersOnlyRead(desk)
    for observer in (made.message, made.callback_query):
        observer.outer_middleware(entrance)
        observer.middleware(readers)
    made.include_router(calls())
    return made
