"""The model in memory, as a page reads it."""

import pytest

from sandbox.world import Answer, Chat, InlineButton, NotPossible, ReplyButton, ReplyKeyboard, User, World
from sandbox.world.changes import (
    ActionChanged,
    Change,
    KeyboardChanged,
    MessageAdded,
    MessageChanged,
    MessagesDeleted,
    PressAnswered,
    Pressed,
)
from sandbox.world.content import Text
from sandbox.world.keyboards import RemoveKeyboard
from tests.support.clock import StillClock


@pytest.fixture
def world(clock: StillClock) -> World:
    world = World(clock)
    world.add_bot("7000000001:x", "clinic_bot", "Clinic")
    return world


@pytest.fixture
def anna(world: World) -> User:
    return world.add_user("Anna", language_code="ru")


@pytest.fixture
def chat(world: World, anna: User) -> Chat:
    return world.chats_of(anna.id)[0]


def bot_says(world: World, chat: Chat, text: str = "x", **markup: object) -> int:
    assert chat.bot is not None
    return world.post(chat.bot, chat, Text(), text, **markup).id  # type: ignore[arg-type]


def test_listeners_hear_everything_in_order(world: World, anna: User, chat: Chat) -> None:
    heard: list[Change] = []
    stop = world.subscribe(heard.append)
    said = world.say(anna.id, chat.address, "hello")
    number = bot_says(world, chat, markup=((InlineButton("Book", "book"),),))
    press = world.press(anna.id, chat.address, number, "book")
    assert world.waiting_presses(anna.id, chat) == [press]
    world.answer_press(press, Answer("Done"))
    assert world.waiting_presses(anna.id, chat) == []
    world.edit(anna.id, chat.address, said.id, "hello again")
    world.delete(anna.id, chat.address, said.id)
    stop()
    world.say(anna.id, chat.address, "unheard")
    kinds = [MessageAdded, MessageAdded, Pressed, PressAnswered, MessageChanged, MessagesDeleted]
    assert [type(each) for each in heard] == kinds
    assert said.version == 2


def test_an_action_ends_by_itself_or_with_a_message(world: World, anna: User, chat: Chat, clock: StillClock) -> None:
    assert chat.bot is not None
    world.set_action(chat, chat.bot, "typing")
    assert [each.action for each in world.actions(chat)] == ["typing"]
    clock.advance(seconds=5)
    assert world.actions(chat) == []
    world.set_action(chat, chat.bot, "typing")
    heard: list[Change] = []
    world.subscribe(heard.append)
    bot_says(world, chat)
    assert world.actions(chat) == []
    assert isinstance(heard[0], ActionChanged)
    assert heard[0].action is None


def test_a_one_time_keyboard_folds_after_a_tap(world: World, anna: User, chat: Chat) -> None:
    bot_says(world, chat, markup=ReplyKeyboard(((ReplyButton("Yes"), ReplyButton("No")),), one_time=True))
    world.say(anna.id, chat.address, "maybe")
    shown = world.shown_keyboard(anna.id, chat)
    assert shown is not None
    assert not shown.folded
    heard: list[Change] = []
    world.subscribe(heard.append)
    world.say(anna.id, chat.address, "Yes")
    assert shown.folded
    assert any(isinstance(each, KeyboardChanged) for each in heard)
    bot_says(world, chat, markup=RemoveKeyboard())
    assert world.shown_keyboard(anna.id, chat) is None


def test_unread_messages_are_those_of_others(world: World, anna: User, chat: Chat) -> None:
    world.say(anna.id, chat.address, "mine")
    bot_says(world, chat)
    bot_says(world, chat)
    assert world.unread(anna.id, chat) == 2
    world.mark_read(anna.id, chat)
    assert world.unread(anna.id, chat) == 0


def test_history_in_pages(world: World, anna: User, chat: Chat) -> None:
    for number in range(10):
        world.say(anna.id, chat.address, str(number))
    last = world.history(chat, limit=3)
    assert [each.text for each in last] == ["7", "8", "9"]
    assert [each.text for each in world.history(chat, before=last[0].id, limit=2)] == ["5", "6"]


def test_chats_are_listed_by_their_last_message(world: World, anna: User, clock: StillClock) -> None:
    first, second = world.add_group("First", anna.id), world.add_group("Second", anna.id)
    clock.advance(seconds=1)
    world.say(anna.id, first.id, "newest")
    assert world.chats_of(anna.id)[0].name == "First"
    clock.advance(seconds=1)
    world.say(anna.id, second.id, "newest")
    assert [each.name for each in world.chats_of(anna.id)] == ["Second", "First", "Clinic"]


def test_topics(world: World, anna: User) -> None:
    forum = world.add_group("Managers", anna.id, forum=True)
    topic = world.create_topic(anna.id, forum.id, "Queue")
    world.say(anna.id, forum.id, "in it", topic=topic.id)
    world.say(anna.id, forum.id, "outside")
    assert [each.text for each in world.history(forum, topic=topic.id)] == ["", "in it"]
    world.close_topic(forum, topic, anna)
    with pytest.raises(NotPossible):
        world.say(anna.id, forum.id, "x", topic=topic.id)


def test_two_bots_are_two_chats(world: World, anna: User, chat: Chat) -> None:
    other = world.add_bot("7000000002:y", "other_bot", "Other")
    world.say(anna.id, other.id, "to the other")
    assert chat.messages == {}
    assert world.chat_for(anna.id, anna.id) is chat
    assert world.chat_for(anna.id, other.id).name == "Other"


def test_what_the_app_does_not_offer(world: World, anna: User, chat: Chat) -> None:
    vera = world.add_user("Vera")
    group = world.add_group("Managers", vera.id)
    number = bot_says(world, chat)
    for act in (
        lambda: world.say(anna.id, chat.address, " "),
        lambda: world.say(anna.id, chat.address, "a" * 4097),
        lambda: world.say(anna.id, group.id, "not in it"),
        lambda: world.say(anna.id, chat.address, "x", reply_to=999),
        lambda: world.edit(anna.id, chat.address, number, "of the bot"),
        lambda: world.press(anna.id, chat.address, 999, "x"),
        lambda: world.promote(anna.id, group.id, vera.id),
        lambda: world.user(404),
    ):
        with pytest.raises(NotPossible):
            act()


def test_those_who_left_see_nothing_more(world: World, anna: User) -> None:
    group = world.add_group("Managers", anna.id)
    vera = world.add_user("Vera")
    world.join(vera.id, group.id)
    assert group in world.chats_of(vera.id)
    world.leave(vera.id, group.id)
    assert group not in world.chats_of(vera.id)
    with pytest.raises(NotPossible):
        world.say(vera.id, group.id, "x")
