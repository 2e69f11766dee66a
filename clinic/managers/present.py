"""From a row to what travels."""

from collections.abc import Mapping
from typing import Any

from contracts.managers import Manager, ManagerRole


def manager(row: Mapping[Any, Any]) -> Manager:
    return Manager(
        manager_id=row["manager_id"],
        telegram_id=row["telegram_id"],
        name=row["name"],
        role=ManagerRole(row["role"]),
        branch_id=row["branch_id"],
        created_at=row["created_at"],
    )
