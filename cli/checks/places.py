"""Addresses of other servers, and whether something listens there."""

import socket
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from cli.checks.asking import ANSWER_SECONDS
from cli.running import Failed

NOT_YET = "not used by this version yet"


@dataclass(frozen=True, slots=True)
class Place:
    variable: str
    """The setting it comes from."""
    scheme: str
    host: str
    port: int
    user: str
    password: str

    def __str__(self) -> str:
        return f"{self.host}:{self.port}"

    def connect(self) -> socket.socket:
        """Raises Failed if nobody listens there."""
        try:
            return socket.create_connection((self.host, self.port), ANSWER_SECONDS)
        except OSError as error:
            why = error.strerror or type(error).__name__
            raise Failed(f"{self} cannot be reached ({why}): is it up, is {self.variable} right?") from None


def place(url: str, variable: str, port: int) -> Place:
    """Of `scheme://user:password@host:port/…`; `port`: if it names none. Raises Failed if it is no such address."""
    try:
        parsed = urlsplit(url)
        host, named = parsed.hostname, parsed.port
    except ValueError:
        host, named = None, None
    if not host:
        raise Failed(f"{variable} is no address, such as host:{port}.")
    user, password = unquote(parsed.username or ""), unquote(parsed.password or "")
    return Place(variable, parsed.scheme, host, named or port, user, password)


def places(listed: str | None, variable: str, port: int) -> list[Place]:
    """Of `host:port,host:port`."""
    return [place(f"tcp://{word.strip()}", variable, port) for word in (listed or "").split(",") if word.strip()]
