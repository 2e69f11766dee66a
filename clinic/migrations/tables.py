"""Every table of the service in one metadata: what the migrations must arrive at."""

from clinic.applications import tables as applications
from clinic.appointments import tables as appointments
from clinic.blocks import tables as blocks
from clinic.call_requests import tables as call_requests
from clinic.call_tasks import tables as call_tasks
from clinic.deliveries import tables as deliveries
from clinic.managers import tables as managers
from clinic.offers import tables as offers
from clinic.people import tables as people
from clinic.platform import outbox, token_table
from clinic.platform.database import metadata
from clinic.reminders import tables as reminders
from clinic.schedule import tables as schedule
from clinic.tickets import tables as tickets
from clinic.waits import tables as waits

MODULES = (
    applications,
    appointments,
    blocks,
    call_requests,
    call_tasks,
    deliveries,
    managers,
    offers,
    outbox,
    people,
    reminders,
    schedule,
    tickets,
    token_table,
    waits,
)
METADATA = metadata
