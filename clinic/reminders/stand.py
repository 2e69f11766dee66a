"""Which visits somebody is reminded of, said once for all statements.

A reminder's visit stands if it is confirmed, still begins when the reminder was planned for, lies ahead, and belongs to
an account that can be reached. The planner compares this with the reminders there are, whatever has happened meanwhile:
no other capability has to tell it of moves, cancellations or blocks.
"""

from sqlalchemy import BigInteger, ColumnElement, DateTime, and_, bindparam, or_

from clinic.appointments.domain.states import State
from clinic.appointments.tables import appointments
from clinic.people.tables import accounts
from clinic.reminders.tables import reminders

now = bindparam("now", type_=DateTime(timezone=True))
only = bindparam("only", type_=BigInteger)
"""One account; None: all."""
confirmed_ahead = and_(appointments.c.status == State.CONFIRMED.value, appointments.c.start_time > now)
reachable = accounts.c.unreachable_since.is_(None)
at_the_same_time = appointments.c.start_time == reminders.c.for_start
owned: ColumnElement[bool] = or_(only.is_(None), appointments.c.account_id == only)
