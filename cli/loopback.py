"""Processes of ours on this machine: their ports, and whether they answer. No proxy, whatever the environment says."""

import socket
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException
from urllib.parse import urlsplit

from cli.running import Failed

HOST = "127.0.0.1"


def free_port() -> int:
    """A port that was free a moment ago."""
    with socket.create_server((HOST, 0)) as probe:
        return int(probe.getsockname()[1])


def check_free(port: int) -> None:
    """Raises Failed if somebody listens there."""
    try:
        socket.create_server((HOST, port)).close()
    except OSError as error:
        raise Failed(f"Cannot listen on {HOST}:{port}: {error.strerror}. Choose another --port.") from error


def answers_ok(url: str, seconds: float) -> bool:
    """Whether a GET is answered with 200 within that time."""
    asked = urlsplit(url)
    connection = HTTPConnection(asked.hostname or HOST, asked.port, timeout=seconds)
    try:
        connection.request("GET", asked.path)
        return connection.getresponse().status == HTTPStatus.OK
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()
