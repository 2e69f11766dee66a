"""Invite somebody to be a manager."""

from datetime import timedelta

from sqlalchemy import insert, select

from clinic.managers.codes import new_code, sha256
from clinic.managers.tables import manager_invites
from clinic.platform.clock import Clock
from clinic.platform.database import Database
from clinic.platform.errors import NotFound
from clinic.schedule.tables import branches
from contracts.managers import Invite, ManagerRole

VALID = timedelta(minutes=30)


class InviteManager:
    """For the clinic's administrators. The code is in the answer and nowhere else. Raises NotFound for a branch."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def __call__(self, role: ManagerRole, branch_id: int | None) -> Invite:
        code, now = new_code(), self._clock()
        new = {
            "code_sha256": sha256(code),
            "role": role.value,
            "branch_id": branch_id,
            "created_at": now,
            "expires_at": now + VALID,
        }
        async with self._database.transaction() as connection:
            there = (
                select(branches.c.branch_id).where(branches.c.branch_id == branch_id).with_for_update(key_share=True)
            )
            if branch_id is not None and (await connection.execute(there)).one_or_none() is None:
                raise NotFound("branch")
            added = insert(manager_invites).values(new).returning(manager_invites.c.invite_id)
            invite_id = (await connection.execute(added)).scalar_one()
        return Invite(invite_id=invite_id, code=code, role=role, branch_id=branch_id, expires_at=now + VALID)
