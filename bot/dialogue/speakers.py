"""Who speaks in a conversation, as far as this process knows: most accounts have no ticket, and are asked for once."""

from collections import OrderedDict

MOST = 50_000


class Speakers:
    """One process works for a bot at a time, and hears of every change: by its own hand, or by the clinic's news."""

    def __init__(self) -> None:
        self._assistant_alone: OrderedDict[str, None] = OrderedDict()
        self._news = 0

    def assistant_alone(self, account: str) -> bool:
        """False: the clinic knows better."""
        return account in self._assistant_alone

    def mark(self) -> int:
        """To be taken before the clinic is asked, and given to `nobody_else`."""
        return self._news

    def nobody_else(self, account: str, mark: int) -> None:
        """The clinic says so, unless there has been news since it was asked."""
        if mark != self._news:
            return
        self._assistant_alone[account] = None
        if len(self._assistant_alone) > MOST:
            self._assistant_alone.popitem(last=False)

    def people_may(self, account: str) -> None:
        """People have, or had, something to say: ask the clinic before the assistant speaks."""
        self._news += 1
        self._assistant_alone.pop(account, None)
