"""Invite, list and revoke managers."""

import sys

from cli.on_database import on_database
from cli.running import Failed
from clinic.managers.invite import VALID, InviteManager
from clinic.managers.read import in_office
from clinic.managers.revoke import RevokeManager
from clinic.platform.clock import system_clock
from clinic.platform.database import Database
from clinic.platform.errors import NotFound
from contracts.managers import Invite, ManagerRole

MINUTES = int(VALID.total_seconds() // 60)


def invite(role: str, branch_id: int | None) -> None:
    """The code goes to standard output, what to do with it to standard error."""

    async def work(opened: Database) -> Invite:
        return await InviteManager(opened, system_clock)(ManagerRole(role), branch_id)

    try:
        made = on_database(work)
    except NotFound as unknown:
        raise Failed(f"There is no branch {branch_id}: leave --branch out for all branches.") from unknown
    sys.stdout.write(made.code + "\n")
    sys.stderr.write(
        f"Good for {MINUTES} minutes and one person, shown this once. Let the new manager write to the clinic's bot, "
        f"in private:\n  /claim {made.code}\nor open https://t.me/<the bot's username>?start=claim_{made.code}\n"
    )


def show() -> None:
    async def work(opened: Database) -> list[str]:
        async with opened.reading() as connection:
            return [
                f"{row['manager_id']}\t{row['telegram_id']}\t{row['role']}\t{row['branch_id'] or 'all branches'}"
                f"\t{row['name']}\t{row['created_at']:%Y-%m-%d}"
                for row in await in_office(connection)
            ]

    lines = on_database(work)
    for line in lines:
        sys.stdout.write(line + "\n")
    if not lines:
        sys.stdout.write("No managers yet, beside those of MANAGER_IDS: frontdesk manager invite\n")


def revoke(manager_id: int) -> None:
    try:
        on_database(lambda opened: RevokeManager(opened, system_clock)(manager_id))
    except NotFound as unknown:
        raise Failed(f"There is no manager {manager_id}: see frontdesk manager list.") from unknown
    sys.stdout.write(f"Manager {manager_id} is out of office.\n")
