"""Photos, files and the rest: a fitting short answer. Their captions have been read as words before."""

from aiogram import F, Router
from aiogram.enums import ContentType
from aiogram.types import Message

from bot.dialogue.desk import Talk
from bot.dialogue.views import notices

ANSWERS = {
    ContentType.PHOTO: "media-picture",
    ContentType.VIDEO: "media-picture",
    ContentType.ANIMATION: "media-picture",
    ContentType.DOCUMENT: "media-file",
    ContentType.STICKER: "media-sticker",
    ContentType.DICE: "media-sticker",
    ContentType.LOCATION: "media-place",
    ContentType.VENUE: "media-place",
    ContentType.POLL: "only-text",
    ContentType.STORY: "only-text",
    ContentType.GAME: "only-text",
    ContentType.PAID_MEDIA: "only-text",
    ContentType.CHECKLIST: "only-text",
    ContentType.UNKNOWN: "only-text",
}
"""What is in none of these is Telegram's own notice, such as a pinned message: it needs no answer."""


async def answer(message: Message, talk: Talk) -> None:
    talk.out.say(notices.notice(talk.texts, ANSWERS[ContentType(message.content_type)]))


def router() -> Router:
    made = Router(name="media")
    made.message.register(answer, F.content_type.in_(set(ANSWERS)))
    return made
