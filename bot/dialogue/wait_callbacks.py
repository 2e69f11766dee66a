"""The buttons of the wait-list: each carries what is waited for, so it works after a restart, too."""

from datetime import date

from aiogram.filters.callback_data import CallbackData

from bot.dialogue.wait_wish import ANY_HOUR, DAY, WaitWish
from bot.dialogue.where import At, Number36, Where


class WaitFor(CallbackData, prefix="wf"):
    at: At
    """With whom and where; `day` is the first."""
    last: Number36 = 0
    """The last day's ordinal; 0: as far as the wait-list reaches."""
    hours: Number36 = 0
    """Minutes of the day, from and to in one number; 0: any."""

    @classmethod
    def of(cls, wish: WaitWish) -> "WaitFor":
        start, end = wish.hours
        return cls(
            at=Where(wish.specialty, wish.doctor_id, wish.branch_id, wish.first_day),
            last=wish.last_day.toordinal() if wish.last_day else 0,
            hours=0 if wish.hours == ANY_HOUR else start * (DAY + 1) + end,
        )

    @property
    def wish(self) -> WaitWish:
        """Raises ValueError for days that are none."""
        start, end = divmod(self.hours, DAY + 1)
        return WaitWish(
            self.at.specialty,
            self.at.doctor_id,
            self.at.branch_id,
            self.at.day,
            date.fromordinal(self.last) if self.last else None,
            (start, end) if self.hours else ANY_HOUR,
        )


class LeaveWait(CallbackData, prefix="wl"):
    wait: Number36
