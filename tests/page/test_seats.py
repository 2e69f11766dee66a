"""Who sits where, and in which language."""

from playwright.async_api import expect

from sandbox.page.seats import seat_of
from sandbox.page.words import LOCALES, words_of
from sandbox.world import World
from tests.page.script_bot import ScriptBot
from tests.page.seats import Seats, field, last_bubble, write


def test_a_link_chooses_the_seat_by_place_or_by_id() -> None:
    world = World()
    anna, oleg = world.add_user("Анна"), world.add_user("Олег")
    words = words_of("ru")

    assert seat_of(world, "2", words) is oleg
    assert seat_of(world, str(oleg.id), words) is oleg
    assert all(seat_of(world, each, words) is anna for each in (None, "", "0", "3", "-1", "x", "²", "9" * 5000))
    assert seat_of(World(), None, words).first_name == "Гость"


def test_both_languages_have_the_same_messages() -> None:
    keys = [
        {line.split(" =")[0] for line in (LOCALES / f"{language}.ftl").read_text("utf-8").splitlines() if " =" in line}
        for language in ("ru", "en")
    ]
    assert keys[0] == keys[1]
    code = "".join(file.read_text("utf-8") for file in LOCALES.parent.glob("*.py"))
    assert not [key for key in keys[0] if not key.startswith("#") and f'"{key}"' not in code]


async def test_another_seat_is_taken_in_the_same_tab(seats: Seats, bot: ScriptBot) -> None:
    anna, oleg = seats.person("Аннушка"), seats.person("Олежек")
    page = await seats.sit(anna)
    await write(page, "Это Аннушка")
    await expect(page.locator(".others .unread")).to_have_count(0)
    await bot.send(oleg.id, "Олежек, здравствуйте")
    await expect(page.locator(".others .unread")).to_have_text("1")

    await page.locator(".seat").click()
    await page.locator(".menu .person", has_text="Олежек").click()

    await expect(page.locator(".seat .name")).to_have_text("Вы: Олежек")
    await expect(last_bubble(page)).to_contain_text("Олежек, здравствуйте")
    await write(page, "Это Олежек")
    assert (await bot.next_message(oleg.id))["text"] == "/start"
    assert (await bot.next_message(oleg.id))["text"] == "Это Олежек"


async def test_a_new_patient_is_made_on_the_page(seats: Seats) -> None:
    page = await seats.sit(seats.person())
    await page.locator(".seat").click()
    await page.get_by_role("menuitem", name="Новый пациент").click()
    await page.get_by_label("Имя").fill("Фёкла")
    await page.get_by_label("Имя").press("Enter")

    await expect(page.locator(".seat .name")).to_have_text("Вы: Фёкла")
    await expect(page.get_by_role("button", name="Начать")).to_be_visible()


async def test_the_language_is_switched_and_kept_in_the_address(seats: Seats) -> None:
    page = await seats.sit(seats.person())
    await expect(page.locator("html")).to_have_attribute("lang", "ru")
    await expect(field(page)).to_have_attribute("placeholder", "Сообщение")

    await page.get_by_role("button", name="English").click()

    await expect(field(page)).to_have_attribute("placeholder", "Message")
    await expect(page.locator("html")).to_have_attribute("lang", "en")
    await page.reload()
    await expect(field(page)).to_have_attribute("placeholder", "Message")
    await expect(page.locator("html")).to_have_attribute("lang", "en")


async def test_a_manager_works_in_the_topics_of_the_group(seats: Seats, bot: ScriptBot) -> None:
    vera = seats.person("Вера", started=False)
    bot_id = next(iter(seats.world.bots))
    group = seats.world.add_group("Менеджеры", vera.id, forum=True)
    seats.world.add_member(vera.id, group.id, bot_id)
    topic = seats.world.create_topic(vera.id, group.id, "Заявки")
    page = await seats.sit(vera)
    await page.locator(".chat-item", has_text="Менеджеры").click()
    await expect(page.locator(".empty")).to_contain_text("требует решения менеджера")
    await bot.send(group.id, "Заявка 1", [{"text": "Одобрить", "callback_data": "ok"}], message_thread_id=topic.id)
    await bot.send(group.id, "Всем привет")
    await expect(page.locator(".topic-label")).to_have_text("tagЗаявки")

    await page.get_by_role("button", name="Заявки").first.click()
    await expect(page.locator(".messages")).not_to_contain_text("Всем привет")
    await write(page, "Беру")
    await expect(last_bubble(page)).to_contain_text("Беру")
    assert seats.world.history(group)[-1].topic == topic.id
    await page.get_by_role("button", name="Одобрить").click()
    assert (await bot.next_press(vera.id))["message"]["message_thread_id"] == topic.id


async def test_unread_messages_are_counted_until_the_chat_is_seen(seats: Seats, bot: ScriptBot) -> None:
    vera = seats.person("Вера")
    seats.world.add_group("Менеджеры", vera.id)
    page = await seats.sit(vera)
    await page.locator(".chat-item", has_text="Менеджеры").click()
    await expect(page.locator(".chat-header .name")).to_have_text("Менеджеры")

    await bot.send(vera.id, "Раз")
    await bot.send(vera.id, "Два")

    await expect(page.locator(".chat-item .unread")).to_have_text("2")
    await expect(page).to_have_title("(2) Telegram")
    await page.locator(".chat-item", has_text="Регистратура").click()
    await expect(page.locator(".chat-item .unread")).to_have_count(0)
    await expect(page).to_have_title("Telegram")


async def test_a_group_that_is_gone_makes_room_for_another_chat(seats: Seats, bot: ScriptBot) -> None:
    vera, pavel = seats.person("Вера"), seats.person("Павел")
    group = seats.world.add_group("Менеджеры", pavel.id)
    seats.world.add_member(pavel.id, group.id, vera.id)
    page = await seats.sit(vera)
    await page.locator(".chat-item", has_text="Менеджеры").click()
    await expect(page.locator(".chat-header .name")).to_have_text("Менеджеры")

    supergroup = seats.world.upgrade_group(group.id)
    seats.world.say(pavel.id, supergroup.id, "Теперь мы здесь")
    await expect(last_bubble(page)).to_contain_text("Теперь мы здесь")
    seats.world.remove_member(pavel.id, supergroup.id, vera.id)

    await expect(page.locator(".chat-header .name")).to_have_text("Регистратура")
    await expect(page.locator(".chat-item")).to_have_count(1)


async def test_a_flood_of_messages_is_cut_to_the_newest(seats: Seats) -> None:
    anna = seats.person()
    page = await seats.sit(anna)
    await expect(last_bubble(page)).to_be_visible()

    for number in range(700):
        seats.world.say(anna.id, anna.id, f"Сообщение {number}")

    await expect(last_bubble(page)).to_contain_text("Сообщение 699")
    await expect(last_bubble(page)).to_be_in_viewport()
    await expect(page.locator(".bubble")).to_have_count(60)
