"""A whole clinic's front desk to try, on embedded defaults: nothing but this machine is needed."""

import signal
import time
from contextlib import ExitStack
from typing import Literal

from cli.demo.database import WatchedDatabase
from cli.demo.folder import demo_folder, empty, keep_one_older
from cli.demo.kept_running import KeptRunning
from cli.demo.parts import DemoPlaces, demo_parts
from cli.demo.say import say, say_part
from cli.demo.supervisor import Supervisor
from cli.demo.welcome import welcome
from cli.embedded import embedded_postgres
from cli.loopback import HOST, answers_ok, free_port, listen
from cli.running import read_environment

DEMO = "demo"
LOOK_SECONDS = 0.1
ANSWER_SECONDS = 1.0


def demo(port: int, lang: Literal["ru", "en"], *, fresh: bool) -> None:
    """Until a signal comes; then nothing of it is left. Raises Failed if a part cannot be kept running."""
    began = time.monotonic()
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background job is born without it
    environment = read_environment()
    with ExitStack() as stack:
        folder, locks = stack.enter_context(demo_folder(environment.folder / DEMO))
        listen(HOST, port).close()  # after waiting for parts of a killed demo, before anything is thrown away
        if fresh:
            empty(folder)
        keep_one_older(folder / "logs")
        say(f"Starting the demo in {folder} …")
        places = DemoPlaces(
            folder, telegram_port=port, api_port=free_port(), bot_port=free_port(), worker_port=free_port()
        )
        orders = demo_parts(environment, places, lang)
        supervisor = Supervisor(
            [[KeptRunning(part, folder / "logs", locks, say_part) for part in parts] for parts in orders]
        )
        stack.callback(supervisor.stop)
        supervisor.look()  # the parts load their libraries while the database starts
        stack.enter_context(embedded_postgres(folder))
        stack.callback(supervisor.stop)  # before the database
        stack.callback(say, "Stopping …")
        say_part("database", f"ready after {time.monotonic() - began:.1f} s")
        database = WatchedDatabase(folder, say_part)
        welcomed = False
        while True:
            supervisor.look()
            database.look()
            if not welcomed and supervisor.ready and answers_ok(f"{places.telegram_url}/readyz", ANSWER_SECONDS):
                welcomed = True
                say(welcome(environment, places, time.monotonic() - began))
            time.sleep(LOOK_SECONDS)
