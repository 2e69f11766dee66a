"""Calls about the people of an account, its consent and its phone. They need a view made by `on_behalf_of`."""

from api_client.errors import NotFound
from api_client.sender import Sender
from contracts.people import (
    Consent,
    ConsentRequest,
    Contact,
    ContactRequest,
    People,
    Person,
    PersonChange,
    PersonRequest,
)


class PeopleCalls:
    """Part of the client; see `api_client.client`."""

    def __init__(self, sender: Sender) -> None:
        self._send = sender

    async def people(self) -> tuple[Person, ...]:
        """The people for whom the account books."""
        return (await self._send.get("people", People)).people

    async def add_person(self, request: PersonRequest) -> Person:
        """The same relation, name and birth date again is the person who is there already: no twins after a crash.

        Raises ConsentRequired, QuotaExceeded, Invalid.
        """
        return await self._send.settle("POST", "people", Person, request)

    async def change_person(self, client_id: int, request: PersonChange) -> Person:
        """Correct a name or a birth date. Raises NotFound, Invalid."""
        return await self._send.settle("PATCH", f"people/{client_id}", Person, request)

    async def set_contact(self, request: ContactRequest) -> Contact:
        """Keep the account's phone. Raises ConsentRequired.

        What is no phone is refused when the request is made: pydantic's ValidationError, a ValueError.
        """
        return await self._send.settle("PUT", "contact", Contact, request)

    async def contact(self) -> Contact | None:
        """The account's phone, None if there is none."""
        try:
            return await self._send.get("contact", Contact)
        except NotFound:
            return None

    async def give_consent(self, request: ConsentRequest) -> Consent:
        """Record that the account's owner agreed to a text."""
        return await self._send.post("consents", Consent, request)

    async def current_consent(self) -> Consent | None:
        """The latest consent of the account, None if there is none."""
        try:
            return await self._send.get("consents/current", Consent)
        except NotFound:
            return None
