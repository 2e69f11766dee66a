"""Turn a hold into an appointment."""

from sqlalchemy import RowMapping, insert

from clinic.appointments import present, quotas
from clinic.appointments.change import change_state
from clinic.appointments.counter import Counter
from clinic.appointments.domain.states import State
from clinic.appointments.idempotency import RequestKey
from clinic.appointments.placement import Request
from clinic.appointments.refusals import HoldExpired, InThePast, Offered, UnknownPerson, WrongTransition
from clinic.appointments.review import Review
from clinic.appointments.tables import idempotency_keys
from contracts.appointments import AppointmentRequest


async def confirm_hold(
    counter: Counter,
    review: Review,
    hold_id: int,
    asked: AppointmentRequest,
    account: str | None,
    key: RequestKey | None,
) -> str:
    """The appointment that the hold has become, as JSON; for staff, or for the account that owns the hold.

    Under review it is pending until the clinic decides, see `Review`.
    A hold is a promise: it is confirmed even if the schedule has changed since, as an appointment would stand.
    Raises NotFound, HoldExpired, InThePast, Offered, WrongTransition, UnknownPerson, QuotaReached, ConsentRequired,
    KeyUsed.
    """
    now = counter.clock()
    seen: list[RowMapping] = []

    def check(hold: RowMapping) -> None:
        seen.append(hold)
        if hold["offer_id"] is not None:
            raise Offered
        if hold["status"] == State.EXPIRED or (hold["status"] == State.HELD and hold["hold_expires_at"] <= now):
            raise HoldExpired
        if hold["status"] != State.HELD:
            raise WrongTransition(State(hold["status"]), State.CONFIRMED)
        if hold["start_time"] <= now:
            raise InThePast
        if asked.client_id not in (None, hold["client_id"]):
            raise UnknownPerson

    more = {"patient_name": asked.patient_name, "note": asked.note}
    given = {column: value for column, value in more.items() if value is not None}
    try:
        async with counter.transaction() as connection:
            if account is not None:
                standing = await quotas.standing(connection, account, None, now)
                quotas.check_coming(standing, counter.settings.quotas)
            row = await change_state(
                connection,
                hold_id,
                review.state(account),
                now,
                account=account,
                check=check,
                hold_expires_at=None,
                **given,
            )
            await review.booked(connection, row, account, asked.application, now)
            answer = present.appointment({**row, "decide_by": review.decide_by(row, now)}, now).model_dump_json()
            if key is not None:
                await connection.execute(insert(idempotency_keys), key.row(answer, now))
    except HoldExpired as expired:
        lost = seen[-1]
        expired.nearest = await counter.instead(
            Request(lost["doctor_id"], lost["start_time"], visit_type_id=lost["visit_type_id"])
        )
        raise
    return answer
