"""One browser tab: who sits at it, in which language and zone."""

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

from sandbox.page.notices import Notices
from sandbox.page.settings import PageSettings
from sandbox.page.words import Words
from sandbox.world import NotPossible, User, World

Result = TypeVar("Result")


class Tab:
    """What all parts of the page share. `redraw` asks for a look at what has changed, soon."""

    def __init__(
        self,
        world: World,
        settings: PageSettings,
        seat: User,
        words: Words,
        zone: ZoneInfo,
        redraw: Callable[[], None],
    ) -> None:
        self.world, self.settings, self.seat = world, settings, seat
        self.words, self.zone, self.redraw = words, zone, redraw
        self.notices = Notices(words)

    def now(self) -> datetime:
        return self.world.clock()

    def attempt(self, act: Callable[[], Result]) -> Result | None:
        """Do it; what the app would not offer becomes a passing note, and None."""
        try:
            return act()
        except NotPossible:
            self.notices.toast(self.words("not-possible"))
            return None
