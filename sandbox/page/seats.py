"""Who may sit at the page, and who does."""

from collections import Counter

from sandbox.page.words import Words
from sandbox.world import User, World


def seat_of(world: World, wished: str | None, words: Words) -> User:
    """`wished`, from the address: a place in the list counted from 1, or a person's id; by default the first person.
    A world without people gets a guest."""
    people = world.people() or [world.add_user(words("guest"))]
    if wished and wished.isascii() and wished.isdigit() and len(wished) < 20:
        number = int(wished)
        by_id = next((user for user in people if user.id == number), None)
        if by_id or 0 < number <= len(people):
            return by_id or people[number - 1]
    return people[0]


def seat_number(world: World, seat: User) -> int:
    """Its place in the list, counted from 1."""
    return world.people().index(seat) + 1


def unread_of_all(world: World) -> Counter[int]:
    """Unread messages by person's id."""
    found: Counter[int] = Counter()
    for chat in (*world.private_chats.values(), *world.groups.values()):
        for user_id, number in chat.unread.items():
            found[user_id] += number
    return found


def role(world: World, user: User, words: Words) -> str:
    """The groups that one is in, or "patient"."""
    groups = [group.title for group in world.groups.values() if group.has(user.id) and group.migrated_to is None]
    return ", ".join(groups) or words("role-patient")
