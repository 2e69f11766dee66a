"""Hold the slot that the patient tapped."""

from api_client import Conflict, ConsentRequired, Invalid, OfferExpired, QuotaExceeded, SlotTaken
from bot.clinic_gateway import coming_appointments
from bot.dialogue.desk import Talk
from bot.dialogue.memory import KeptHold
from bot.dialogue.use_cases.instead import Gone, gone, united
from bot.dialogue.use_cases.let_go import let_go
from bot.dialogue.use_cases.wish_for_clinic import wish_of
from contracts.appointments import Appointment, AppointmentStatus, Hold, HoldRequest
from contracts.people import PersonRequest, Relation
from contracts.schedule import Slot


async def hold_slot(talk: Talk, slot_id: str) -> Hold | Appointment | Gone:
    """The hold; or the patient's own appointment at that very time; or what is free instead,
    and what else the same proposal had.

    Another hold of the person is released first: the clinic allows one. A second tap on the same slot shows the same
    hold. Raises ConsentRequired, QuotaExceeded, and ClinicClientError when the clinic does not answer.
    """
    kept = talk.memory.hold
    if kept is not None and kept.slot_id == slot_id and kept.hold.expires_at > talk.now:
        return kept.hold
    listed = talk.memory.listed(talk.now)
    offer = talk.memory.offer(slot_id)
    outcome = await take(talk, slot_id, offer.slot if offer else None)
    if not isinstance(outcome, Gone) or outcome.why == "wrong-age":
        return outcome
    rest = [one for one in listed if one.slot.slot_id != slot_id]
    return Gone(outcome.why, talk.memory.show(united([*outcome.offers, *rest])))


async def take(talk: Talk, slot_id: str, lost: Slot | None) -> Hold | Appointment | Gone:
    """As `hold_slot`, for a slot of which `lost` tells the time, if that is known."""
    if talk.memory.hold is not None:
        await let_go(talk, talk.memory.hold.hold.hold_id)
    try:
        hold = await hold_anew(talk, HoldRequest(slot_id=slot_id, client_id=await person(talk)))
    except SlotTaken as refusal:
        return await own_at(talk, lost) or await gone(talk, "taken", refusal.nearest, lost)
    except ConsentRequired:
        raise
    except OfferExpired:
        return await gone(talk, "offer-expired", (), lost)
    except (Invalid, Conflict) as refusal:
        if refusal.code == "unknown_person":
            talk.memory.client_id = None  # erased since: the next tap registers the person again
        if refusal.code == "wrong_age":
            return Gone("wrong-age", ())  # nothing else of that doctor would do either
        return await gone(talk, "not-bookable", refusal.nearest, lost)
    talk.memory.hold = KeptHold(slot_id=slot_id, hold=hold, wish=wish_of(talk, hold, slot_id))
    return hold


async def own_at(talk: Talk, lost: Slot | None) -> Appointment | None:
    """The account's own appointment at that time: who taps a slot again after booking it has taken it from nobody."""
    if lost is None:
        return None
    mine = await coming_appointments(talk.calls, talk.now)
    wanted = (lost.doctor_id, lost.start_time)
    return next((one for one in mine if (one.doctor_id, one.start_time) == wanted), None)


async def person(talk: Talk) -> int:
    """The account's owner as a person of the clinic; asking again makes no second one."""
    if talk.memory.client_id is None:
        talk.memory.client_id = (await talk.calls.add_person(PersonRequest(relation=Relation.SELF))).client_id
    return talk.memory.client_id


async def hold_anew(talk: Talk, request: HoldRequest) -> Hold:
    """Holds that we do not remember are released for it: the answer to one was lost, or this process began anew."""
    try:
        return await talk.calls.hold(request)
    except QuotaExceeded as refusal:
        if refusal.details.get("limit") != "active_holds_per_person" or not await release_forgotten(
            talk, request.client_id
        ):
            raise
    except SlotTaken:
        if not await release_forgotten(talk, request.client_id):  # it may be ours that stands in the way
            raise
    return await talk.calls.hold(request)


async def release_forgotten(talk: Talk, client_id: int) -> bool:
    """Give back what the person still holds; whether there was anything. Raises ClinicClientError."""
    page = await talk.calls.appointments(client_id=client_id, status=AppointmentStatus.HELD)
    released = [await let_go(talk, one.id) for one in page.appointments if one.status is AppointmentStatus.HELD]
    return any(released)
