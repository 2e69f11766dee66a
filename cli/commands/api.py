"""Serve the appointments API in this process."""

import asyncio
import gc
import os
import socket
import threading

import uvicorn

from cli.commands import PARENT_PIPE
from cli.environment import Environment
from cli.on_database import failures_in_words, reachable
from cli.running import Failed, database, read_environment
from cli.settings import clinic_settings
from clinic.main.app import create_app
from clinic.migrations import runner
from clinic.platform import logs


def serve(host: str, port: int) -> None:
    environment = read_environment()
    logs.configure(environment.log_level, environment.log_format)
    try:
        listening = socket.create_server((host, port), backlog=2048)
    except OSError as error:
        raise Failed(f"Cannot listen on {host}:{port}: {error.strerror}. Choose another --port.") from error
    with listening, database(environment) as url, failures_in_words(url):
        if environment.database_url:
            asyncio.run(reachable(url))  # said in one line here, in a long traceback by the server
        else:
            asyncio.run(runner.upgrade(url))  # nobody else looks after the embedded one
        _run(environment, url, listening)


def _run(environment: Environment, url: str, listening: socket.socket) -> None:
    app = create_app(clinic_settings(environment, url))
    config = uvicorn.Config(
        app, log_level="warning", access_log=False, server_header=False, timeout_graceful_shutdown=10, lifespan="on"
    )
    server = uvicorn.Server(config)
    # What start-up made stays for good: without it, collections of young garbage walk it again and again.
    gc.collect()
    gc.freeze()
    if os.environ.get(PARENT_PIPE):
        threading.Thread(target=_leave_with_parent, args=(server,), daemon=True).start()
    try:
        server.run(sockets=[listening])
    finally:
        if not server.started and not server.should_exit:
            raise Failed("The API did not start: its log above says why. Try frontdesk check.")


def _leave_with_parent(server: uvicorn.Server) -> None:
    while os.read(0, 1024):
        pass
    server.should_exit = True
