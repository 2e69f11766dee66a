"""`frontdesk understand`: JSON lines in, JSON lines out, offline."""

import json
from collections.abc import Callable
from datetime import datetime
from typing import Any, Literal, TextIO

from understanding import complaints, dates, redflags

Answer = dict[str, object]
Lang = Literal["ru", "en"]


class BadLine(ValueError):
    """A line that the protocol does not allow; the message says what is wrong."""


def run(kind: str, lines: TextIO, out: TextIO) -> None:
    """Answer each line of `lines` with one line of `out`, at once; `kind`: dates, complaints or redflags.

    A bad line is answered with its id, if it has one, and an `error`; blank lines are skipped. Raises ValueError for
    another kind, before anything is read.
    """
    if kind not in _ANSWERS:
        raise ValueError(f"unknown kind {kind!r}: one of {', '.join(_ANSWERS)}")
    for line in lines:
        if line.strip():
            out.write(json.dumps(answer(kind, line), ensure_ascii=True) + "\n")
            out.flush()


def answer(kind: str, line: str) -> Answer:
    """The answer to one line: never raises for what the line contains."""
    asked: Any = None
    try:
        asked = _parsed(line)
        return {"id": asked.get("id"), **_ANSWERS[kind](asked)}
    except BadLine as error:
        return {"id": asked.get("id") if isinstance(asked, dict) else None, "error": str(error)}


def _parsed(line: str) -> dict[str, Any]:
    try:
        asked = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise BadLine(f"not JSON: {error}") from error
    if not isinstance(asked, dict):
        raise BadLine("not a JSON object")
    return asked


def _text(asked: dict[str, Any]) -> str:
    text = asked.get("text")
    if not isinstance(text, str):
        raise BadLine("'text' must be a string")
    return text


def _lang(asked: dict[str, Any]) -> Lang:
    lang = asked.get("lang", "ru")
    if lang == "ru":
        return "ru"
    if lang == "en":
        return "en"
    raise BadLine("'lang' must be 'ru' or 'en'")


def _reference(asked: dict[str, Any]) -> datetime:
    """The patient's now; without an offset nobody knows when that is."""
    written = asked.get("reference")
    try:
        reference = datetime.fromisoformat(written) if isinstance(written, str) else None
    except ValueError as error:
        raise BadLine(f"'reference' is not an ISO date-time: {error}") from error
    if reference is None or reference.utcoffset() is None:
        raise BadLine("'reference' must be an ISO date-time with an offset")
    return reference


def _dates(asked: dict[str, Any]) -> Answer:
    text, lang, reference = _text(asked), _lang(asked), _reference(asked)
    try:
        return dates.to_wire(dates.parse(text, lang, reference))
    except ValueError as error:
        raise BadLine(str(error)) from error


def _complaints(asked: dict[str, Any]) -> Answer:
    return {"specialties": list(complaints.rank(_text(asked), _lang(asked)))}


def _redflags(asked: dict[str, Any]) -> Answer:
    return {"emergency": redflags.check(_text(asked), _lang(asked)) is not None}


_ANSWERS: dict[str, Callable[[dict[str, Any]], Answer]] = {
    "dates": _dates,
    "complaints": _complaints,
    "redflags": _redflags,
}
