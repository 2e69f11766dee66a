"""What a patient hears when even the dialogue's own answer to failures has failed."""

from bot.dialogue.memory import Memory
from bot.dialogue.views import notices
from bot.dialogue.views.screen import Screen
from bot.texts import texts


def failed_screen(memory: Memory) -> Screen:
    """In the language of the conversation; Russian if it has none."""
    return notices.notice(texts(memory.language or "ru"), "failed")
