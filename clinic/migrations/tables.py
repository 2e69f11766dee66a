"""Every table of the service in one metadata: what the migrations must arrive at."""

from clinic.applications import tables as applications
from clinic.appointments import tables as appointments
from clinic.call_requests import tables as call_requests
from clinic.deliveries import tables as deliveries
from clinic.offers import tables as offers
from clinic.people import tables as people
from clinic.platform import outbox, token_table
from clinic.platform.database import metadata
from clinic.schedule import tables as schedule
from clinic.waits import tables as waits

MODULES = (
    applications,
    appointments,
    call_requests,
    deliveries,
    offers,
    outbox,
    people,
    schedule,
    token_table,
    waits,
)
METADATA = metadata
