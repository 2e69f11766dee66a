"""Names and the family: how to address the owner, who visits, whom the account books for."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.dialogue.desk import Talk
from bot.dialogue.handlers import next_step
from bot.dialogue.memory import Asking
from bot.dialogue.people_callbacks import (
    AddPerson,
    AskWhom,
    ForPerson,
    ForSelf,
    ForTwo,
    Rename,
    SkipName,
    TakeName,
    TypeName,
)
from bot.dialogue.use_cases.family import family, find_person
from bot.dialogue.use_cases.own_name import be_called
from bot.dialogue.use_cases.whom import pair
from bot.dialogue.views import notices, people
from bot.dialogue.views.screen import Screen


async def take_name(_query: CallbackQuery, callback_data: TakeName, talk: Talk) -> None:
    """The messenger's name is read from this tap; a second tap stores the same name again and asks nothing more."""
    if talk.called is None:
        talk.out.replace(people.ask_name(talk.texts, None, booked=callback_data.booked))
        return
    await be_called(talk, talk.called)
    talk.out.replace(Screen(talk.texts.html("name-thanks", name=talk.called)))
    await next_step.name_is_settled(talk, booked=callback_data.booked)


async def type_name(_query: CallbackQuery, talk: Talk) -> None:
    talk.memory.asking = Asking(what="name", booked=True)
    talk.out.replace(notices.notice(talk.texts, "rename-ask"))


async def skip_name(_query: CallbackQuery, callback_data: SkipName, talk: Talk) -> None:
    talk.out.replace(notices.notice(talk.texts, "name-skipped"))
    await next_step.name_is_settled(talk, booked=callback_data.booked)


async def ask_whom(_query: CallbackQuery, talk: Talk) -> None:
    talk.out.say(people.ask_whom(talk.texts, await family(talk)))


async def for_self(_query: CallbackQuery, talk: Talk) -> None:
    owner = next((one for one in await family(talk) if one.relation.value == "self"), None)
    talk.out.replace(Screen(people.chosen(talk.texts, None)))
    await next_step.for_person(talk, owner)


async def for_person(_query: CallbackQuery, callback_data: ForPerson, talk: Talk) -> None:
    person = await find_person(talk, callback_data.client_id)
    if person is None:
        talk.out.replace(notices.notice(talk.texts, "whom-gone"))
        return
    talk.out.replace(Screen(people.chosen(talk.texts, person)))
    await next_step.for_person(talk, person)


async def for_two(_query: CallbackQuery, callback_data: ForTwo, talk: Talk) -> None:
    first, second = await find_person(talk, callback_data.first), await find_person(talk, callback_data.second)
    if first is None or second is None or first == second:
        talk.out.replace(notices.notice(talk.texts, "whom-gone"))
        return
    pair(talk, first, second)
    talk.out.replace(Screen(people.chosen_two(talk.texts, first, second)))
    await next_step.for_pair(talk)


async def add(_query: CallbackQuery, callback_data: AddPerson, talk: Talk) -> None:
    talk.memory.asking = Asking(what="person-name", relation=callback_data.relation)
    talk.out.say(people.ask_person_name(talk.texts, callback_data.relation))


async def rename(_query: CallbackQuery, callback_data: Rename, talk: Talk) -> None:
    if await find_person(talk, callback_data.client_id) is None:
        talk.out.replace(notices.notice(talk.texts, "whom-gone"))
        return
    talk.memory.asking = Asking(what="new-name", client_id=callback_data.client_id)
    talk.out.say(notices.notice(talk.texts, "rename-ask"))


async def show_family(_message: Message, talk: Talk) -> None:
    await next_step.show_family(talk)


def router() -> Router:
    made = Router(name="people")
    made.message.register(show_family, Command("family"))
    made.callback_query.register(take_name, TakeName.filter())
    made.callback_query.register(type_name, TypeName.filter())
    made.callback_query.register(skip_name, SkipName.filter())
    made.callback_query.register(ask_whom, AskWhom.filter())
    made.callback_query.register(for_self, ForSelf.filter())
    made.callback_query.register(for_person, ForPerson.filter())
    made.callback_query.register(for_two, ForTwo.filter())
    made.callback_query.register(add, AddPerson.filter())
    made.callback_query.register(rename, Rename.filter())
    return made
