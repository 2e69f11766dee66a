"""What a block would hit, before anybody says yes to it."""

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import func, select

from clinic.appointments.refusals import UnknownDoctor
from clinic.appointments.tables import appointments
from clinic.blocks import present
from clinic.blocks.block import check_hours
from clinic.blocks.domain import SOON
from clinic.blocks.hit import HIT, inside, still_held
from clinic.blocks.read import overlapping
from clinic.platform.clock import Clock
from clinic.platform.database import Database
from clinic.schedule.tables import branches, doctors
from contracts.blocks import BlockPreview


class PreviewBlock:
    """For staff; changes nothing. Raises UnknownDoctor, BadBlock."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def __call__(self, doctor_id: int, from_time: datetime, to_time: datetime) -> BlockPreview:
        now = self._clock()
        check_hours(from_time, to_time, now)
        visit = appointments.c.status.in_(HIT)
        counted = select(
            func.count().filter(visit).label("visits"),
            func.count().filter(visit, appointments.c.start_time <= now + SOON).label("soon"),
            func.count().filter(visit, appointments.c.account_id.is_(None)).label("by_telephone"),
            func.count().filter(still_held(now)).label("holds"),
        ).where(inside(doctor_id, from_time, to_time, now))
        whose = select(doctors, branches.c.time_zone).join(branches).where(doctors.c.doctor_id == doctor_id)
        async with self._database.snapshot() as connection:
            doctor = (await connection.execute(whose)).mappings().one_or_none()
            if doctor is None:
                raise UnknownDoctor
            counts = (await connection.execute(counted)).mappings().one()
            standing = await overlapping(connection, doctor_id, from_time, to_time)
        zone = ZoneInfo(doctor["time_zone"])
        return BlockPreview(
            doctor_id=doctor_id,
            doctor_name=doctor["full_name"],
            specialty=doctor["specialty"],
            branch_id=doctor["branch_id"],
            time_zone=doctor["time_zone"],
            from_time=from_time.astimezone(zone),
            to_time=to_time.astimezone(zone),
            visits=counts["visits"],
            soon=counts["soon"],
            by_telephone=counts["by_telephone"],
            holds=counts["holds"],
            blocked_already=None if standing is None else present.block(standing),
        )
