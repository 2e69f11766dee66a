"""What goes with a card: the calendar file and a pin on the map. Neither ever spoils the card."""

from base64 import b64encode

from api_client import ClinicClientError
from bot.dialogue.desk import Talk
from bot.dialogue.out import File, Place
from bot.dialogue.use_cases.directory import known_branches
from contracts.appointments import Appointment, AppointmentStatus


async def calendar_file(talk: Talk, appointment_id: int) -> bool:
    """Whether there is one, and it goes out."""
    try:
        calendar = await talk.calls.appointment_ics(appointment_id, talk.language)
    except ClinicClientError:
        return False
    name = talk.texts.say("calendar-file-name", number=str(appointment_id))
    caption = talk.texts.html("calendar-file-caption")
    talk.out.send(File(name=name, content=b64encode(calendar), caption=caption))
    return True


async def send_extras(talk: Talk, appointment: Appointment, *, pin: bool = True) -> None:
    """What the clinic does not give now is left out; the card has a button for the file."""
    if appointment.status is not AppointmentStatus.PENDING:  # nobody puts into a calendar what may be declined
        await calendar_file(talk, appointment.id)
    branch = (await known_branches(talk)).get(appointment.branch_id)
    if pin and branch is not None and branch.latitude is not None and branch.longitude is not None:
        talk.out.send(
            Place(latitude=branch.latitude, longitude=branch.longitude, title=branch.name, address=branch.address)
        )
