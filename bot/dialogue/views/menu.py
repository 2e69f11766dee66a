"""The keyboard that stays below the chat, and the one that shares a phone."""

from aiogram.types import KeyboardButton, ReplyKeyboardMarkup

from bot.dialogue.menu import MENU
from bot.texts import Texts


def main(texts: Texts) -> ReplyKeyboardMarkup:
    """Always at hand: book, my visits, call me back, write. Two keys a row, so that a small screen shows all."""
    book, mine, call, write = (KeyboardButton(text=texts.say(f"menu-{item}")) for item in MENU)
    return ReplyKeyboardMarkup(keyboard=[[book, mine], [call, write]], resize_keyboard=True, is_persistent=True)


def share_phone(texts: Texts) -> ReplyKeyboardMarkup:
    """One tap shares the number of this very account; the other key goes back."""
    share = KeyboardButton(text=texts.say("phone-share"), request_contact=True)
    return ReplyKeyboardMarkup(keyboard=[[share], [KeyboardButton(text=texts.say("phone-skip"))]], resize_keyboard=True)
