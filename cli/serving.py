"""Serve an ASGI app in this process."""

import gc
import socket

import uvicorn
from fastapi import FastAPI

from cli.running import Failed


def serve_app(app: FastAPI, listening: socket.socket, name: str, graceful_seconds: int = 10) -> None:
    """Until a signal comes; then running requests have `graceful_seconds`. Raises Failed if it does not start."""
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=graceful_seconds,
        lifespan="on",
    )
    server = uvicorn.Server(config)
    # What start-up made stays for good: without it, collections of young garbage walk it again and again.
    gc.collect()
    gc.freeze()
    wrong = f"{name} did not start: its log above says why. Try frontdesk check."
    try:
        server.run(sockets=[listening])
    except Exception as error:
        raise Failed(wrong) from error
    if not server.started and not server.should_exit:
        raise Failed(wrong)
