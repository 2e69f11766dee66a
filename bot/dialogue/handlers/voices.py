"""Voice messages: heard if the clinic has a transcription server, else a way on without it."""

from aiogram import Bot, F, Router
from aiogram.types import Message

from bot.dialogue.desk import Talk
from bot.dialogue.gate import alarm
from bot.dialogue.handlers.words import take_words
from bot.dialogue.memory import Voice
from bot.dialogue.use_cases.consent import ask, has_agreed
from bot.dialogue.use_cases.listen import listen
from bot.dialogue.views import notices, voices
from bot.voice import NotHeard

MOST_SECONDS = 180
MOST_BYTES = 20 * 1024 * 1024
"""What the Bot API lets a bot download."""
MOST_WAITING = 5


async def voice(message: Message, talk: Talk, bot: Bot) -> None:
    """Only an account that has agreed is heard: until then the message waits. Raises ClinicClientError."""
    if talk.desk.transcriber is None:
        talk.out.say(voices.deaf(talk.texts))
        return
    spoken = _voice(message)
    if spoken is None:
        talk.out.say(voices.too_long(talk.texts, MOST_SECONDS // 60))
        return
    if not await has_agreed(talk):
        talk.memory.voices = [*talk.memory.voices, spoken][-MOST_WAITING:]
        talk.out.say(notices.notice(talk.texts, "voice-waits"))
        ask(talk)
        return
    await _hear(talk, bot, spoken)


async def hear_waiting(talk: Talk, bot: Bot) -> None:
    """After the consent, in the order in which they came. Raises ClinicClientError, ClinicUnavailable."""
    waiting, talk.memory.voices = talk.memory.voices, []
    for spoken in waiting:
        await _hear(talk, bot, spoken)


async def _hear(talk: Talk, bot: Bot, spoken: Voice) -> None:
    """Show what was understood, then go on as if it had been typed: through the emergency gate first."""
    if talk.desk.transcriber is None:
        talk.out.say(voices.deaf(talk.texts))
        return
    try:
        text = await listen(talk, bot, spoken, talk.desk.transcriber)
    except NotHeard:
        talk.out.say(voices.unheard(talk.texts))
        return
    talk.out.say(voices.heard(talk.texts, text))
    if not alarm(talk, text):
        await take_words(talk, text, [spoken.message_id], [text])


def _voice(message: Message) -> Voice | None:
    """None: too long or too big to be heard."""
    file = message.voice or message.audio or message.video_note
    if file is None or file.duration > MOST_SECONDS or (file.file_size or 0) > MOST_BYTES:
        return None
    if message.video_note is not None:
        name, media_type = "voice.mp4", "video/mp4"
    elif message.audio is not None:
        name, media_type = "voice.mp3", message.audio.mime_type or "audio/mpeg"
    else:
        name, media_type = "voice.ogg", "audio/ogg"
    return Voice(message_id=message.message_id, file_id=file.file_id, name=name, media_type=media_type)


def router() -> Router:
    made = Router(name="voices")
    made.message.register(voice, F.voice | F.audio | F.video_note)
    return made
