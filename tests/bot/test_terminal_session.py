"""The terminal refuses what Telegram refuses, and prints the rest."""

import io
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
import pytest_asyncio
from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.enums import ChatAction
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import BotCommand, InlineKeyboardButton, InlineKeyboardMarkup

from bot.terminal.screen import TerminalScreen
from bot.terminal.session import TerminalSession

CHAT = 1


@pytest.fixture
def out() -> io.StringIO:
    return io.StringIO()


@pytest.fixture
def screen(out: io.StringIO) -> TerminalScreen:
    return TerminalScreen(out)


@pytest_asyncio.fixture
async def bot(screen: TerminalScreen) -> AsyncIterator[Bot]:
    session = TerminalSession(screen, lambda: datetime(2026, 3, 2, 6, tzinfo=UTC))
    async with Bot("2:terminal", session, default=DefaultBotProperties(parse_mode="HTML")) as made:
        yield made


def keyboard(*data: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        inline_keyboard=[[InlineKeyboardButton(text=f"to {one}", callback_data=one)] for one in data]
    )


async def test_tags_are_stripped_and_buttons_numbered(bot: Bot, out: io.StringIO, screen: TerminalScreen) -> None:
    await bot.send_message(CHAT, "<b>A &lt; B</b>", reply_markup=keyboard("a", "b"))
    assert out.getvalue() == "A < B\n  [1] to a\n  [2] to b\n\n"
    second = screen.button(" 2 ")
    assert second is not None
    assert second.data == "b"


@pytest.mark.parametrize("line", ["0", "3", "-1", "1.5", "²", "one", "", "1 2", "9" * 5000])
async def test_other_lines_are_no_buttons(bot: Bot, screen: TerminalScreen, line: str) -> None:
    await bot.send_message(CHAT, "choose", reply_markup=keyboard("a", "b"))
    assert screen.button(line) is None


async def test_old_buttons_stay_until_newer_ones_are_shown(bot: Bot, screen: TerminalScreen) -> None:
    message = await bot.send_message(CHAT, "choose", reply_markup=keyboard("a"))
    await bot.send_message(CHAT, "no buttons")
    await message.edit_text("done")
    old = screen.button("1")
    assert old is not None
    assert old.data == "a"


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("x" * 4097, "message is too long"),
        ("😀" * 2049, "message is too long"),
        ("", "message text is empty"),
        ("<b></b> ", "message text is empty"),
        ("<b>open", "can't parse entities"),
        ("<b>crossed</i>", "can't parse entities"),
        ("<h1>unknown</h1>", "can't parse entities"),
    ],
)
async def test_texts_that_telegram_refuses(bot: Bot, text: str, refusal: str) -> None:
    with pytest.raises(TelegramBadRequest, match=refusal):
        await bot.send_message(CHAT, text)


async def test_a_text_of_the_greatest_length_passes(bot: Bot) -> None:
    await bot.send_message(CHAT, f"<b>{'😀' * 2048}</b>")


@pytest.mark.parametrize("data", ["x" * 65, "я" * 33])
async def test_buttons_that_carry_too_much_are_refused(bot: Bot, data: str) -> None:
    with pytest.raises(TelegramBadRequest, match="BUTTON_DATA_INVALID"):
        await bot.send_message(CHAT, "choose", reply_markup=keyboard(data))


async def test_edits_are_those_of_telegram(bot: Bot, out: io.StringIO) -> None:
    message = await bot.send_message(CHAT, "<b>choose</b>", reply_markup=keyboard("a"))
    with pytest.raises(TelegramBadRequest, match="message is not modified"):
        await message.edit_text("choose", reply_markup=keyboard("a"))
    await message.edit_reply_markup(reply_markup=None)
    with pytest.raises(TelegramBadRequest, match="message is not modified"):
        await message.edit_reply_markup(reply_markup=None)
    with pytest.raises(TelegramBadRequest, match="message to edit not found"):
        await bot.edit_message_text("x", chat_id=CHAT, message_id=99)
    await message.edit_text("chosen")
    assert out.getvalue().endswith("\nchosen\n\n")


async def test_what_has_no_place_on_a_terminal_is_quiet_or_refused(bot: Bot, out: io.StringIO) -> None:
    assert await bot.send_chat_action(CHAT, ChatAction.TYPING)
    assert await bot.set_my_commands([BotCommand(command="my", description="mine")])
    assert (await bot.get_me()).is_bot
    assert out.getvalue() == ""
    with pytest.raises(TelegramBadRequest, match="SendDice"):
        await bot.send_dice(CHAT)
