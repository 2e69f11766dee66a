"""Messages that cannot be changed, taken away, pinned or answered. Sources: Client.cpp of the real server; TDLib."""

from datetime import UTC, datetime
from typing import Any

from sandbox.client import Person
from tests.sandbox.refusing import bad, button, group
from tests.sandbox.running import Sandbox, running_sandbox
from tests.support.clock import StillClock

NOT_MODIFIED = bad(
    "message is not modified: specified new message content and reply markup are exactly the same as a current content "
    "and reply markup of the message"
)


async def test_change_that_changes_nothing(sandbox: Sandbox, anna: Person) -> None:
    """Client.cpp, fail_query_with_error: MESSAGE_NOT_MODIFIED."""
    sent = await sandbox.result(
        "sendMessage", chat_id=anna.id, text="<b>x</b>", parse_mode="HTML", reply_markup=button()
    )
    target = {"chat_id": anna.id, "message_id": sent["message_id"]}
    same = target | {"text": "<b>x</b>", "parse_mode": "HTML", "reply_markup": button()}
    assert await sandbox.call("editMessageText", **same) == NOT_MODIFIED
    assert await sandbox.call("editMessageReplyMarkup", **target, reply_markup=button()) == NOT_MODIFIED
    assert (await sandbox.call("editMessageText", **target, text="x", reply_markup=button()))["ok"]
    assert (await sandbox.call("editMessageText", **target, text="x"))["ok"], "the buttons went away"


async def test_change_of_what_is_not_there(sandbox: Sandbox, anna: Person) -> None:
    """Client.cpp, check_message; process_edit_message_text_query."""
    missing = bad("message to edit not found")
    assert await sandbox.call("editMessageText", chat_id=anna.id, message_id=1, text="x") == missing
    assert await sandbox.call("editMessageText", chat_id=anna.id, text="x") == missing
    assert await sandbox.call("editMessageText", text="x") == bad("message identifier is not specified")


async def test_change_of_what_is_not_ones_own(sandbox: Sandbox, anna: Person) -> None:
    """TDLib, MessagesManager.cpp, can_edit_message."""
    said = await anna.say("mine")
    answer = await sandbox.call("editMessageText", chat_id=anna.id, message_id=said.id, text="x")
    assert answer == bad("message can't be edited")


async def test_change_of_a_message_that_brought_a_keyboard(sandbox: Sandbox, anna: Person) -> None:
    """The manual: messages are edited without reply_markup or with inline keyboards only."""
    sent = await sandbox.result("sendMessage", chat_id=anna.id, text="x", reply_markup={"keyboard": [["Yes"]]})
    answer = await sandbox.call("editMessageText", chat_id=anna.id, message_id=sent["message_id"], text="y")
    assert answer == bad("message can't be edited")


async def test_change_of_the_wrong_kind(sandbox: Sandbox, anna: Person) -> None:
    """TDLib, MessagesManager.cpp, edit_message_text, edit_message_caption."""
    venue = await sandbox.result("sendVenue", chat_id=anna.id, latitude=1, longitude=1, title="Clinic", address="Here")
    target = {"chat_id": anna.id, "message_id": venue["message_id"]}
    assert await sandbox.call("editMessageText", **target, text="x") == bad("there is no text in the message to edit")
    answer = await sandbox.call("editMessageCaption", **target, caption="x")
    assert answer == bad("there is no caption in the message to edit")


async def test_deleting_what_is_not_there(sandbox: Sandbox, anna: Person) -> None:
    """Client.cpp, process_delete_message_query, get_message_ids."""
    answer = await sandbox.call("deleteMessage", chat_id=anna.id, message_id=1)
    assert answer == bad("message to delete not found")
    answer = await sandbox.call("deleteMessages", chat_id=anna.id)
    assert answer == bad("message identifiers are not specified")
    answer = await sandbox.call("deleteMessages", chat_id=anna.id, message_ids={})
    assert answer == bad("expected an Array of message identifiers")
    answer = await sandbox.call("deleteMessages", chat_id=anna.id, message_ids=[0])
    assert answer == bad("invalid message identifier specified")
    answer = await sandbox.call("deleteMessages", chat_id=anna.id, message_ids=list(range(1, 102)))
    assert answer == bad("too many message identifiers specified")
    assert (await sandbox.call("deleteMessages", chat_id=anna.id, message_ids=[1, 2]))["ok"]


async def test_deleting_what_is_not_ones_own_in_a_group(sandbox: Sandbox) -> None:
    """Client.cpp, fail_query_with_error: MESSAGE_DELETE_FORBIDDEN."""
    vera, made = await group(sandbox, administrator=False)
    said = await vera.say("mine")
    answer = await sandbox.call("deleteMessage", chat_id=made.id, message_id=said.id)
    assert answer == bad("message can't be deleted")


