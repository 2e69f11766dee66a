"""Who has the conversation: people, or the assistant."""

from clinic.tickets import news, present
from clinic.tickets.domain import Status
from clinic.tickets.read import comments_of, find
from clinic.tickets.refusals import TakenByOther, WrongTransition
from clinic.tickets.store import TicketStore
from clinic.tickets.write import By, change_ticket
from contracts.tickets import TicketDetails


class TakeTicket:
    """For staff, by name. Taking it again changes nothing. Raises NotFound, WrongTransition, TakenByOther."""

    def __init__(self, store: TicketStore) -> None:
        self._store = store

    async def __call__(self, ticket_id: int, name: str, by: By) -> TicketDetails:
        now = self._store.clock()
        async with self._store.writing() as writing:
            connection = writing.connection
            ticket = await find(connection, ticket_id, None, lock=True)
            if ticket["status"] == Status.CLOSED:
                raise WrongTransition(Status.CLOSED, "taken")
            if ticket["human_owned"] and ticket["owner"] not in (None, name):
                raise TakenByOther(ticket["owner"])
            if not (ticket["human_owned"] and ticket["owner"] == name):
                changed = await change_ticket(writing, ticket, now, owner=name, human_owned=True)
                await news.happened(connection, "taken", changed, now)
                if not ticket["human_owned"]:
                    await news.to_patient(connection, "taken", changed, now)
                if not by.through_bot:
                    await news.to_managers(connection, "changed", changed, now)
            return present.details(await find(connection, ticket_id, None), await comments_of(connection, ticket_id))


class GiveBackTicket:
    """For staff, and for the patient who wants the assistant back. The ticket stays as it is otherwise.

    Giving back what the assistant has changes nothing. Raises NotFound, WrongTransition.
    """

    def __init__(self, store: TicketStore) -> None:
        self._store = store

    async def __call__(self, ticket_id: int, by: By) -> TicketDetails:
        now = self._store.clock()
        async with self._store.writing() as writing:
            connection = writing.connection
            ticket = await find(connection, ticket_id, by.account, lock=True)
            if ticket["status"] == Status.CLOSED:
                raise WrongTransition(Status.CLOSED, "given back")
            if ticket["human_owned"]:
                changed = await change_ticket(writing, ticket, now, owner=None, human_owned=False)
                await news.happened(connection, "given_back", changed, now)
                if by.account is None:
                    await news.to_patient(connection, "given_back", changed, now)
                if not by.through_bot:
                    await news.to_managers(connection, "changed", changed, now)
            return present.details(
                await find(connection, ticket_id, by.account), await comments_of(connection, ticket_id)
            )
