"""Addresses on the net: e-mails, accounts, links."""

import re
from collections.abc import Iterator

from agent.privacy.kinds import Found

_DOT = r"(?:\.|\s+(?:точка|dot)\s+)"
_EMAIL = re.compile(
    rf"[\w.+%-]+(?:\s*@\s*|\s+(?:собака|собачка|at)\s+)[\w-]+(?:{_DOT}[\w-]+)*{_DOT}[^\W\d_]{{2,}}", re.IGNORECASE
)
_ACCOUNT = re.compile(r"(?<![\w.])@\w{3,}|\btg://\S+", re.IGNORECASE)
_LINK = re.compile(
    r"(?:\b[a-z][a-z0-9+.-]*://|\bwww\.)\S+"
    r"|\b(?:[a-z0-9-]+\.)+(?:com|org|net|ru|рф|su|me|io|info|app|link|gg|ly|co|uk|de|by|kz|ua)\b(?:/\S*)?",
    re.IGNORECASE,
)


def handles(text: str) -> Iterator[Found]:
    """Spoken e-mails ('ivan собака mail точка ru') are read, too."""
    for found in _EMAIL.finditer(text):
        yield Found(found.start(), found.end(), "EMAIL")
    for found in _LINK.finditer(text):
        yield Found(found.start(), found.end(), "LINK")
    for found in _ACCOUNT.finditer(text):
        yield Found(found.start(), found.end(), "ACCOUNT")
