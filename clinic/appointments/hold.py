"""Hold an offered slot for a person until a deadline."""

from datetime import timedelta

from clinic.appointments import present
from clinic.appointments.counter import Counter
from clinic.appointments.domain.states import State
from clinic.appointments.placement import Request
from clinic.appointments.write import NewVisit, write_new
from clinic.schedule.engine.minutes import to_datetime, to_minute
from clinic.schedule.slot_id import SlotIds
from contracts.appointments import Hold


class HoldSlot:
    """For staff, or for a patient within the quotas. Raises BadSlotId, SlotIdExpired and what `write_new` raises."""

    def __init__(self, counter: Counter, slot_ids: SlotIds) -> None:
        self._counter = counter
        self._slot_ids = slot_ids

    async def __call__(self, slot_id: str, client_id: int, account: str | None) -> Hold:
        now = self._counter.clock()
        claim = self._slot_ids.read(slot_id, to_minute(now))
        visit = NewVisit(
            request=Request(
                claim.doctor_id,
                to_datetime(claim.start),
                to_datetime(claim.start + claim.duration),
                claim.visit_type_id,
            ),
            state=State.HELD,
            account=account,
            client_id=client_id,
            hold_expires_at=now + timedelta(minutes=self._counter.settings.hold_minutes),
        )
        return present.hold(await write_new(self._counter, visit))
