"""Keyboards that Telegram does not take. Sources: Client.cpp of the real server; TDLib, ReplyMarkup.cpp."""

from typing import Any

import pytest

from sandbox.client import Person
from tests.sandbox.refusing import bad, button, group
from tests.sandbox.running import Sandbox


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("{", "can't parse reply keyboard markup JSON object"),
        ("[]", "object expected as reply markup"),
        ({"inline_keyboard": {}}, 'field "inline_keyboard" must be of type Array'),
        ({"keyboard": [{}]}, 'field "keyboard" must be an Array of Arrays'),
        (
            {"inline_keyboard": [{"text": "x"}]},
            'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
        ),
        ({"inline_keyboard": [["x"]]}, "can't parse inline keyboard button: InlineKeyboardButton must be an Object"),
        ({"keyboard": [[1]]}, "can't parse keyboard button: KeyboardButton must be a String or an Object"),
        ({"inline_keyboard": [[{}]]}, "can't parse inline keyboard button: Can't find field \"text\""),
        (
            {"inline_keyboard": [[{"text": 5, "callback_data": "x"}]]},
            'can\'t parse inline keyboard button: Field "text" must be of type String',
        ),
        (
            button("x", callback_data=""),
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (button(" "), "inline keyboard button text must be non-empty"),
        ({"keyboard": [[""]]}, "keyboard button text must be non-empty"),
    ],
)
async def test_malformed_keyboard(sandbox: Sandbox, anna: Person, markup: Any, words: str) -> None:
    """Client.cpp, get_reply_markup, get_inline_keyboard_button, get_keyboard_button; ReplyMarkup.cpp."""
    answer = await sandbox.call("sendMessage", chat_id=anna.id, text="x", reply_markup=markup)
    assert answer == bad(words)


async def test_callback_data_over_64_bytes(sandbox: Sandbox, anna: Person) -> None:
    """Telegram's servers: BUTTON_DATA_INVALID. Russian letters take two bytes."""
    fits, too_long = button("x", callback_data="я" * 32), button("x", callback_data="я" * 32 + "a")
    assert (await sandbox.call("sendMessage", chat_id=anna.id, text="x", reply_markup=fits))["ok"]
    answer = await sandbox.call("sendMessage", chat_id=anna.id, text="x", reply_markup=too_long)
    assert answer == bad("BUTTON_DATA_INVALID")


async def test_too_many_buttons(sandbox: Sandbox, anna: Person) -> None:
    """Client.cpp, fail_query_with_error: REPLY_MARKUP_TOO_LONG."""
    many = {"inline_keyboard": [[{"text": "x", "callback_data": "x"}]] * 101}
    answer = await sandbox.call("sendMessage", chat_id=anna.id, text="x", reply_markup=many)
    assert answer == bad("reply markup is too long")


async def test_button_with_a_wrong_address(sandbox: Sandbox, anna: Person) -> None:
    """ReplyMarkup.cpp, get_inline_keyboard_button; LinkManager.cpp, check_link."""
    for url in ("javascript:alert(1)", "no spaces.example", "nowhere"):
        answer = await sandbox.call("sendMessage", chat_id=anna.id, text="x", reply_markup=button("x", url=url))
        assert answer == bad(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")


async def test_unknown_style(sandbox: Sandbox, anna: Person) -> None:
    """The manual: a style is one of “danger”, “success” or “primary”."""
    markup = button("x", callback_data="x", style="golden")
    answer = await sandbox.call("sendMessage", chat_id=anna.id, text="x", reply_markup=markup)
    assert answer == bad("invalid button style specified")


async def test_contacts_are_not_asked_for_in_groups(sandbox: Sandbox) -> None:
    """ReplyMarkup.cpp, get_keyboard_button."""
    _, made = await group(sandbox)
    markup = {"keyboard": [[{"text": "My number", "request_contact": True}]]}
    answer = await sandbox.call("sendMessage", chat_id=made.id, text="x", reply_markup=markup)
    assert answer == bad("phone number can be requested in private chats only")
    markup = {"keyboard": [[{"text": "Where I am", "request_location": True}]]}
    answer = await sandbox.call("sendMessage", chat_id=made.id, text="x", reply_markup=markup)
    assert answer == bad("location can be requested in private chats only")


async def test_reply_keyboard_in_an_edit(sandbox: Sandbox, anna: Person) -> None:
    """ReplyMarkup.cpp, get_reply_markup."""
    sent = await sandbox.result("sendMessage", chat_id=anna.id, text="x")
    edit = {"chat_id": anna.id, "message_id": sent["message_id"], "reply_markup": {"keyboard": [["x"]]}}
    assert await sandbox.call("editMessageReplyMarkup", **edit) == bad("inline keyboard expected")
