"""A real aiogram bot lives in the local Telegram: every method that ours may use, by polling and by webhook."""

from collections.abc import AsyncIterator

import pytest_asyncio
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, Message

from tests.sandbox.running import TOKEN, Sandbox


def aiogram_bot(url: str) -> Bot:
    return Bot(TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(url)))


@pytest_asyncio.fixture
async def bot(fresh: Sandbox) -> AsyncIterator[Bot]:
    async with aiogram_bot(fresh.url) as bot:
        yield bot


def one_button(text: str = "Book", data: str = "book") -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        inline_keyboard=[[InlineKeyboardButton(text=text, callback_data=data, style="success")]]
    )


async def test_a_conversation_by_polling(fresh: Sandbox, bot: Bot) -> None:
    me = await bot.get_me()
    assert (me.id, me.username, me.is_bot) == (7_000_000_001, "clinic_bot", True)
    anna = await fresh.telegram.user("Anna", language_code="ru")
    await anna.start("from_site")

    (start,) = await bot.get_updates(timeout=5)
    assert start.message is not None
    assert start.message.text == "/start from_site"
    assert start.message.from_user is not None
    assert start.message.from_user.language_code == "ru"
    assert start.message.entities is not None
    assert start.message.entities[0].type == "bot_command"

    await bot.send_chat_action(anna.id, "typing")
    assert (await anna.look()).actions == ["typing"]
    sent = await bot.send_message(anna.id, "Hello, <b>Anna</b> 😀", parse_mode="HTML", reply_markup=one_button())
    hello = await anna.next_message()
    assert hello.text == "Hello, Anna 😀"
    assert (await anna.look()).actions == []

    press = await anna.press("Book")
    (tap,) = await bot.get_updates(offset=start.update_id + 1, timeout=5)
    assert tap.callback_query is not None
    assert tap.callback_query.data == "book"
    assert isinstance(tap.callback_query.message, Message)
    assert tap.callback_query.message.message_id == sent.message_id
    assert tap.callback_query.message.reply_markup is not None
    assert tap.callback_query.message.reply_markup.model_dump() == one_button().model_dump()
    await bot.answer_callback_query(tap.callback_query.id, "Done", show_alert=True)
    answer = await anna.answer(press)
    assert (answer.text, answer.alert) == ("Done", True)
    await bot.edit_message_text("Booked", chat_id=anna.id, message_id=sent.message_id)
    changed = await anna.changed(hello)
    assert (changed.text, changed.buttons, changed.edited) == ("Booked", (), True)
