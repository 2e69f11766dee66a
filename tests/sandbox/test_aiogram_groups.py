"""A real aiogram bot in groups."""

from aiogram import Bot
from aiogram.types import (
    ChatMemberAdministrator,
    Message,
)

from tests.sandbox.living import next_update, one_button, taken
from tests.sandbox.refusing import group
from tests.sandbox.running import Sandbox


async def test_a_group_with_topics(fresh: Sandbox, bot: Bot) -> None:
    vera, managers = await group(fresh, forum=True)
    added, promoted = (update.my_chat_member for update in await taken(bot) if update.my_chat_member)
    assert (added.new_chat_member.status, promoted.new_chat_member.status) == ("member", "administrator")
    assert isinstance(promoted.new_chat_member, ChatMemberAdministrator)
    topic = await bot.create_forum_topic(managers.id, "Anna, call back")
    thread = topic.message_thread_id
    sent = await bot.send_message(managers.id, "New", message_thread_id=thread, reply_markup=one_button())
    assert (sent.message_thread_id, sent.is_topic_message) == (thread, True)
    in_topic = vera.in_chat(managers.id, thread)
    await in_topic.say("I call her", reply_to=(await in_topic.messages())[-1])
    message = (await next_update(bot)).message
    assert message is not None
    assert (message.message_thread_id, message.chat.is_forum) == (thread, True)
    assert message.reply_to_message is not None
    await in_topic.press("Book")
    tap = (await next_update(bot)).callback_query
    assert tap is not None
    assert isinstance(tap.message, Message)
    assert tap.message.chat.id == managers.id
    assert await bot.edit_forum_topic(managers.id, thread, name="Anna, called")
    assert await bot.close_forum_topic(managers.id, thread)
    assert await bot.reopen_forum_topic(managers.id, thread)
    assert await bot.delete_forum_topic(managers.id, thread)
    chat = await bot.get_chat(managers.id)
    assert (chat.title, chat.type) == ("Managers", "supergroup")
    assert [member.user.id for member in await bot.get_chat_administrators(managers.id)] == [vera.id, bot.id]
    assert (await bot.get_chat_member(managers.id, vera.id)).status == "creator"
    assert await bot.get_chat_member_count(managers.id) == 2
    assert await bot.leave_chat(managers.id)


async def test_privacy_in_groups(fresh: Sandbox, bot: Bot) -> None:
    """A bot that does not administer the group hears what concerns it, and nothing else."""
    vera, managers = await group(fresh, administrator=False)
    await taken(bot)
    await vera.say("among us")
    await vera.say("/queue")
    await vera.say("/queue@other_bot")
    await vera.say("@clinic_bot help")
    sent = await bot.send_message(managers.id, "Yes?")
    await vera.say("thanks", reply_to=next(each for each in await vera.messages() if each.id == sent.message_id))
    heard = [update.message.text for update in await taken(bot) if update.message]
    assert heard == ["/queue", "@clinic_bot help", "thanks"]
    await vera.act("promote", member_id=bot.id)
    await vera.say("again among us")
    assert [update.message.text for update in await taken(bot) if update.message] == ["again among us"]
