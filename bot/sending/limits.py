"""Telegram's limits as token buckets: how long until one more message may go."""

from collections import OrderedDict
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict, Field

CHATS_REMEMBERED = 10_000


class SendLimits(BaseModel):
    """What Telegram's manual says: about 30 messages a second, one a second in a chat, 20 a minute in a group."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    overall_per_second: float = Field(default=29, gt=0)
    chat_per_second: float = Field(default=1, gt=0)
    chat_burst: int = Field(default=4, ge=1)
    """So many at once after a silence: an answer does not wait."""
    group_per_minute: float = Field(default=20, gt=0)
    group_burst: int = Field(default=4, ge=1)
    at_once: int = Field(default=48, ge=1)
    """Calls that wait for Telegram's answer side by side."""


@dataclass(slots=True)
class Bucket:
    """`level` messages may go at once; `rate` more come in a second, up to `size`."""

    rate: float
    size: float
    level: float
    at: float

    def wait(self, now: float) -> float:
        """Seconds until one may go; 0: now."""
        self.level = min(self.size, self.level + (now - self.at) * self.rate)
        self.at = now
        return 0.0 if self.level >= 1 else (1 - self.level) / self.rate

    def take(self) -> None:
        self.level -= 1


class Limits:
    """All buckets of one bot; times are a monotonic clock's seconds."""

    def __init__(self, limits: SendLimits, now: float) -> None:
        self._limits = limits
        self._overall = Bucket(limits.overall_per_second, max(1.0, limits.overall_per_second), 1.0, now)
        self._overall.level = self._overall.size
        self._chats: OrderedDict[int, Bucket] = OrderedDict()

    def overall(self, now: float) -> float:
        """Seconds until any chat may be sent to."""
        return self._overall.wait(now)

    def chat(self, chat_id: int, now: float) -> float:
        """Seconds until this chat may be sent to."""
        return self._bucket(chat_id, now).wait(now)

    def take(self, chat_id: int, now: float) -> None:
        self._overall.take()
        self._bucket(chat_id, now).take()

    def _bucket(self, chat_id: int, now: float) -> Bucket:
        bucket = self._chats.get(chat_id)
        if bucket is not None:
            self._chats.move_to_end(chat_id)
            return bucket
        known = self._limits
        # A full bucket and what flows in make a minute's messages together.
        rate = known.chat_per_second if chat_id > 0 else max(1.0, known.group_per_minute - known.group_burst) / 60
        size = float(known.chat_burst if chat_id > 0 else known.group_burst)
        bucket = self._chats[chat_id] = Bucket(rate, size, size, now)
        if len(self._chats) > CHATS_REMEMBERED:
            self._chats.popitem(last=False)
        return bucket
