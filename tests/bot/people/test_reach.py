"""The clinic learns whether its messages arrive, even if it does not answer when that changes."""

from datetime import UTC, datetime

from aiogram.types import (
    ChatMemberBanned,
    ChatMemberMember,
    ChatMemberUpdated,
    Update,
    User,
)

from tests.bot.patient import at_the_terminal
from tests.bot.people.chat import CHAT, user
from tests.bot.receptionists import ProposesNearest
from tests.clinic.reminders.rounds import fetch
from tests.support.serving import Clinic

BOT = User(id=7, is_bot=True, first_name="Bot")
MEMBER = ChatMemberMember(user=BOT)
KICKED = ChatMemberBanned(user=BOT, until_date=datetime.fromtimestamp(0, UTC))


def became(update_id: int, *, member: bool) -> Update:
    old, new = (KICKED, MEMBER) if member else (MEMBER, KICKED)
    changed = ChatMemberUpdated(
        chat=CHAT, from_user=user(), date=datetime(2026, 3, 2, tzinfo=UTC), old_chat_member=old, new_chat_member=new
    )
    return Update(update_id=update_id, my_chat_member=changed)


async def unreachable(clinic: Clinic) -> bool:
    rows = await fetch(clinic, "SELECT unreachable_since IS NOT NULL AS away FROM accounts")
    return bool(rows[0]["away"])


async def test_a_block_and_its_end_are_told_and_nothing_is_said(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, ProposesNearest("ent")) as patient:
        await patient.agrees()
        assert await patient.feeds(became(9001, member=False)) == ""
        assert await unreachable(demo_clinic)
        assert await patient.feeds(became(9002, member=True)) == ""
        assert not await unreachable(demo_clinic)


async def test_an_end_that_the_clinic_did_not_hear_is_told_with_the_next_words(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, ProposesNearest("ent")) as patient:
        await patient.agrees()
        await patient.feeds(became(9001, member=False))
        patient.wire.down = True
        assert await patient.feeds(became(9002, member=True)) == ""
        patient.wire.down = False
        assert await unreachable(demo_clinic)
        await patient.types("tomorrow")
        assert not await unreachable(demo_clinic)
        assert not patient.memory.reach_untold


async def test_of_somebody_unknown_nothing_is_kept(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, ProposesNearest("ent")) as patient:
        assert await patient.feeds(became(9001, member=False)) == ""
        assert await fetch(demo_clinic, "SELECT 1 FROM accounts") == []
