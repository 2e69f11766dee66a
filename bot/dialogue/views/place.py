"""Where a visit is, in words."""

from bot.texts import Texts
from contracts.schedule import Branch


def place(texts: Texts, office: str, branch: Branch | None) -> str:
    """Office and branch; the office alone if the branch is not known right now."""
    if branch is None:
        return texts.say("place-office", office=office)
    return texts.say("place", office=office, branch=branch.name)
