"""Structured logs on standard error, one event a line.

What is logged is codes, ids of rows, counts and times. Names, words, phones and tokens of people are never handed to a
logger; `FORBIDDEN` catches a slip.
"""

import logging
import sys

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

FORBIDDEN = frozenset(
    {"patient_name", "full_name", "note", "text", "phone", "email", "birth_date", "token", "account", "user_name"}
)


def _without_personal_data(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    for field in FORBIDDEN & event.keys():
        event[field] = "(left out)"
    return event


def configure(level: str = "INFO", log_format: str = "json") -> None:
    """Set up structlog for this process. `log_format` is `json` or `console`."""
    json = log_format == "json"
    renderer: Processor = structlog.processors.JSONRenderer() if json else structlog.dev.ConsoleRenderer(colors=False)
    structlog.configure(
        processors=[
            _without_personal_data,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level.upper()]),
        logger_factory=structlog.WriteLoggerFactory(sys.stderr),
        cache_logger_on_first_use=True,
    )
    # Libraries stay quiet unless something is wrong.
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr, force=True)
