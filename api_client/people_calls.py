"""Calls about the people of an account and its consent. They need a view made by `on_behalf_of`."""

from api_client.errors import NotFound
from api_client.sender import Sender
from contracts.people import Consent, ConsentRequest, People, Person, PersonRequest


class PeopleCalls:
    """Part of the client; see `api_client.client`."""

    def __init__(self, sender: Sender) -> None:
        self._send = sender

    async def people(self) -> tuple[Person, ...]:
        """The people for whom the account books."""
        return (await self._send.get("people", People)).people

    async def add_person(self, request: PersonRequest) -> Person:
        """Raises ConsentRequired, Conflict, Invalid. Never repeated by itself."""
        return await self._send.post("people", Person, request)

    async def give_consent(self, request: ConsentRequest) -> Consent:
        """Record that the account's owner agreed to a text."""
        return await self._send.post("consents", Consent, request)

    async def current_consent(self) -> Consent | None:
        """The latest consent of the account, None if there is none."""
        try:
            return await self._send.get("consents/current", Consent)
        except NotFound:
            return None
