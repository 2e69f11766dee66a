"""A real aiogram bot lives in the local Telegram: every method that ours may use, by polling and by webhook."""

from typing import Any

import pytest
from aiogram import Bot, Dispatcher
from aiogram.exceptions import TelegramBadRequest, TelegramNetworkError, TelegramRetryAfter
from aiogram.types import (
    BotCommand,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    BufferedInputFile,
    MenuButtonCommands,
    Message,
)
from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sandbox.client import Person
from tests.sandbox.living import one_button
from tests.sandbox.running import Sandbox
from tests.support.serving import serving

PNG = bytes.fromhex("89504e470d0a1a0a0000000d4948445200000140000000f0080600000000000000")
"""The beginning of a picture, 320 by 240 pixels."""


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


async def test_a_file_and_a_place(bot: Bot, visitor: Person) -> None:
    calendar = BufferedInputFile("BEGIN:VCALENDAR — приём".encode(), "приём.ics")
    sent = await bot.send_document(visitor.id, calendar, caption="Your <b>visit</b>", parse_mode="HTML")
    assert sent.document is not None
    assert (sent.document.file_name, sent.document.mime_type) == ("приём.ics", "text/calendar")
    seen = await visitor.next_message()
    assert seen.text == "Your visit"
    assert (await visitor.file(seen)).decode().startswith("BEGIN:VCALENDAR")
    again = await bot.send_document(visitor.id, sent.document.file_id)
    assert again.document is not None
    assert again.document.file_unique_id == sent.document.file_unique_id
    venue = await bot.send_venue(visitor.id, latitude=55.75, longitude=37.61, title="Clinic", address="Tverskaya 1")
    assert venue.venue is not None
    assert (venue.venue.title, venue.venue.location.latitude) == ("Clinic", 55.75)
    assert (await bot.send_location(visitor.id, 55.75, 37.61)).location is not None
    assert (await bot.send_contact(visitor.id, "+70000000000", "Front desk")).contact is not None
    photo = await bot.send_photo(visitor.id, BufferedInputFile(PNG, "map.png"), caption="Map")
    assert photo.photo is not None
    assert (photo.photo[0].width, photo.photo[0].height) == (320, 240)
    changed = await bot.edit_message_caption(chat_id=visitor.id, message_id=photo.message_id, caption="Way")
    assert isinstance(changed, Message)
    assert changed.caption == "Way"


async def test_buttons_alone_change(bot: Bot, visitor: Person) -> None:
    sent = await bot.send_message(visitor.id, "x", reply_markup=one_button())
    seen = await visitor.next_message()
    await bot.edit_message_reply_markup(
        chat_id=visitor.id, message_id=sent.message_id, reply_markup=one_button("Later")
    )
    changed = await visitor.changed(seen)
    assert (changed.labels, changed.edited) == (["Later"], False)
    with pytest.raises(TelegramBadRequest, match="message is not modified"):
        await bot.edit_message_reply_markup(
            chat_id=visitor.id, message_id=sent.message_id, reply_markup=one_button("Later")
        )


async def test_copies_forwards_and_replies(bot: Bot, visitor: Person) -> None:
    said = await visitor.say("read this")
    copy = await bot.copy_message(visitor.id, visitor.id, said.id)
    forward = await bot.forward_message(visitor.id, visitor.id, said.id)
    assert forward.forward_origin is not None
    assert copy.message_id < forward.message_id
    reply = await bot.send_message(visitor.id, "I did", reply_to_message_id=said.id)
    assert reply.reply_to_message is not None
    assert reply.reply_to_message.text == "read this"


async def test_pins(bot: Bot, visitor: Person) -> None:
    sent = await bot.send_message(visitor.id, "Tomorrow at 9")
    assert await bot.pin_chat_message(visitor.id, sent.message_id)
    assert (await visitor.look()).raw["pinned"] == [sent.message_id]
    pinned = (await bot.get_chat(visitor.id)).pinned_message
    assert pinned is not None
    assert pinned.message_id == sent.message_id
    assert await bot.unpin_chat_message(visitor.id, message_id=sent.message_id)
    assert await bot.unpin_all_chat_messages(visitor.id)
    assert (await visitor.look()).raw["pinned"] == []


