"""A patient and a bot talk."""

from playwright.async_api import expect

from tests.page.script_bot import ScriptBot
from tests.page.seats import Seats, bubbles, field, last_bubble, write


async def test_a_newcomer_sees_what_the_bot_does_starts_and_is_greeted(seats: Seats, bot: ScriptBot) -> None:
    await bot.call("setMyDescription", description="Запишу вас к врачу.")
    anna = seats.person(started=False)
    page = await seats.sit(anna)

    await expect(page.locator(".empty")).to_contain_text("Запишу вас к врачу.")
    await expect(page.locator(".example")).to_have_count(3)
    await expect(field(page)).to_have_count(0)
    await page.get_by_role("button", name="Начать").click()

    assert (await bot.next_message(anna.id))["text"] == "/start"
    await bot.send(anna.id, "Здравствуйте, <b>Анна</b>!")
    await expect(last_bubble(page)).to_contain_text("Здравствуйте, Анна!")
    await expect(last_bubble(page).locator(".bold")).to_have_text("Анна")
    await expect(page.locator(".empty")).to_have_count(0)
    await expect(field(page)).to_be_visible()


async def test_an_example_is_said_with_one_tap(seats: Seats, bot: ScriptBot) -> None:
    anna = seats.person(started=False)
    page = await seats.sit(anna)
    example = page.locator(".example").first
    text = await example.inner_text()

    await example.click()

    assert (await bot.next_message(anna.id))["text"] == text
    await expect(last_bubble(page)).to_contain_text(text)


async def test_a_button_waits_until_the_bot_answers_and_its_message_changes_in_place(
    seats: Seats, bot: ScriptBot
) -> None:
    anna = seats.person()
    page = await seats.sit(anna)
    rows = [[{"text": "18:00", "callback_data": "a", "style": "success"}, {"text": "Нет", "callback_data": "b"}]]
    sent = await bot.send(anna.id, "Подходит?", *rows)
    await expect(page.locator(".key.style-success")).to_have_text("18:00")
    await page.evaluate("window.kept = document.querySelector('.bubble')")

    await page.get_by_role("button", name="18:00").click()
    press = await bot.next_press(anna.id)
    assert press["data"] == "a"
    await expect(page.locator(".key.waits")).to_have_text("18:00")
    await bot.call("editMessageText", chat_id=anna.id, message_id=sent["message_id"], text="Записаны на 18:00")
    await bot.call("answerCallbackQuery", callback_query_id=press["id"], text="Готово")

    await expect(page.locator(".toast")).to_have_text("Готово")
    await expect(bubbles(page)).to_have_count(2)
    await expect(last_bubble(page)).to_contain_text("Записаны на 18:00")
    await expect(last_bubble(page).locator(".edited")).to_have_text("изменено")
    await expect(page.locator(".key")).to_have_count(0)
    assert await page.evaluate("window.kept.isConnected"), "a message that did not change was drawn anew"


async def test_an_alert_stays_until_it_is_closed(seats: Seats, bot: ScriptBot) -> None:
    anna = seats.person()
    page = await seats.sit(anna)
    await bot.send(anna.id, "Подходит?", [{"text": "18:00", "callback_data": "a"}])
    await page.get_by_role("button", name="18:00").click()
    press = await bot.next_press(anna.id)

    await bot.call("answerCallbackQuery", callback_query_id=press["id"], text="Уже занято", show_alert=True)

    await expect(page.locator(".window")).to_contain_text("Уже занято")
    await page.get_by_role("button", name="Понятно").click()
    await expect(page.locator(".window")).to_have_count(0)


async def test_typing_is_shown_until_the_message_comes(seats: Seats, bot: ScriptBot) -> None:
    anna = seats.person()
    page = await seats.sit(anna)

    await bot.call("sendChatAction", chat_id=anna.id, action="typing")
    await expect(page.locator(".status")).to_contain_text("печатает")
    await bot.send(anna.id, "Нашёл")
    await expect(page.locator(".status")).to_have_text("бот")


