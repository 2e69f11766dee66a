"""How managers are called: the clinic writes ids down, the others want to read names."""

from bot.managers.manager import Manager
from bot.managers.rights import Rights
from bot.storage import manager_names
from bot.storage.database import Pool


class Names:
    """Those whom the clinic knows, and those who have acted here. Raises one of database.FAILURES."""

    def __init__(self, pool: Pool, rights: Rights) -> None:
        self._pool = pool
        self._rights = rights
        self._seen: dict[int, str] | None = None

    async def of(self, account: str) -> str:
        """The name behind ``telegram:42``; the account itself for one who is nobody here."""
        known = await self._rights.name_of(account)
        if known is not None:
            return known
        number = account.removeprefix("telegram:")
        seen = await self._all()
        return seen.get(int(number), account) if number.isdecimal() and len(number) < 19 else account

    async def remember(self, manager: Manager) -> None:
        seen = await self._all()
        if seen.get(manager.telegram_id) != manager.name:
            await manager_names.remember(self._pool, manager.telegram_id, manager.name)
            seen[manager.telegram_id] = manager.name

    async def _all(self) -> dict[int, str]:
        if self._seen is None:
            self._seen = await manager_names.read(self._pool)
        return self._seen
