"""When what a person writes in several messages may be read as one."""

from bot.dialogue.memory import Memory
from bot.dialogue.menu import MENU, is_phrase

LONGEST_KEY = 40
"""Letters on a key of the keyboard, at most."""


def may_join(memory: Memory) -> bool:
    """Not while a question is open: its answer stands by itself."""
    return memory.asking is None


def is_menu(text: str) -> bool:
    """Whether it is a key of the reply keyboard, which arrives as text."""
    return len(text) <= LONGEST_KEY and any(is_phrase(text, f"menu-{item}") for item in MENU)
