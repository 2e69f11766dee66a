"""A ticket changes its status without a comment; closing is final."""

from clinic.platform.errors import Forbidden
from clinic.tickets import news, present
from clinic.tickets.domain import FOLLOWS, Status
from clinic.tickets.read import comments_of, find
from clinic.tickets.refusals import WrongTransition
from clinic.tickets.store import TicketStore
from clinic.tickets.write import By, change_ticket
from contracts.tickets import TicketDetails


class SetTicketStatus:
    """For staff; a patient may only close. A closed ticket is nobody's conversation any more.

    Raises NotFound, WrongTransition, Forbidden.
    """

    def __init__(self, store: TicketStore) -> None:
        self._store = store

    async def __call__(self, ticket_id: int, wanted: Status, by: By) -> TicketDetails:
        now, closes = self._store.clock(), wanted is Status.CLOSED
        if by.account is not None and not closes:
            raise Forbidden("A patient may close a ticket; its other states follow from what is written.")
        async with self._store.writing() as writing:
            connection = writing.connection
            ticket = await find(connection, ticket_id, by.account, lock=True)
            if wanted not in FOLLOWS[Status(ticket["status"])]:
                raise WrongTransition(Status(ticket["status"]), wanted)
            over = {"closed_at": now, "human_owned": False, "owner": ticket["owner"] or by.name} if closes else {}
            changed = await change_ticket(writing, ticket, now, status=wanted.value, **over)
            await news.happened(connection, "closed" if closes else "status_changed", changed, now)
            if closes and by.account is None:
                await news.to_patient(connection, "closed", changed, now)
            if not by.through_bot:
                await news.to_managers(connection, "changed", changed, now)
            return present.details(
                await find(connection, ticket_id, by.account), await comments_of(connection, ticket_id)
            )
