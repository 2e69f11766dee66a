"""The Bot API over a `World`, without HTTP: calls in, results out."""

import inspect
from datetime import timedelta
from typing import Any

from sandbox.bot_api import refusals
from sandbox.bot_api.arguments import Arguments
from sandbox.bot_api.call import Call
from sandbox.bot_api.faults import Fault, Faults, Trouble
from sandbox.bot_api.flood import Flood, FloodLimits
from sandbox.bot_api.inbox import Inbox, first_update_id
from sandbox.bot_api.journal import Journal
from sandbox.bot_api.methods import METHODS
from sandbox.bot_api.refused import Refusal, Refused
from sandbox.bot_api.updates import Updates
from sandbox.bot_api.webhooks import Webhooks
from sandbox.world.people import Bot
from sandbox.world.world import World


class Dropped(Exception):
    """The connection closes without an answer."""


class BotApi:
    """`any_webhook_port`: webhooks on this machine may be plain HTTP, as with the real server's --local.
    `query_lifetime`: how long a tap can be answered. Pauses between tries of a webhook in seconds."""

    def __init__(
        self,
        world: World,
        limits: FloodLimits | None = None,
        *,
        any_webhook_port: bool = True,
        query_lifetime: timedelta = timedelta(seconds=60),
        first_pause: float = 1.0,
        longest_pause: float = 60.0,
    ) -> None:
        self.world = world
        self.any_webhook_port = any_webhook_port
        self.query_lifetime = query_lifetime
        self.flood = Flood(limits or FloodLimits())
        self.faults = Faults()
        self.journal = Journal()
        first = first_update_id(world.clock())
        self.inboxes = {bot_id: Inbox(first) for bot_id in world.bots}
        self.bots_by_token = {bot.token: bot for bot in world.bots.values()}
        self.webhooks = Webhooks(self.inboxes, self.perform, world.clock, first_pause, longest_pause)
        self.updates = Updates(world, self.inboxes)

    def add_bot(self, token: str, username: str, name: str, *, privacy: bool = True) -> Bot:
        """A bot made after the start."""
        number = int(token.partition(":")[0])
        self.inboxes[number] = Inbox(first_update_id(self.world.clock()))
        bot = self.world.add_bot(token, username, name, privacy=privacy)
        self.bots_by_token[token] = bot
        return bot

    def bot(self, token: str) -> Bot:
        """Raises Refused for a token that is none."""
        if (bot := self.bots_by_token.get(token)) is not None:
            return bot
        number, colon, secret = token.partition(":")
        well_formed = number.isdecimal() and not number.startswith("0") and colon and secret and len(token) <= 80
        raise Refused(refusals.unauthorized if well_formed else refusals.token_malformed)

    async def perform(self, bot: Bot, method: str, arguments: Arguments) -> Any | Refusal:
        """The result as JSON values (getUpdates: a list of Update), or why not. Raises Dropped on demand."""
        called = self.journal.write(self.world.clock(), bot.id, method, arguments.values)
        name = method.lower()
        fault = self.faults.take(name, arguments.text("chat_id")) if self.faults.waiting else None
        if fault is not None and fault.trouble is Trouble.DROP_BEFORE:
            raise Dropped
        result = (
            _refusal(fault)
            if fault and fault.trouble is Trouble.REFUSE
            else await self._carry_out(Call(self, bot, name, arguments))
        )
        if isinstance(result, Refusal):
            self.journal.answer(called, result.code, result.description)
        else:
            self.journal.answer(called, 200)
        if fault is not None and fault.trouble is Trouble.DROP_AFTER:
            raise Dropped
        return result

    async def _carry_out(self, call: Call) -> Any | Refusal:
        handler = METHODS.get(call.method)
        if handler is None:
            return refusals.method_not_found
        try:
            result = handler(call)
            return await result if inspect.isawaitable(result) else result
        except Refused as refused:
            return refused.refusal


def _refusal(fault: Fault) -> Refusal:
    seconds = fault.retry_after or (1 if fault.code == 429 else None)
    return Refusal(fault.code, fault.words(), {"retry_after": seconds} if seconds else {})
