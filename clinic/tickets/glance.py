"""Look at tickets: from the cache where it knows, from the database otherwise."""

from clinic.platform.errors import NotFound
from clinic.tickets import present
from clinic.tickets.read import comments_of, find, find_page
from clinic.tickets.store import PAGES, TicketStore, group_of
from contracts.tickets import TicketDetails, TicketPage, TicketStatus


class SeeTicket:
    """For staff (`account` is None) and for the account that it belongs to. Raises NotFound."""

    def __init__(self, store: TicketStore) -> None:
        self._store = store

    async def __call__(self, ticket_id: int, account: str | None, version: int = 1) -> TicketDetails:
        """`version`: an older answer will not do. Whoever heard of a change from another process names it."""
        cache = self._store.cache
        kept = await cache.get(group_of(ticket_id), "details")
        if kept is not None:
            found = TicketDetails.model_validate_json(kept)
            if found.version >= version:
                return _seen_by(found, account)
        mark = await cache.mark()
        async with self._store.database.snapshot() as connection:
            row = await find(connection, ticket_id, None)
            found = present.details(row, await comments_of(connection, ticket_id))
        await cache.keep(group_of(ticket_id), "details", found.model_dump_json(), mark)
        return _seen_by(found, account)


class ListTickets:
    """All of them for staff, the account's own for a patient: the newest change first."""

    def __init__(self, store: TicketStore) -> None:
        self._store = store

    async def __call__(
        self,
        account: str | None,
        page: int,
        size: int,
        status: TicketStatus | None,
        branch_id: int | None,
        human_owned: bool | None,
    ) -> TicketPage:
        """Who has a conversation decides who speaks in it: that is never answered from the cache."""
        key = repr((account, page, size, status, branch_id))
        cache, fresh = self._store.cache, human_owned is not None
        kept = None if fresh else await cache.get(PAGES, key)
        if kept is not None:
            return TicketPage.model_validate_json(kept)
        mark = await cache.mark()
        async with self._store.database.snapshot() as connection:
            rows, total = await find_page(
                connection, account, page, size, status=status, branch_id=branch_id, human_owned=human_owned
            )
        found = TicketPage(tickets=tuple(map(present.ticket, rows)), page=page, size=size, total=total)
        if not fresh:
            await cache.keep(PAGES, key, found.model_dump_json(), mark)
        return found


def _seen_by(found: TicketDetails, account: str | None) -> TicketDetails:
    if account not in (None, found.account):
        raise NotFound("ticket")
    return found
