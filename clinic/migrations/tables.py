"""Every table of the service in one metadata: what the migrations must arrive at."""

from clinic.appointments import tables as appointments
from clinic.call_requests import tables as call_requests
from clinic.deliveries import tables as deliveries
from clinic.people import tables as people
from clinic.platform import outbox, token_table
from clinic.platform.database import metadata
from clinic.schedule import tables as schedule

MODULES = (appointments, call_requests, deliveries, outbox, people, schedule, token_table)
METADATA = metadata
