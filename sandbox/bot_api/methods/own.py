"""getMe and the like."""

from typing import Any

from sandbox.bot_api.call import Call
from sandbox.bot_api.shapes.people import me_shape


def get_me(call: Call) -> Any:
    return me_shape(call.bot)


def log_out(_: Call) -> Any:
    """The real server would let nobody log in again for ten minutes; here nothing changes."""
    return True


METHODS = {"getme": get_me, "logout": log_out, "close": log_out}
