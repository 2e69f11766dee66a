"""The wiring of the dialogue: middlewares in their order, then the handlers."""

from aiogram import Dispatcher

from bot.dialogue.conversation import Conversation
from bot.dialogue.desk import Desk
from bot.dialogue.failures import Failures
from bot.dialogue.gate import EmergencyGate
from bot.dialogue.handlers import routers
from bot.dialogue.reach import TellReach


def dispatcher(desk: Desk) -> Dispatcher:
    """A dispatcher for private chats. Conversation first (who and in which language), then the emergency gate.

    Feed it with `memory` and `out` beside each update: handlers fill both, nothing is sent from within.
    """
    made = Dispatcher(disable_fsm=True)  # memory comes with each update
    for observer in (made.message, made.edited_message):
        observer.outer_middleware(Conversation(desk))
        observer.outer_middleware(Failures())
        observer.outer_middleware(EmergencyGate())
        observer.outer_middleware(TellReach())
    made.callback_query.outer_middleware(Conversation(desk))
    made.callback_query.outer_middleware(Failures())
    made.callback_query.outer_middleware(TellReach())
    made.my_chat_member.outer_middleware(Conversation(desk))
    made.include_routers(*routers())
    return made
