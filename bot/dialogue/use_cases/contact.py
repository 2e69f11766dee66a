"""The phone by which the clinic reaches the account's owner. It is never logged, and no model sees it."""

from bot.dialogue.desk import Talk
from contracts.people import Contact, ContactRequest


async def keep_phone(talk: Talk, request: ContactRequest) -> Contact | None:
    """Store it; None if a number that the owner has proved stands there and this one is nobody's proof.

    Raises ConsentRequired, ClinicClientError.
    """
    if not request.verified:
        known = await talk.calls.contact()
        if known is not None and known.verified and known.phone != request.phone:
            return None
        if known is not None and known.phone == request.phone:
            return known  # typed again: it stays as proved as it was
    return await talk.calls.set_contact(request)


async def has_phone(talk: Talk) -> bool:
    """Raises ClinicClientError."""
    return await talk.calls.contact() is not None
