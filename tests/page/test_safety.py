"""Whatever people and bots write is text to the page, never markup or a script."""

from nicegui import Client
from playwright.async_api import expect

from sandbox.world import Entity, content
from tests.page.script_bot import ScriptBot
from tests.page.seats import Seats, last_bubble, write

ATTACKS = [
    "<img src=x onerror='window.hacked=1'>",
    "<script>window.hacked=1</script>",
    "{{constructor.constructor('window.hacked=1')()}}",
    "`${window.hacked=1}` &lt;b&gt; </textarea></script>",
    "\"'><svg/onload=window.hacked=1>",
]


async def test_markup_in_texts_names_labels_and_files_is_shown_as_it_is(seats: Seats, bot: ScriptBot) -> None:
    everything = " ".join(ATTACKS)
    mallory = seats.person(everything)
    seats.world.add_group(everything, mallory.id)
    page = await seats.sit(mallory)
    await page.locator(".chat-item", has_text="Регистратура").click()
    for attack in ATTACKS:
        await write(page, attack)
        await expect(last_bubble(page)).to_contain_text(attack)
        rows = {"inline_keyboard": [[{"text": attack, "callback_data": "a"}]]}
        await bot.call("sendMessage", chat_id=mallory.id, text=attack, reply_markup=rows)
        await expect(page.locator(".inline-keyboard .label").last).to_have_text(attack)
    keyboard = {"keyboard": [[{"text": everything}]], "input_field_placeholder": everything[:64]}
    await bot.call("sendMessage", chat_id=mallory.id, text="?", reply_markup=keyboard)
    await expect(page.locator(".reply-keyboard .key")).to_have_text(everything)
    await bot.call("sendDocument", {"document": ("<img src=x>.html", b"x", "text/html")}, chat_id=str(mallory.id))
    await expect(page.locator("a.document")).to_be_visible()
    await page.locator(".inline-keyboard .key").last.click()
    press = await bot.next_press(mallory.id)
    await bot.call("answerCallbackQuery", callback_query_id=press["id"], text=everything[:200], show_alert=True)
    await expect(page.locator(".window p")).to_have_text(everything[:200])

    await page.reload()
    await expect(page.locator(".seat .name")).to_contain_text(everything)
    await expect(page.locator(".chat-item .name", has_text=everything)).to_be_attached()
    await expect(last_bubble(page)).to_be_visible()
    assert await page.evaluate("window.hacked") is None


async def test_only_web_mail_and_telephone_addresses_become_links(seats: Seats, bot: ScriptBot) -> None:
    anna = seats.person()
    page = await seats.sit(anna)
    entities = [
        {"type": "text_link", "offset": 0, "length": 3, "url": "https://clinic.example/"},
        {"type": "text_link", "offset": 4, "length": 3, "url": "tg://user?id=1"},
    ]
    await bot.call("sendMessage", chat_id=anna.id, text="web tgx", entities=entities)
    await expect(last_bubble(page)).to_contain_text("web tgx")
    chat = seats.world.chat_for(anna.id, anna.id)
    assert chat.bot
    bad = (Entity("text_link", 0, 3, url="javascript:window.hacked=1"),)
    seats.world.post(chat.bot, chat, content.Text(), "bad link", bad)
    await expect(last_bubble(page)).to_contain_text("bad link")

    links = page.locator(".messages a")
    await expect(links).to_have_count(1)
    await expect(links).to_have_attribute("href", "https://clinic.example/")
    await expect(links).to_have_attribute("rel", "noopener noreferrer")


async def test_a_stranger_file_never_runs_as_a_page_of_ours(seats: Seats, bot: ScriptBot) -> None:
    anna = seats.person()
    sent = await bot.call(
        "sendDocument", {"document": ("x.html", b"<script>1</script>", "text/html")}, chat_id=str(anna.id)
    )
    address = f"{seats.url}/page/files/{sent['document']['file_id']}"

    answer = await bot.http.get(address)

    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"].startswith("attachment")
    assert "sandbox" in answer.headers["content-security-policy"]
    assert (await bot.http.get(f"{seats.url}/page/files/unknown")).status_code == 404


async def test_strangers_names_and_pages_are_turned_away(seats: Seats, bot: ScriptBot) -> None:
    socket = "/_nicegui_ws/socket.io/?EIO=4&transport=polling"
    for path in ("/", socket):
        for name, value in (("Host", "evil.example"), ("Origin", "https://evil.example"), ("Origin", "null")):
            assert (await bot.http.get(seats.url + path, headers={name: value})).status_code == 403
    assert (await bot.http.get(seats.url, headers={"Origin": seats.url})).status_code == 200
    assert (await bot.http.get(seats.url, headers={"Host": "[::1]:8080"})).status_code == 200


async def test_a_closed_tab_listens_no_more(seats: Seats) -> None:
    before = len(seats.world._listeners)
    anna = seats.person()
    await seats.sit(anna)
    assert len(seats.world._listeners) == before + 1

    for client in list(Client.instances.values()):
        if client.request.query_params.get("as") == str(anna.id):
            client.delete()

    assert len(seats.world._listeners) == before
