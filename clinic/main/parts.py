"""What a process of the service is made of: built once from ready settings, for the API and for the worker."""

from dataclasses import dataclass

from clinic.appointments.counter import Counter
from clinic.appointments.use_cases import Appointments, appointments_over
from clinic.offers.accept import AcceptOffer
from clinic.offers.close import CloseOffer
from clinic.offers.outcomes import Outcomes
from clinic.platform.clock import Clock
from clinic.platform.database import Database, connect
from clinic.platform.settings import ClinicSettings
from clinic.schedule.availability import Availability
from clinic.schedule.current import CurrentSchedule
from clinic.schedule.slot_id import SlotIds


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
    accept_offer: AcceptOffer
    close_offer: CloseOffer


def make_parts(settings: ClinicSettings, clock: Clock) -> Parts:
    """Nothing is opened yet."""
    database = connect(settings.database_url, settings.pool_size)
    current = CurrentSchedule(database)
    availability = Availability(database, current, clock)
    slot_ids = SlotIds(settings.slot_secret, settings.slot_id_minutes)
    counter = Counter(database, current, availability, clock, settings)
    outcomes: Outcomes = {}
    return Parts(
        settings=settings,
        clock=clock,
        database=database,
        current=current,
        availability=availability,
        slot_ids=slot_ids,
        counter=counter,
        appointments=appointments_over(counter, slot_ids),
        accept_offer=AcceptOffer(counter, outcomes),
        close_offer=CloseOffer(counter, outcomes),
    )