async def test_what_the_bot_tells_of_itself(fresh: Sandbox, bot: Bot, visitor: Person) -> None:
    russian = [BotCommand(command="start", description="Начать")]
    assert await bot.set_my_commands([BotCommand(command="start", description="Start")])
    assert await bot.set_my_commands(russian, BotCommandScopeAllPrivateChats(), language_code="ru")
    (command,) = await bot.get_my_commands(BotCommandScopeAllPrivateChats(), language_code="ru")
    assert command.description == "Начать"
    assert (await visitor.look()).raw["commands"] == [{"command": "start", "description": "Начать"}]
    assert await bot.set_my_commands(
        [BotCommand(command="mine", description="Mine")], BotCommandScopeChat(chat_id=visitor.id)
    )
    assert (await visitor.look()).raw["commands"] == [{"command": "mine", "description": "Mine"}]
    assert await bot.delete_my_commands(BotCommandScopeChat(chat_id=visitor.id))
    assert await bot.set_my_description("Books visits")
    assert await bot.set_my_description("Записывает", "ru")
    assert (await bot.get_my_description("ru")).description == "Записывает"
    assert (await bot.get_my_description("de")).description == "Books visits"
    assert await bot.set_my_short_description("Short")
    assert (await bot.get_my_short_description()).short_description == "Short"
    assert await bot.set_my_name("Front desk")
    assert (await bot.get_my_name()).name == "Front desk"
    assert await bot.set_chat_menu_button(menu_button=MenuButtonCommands())
    assert (await bot.get_chat_menu_button()).type == "commands"
    world = fresh.world
    assert world.bot_description(world.bots[bot.id], "ru") == "Записывает"


async def test_trouble_on_demand(fresh: Sandbox, bot: Bot, visitor: Person) -> None:
    await fresh.telegram.fail("sendMessage", code=429, retry_after=7, chat_id=visitor.id)
    with pytest.raises(TelegramRetryAfter) as refused:
        await bot.send_message(visitor.id, "one")
    assert refused.value.retry_after == 7
    await fresh.telegram.drop("sendMessage", after=False)
    with pytest.raises(TelegramNetworkError):
        await bot.send_message(visitor.id, "two")
    await fresh.telegram.drop("sendMessage")
    with pytest.raises(TelegramNetworkError):
        await bot.send_message(visitor.id, "three")
    await bot.send_message(visitor.id, "four")
    assert [each.text for each in (await visitor.look()).from_bot()] == ["three", "four"]
    calls = await fresh.telegram.called("sendMessage", 3)
    answers = {call["arguments"]["text"]: call["code"] for call in calls}
    assert answers == {"one": 429, "three": 200, "four": 200}


async def test_a_dispatcher_behind_a_webhook(fresh: Sandbox, bot: Bot) -> None:
    dispatcher = Dispatcher()

    @dispatcher.message()
    async def echo(message: Message) -> None:
        await message.answer(f"You said {message.text}")

    async def hook(request: Request) -> Response:
        assert request.headers["x-telegram-bot-api-secret-token"] == "secret"
        update: dict[str, Any] = await request.json()
        await dispatcher.feed_raw_update(bot, update)
        return Response()

    app = FastAPI()
    app.router.routes.append(Route("/hook", hook, methods=["POST"]))
    async with serving(app) as url:
        assert await bot.set_webhook(f"{url}/hook", secret_token="secret", allowed_updates=["message"])
        anna = await fresh.telegram.user("Anna")
        await anna.say("hello")
        assert (await anna.next_message()).text == "You said hello"
        info = await bot.get_webhook_info()
        assert (info.url, info.allowed_updates) == (f"{url}/hook", ["message"])
        assert await bot.delete_webhook(drop_pending_updates=True)
