"""A manager's claim code, however it comes: ``/claim CODE``, a link, or the code alone. It never goes on to the
receptionist, and is in no log."""

import logging
import re

from aiogram import Router
from aiogram.filters import BaseFilter, Command
from aiogram.types import Message

from api_client import Refused
from bot.dialogue.desk import Talk
from bot.dialogue.languages import language_of_code
from bot.dialogue.views.notices import notice
from bot.managers.rights import shown_name
from contracts.managers import ClaimManager, Manager, ManagerRole

_CODE = re.compile(r"(?<![A-Z0-9])FD[-\s]?([A-Z2-7]{5})[-\s]?([A-Z2-7]{5})(?![A-Z0-9])", re.IGNORECASE)
log = logging.getLogger(__name__)


class HasCode(BaseFilter):
    """Gives the handler `code`, as the clinic writes it."""

    async def __call__(self, message: Message) -> bool | dict[str, str]:
        found = _CODE.search(message.text or message.caption or "")
        return {"code": f"FD-{found[1]}-{found[2]}".upper()} if found is not None else False


async def claim(message: Message, code: str, talk: Talk) -> None:
    """Whatever is wrong with the code is one message for the person. Raises ClinicClientError."""
    talk.memory.spoken = None  # the newest words are kept to be read together with the next ones
    user = message.from_user
    if user is None:
        return
    if not talk.memory.language_chosen:  # the letters of a code are of no language
        talk.memory.language = language_of_code(user.language_code) or talk.desk.language
    request = ClaimManager(code=code, telegram_id=user.id, name=shown_name(user))
    try:
        manager = await talk.desk.clinic.claim_manager(request)
    except Refused as refusal:
        why = refusal.details.get("reason", refusal.code)
        log.warning("a claim was refused", extra={"why": why, "user": user.id})
        talk.out.say(notice(talk.texts, "claim-refused"))
        return
    talk.out.say(notice(talk.texts, "claim-done", what=await _what(talk, manager)))


async def without_code(_message: Message, talk: Talk) -> None:
    """What follows the command is no code: it goes nowhere."""
    talk.out.say(notice(talk.texts, "claim-refused"))


async def _what(talk: Talk, manager: Manager) -> str:
    role = "claim-reader" if manager.role is ManagerRole.READ_ONLY else "claim-manager"
    branches = {one.branch_id: one.name for one in await talk.desk.directory.branches()}
    where = branches.get(manager.branch_id) if manager.branch_id is not None else None
    return talk.texts.say(role, where=where or talk.texts.say("claim-everywhere"))


def router() -> Router:
    """Asked first: a code in a link or among words is a claim and nothing else."""
    made = Router(name="claims")
    made.message.register(claim, HasCode())
    made.edited_message.register(claim, HasCode())
    made.message.register(without_code, Command("claim"))
    return made
