"""Telegram's limits on how much a bot may say."""

import math
from dataclasses import dataclass
from datetime import datetime

from pydantic import BaseModel, Field

from sandbox.bot_api import refusals
from sandbox.bot_api.refused import Refused
from sandbox.world.chat import Chat


class FloodLimits(BaseModel):
    """What the manual promises: about 30 messages a second in all, one a second in a chat with short bursts, 20 a
    minute in a group."""

    enabled: bool = True
    overall_per_second: float = Field(default=30, gt=0)
    chat_per_second: float = Field(default=1, gt=0)
    chat_burst: int = Field(default=5, ge=1)
    group_per_minute: float = Field(default=20, gt=0)


@dataclass(slots=True)
class _Bucket:
    level: float
    at: float
    """Unix seconds."""


class Flood:
    """Token buckets; the calls that are refused take nothing out of them."""

    def __init__(self, limits: FloodLimits) -> None:
        self.limits = limits
        self._buckets: dict[tuple[int, int], _Bucket] = {}
        """By bot's and chat's id, 0 for all chats."""

    def count(self, bot_id: int, chat: Chat, now: datetime) -> None:
        """Count a message to the chat. Raises Refused with the seconds to wait."""
        if not self.limits.enabled:
            return
        at = now.timestamp()
        overall = self._bucket((bot_id, 0), self.limits.overall_per_second, self.limits.overall_per_second, at)
        rate, size = self._of_chat(chat)
        own = self._bucket((bot_id, chat.id), rate, size, at)
        wait = max((1 - overall.level) / self.limits.overall_per_second, (1 - own.level) / rate)
        if wait > 1e-9:
            raise Refused(refusals.too_many_requests(max(1, math.ceil(wait))))
        overall.level -= 1
        own.level -= 1

    def reset(self) -> None:
        self._buckets.clear()

    def _of_chat(self, chat: Chat) -> tuple[float, float]:
        """Messages a second and how many at once."""
        if chat.is_private:
            return self.limits.chat_per_second, self.limits.chat_burst
        return self.limits.group_per_minute / 60, self.limits.group_per_minute

    def _bucket(self, key: tuple[int, int], rate: float, size: float, at: float) -> _Bucket:
        bucket = self._buckets.get(key)
        if bucket is None:
            bucket = self._buckets[key] = _Bucket(size, at)
        bucket.level = min(size, bucket.level + max(0.0, at - bucket.at) * rate)
        bucket.at = at
        return bucket
