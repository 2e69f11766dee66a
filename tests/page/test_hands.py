"""Keyboard, phone, and what a person does with messages."""

import pytest
from axe_playwright_python.async_playwright import Axe  # type: ignore[import-untyped]
from playwright.async_api import Page, expect

from tests.page.script_bot import ScriptBot
from tests.page.seats import DESKTOP, PHONE, Seats, bubbles, field, last_bubble, write

SERIOUS = {"serious", "critical"}


async def test_everything_is_done_without_a_mouse(seats: Seats, bot: ScriptBot) -> None:
    anna = seats.person()
    await bot.next_message(anna.id)
    page = await seats.sit(anna)
    await expect(field(page)).to_be_focused()

    await page.keyboard.type("Первая строка")
    await page.keyboard.press("Shift+Enter")
    await page.keyboard.type("вторая")
    await page.keyboard.press("Enter")
    assert (await bot.next_message(anna.id))["text"] == "Первая строка\nвторая"

    await page.keyboard.press("ArrowUp")
    await expect(field(page)).to_have_value("Первая строка\nвторая")
    await page.keyboard.type("!")
    await page.keyboard.press("Enter")
    await expect(last_bubble(page).locator(".edited")).to_have_count(1)
    await page.keyboard.press("ArrowUp")
    await expect(page.locator(".bar")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(page.locator(".bar")).to_have_count(0)
    await expect(field(page)).to_have_value("")

    sent = await bot.send(anna.id, "Подходит?", [{"text": "Да", "callback_data": "y"}])
    key = page.get_by_role("button", name="Да", exact=True)
    await expect(key).to_be_visible()
    for _ in range(12):
        await page.keyboard.press("Shift+Tab")
        if await key.evaluate("(node) => node === document.activeElement"):
            break
    await expect(key).to_be_focused()
    assert await key.evaluate("(node) => getComputedStyle(node).outlineStyle") == "solid"
    await page.keyboard.press("Enter")
    await bot.next_press(anna.id)
    rows = {"inline_keyboard": [[{"text": "Точно да", "callback_data": "z"}]]}
    await bot.call("editMessageText", chat_id=anna.id, message_id=sent["message_id"], text="Точно?", reply_markup=rows)
    await expect(page.get_by_role("button", name="Точно да")).to_be_focused()


async def test_a_phone_shows_the_list_then_the_chat_and_the_way_back(seats: Seats, bot: ScriptBot) -> None:
    anna = seats.person()
    page = await seats.sit(anna, size=PHONE)
    long = "Оченьдлинноесловобезпробелов" * 9
    rows = [[{"text": "Подтвердить запись", "callback_data": "a"}, {"text": long[:60], "callback_data": "b"}]]
    await bot.send(anna.id, f"<b>{long}</b> https://clinic.example/{'a' * 200}", *rows)
    keyboard = {"keyboard": [[{"text": "Дать номер", "request_contact": True}, {"text": "Потом"}]]}
    await bot.call("sendMessage", chat_id=anna.id, text="Номер?", reply_markup=keyboard)

    await expect(field(page)).to_be_hidden()
    await expect(page.locator(".chat-item .unread")).to_have_text("2")
    await _fits(page)
    await page.locator(".chat-item").tap()
    await expect(field(page)).to_be_visible()
    await expect(page.locator(".sidebar")).to_be_hidden()
    await expect(last_bubble(page)).to_be_in_viewport()
    await _fits(page)
    await page.get_by_role("button", name="Назад к чатам").tap()
    await expect(page.locator(".sidebar")).to_be_visible()
    await expect(field(page)).to_be_hidden()
    await page.locator(".chat-item").tap()
    await expect(field(page)).to_be_visible()
    await page.wait_for_function("history.state?.inChat === true")
    await page.go_back()
    await expect(page.locator(".sidebar")).to_be_visible()
    await expect(field(page)).to_be_hidden()


async def _fits(page: Page) -> None:
    """No sideways scrolling, and nothing to tap is smaller than a finger; words inside of a text excepted."""
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    small = await page.evaluate(
        """() => [...document.querySelectorAll("button, a, textarea")]
            .filter((node) => node.checkVisibility() && !node.closest(".words"))
            .map((node) => [node.className, node.getBoundingClientRect()])
            .filter(([, box]) => box.width < 40 || box.height < 40)
            .map(([name, box]) => `${name} ${box.width}x${box.height}`)"""
    )
    assert small == []


@pytest.mark.parametrize(("size", "scheme"), [(DESKTOP, "dark"), (PHONE, "light")])
async def test_axe_finds_nothing_serious(seats: Seats, bot: ScriptBot, size: tuple[int, int], scheme: str) -> None:
    anna = seats.person()
    page = await seats.sit(anna, size=size)
    await page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    await _check(page)
    await page.locator(".chat-item").click()
    rows = [
        [{"text": "Да", "callback_data": "a", "style": "success"}, {"text": "Нет", "callback_data": "b"}],
        [{"text": "Отмена", "callback_data": "c", "style": "danger"}, {"text": "Сайт", "url": "https://a.example/"}],
    ]
    text = "Код <code>1</code> <a href='https://a.example/'>тут</a> <tg-spoiler>тайна</tg-spoiler> /my"
    await bot.send(anna.id, text, *rows)
    await bot.call("sendDocument", {"document": ("a.ics", b"x", "text/calendar")}, chat_id=str(anna.id))
    await bot.call("sendVenue", chat_id=anna.id, latitude=1, longitude=2, title="Филиал", address="Садовая, 10")
    await bot.call("pinChatMessage", chat_id=anna.id, message_id=(await bot.send(anna.id, "Важное"))["message_id"])
    await bot.call("sendMessage", chat_id=anna.id, text="?", reply_markup={"keyboard": [[{"text": "Потом"}]]})
    await write(page, "Спасибо")
    await expect(page.locator(".note")).to_be_visible()
    await _check(page)
    await page.get_by_role("button", name="Прикрепить").click()
    await expect(page.get_by_role("menuitem", name="Пример фото")).to_be_visible()
    await expect(page.locator(".q-transition--fade-enter-active")).to_have_count(0)
    await _check(page)


async def _check(page: Page) -> None:
    results = await Axe().run(page)
    found = [
        f"{each['id']} {node['html'][:200]} {node['failureSummary'][-260:]}"
        for each in results.response["violations"]
        if each["impact"] in SERIOUS
        for node in each["nodes"]
    ]
    assert not found, "\n".join(found)


async def test_own_words_are_changed_answered_and_deleted_by_the_menu(seats: Seats, bot: ScriptBot) -> None:
    anna = seats.person()
    await bot.next_message(anna.id)
    page = await seats.sit(anna)
    await write(page, "Завтра в пять")
    await expect(last_bubble(page)).to_contain_text("Завтра в пять")

    await _choose(page, "Изменить")
    await expect(field(page)).to_have_value("Завтра в пять")
    await field(page).fill("Завтра в шесть")
    await field(page).press("Enter")
    await expect(last_bubble(page)).to_contain_text("Завтра в шесть")
    await expect(bubbles(page)).to_have_count(2)
    await bot.send(anna.id, "В шесть занято")
    await expect(last_bubble(page)).to_contain_text("занято")
    await _choose(page, "Ответить")
    await expect(page.locator(".bar")).to_contain_text("Ответ: Регистратура")
    await write(page, "Жаль")
    assert (await bot.next_message(anna.id))["text"] == "Завтра в пять"
    assert (await bot.next_message(anna.id))["reply_to_message"]["text"] == "В шесть занято"
    await expect(last_bubble(page).locator(".quoted")).to_contain_text("В шесть занято")
    await _choose(page, "Удалить")
    await expect(bubbles(page)).to_have_count(3)


async def _choose(page: Page, name: str) -> None:
    await page.locator(".msg").last.hover()
    await page.locator(".msg .more").last.click()
    await page.locator(".menu").get_by_role("menuitem", name=name).click()


async def test_the_bot_is_blocked_and_unblocked(seats: Seats, bot: ScriptBot) -> None:
    anna = seats.person()
    page = await seats.sit(anna)

    await page.get_by_role("button", name="Действия с чатом").click()
    await page.get_by_role("menuitem", name="Остановить и заблокировать бота").click()
    await expect(page.locator(".wide")).to_have_text("Разблокировать бота")
    answer = await bot.http.post("sendMessage", json={"chat_id": anna.id, "text": "?"})
    assert answer.status_code == 403
    await page.locator(".wide").click()
    await expect(field(page)).to_be_visible()


async def test_commands_are_offered_and_said(seats: Seats, bot: ScriptBot) -> None:
    await bot.call("setMyCommands", commands=[{"command": "my", "description": "мои записи"}])
    anna = seats.person()
    await bot.next_message(anna.id)
    page = await seats.sit(anna)

    await page.get_by_role("button", name="Команды бота").click()
    await page.locator(".command-line", has_text="мои записи").click()

    assert (await bot.next_message(anna.id))["text"] == "/my"
    await expect(page.locator(".commands")).to_have_count(0)
    await field(page).press_sequentially("/m")
    await page.locator(".command-line", has_text="мои записи").click()
    assert (await bot.next_message(anna.id))["text"] == "/my"
    await expect(field(page)).to_have_value("")
    await bot.call("deleteMyCommands")


async def test_an_answer_is_begun_where_the_bot_asks_for_one(seats: Seats, bot: ScriptBot) -> None:
    anna = seats.person()
    await bot.next_message(anna.id)
    page = await seats.sit(anna)

    await bot.call("sendMessage", chat_id=anna.id, text="Как вас зовут?", reply_markup={"force_reply": True})
    await expect(page.locator(".bar")).to_contain_text("Как вас зовут?")
    await write(page, "Анна")

    assert (await bot.next_message(anna.id))["reply_to_message"]["text"] == "Как вас зовут?"


SAMPLES = {
    "Пример фото": "photo",
    "Пример файла (PDF)": "document",
    "Пример голосового": "voice",
    "Стикер": "sticker",
}


async def test_samples_are_sent_by_the_paper_clip(seats: Seats, bot: ScriptBot) -> None:
    anna = seats.person()
    await bot.next_message(anna.id)
    page = await seats.sit(anna)
    for name, kind in SAMPLES.items():
        await page.get_by_role("button", name="Прикрепить").click()
        await page.get_by_role("menuitem", name=name, exact=True).click()

        assert kind in await bot.next_message(anna.id)
        await expect(page.locator(f".is-{kind}")).to_be_visible()


async def test_a_file_of_ones_own_is_sent(seats: Seats, bot: ScriptBot) -> None:
    anna = seats.person()
    await bot.next_message(anna.id)
    page = await seats.sit(anna)

    await page.get_by_role("button", name="Прикрепить").click()
    async with page.expect_file_chooser() as choosing:
        await page.get_by_role("menuitem", name="Фото или файл с компьютера…").click()
    await (await choosing.value).set_files({"name": "анализ.txt", "mimeType": "text/plain", "buffer": b"ok"})

    document = (await bot.next_message(anna.id))["document"]
    assert (document["file_name"], document["file_size"]) == ("анализ.txt", 2)


async def test_a_long_chat_opens_at_its_end_and_shows_more_on_demand(seats: Seats, bot: ScriptBot) -> None:
    anna = seats.person()
    for number in range(150):
        seats.world.say(anna.id, anna.id, f"Сообщение {number}")
    page = await seats.sit(anna)
    await expect(bubbles(page)).to_have_count(60)
    await expect(last_bubble(page)).to_be_in_viewport()

    await page.locator(".scrolled").evaluate("(box) => { box.scrollTop = 0; }")
    await expect(page.locator(".down")).to_be_visible()
    await bot.send(anna.id, "Внизу новое")
    await expect(page.locator(".down .unread")).to_have_text("1")
    await page.get_by_role("button", name="Показать более ранние").click()
    await expect(bubbles(page)).to_have_count(121)
    await expect(page.locator(".bubble", has_text="Сообщение 91").last).to_be_in_viewport()
    await page.get_by_role("button", name="К новым сообщениям").click()
    await expect(last_bubble(page)).to_be_in_viewport()
    await expect(page.locator(".down")).to_have_count(0)


async def test_a_spoiler_opens_and_a_copy_button_copies(seats: Seats, bot: ScriptBot) -> None:
    anna = seats.person()
    page = await seats.sit(anna)
    await bot.send(
        anna.id, "Код <tg-spoiler>4815</tg-spoiler>", [{"text": "Телефон", "copy_text": {"text": "+74950000000"}}]
    )

    await page.get_by_role("button", name="Скрытый текст").click()
    await expect(page.locator(".spoiler")).to_have_count(0)
    await expect(last_bubble(page)).to_contain_text("Код 4815")
    await page.get_by_role("button", name="Телефон").click()
    await expect(page.locator(".toast")).to_have_text("Скопировано")
    await page.wait_for_function("async () => (await navigator.clipboard.readText()) === '+74950000000'")
