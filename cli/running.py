"""What every command needs around it: one-line errors, a database, and an end that leaves nothing behind."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cli.environment import Environment

ONLY_ENVIRONMENT = "FRONTDESK_ONLY_ENVIRONMENT"
"""Set by a process that has put together all settings of ours: `.env` is not read then."""


class Failed(Exception):
    """The command cannot go on: one clear line for the person who called it."""


def stop_like_ctrl_c() -> None:
    """Let SIGTERM and SIGHUP end the process as Ctrl-C does, through every `finally` on the way out."""

    def leave(number: int, _: FrameType | None) -> None:
        sys.exit(128 + number)

    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):  # Windows has no SIGHUP
            signal.signal(getattr(signal, name), leave)


@contextmanager
def database(environment: "Environment") -> Iterator[str]:
    """The address of the configured database, or of the embedded one, which runs while this is open."""
    if environment.database_url:
        yield environment.database_url
        return
    from cli.embedded import embedded_postgres

    with embedded_postgres(environment.folder) as url:
        yield url


def stop_its_database() -> None:
    """Of a process that was killed before it could: the embedded server, unless somebody still uses it."""
    from cli.embedded import stop_left_over

    with suppress(Failed):
        stop_left_over(read_environment().folder)


def read_environment() -> "Environment":
    """Raises Failed with the names of what cannot be used; values are not repeated, they may be secrets."""
    from pydantic import ValidationError

    from cli.environment import Environment

    try:
        return Environment(_env_file=None) if os.environ.get(ONLY_ENVIRONMENT) else Environment()
    except ValidationError as error:
        wrong = "; ".join(
            f"{str(e['loc'][0]).upper()}: {e['msg'].removeprefix('Value error, ')}" for e in error.errors()
        )
        # Without the cause: pydantic repeats values, and a traceback shows causes.
        raise Failed(f"The environment cannot be used: {wrong}") from None
    except UnicodeDecodeError as error:
        raise Failed(".env is not UTF-8 text.") from error
