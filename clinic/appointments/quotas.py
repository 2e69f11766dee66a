"""Limits for patients: nobody fills the calendar alone. Calls of staff have none."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import BigInteger, DateTime, String, and_, bindparam, exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.appointments.domain.states import LIVE, State
from clinic.appointments.refusals import ConsentRequired, QuotaReached, UnknownPerson
from clinic.appointments.tables import appointments
from clinic.people.tables import accounts, consents, people
from clinic.platform.settings import Quotas

_now = bindparam("now", type_=DateTime(timezone=True))
_hour_ago = bindparam("hour_ago", type_=DateTime(timezone=True))
_client = bindparam("for_client", type_=BigInteger)
_account = bindparam("for_account", type_=BigInteger)
_held = and_(appointments.c.status == State.HELD.value, appointments.c.hold_expires_at > _now)
_own_doing = appointments.c.offer_id.is_(None)  # what the clinic holds for somebody is not theirs to answer for

# The lock makes two calls of one account count one after the other. Rows that refer to the account can be written
# meanwhile: whoever holds a doctor may be making an offer to it.
LOCK_ACCOUNT = (
    select(accounts.c.account_id, exists().where(consents.c.account_id == accounts.c.account_id).label("agreed"))
    .where(accounts.c.external == bindparam("external", type_=String))
    .with_for_update(key_share=True)
)
COUNTS = select(
    func.count().filter(_held, _own_doing, appointments.c.client_id == _client).label("held"),
    func.count()
    .filter(appointments.c.start_time > _now, appointments.c.status.in_([state.value for state in LIVE]))
    .label("coming"),
    func.count().filter(_own_doing, appointments.c.created_at > _hour_ago).label("started"),
    select(people.c.relation)
    .where(people.c.client_id == _client, people.c.account_id == _account)
    .scalar_subquery()
    .label("relation"),
    select(people.c.birth_date).where(people.c.client_id == _client).scalar_subquery().label("birth_date"),
).where(
    appointments.c.account_id == _account,
    or_(appointments.c.created_at > _hour_ago, appointments.c.start_time > _now),
)


@dataclass(frozen=True, slots=True)
class Standing:
    """What an account has going on."""

    account_id: int
    held: int
    coming: int
    started: int
    relation: str | None
    """Who the visitor is to the account; None if no visitor was named."""
    birth_date: date | None


async def standing(connection: AsyncConnection, account: str, client_id: int | None, now: datetime) -> Standing:
    """Lock the account until the transaction ends and count. Raises ConsentRequired, UnknownPerson."""
    known = (await connection.execute(LOCK_ACCOUNT, {"external": account})).one_or_none()
    if known is None or not known.agreed:
        raise ConsentRequired
    counts = (
        await connection.execute(
            COUNTS,
            {
                "for_account": known.account_id,
                "for_client": client_id,
                "now": now,
                "hour_ago": now - timedelta(hours=1),
            },
        )
    ).one()
    if client_id is not None and counts.relation is None:
        raise UnknownPerson
    return Standing(known.account_id, counts.held, counts.coming, counts.started, counts.relation, counts.birth_date)


def check_new(of: Standing, quotas: Quotas, *, hold: bool) -> None:
    """Whether the account may start one more hold or booking. Raises QuotaReached."""
    if hold and of.held >= quotas.active_holds_per_person:
        raise QuotaReached("active_holds_per_person", quotas.active_holds_per_person)
    check_coming(of, quotas)
    if of.started >= quotas.new_bookings_per_account_hour:
        raise QuotaReached("new_bookings_per_account_hour", quotas.new_bookings_per_account_hour)


def check_coming(of: Standing, quotas: Quotas) -> None:
    """Whether the account may have one more appointment to come. Raises QuotaReached."""
    if of.coming >= quotas.future_appointments_per_account:
        raise QuotaReached("future_appointments_per_account", quotas.future_appointments_per_account)
