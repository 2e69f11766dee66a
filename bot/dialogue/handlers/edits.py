"""An edited message corrects what was written. The emergency gate has read it before."""

from aiogram import F, Router
from aiogram.types import Message

from bot.dialogue.desk import Talk
from bot.dialogue.handlers.going_on import answer_waiting
from bot.dialogue.use_cases.correct import correct
from bot.dialogue.views import notices


async def edited(message: Message, talk: Talk) -> None:
    outcome = await correct(talk, message.message_id, message.text or message.caption or "")
    if outcome == "answer-again":
        await answer_waiting(talk)
    elif outcome == "too-late":
        talk.out.say(notices.notice(talk.texts, "edited-too-late"))


def router() -> Router:
    made = Router(name="edits")
    made.edited_message.register(edited, F.text | F.caption)
    return made