async def test_the_number_is_shared_only_after_a_question(seats: Seats, bot: ScriptBot) -> None:
    anna = seats.person(phone="+79990001122")
    await bot.next_message(anna.id)
    page = await seats.sit(anna)
    keyboard = {
        "keyboard": [[{"text": "Дать номер", "request_contact": True}], [{"text": "Не дам"}, {"text": "Потом"}]],
        "one_time_keyboard": True,
        "input_field_placeholder": "Номер или имя",
    }
    await bot.call("sendMessage", chat_id=anna.id, text="Ваш номер?", reply_markup=keyboard)
    await expect(field(page)).to_have_attribute("placeholder", "Номер или имя")

    await page.get_by_role("button", name="Дать номер").click()
    await expect(page.locator(".window")).to_contain_text("+79990001122")
    await page.get_by_role("button", name="Не сейчас").click()
    await page.get_by_role("button", name="Дать номер").click()
    await page.locator(".window").get_by_role("button", name="Отправить").click()

    contact = (await bot.next_message(anna.id))["contact"]
    assert (contact["phone_number"].lstrip("+"), contact["user_id"]) == ("79990001122", anna.id)
    await expect(last_bubble(page)).to_contain_text("+79990001122")
    await expect(page.locator(".reply-keyboard")).to_have_count(0)
    await page.get_by_role("button", name="Клавиатура бота").click()
    await page.get_by_role("button", name="Не дам").click()
    assert (await bot.next_message(anna.id))["text"] == "Не дам"
    await expect(page.locator(".reply-keyboard")).to_have_count(0)


async def test_a_key_of_the_reply_keyboard_says_its_text(seats: Seats, bot: ScriptBot) -> None:
    anna = seats.person()
    await bot.next_message(anna.id)
    page = await seats.sit(anna)
    await bot.call("sendMessage", chat_id=anna.id, text="Когда?", reply_markup={"keyboard": [[{"text": "Завтра"}]]})

    await page.get_by_role("button", name="Завтра").click()

    assert (await bot.next_message(anna.id))["text"] == "Завтра"
    await page.get_by_role("button", name="Спрятать клавиатуру бота").click()
    await expect(page.locator(".reply-keyboard")).to_have_count(0)
    await page.get_by_role("button", name="Клавиатура бота").click()
    await expect(page.locator(".reply-keyboard")).to_be_visible()


async def test_a_file_can_be_fetched_and_a_place_is_drawn_without_a_map_service(seats: Seats, bot: ScriptBot) -> None:
    anna = seats.person()
    page = await seats.sit(anna)
    calendar = b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"
    await bot.call("sendDocument", {"document": ("visit.ics", calendar, "text/calendar")}, chat_id=str(anna.id))
    await bot.call("sendVenue", chat_id=anna.id, latitude=55.77, longitude=37.63, title="Филиал", address="Садовая, 10")

    await expect(page.locator(".document")).to_contain_text("visit.ics")
    await expect(page.locator(".document .size")).to_contain_text("32 Б")
    async with page.expect_download() as coming:
        await page.locator(".document").click()
    download = await coming.value
    assert download.suggested_filename == "visit.ics"
    assert (await download.path()).read_bytes() == calendar
    await expect(page.locator(".map .pin")).to_be_visible()
    await expect(last_bubble(page)).to_contain_text("Садовая, 10")


async def test_two_patients_in_two_tabs_see_only_their_own_chats(seats: Seats, bot: ScriptBot) -> None:
    anna, oleg = seats.person("Анна"), seats.person("Олег")
    of_anna, of_oleg = await seats.sit(anna), await seats.sit(oleg)

    await write(of_anna, "Болит горло")
    await write(of_oleg, "Болит спина")
    await bot.send(anna.id, "Для Анны")
    await bot.send(oleg.id, "Для Олега")

    await expect(last_bubble(of_anna)).to_contain_text("Для Анны")
    await expect(last_bubble(of_oleg)).to_contain_text("Для Олега")
    await expect(of_anna.locator(".messages")).not_to_contain_text("спина")
    await expect(of_oleg.locator(".messages")).not_to_contain_text("горло")


async def test_messages_stay_while_the_bot_is_down(seats: Seats, bot: ScriptBot) -> None:
    anna = seats.person()
    await bot.send(anna.id, "Здравствуйте")
    page = await seats.sit(anna)

    await write(page, "Есть кто?")

    await expect(page.locator(".note")).to_contain_text("Сообщение сохранено")
    await expect(page.locator(".status")).to_contain_text("ждём ответа бота")
    await expect(last_bubble(page).locator(".ticks")).to_have_text("done")
    await page.reload()
    await expect(last_bubble(page)).to_contain_text("Есть кто?")
    await expect(page.locator(".note")).to_be_visible()
    await bot.send(anna.id, "Я здесь")
    await expect(page.locator(".note")).to_have_count(0)
    await expect(page.locator(".msg.own .ticks").last).to_have_text("done_all")
