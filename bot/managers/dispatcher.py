"""The wiring of the managers' groups: commands, replies to the bot's messages, and buttons, of managers alone.

Handlers get `office`, `desk`, `out`, `manager` (`bot.managers.manager.Manager`), `room` (of a branch, or of all) and
`replied` (the label of our message that a reply answers). One that changes nothing is registered with `flags=READS`;
all others are closed to managers who may only read. What people write among themselves is not read.
"""

from aiogram import Dispatcher

from bot.managers.blocks.router import router as blocks
from bot.managers.calls import router as calls
from bot.managers.closing.router import router as closing
from bot.managers.entrance import Entrance, ReadersOnlyRead
from bot.managers.help import router as helping
from bot.managers.here import router as here
from bot.managers.looking.doctor import router as doctor
from bot.managers.looking.find import router as find
from bot.managers.looking.today import router as today
from bot.managers.office import Office
from bot.managers.queue.router import router as queue
from bot.managers.tickets.router import router as tickets


def managers_dispatcher(office: Office) -> Dispatcher:
    """For updates of managers' groups alone, fed like the patients' dispatcher; `memory` is not used."""
    made = Dispatcher(disable_fsm=True)
    entrance, readers = Entrance(office), ReadersOnlyRead()
    for observer in (made.message, made.callback_query):
        observer.outer_middleware(entrance)
        observer.middleware(readers)
    made.include_router(here())
    made.include_router(calls())
    made.include_router(tickets())
    made.include_router(queue())
    made.include_router(blocks())
    made.include_router(closing())
    made.include_routers(today(), doctor(), find())
    made.include_router(helping())
    return made
