"""Why a doctor was not blocked, or a block not undone.

DomainError
├── BadBlock           the hours lie behind us, or are too long
├── BlockedAlready     somebody was quicker
└── UnknownDoctor      of `clinic.appointments.refusals`
"""

from collections.abc import Mapping
from typing import Any

from clinic.platform.errors import DomainError


class BadBlock(DomainError):
    def __init__(self, why: str) -> None:
        super().__init__("bad_block", why)


class BlockedAlready(DomainError):
    """An active block of this doctor overlaps: it is the one to look at, or to undo."""

    def __init__(self, block: Mapping[Any, Any] | None) -> None:
        details = (
            {}
            if block is None
            else {
                "block_id": block["block_id"],
                "by": block["made_by"],
                "at": block["created_at"].isoformat(),
                "from": block["from_time"].isoformat(),
                "to": block["to_time"].isoformat(),
            }
        )
        super().__init__("blocked_already", "This doctor is blocked then already. See GET /api/v1/blocks.", **details)
