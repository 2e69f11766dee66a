"""Managers: who may work in the clinic's groups at Telegram, and the invitations that make somebody one."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from contracts.fields import MAX_ID, Name, ScheduleId, Wire

CODE_PATTERN = r"FD-[A-Z2-7]{5}-[A-Z2-7]{5}"
"""How a claim code looks: of a shape that nothing else has, so that it can be recognised wherever it is pasted."""
TelegramId = Annotated[int, Field(ge=1, le=MAX_ID, strict=True)]
ClaimCode = Annotated[str, StringConstraints(pattern=f"^{CODE_PATTERN}$")]


class ManagerRole(StrEnum):
    MANAGER = "manager"
    READ_ONLY = "read_only"
    """Sees everything, changes nothing."""


class InviteRequest(Wire):
    role: ManagerRole = ManagerRole.MANAGER
    branch_id: ScheduleId | None = None
    """None: all branches."""


class Invite(Wire):
    """The code is shown this once."""

    invite_id: int
    code: str
    role: ManagerRole
    branch_id: int | None
    expires_at: datetime


class ClaimManager(Wire):
    code: ClaimCode
    telegram_id: TelegramId
    name: Name
    """How the others are told who did something."""


class Manager(Wire):
    manager_id: int
    telegram_id: int
    name: str
    role: ManagerRole
    branch_id: int | None
    """None: all branches."""
    created_at: datetime


class Managers(Wire):
    managers: tuple[Manager, ...]
    """Those in office; somebody of several branches stands here once a branch."""
