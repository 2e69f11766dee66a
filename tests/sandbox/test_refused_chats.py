"""Chats in which the bot may not speak. Sources: Client.cpp of the real server, check_chat_access, unless named."""

from sandbox.client import Person
from tests.sandbox.refusing import BOT_ID, bad, forbidden, group, refusal
from tests.sandbox.running import Sandbox


async def test_bot_that_was_blocked(sandbox: Sandbox, anna: Person) -> None:
    """Client.cpp, fail_query_with_error: USER_IS_BLOCKED."""
    await anna.block()
    blocked = forbidden("bot was blocked by the user")
    assert await sandbox.call("sendMessage", chat_id=anna.id, text="x") == blocked
    assert await sandbox.call("sendChatAction", chat_id=anna.id, action="typing") == blocked
    await anna.unblock()
    assert (await sandbox.call("sendMessage", chat_id=anna.id, text="x"))["ok"]


async def test_person_who_never_wrote(sandbox: Sandbox) -> None:
    """Telegram's servers: bots cannot begin."""
    stranger = await sandbox.telegram.user("Stranger")
    answer = await sandbox.call("sendMessage", chat_id=stranger.id, text="x")
    assert answer == forbidden("bot can't initiate conversation with a user")


async def test_deleted_account(sandbox: Sandbox, anna: Person) -> None:
    sent = await sandbox.result("sendMessage", chat_id=anna.id, text="x")
    await anna.deactivate()
    gone = forbidden("user is deactivated")
    assert await sandbox.call("sendMessage", chat_id=anna.id, text="x") == gone
    assert await sandbox.call("editMessageText", chat_id=anna.id, message_id=sent["message_id"], text="y") == gone


async def test_another_bot(sandbox: Sandbox) -> None:
    """Telegram's servers: bots do not talk to bots."""
    answer = await sandbox.call("sendMessage", chat_id=BOT_ID, text="x")
    assert answer == forbidden("bots can't send messages to bots")


async def test_bot_that_was_kicked(sandbox: Sandbox) -> None:
    vera, plain = await group(sandbox)
    await vera.act("remove_member", member_id=BOT_ID)
    assert await sandbox.call("sendMessage", chat_id=plain.id, text="x") == forbidden(
        "bot was kicked from the group chat"
    )
    vera, forum = await group(sandbox, forum=True)
    await vera.act("remove_member", member_id=BOT_ID)
    assert await sandbox.call("getChat", chat_id=forum.id) == forbidden("bot was kicked from the supergroup chat")


async def test_bot_that_left(sandbox: Sandbox) -> None:
    _, plain = await group(sandbox)
    assert (await sandbox.call("leaveChat", chat_id=plain.id))["ok"]
    answer = await sandbox.call("sendMessage", chat_id=plain.id, text="x")
    assert answer == forbidden("bot is not a member of the group chat")
    _, forum = await group(sandbox, forum=True)
    assert (await sandbox.call("leaveChat", chat_id=forum.id))["ok"]
    answer = await sandbox.call("sendMessage", chat_id=forum.id, text="x")
    assert answer == forbidden("bot is not a member of the supergroup chat")


async def test_group_that_became_a_supergroup(sandbox: Sandbox) -> None:
    vera, old = await group(sandbox)
    new = await vera.act("upgrade_group")
    answer = await sandbox.call("sendMessage", chat_id=old.id, text="x")
    words = "Bad Request: group chat was upgraded to a supergroup chat"
    assert answer == refusal(400, words, migrate_to_chat_id=new["id"])
    assert (await sandbox.call("sendMessage", chat_id=new["id"], text="x"))["ok"]
    assert (await sandbox.call("getChat", chat_id=old.id))["ok"]


async def test_topic_that_is_not_there(sandbox: Sandbox, anna: Person) -> None:
    """Client.cpp, TdOnCheckMessageThreadCallback."""
    _, forum = await group(sandbox, forum=True)
    missing = bad("message thread not found")
    assert await sandbox.call("sendMessage", chat_id=forum.id, message_thread_id=999, text="x") == missing
    assert await sandbox.call("sendMessage", chat_id=forum.id, message_thread_id=1, text="x") == missing
    assert await sandbox.call("sendMessage", chat_id=anna.id, message_thread_id=5, text="x") == missing


async def test_closed_topic(sandbox: Sandbox) -> None:
    """Telegram's servers: TOPIC_CLOSED, for all but administrators."""
    vera, forum = await group(sandbox, forum=True)
    made = await sandbox.result("createForumTopic", chat_id=forum.id, name="Anna")
    topic = made["message_thread_id"]
    assert (await sandbox.call("closeForumTopic", chat_id=forum.id, message_thread_id=topic))["ok"]
    assert (await sandbox.call("sendMessage", chat_id=forum.id, message_thread_id=topic, text="x"))["ok"]
    await vera.act("promote", member_id=BOT_ID, administrator=False)
    answer = await sandbox.call("sendMessage", chat_id=forum.id, message_thread_id=topic, text="x")
    assert answer == bad("TOPIC_CLOSED")


async def test_topics_without_the_right(sandbox: Sandbox, anna: Person) -> None:
    """Telegram's servers."""
    _, plain = await group(sandbox)
    assert await sandbox.call("createForumTopic", chat_id=plain.id, name="x") == bad("the chat is not a forum")
    _, forum = await group(sandbox, forum=True, administrator=False)
    answer = await sandbox.call("createForumTopic", chat_id=forum.id, name="x")
    assert answer == bad("not enough rights to create a topic")


async def test_topics_that_cannot_be_changed(sandbox: Sandbox) -> None:
    """Telegram's servers."""
    _, forum = await group(sandbox, forum=True)
    assert await sandbox.call("createForumTopic", chat_id=forum.id, name=" ") == bad("TOPIC_TITLE_EMPTY")
    answer = await sandbox.call("closeForumTopic", chat_id=forum.id, message_thread_id=9)
    assert answer == bad("TOPIC_ID_INVALID")
    made = await sandbox.result("createForumTopic", chat_id=forum.id, name="Anna")
    topic = {"chat_id": forum.id, "message_thread_id": made["message_thread_id"]}
    assert await sandbox.call("reopenForumTopic", **topic) == bad("TOPIC_NOT_MODIFIED")
    assert await sandbox.call("editForumTopic", **topic, name="Anna") == bad("TOPIC_NOT_MODIFIED")


async def test_invitations_without_the_right(sandbox: Sandbox) -> None:
    """Telegram's servers."""
    _, plain = await group(sandbox, administrator=False)
    answer = await sandbox.call("exportChatInviteLink", chat_id=plain.id)
    assert answer == bad("not enough rights to manage chat invite link")


async def test_private_chats_have_no_administrators_and_are_not_left(sandbox: Sandbox, anna: Person) -> None:
    """TDLib, DialogParticipantManager.cpp."""
    administrators = await sandbox.call("getChatAdministrators", chat_id=anna.id)
    assert administrators == bad("there are no administrators in the private chat")
    left = await sandbox.call("leaveChat", chat_id=anna.id)
    assert left == bad("chat member status can't be changed in private chats")


async def test_member_who_does_not_exist(sandbox: Sandbox) -> None:
    """Client.cpp, get_user_id; TdOnCheckUserCallback."""
    _, plain = await group(sandbox)
    assert await sandbox.call("getChatMember", chat_id=plain.id) == bad("invalid user_id specified")
    assert await sandbox.call("getChatMember", chat_id=plain.id, user_id=404) == bad("user not found")
