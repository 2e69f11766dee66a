"""From rows to what travels: times become the branch's wall clock."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from contracts.blocks import Block, BlockBoard, BlockStatus, HitStatus, HitVisit


def block(row: Mapping[Any, Any]) -> Block:
    zone = ZoneInfo(row["time_zone"])
    return Block(
        block_id=row["block_id"],
        version=row["version"],
        status=BlockStatus(row["status"]),
        doctor_id=row["doctor_id"],
        doctor_name=row["doctor_name"],
        specialty=row["specialty"],
        branch_id=row["branch_id"],
        time_zone=row["time_zone"],
        from_time=row["from_time"].astimezone(zone),
        to_time=row["to_time"].astimezone(zone),
        reason=row["reason"],
        made_by=row["made_by"],
        created_at=row["created_at"],
        undone_by=row["undone_by"],
        undone_at=row["undone_at"],
    )


def board(row: Mapping[Any, Any], visits: Sequence[Mapping[Any, Any]]) -> BlockBoard:
    zone = ZoneInfo(row["time_zone"])
    counts = Counter(HitStatus(visit["hit_status"]) for visit in visits)
    return BlockBoard(
        block=block(row),
        counts={status: counts[status] for status in HitStatus if counts[status]},
        calls=sum(visit["call"] for visit in visits),
        visits=tuple(_visit(visit, zone) for visit in visits),
    )


def _visit(row: Mapping[Any, Any], zone: ZoneInfo) -> HitVisit:
    return HitVisit(
        appointment_id=row["appointment_id"],
        status=HitStatus(row["hit_status"]),
        patient_name=row["patient_name"],
        start_time=row["start_time"].astimezone(zone),
        new_start_time=_local(row["new_start_time"], zone),
        new_doctor_name=row["new_doctor_name"],
        answer_by=_local(row["answer_by"], zone),
        soon=row["soon"],
        call=row["call"],
        called=row["called"],
        call_task_id=row["call_task_id"],
        phone=row["phone"],
    )


def _local(moment: datetime | None, zone: ZoneInfo) -> datetime | None:
    return None if moment is None else moment.astimezone(zone)
