"""A doctor cannot come: what is blocked, which visits that hits, and what becomes of them."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated

from pydantic import ConfigDict, Field, StringConstraints, model_validator

from contracts.fields import Instant, Name, ScheduleId, Text255, Wire

By = Annotated[Name, StringConstraints(max_length=120)]
"""Who of the clinic's people does it, as the clinic writes them; never a patient."""


class BlockStatus(StrEnum):
    ACTIVE = "active"
    UNDONE = "undone"


class HitStatus(StrEnum):
    """What has become of a visit that a block has hit."""

    SEEKING = "seeking"
    """Another time is being looked for."""
    SILENT = "silent"
    """Another time is held; the patient has not answered yet."""
    ACCEPTED = "accepted"
    """The held time was taken."""
    MOVED = "moved"
    """The visit went to a time that the patient or the clinic chose."""
    CANCELLED = "cancelled"
    UNREACHABLE = "unreachable"
    """No message reaches the patient."""
    TO_CALL = "to_call"
    """No other time was found or taken, or there is nobody to write to."""
    RESTORED = "restored"
    """The block was undone: the visit stands as it was."""


class BlockRequest(Wire):
    model_config = ConfigDict(serialize_by_alias=True, validate_by_name=True, validate_by_alias=True)

    doctor_id: ScheduleId
    from_time: Annotated[Instant, Field(alias="from")]
    to_time: Annotated[Instant, Field(alias="to")]
    reason: Text255 | None = None
    """For the clinic's people only: no patient is told why a doctor cannot come."""
    by: By

    @model_validator(mode="after")
    def _in_order(self) -> "BlockRequest":
        if self.to_time <= self.from_time:
            raise ValueError("'to' is not after 'from'")
        return self


class UndoBlock(Wire):
    by: By


class Block(Wire):
    block_id: int
    version: int
    status: BlockStatus
    doctor_id: int
    doctor_name: str
    specialty: str
    branch_id: int
    time_zone: str
    from_time: datetime
    """In the branch's zone, as all times of a block and its visits."""
    to_time: datetime
    reason: str | None
    made_by: str
    created_at: datetime
    undone_by: str | None
    undone_at: datetime | None


class HitVisit(Wire):
    """One line of the board."""

    appointment_id: int
    status: HitStatus
    patient_name: str | None
    start_time: datetime
    """When it was to be, before the block."""
    new_start_time: datetime | None
    """Where it has moved to, or what is held for the patient."""
    new_doctor_name: str | None
    answer_by: datetime | None
    """Until when the other time is held."""
    soon: bool
    """It was to begin within two hours: the patient may be on the way."""
    call: bool
    """Somebody has to telephone."""
    called: bool
    """Somebody said to have done so."""
    call_task_id: int | None
    phone: str | None
    """Of those who are to be called, if it is known."""


class BlockBoard(Wire):
    """How a block stands."""

    block: Block
    counts: dict[HitStatus, int]
    """Without those that are zero."""
    calls: int
    """Visits whose patients are still to be telephoned."""
    visits: tuple[HitVisit, ...]
    """Who is to be called first comes first: within two hours, then the others to call, each by time."""


class Blocks(Wire):
    blocks: tuple[Block, ...]


class BlockPreview(Wire):
    """What a block would hit now."""

    doctor_id: int
    doctor_name: str
    specialty: str
    branch_id: int
    time_zone: str
    from_time: datetime
    to_time: datetime
    visits: int
    soon: int
    """Of those: how many begin within two hours."""
    by_telephone: int
    """Of those: how many belong to no account, so that only a call reaches the patient."""
    holds: int
    """Times that are held for somebody and would be let go."""
    blocked_already: Block | None
    """An active block of this doctor that overlaps: only one is possible."""
