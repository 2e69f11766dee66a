"""All methods, by their names in lower case: the real server does not mind the case either."""

from collections.abc import Awaitable, Callable
from typing import Any

from sandbox.bot_api.call import Call
from sandbox.bot_api.methods import (
    callbacks,
    chats,
    commands,
    copying,
    deleting,
    descriptions,
    editing,
    files,
    media,
    own,
    pins,
    sending,
    topics,
    updates,
)

Handler = Callable[[Call], Any | Awaitable[Any]]
"""Answers with the result as JSON values; raises Refused."""

METHODS: dict[str, Handler] = {
    **own.METHODS,
    **updates.METHODS,
    **sending.METHODS,
    **media.METHODS,
    **editing.METHODS,
    **deleting.METHODS,
    **copying.METHODS,
    **callbacks.METHODS,
    **chats.METHODS,
    **pins.METHODS,
    **files.METHODS,
    **commands.METHODS,
    **descriptions.METHODS,
    **topics.METHODS,
}
