"""The first inhabitants of a sandbox."""

from collections.abc import Callable
from datetime import UTC, datetime

from sandbox.settings import GroupSettings, PersonSettings, SandboxSettings
from sandbox.world.people import User
from sandbox.world.world import World

_EPOCH = datetime(2026, 1, 1, tzinfo=UTC)


def seeded_world(settings: SandboxSettings, clock: Callable[[], datetime]) -> World:
    """Ids of people and groups follow from the settings alone; ids of messages go on where an earlier sandbox, at most
    one message a second in a chat, has not been."""
    world = World(clock, first_message_id=max(1, int((clock() - _EPOCH).total_seconds())))
    for bot in settings.bots:
        world.add_bot(bot.token, bot.username, bot.name, privacy=bot.privacy)
    for person in settings.people:
        _add(world, person)
    for group in settings.groups:
        _add_group(world, group)
    return world


def _add(world: World, person: PersonSettings) -> User:
    return world.add_user(
        person.first_name,
        last_name=person.last_name,
        language_code=person.language_code,
        phone=person.phone,
        user_id=person.user_id,
    )


def _add_group(world: World, group: GroupSettings) -> None:
    creator, *others = (_add(world, member) for member in group.members)
    chat = world.add_group(group.title, creator.id, forum=group.forum, chat_id=group.chat_id)
    for member in others:
        world.add_member(creator.id, chat.id, member.id)
    for bot in world.bots.values():
        world.add_member(creator.id, chat.id, bot.id)
        world.promote(creator.id, chat.id, bot.id)
