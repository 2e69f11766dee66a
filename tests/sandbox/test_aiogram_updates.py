"""What people do, as a real aiogram bot hears of it."""

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramForbiddenError
from aiogram.types import (
    InaccessibleMessage,
    KeyboardButton,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)

from sandbox.client import Person
from tests.sandbox.living import next_update, one_button
from tests.sandbox.running import Sandbox


async def test_a_link_that_starts_the_bot(fresh: Sandbox, bot: Bot) -> None:
    anna = await fresh.telegram.user("Anna", username="anna", language_code="ru")
    await anna.start("doctor_7")
    message = (await next_update(bot)).message
    assert message is not None
    assert message.text == "/start doctor_7"
    assert message.from_user is not None
    assert (message.from_user.username, message.chat.type, message.chat.id) == ("anna", "private", anna.id)


async def test_entities_of_what_people_write(bot: Bot, visitor: Person) -> None:
    await visitor.say("😀 /help@clinic_bot a@b.example, https://clinic.example/x?y=1. +7 999 123-45-67")
    message = (await next_update(bot)).message
    assert message is not None
    assert message.text is not None
    found = [(entity.type, entity.extract_from(message.text)) for entity in message.entities or []]
    assert found == [
        ("bot_command", "/help@clinic_bot"),
        ("email", "a@b.example"),
        ("url", "https://clinic.example/x?y=1"),
        ("phone_number", "+7 999 123-45-67"),
    ]


async def test_an_edit_by_a_person(bot: Bot, visitor: Person) -> None:
    said = await visitor.say("tomorrow")
    await next_update(bot)
    await visitor.edit(said, "today")
    edited = (await next_update(bot)).edited_message
    assert edited is not None
    assert (edited.message_id, edited.text, edited.edit_date is not None) == (said.id, "today", True)


async def test_own_and_other_contacts(bot: Bot, visitor: Person) -> None:
    keyboard = [[KeyboardButton(text="My number", request_contact=True)], [KeyboardButton(text="Later")]]
    markup = ReplyKeyboardMarkup(keyboard=keyboard, resize_keyboard=True, one_time_keyboard=True)
    await bot.send_message(visitor.id, "Your number?", reply_markup=markup)
    assert [[button.text for button in row] for row in (await visitor.look()).keyboard] == [["My number"], ["Later"]]
    await visitor.press("My number")
    own = (await next_update(bot)).message
    assert own is not None
    assert own.contact is not None
    assert (own.contact.user_id, own.contact.first_name) == (visitor.id, "Anna")
    assert (await visitor.look()).keyboard == ()
    await visitor.share_contact("79990001122", "Grandmother")
    other = (await next_update(bot)).message
    assert other is not None
    assert other.contact is not None
    assert (other.contact.user_id, other.contact.phone_number) == (None, "79990001122")


async def test_a_reply_keyboard_comes_and_goes(bot: Bot, visitor: Person) -> None:
    markup = ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="Yes")]])
    await bot.send_message(visitor.id, "Sure?", reply_markup=markup)
    await visitor.press("Yes")
    message = (await next_update(bot)).message
    assert message is not None
    assert message.text == "Yes"
    assert (await visitor.look()).keyboard != ()
    await bot.send_message(visitor.id, "Fine", reply_markup=ReplyKeyboardRemove())
    assert (await visitor.look()).keyboard == ()


async def test_a_tap_on_a_message_that_is_gone(bot: Bot, visitor: Person) -> None:
    sent = await bot.send_message(visitor.id, "x", reply_markup=one_button())
    seen = await visitor.next_message()
    await bot.delete_message(visitor.id, sent.message_id)
    await visitor.gone(seen)
    await visitor.press("Book", seen)
    tap = (await next_update(bot)).callback_query
    assert tap is not None
    assert isinstance(tap.message, InaccessibleMessage)
    assert tap.message.message_id == sent.message_id


async def test_blocking_and_unblocking(bot: Bot, visitor: Person) -> None:
    await visitor.block()
    blocked = (await next_update(bot)).my_chat_member
    assert blocked is not None
    assert (blocked.old_chat_member.status, blocked.new_chat_member.status) == ("member", "kicked")
    with pytest.raises(TelegramForbiddenError, match="bot was blocked by the user"):
        await bot.send_message(visitor.id, "x")
    await visitor.unblock()
    unblocked = (await next_update(bot)).my_chat_member
    assert unblocked is not None
    assert unblocked.new_chat_member.status == "member"
    await bot.send_message(visitor.id, "x")


@pytest.mark.parametrize("kind", ["photo", "document", "voice", "sticker"])
async def test_files_of_people(bot: Bot, visitor: Person, kind: str) -> None:
    await visitor.send_file(kind, b"content", "scan.pdf", caption="mine" if kind in ("photo", "document") else "")
    message = (await next_update(bot)).message
    assert message is not None
    assert message.content_type == kind
    if kind == "document":
        assert message.document is not None
        file = await bot.get_file(message.document.file_id)
        assert file.file_path is not None
        content = await bot.download_file(file.file_path)
        assert content is not None
        assert content.read() == b"content"