async def test_deleting_after_two_days() -> None:
    """The manual: a message can only be deleted if it was sent less than 48 hours ago."""
    clock = StillClock(datetime(2026, 3, 2, 6, tzinfo=UTC))
    async with running_sandbox(clock) as sandbox:
        anna = await sandbox.telegram.user("Anna")
        await anna.start()
        sent = await sandbox.result("sendMessage", chat_id=anna.id, text="x")
        clock.advance(hours=48)
        answer = await sandbox.call("deleteMessage", chat_id=anna.id, message_id=sent["message_id"])
        assert answer == bad("message can't be deleted")


async def test_pins(sandbox: Sandbox, anna: Person) -> None:
    """Client.cpp, process_pin_chat_message_query; Telegram's servers."""
    answer = await sandbox.call("pinChatMessage", chat_id=anna.id, message_id=1)
    assert answer == bad("message to pin not found")
    answer = await sandbox.call("unpinChatMessage", chat_id=anna.id)
    assert answer == bad("message to unpin not found")
    vera, made = await group(sandbox, administrator=False)
    said = await vera.say("x")
    answer = await sandbox.call("pinChatMessage", chat_id=made.id, message_id=said.id)
    assert answer == bad("not enough rights to manage pinned messages in the chat")


async def test_copying_and_forwarding_what_is_not_there(sandbox: Sandbox, anna: Person) -> None:
    """Client.cpp, process_copy_message_query, process_forward_message_query."""
    where: dict[str, Any] = {"chat_id": anna.id, "from_chat_id": anna.id, "message_id": 1}
    assert await sandbox.call("copyMessage", **where) == bad("message to copy not found")
    assert await sandbox.call("forwardMessage", **where) == bad("message to forward not found")


async def test_copying_and_forwarding_what_is_protected(sandbox: Sandbox, anna: Person) -> None:
    """TDLib, MessagesManager.cpp, forward_messages."""
    sent = await sandbox.result("sendMessage", chat_id=anna.id, text="x", protect_content=True)
    where = {"chat_id": anna.id, "message_id": sent["message_id"]}
    answer = await sandbox.call("copyMessage", **where)
    assert answer == bad('parameter "from_chat_id" is required')
    where["from_chat_id"] = anna.id
    assert await sandbox.call("copyMessage", **where) == bad("message can't be copied")
    assert await sandbox.call("forwardMessage", **where) == bad("message can't be forwarded")


async def test_tap_that_is_too_old_or_unknown() -> None:
    """Client.cpp, fail_query_with_error: QUERY_ID_INVALID."""
    clock = StillClock()
    too_old = bad("query is too old and response timeout expired or query ID is invalid")
    async with running_sandbox(clock, query_lifetime_seconds=30) as sandbox:
        anna = await sandbox.telegram.user("Anna")
        await anna.start()
        await sandbox.result("sendMessage", chat_id=anna.id, text="x", reply_markup=button())
        press = await anna.press("Book")
        assert await sandbox.call("answerCallbackQuery", callback_query_id="1") == too_old
        answer = await sandbox.call("answerCallbackQuery", callback_query_id=press, text="a" * 201)
        assert answer == bad("MESSAGE_TOO_LONG")
        clock.advance(seconds=31)
        assert await sandbox.call("answerCallbackQuery", callback_query_id=press) == too_old


async def test_what_a_bot_tells_of_itself(sandbox: Sandbox) -> None:
    """Client.cpp, get_bot_commands, get_bot_command_scope, get_bot_menu_button; Telegram's servers."""
    assert await sandbox.call("setMyCommands", commands="{") == bad("can't parse commands JSON object")
    assert await sandbox.call("setMyCommands", commands=["go"]) == bad("can't parse BotCommand: expected an Object")
    assert await sandbox.call("setMyCommands", commands=[], scope="[]") == bad(
        "can't parse BotCommandScope JSON object"
    )
    assert await sandbox.call("setMyName", name="x", language_code="english") == bad("LANG_CODE_INVALID")
    assert await sandbox.call("setMyDescription", description="a" * 513) == bad("BOT_DESCRIPTION_TOO_LONG")
    assert await sandbox.call("setMyCommands", commands="{}") == bad("expected an Array of BotCommand")
    answer = await sandbox.call("setMyCommands", commands=[{"command": "go"}])
    assert answer == bad("can't parse BotCommand: Can't find field \"description\"")
    answer = await sandbox.call("setMyCommands", commands=[{"command": "Go!", "description": "x"}])
    assert answer == bad("BOT_COMMAND_INVALID")
    answer = await sandbox.call("setMyCommands", commands=[{"command": "go", "description": ""}])
    assert answer == bad("BOT_COMMAND_DESCRIPTION_INVALID")
    many = [{"command": f"go{number}", "description": "x"} for number in range(101)]
    assert await sandbox.call("setMyCommands", commands=many) == bad("BOT_COMMANDS_TOO_MUCH")
    answer = await sandbox.call("setMyCommands", commands=[], scope={"type": "world"})
    assert answer == bad("can't parse BotCommandScope: Unsupported type specified")
    answer = await sandbox.call("setMyCommands", commands=[], scope={"type": "chat", "chat_id": 404})
    assert answer == bad("chat not found")
    answer = await sandbox.call("setChatMenuButton", menu_button={"type": "big"})
    assert answer == bad("can't parse menu button: MenuButton has unsupported type")
