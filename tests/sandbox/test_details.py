"""What is easily lost: blanks around a text, links inside of code, keyboards for one person, another bot's taps."""

from sandbox.client import Person
from tests.sandbox.refusing import BOT_ID, bad, button, group
from tests.sandbox.running import TOKEN, Sandbox, running_sandbox

OTHER = "7000000002:also-made-up"


async def test_blanks_around_a_text_go_and_its_entities_move(sandbox: Sandbox, anna: Person) -> None:
    """TDLib, MessageEntity.cpp, fix_formatted_text."""
    text = "\n 😀<b> bold </b>\n"
    sent = await sandbox.result("sendMessage", chat_id=anna.id, text=text, parse_mode="HTML")
    assert sent["text"] == "😀 bold"
    assert sent["entities"] == [{"type": "bold", "offset": 2, "length": 5}]


async def test_nothing_is_found_inside_of_code_and_links(sandbox: Sandbox, anna: Person) -> None:
    """TDLib, MessageEntity.cpp, find_entities: code, pre and links stay whole."""
    text = '<code>/start</code> <a href="https://a.example">b@c.example</a> /help'
    sent = await sandbox.result("sendMessage", chat_id=anna.id, text=text, parse_mode="HTML")
    assert [entity["type"] for entity in sent["entities"]] == ["code", "text_link", "bot_command"]


async def test_a_card_of_a_stranger_names_no_account(sandbox: Sandbox, anna: Person) -> None:
    shared = await anna.share_contact("79990001122", "Grandmother")
    assert shared.raw["contact"] == {"phone_number": "79990001122", "first_name": "Grandmother"}


async def test_a_selective_keyboard_is_for_whom_it_answers(sandbox: Sandbox) -> None:
    """The manual: users who are mentioned, and the sender of the message that is answered."""
    vera, managers = await group(sandbox)
    pavel = await sandbox.telegram.user("Pavel")
    await pavel.in_chat(managers.id).act("join")
    asked = await vera.say("/assign")
    markup = {"keyboard": [["To me"]], "selective": True}
    parameters = {"message_id": asked.id}
    await sandbox.result(
        "sendMessage", chat_id=managers.id, text="Whom?", reply_markup=markup, reply_parameters=parameters
    )
    assert (await vera.look()).keyboard != ()
    assert (await pavel.in_chat(managers.id).look()).keyboard == ()


async def test_two_bots_do_not_answer_for_each_other() -> None:
    bots = [
        {"token": TOKEN, "username": "clinic_bot", "name": "Clinic"},
        {"token": OTHER, "username": "other_bot", "name": "Other"},
    ]
    async with running_sandbox(bots=bots) as sandbox:
        anna = await sandbox.telegram.user("Anna")
        await anna.start()
        await sandbox.result("sendMessage", chat_id=anna.id, text="x", reply_markup=button())
        press = await anna.press("Book")
        answer = await sandbox.call("answerCallbackQuery", token=OTHER, callback_query_id=press)
        assert answer == bad("query is too old and response timeout expired or query ID is invalid")
        assert (await sandbox.call("answerCallbackQuery", callback_query_id=press))["ok"]
        await anna.in_chat(7_000_000_002).start()
        assert [len(inbox) for inbox in (await updates(sandbox, TOKEN), await updates(sandbox, OTHER))] == [2, 1]
        assert await sandbox.telegram.pending_updates(BOT_ID) == 2


async def updates(sandbox: Sandbox, token: str) -> list[object]:
    found: list[object] = (await sandbox.call("getUpdates", token=token))["result"]
    return found
