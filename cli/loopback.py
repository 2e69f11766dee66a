"""Ports of processes on this machine: taken, free, and whether one answers; no proxy, whatever the environment says."""

import os
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


def listen(host: str, port: int) -> socket.socket:
    """Take a port, before anything slow begins. Raises Failed if somebody else has it."""
    try:
        return socket.create_server((host, port), backlog=2048)
    except OSError as error:
        why = os.strerror(error.errno) if error.errno else type(error).__name__
        raise Failed(f"Cannot listen on {host}:{port}: {why}. Choose another --port.") from error


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
