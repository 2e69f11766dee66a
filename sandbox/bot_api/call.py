"""One call of a method, as its handler gets it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sandbox.bot_api.arguments import Arguments
from sandbox.world.people import Bot
from sandbox.world.world import World

if TYPE_CHECKING:
    from sandbox.bot_api.server import BotApi


@dataclass(frozen=True, slots=True)
class Call:
    api: "BotApi"
    bot: Bot
    method: str
    """In lower case."""
    arguments: Arguments

    @property
    def world(self) -> World:
        return self.api.world
