"""What a process of the service is made of: built once from ready settings, for the API and for the worker."""

from dataclasses import dataclass

from clinic.applications import answers
from clinic.applications.review import ReviewBookings
from clinic.applications.use_cases import Applications, applications_over
from clinic.appointments.counter import Counter
from clinic.appointments.use_cases import Appointments, appointments_over
from clinic.blocks.outcome import OUTCOME as REBOOKED
from clinic.blocks.use_cases import Blocks, blocks_over
from clinic.offers.accept import AcceptOffer
from clinic.offers.close import CloseOffer
from clinic.offers.domain import Kind
from clinic.offers.outcomes import Outcomes
from clinic.platform.clock import Clock
from clinic.platform.database import Database, connect
from clinic.platform.settings import ClinicSettings
from clinic.reminders.missed import tell_missed
from clinic.schedule.availability import Availability
from clinic.schedule.current import CurrentSchedule
from clinic.schedule.slot_id import SlotIds
from clinic.waits.deadline import asking_rules
from clinic.waits.join import JoinLine
from clinic.waits.leave import LeaveLine
from clinic.waits.line import WaitLine
from clinic.waits.outcome import OUTCOME as SERVED_FROM_THE_LINE


@dataclass(frozen=True, slots=True)
class Parts:
    settings: ClinicSettings
    clock: Clock
    database: Database
    current: CurrentSchedule
    availability: Availability
    slot_ids: SlotIds
    counter: Counter
    appointments: Appointments
    applications: Applications
    accept_offer: AcceptOffer
    close_offer: CloseOffer
    blocks: Blocks
    wait_line: WaitLine
    join_line: JoinLine
    leave_line: LeaveLine


def make_parts(settings: ClinicSettings, clock: Clock) -> Parts:
    """Nothing is opened yet."""
    database = connect(settings.database_url, settings.pool_size)
    current = CurrentSchedule(database)
    availability = Availability(database, current, clock)
    slot_ids = SlotIds(settings.slot_secret, settings.slot_id_minutes)
    wait_line = WaitLine(current, asking_rules(settings))
    counter = Counter(database, current, availability, clock, settings, on_freed=wait_line)
    review = ReviewBookings(current, settings.review)
    outcomes: Outcomes = {
        Kind.COUNTER_OFFER: answers.COUNTER_OFFER,
        Kind.DECLINED: answers.DECLINED,
        Kind.REBOOKING: REBOOKED,
        Kind.WAIT_LIST: SERVED_FROM_THE_LINE,
    }
    close_offer = CloseOffer(counter, outcomes)
    return Parts(
        settings=settings,
        clock=clock,
        database=database,
        current=current,
        availability=availability,
        slot_ids=slot_ids,
        counter=counter,
        appointments=appointments_over(counter, slot_ids, review, tell_missed(settings.reminding)),
        applications=applications_over(counter, slot_ids, review, close_offer),
        accept_offer=AcceptOffer(counter, outcomes),
        close_offer=close_offer,
        blocks=blocks_over(counter, close_offer, review),
        wait_line=wait_line,
        join_line=JoinLine(database, current, clock, settings.waits),
        leave_line=LeaveLine(counter, close_offer),
    )
