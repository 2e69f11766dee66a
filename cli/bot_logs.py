"""The bot's logs: its rooms use Python's own logging; its lines look as those of the API do."""

import logging
import traceback

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

from clinic.platform import logs

OURS = ("bot", "agent", "api_client")
"""Whose news are worth LOG_LEVEL; libraries stay quiet unless something is wrong."""


def configure(level: str, log_format: str) -> None:
    """`log_format` is `json` or `console`. Of an exception its type and place are told: its text may be a patient's."""
    logs.configure(level, log_format)
    json = log_format == "json"
    renderer: Processor = structlog.processors.JSONRenderer() if json else structlog.dev.ConsoleRenderer(colors=False)
    formatter = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=[
            structlog.stdlib.add_logger_name,
            structlog.stdlib.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
        ],
        processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, _exception_in_short, renderer],
    )
    for handler in logging.getLogger().handlers:
        handler.setFormatter(formatter)
    for name in OURS:
        logging.getLogger(name).setLevel(level)


def _exception_in_short(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    happened = event.pop("exc_info", None)
    if isinstance(happened, tuple) and happened[0] is not None:
        event["exception"] = happened[0].__name__
        for frame in traceback.extract_tb(happened[2])[-1:]:
            event["raised_at"] = f"{frame.filename}:{frame.lineno}"
    return event
