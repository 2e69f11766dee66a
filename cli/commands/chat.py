"""The whole front desk in one terminal: database, API process, agent and dialogue, all real."""

import asyncio
import getpass
import logging
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from typing import Literal

from cli.child import child, wait_until_ready
from cli.environment import Environment
from cli.importing import without_collections
from cli.loopback import HOST, free_port
from cli.running import database, read_environment


def chat(lang: Literal["ru", "en"]) -> int:
    """One conversation; its exit code. A configured API is used, otherwise everything is started here."""
    environment = read_environment()
    _log_to_file(environment)
    with ExitStack() as stack:
        # The dialogue's libraries take seconds to import: they load while the database starts.
        importing = stack.enter_context(ThreadPoolExecutor(1)).submit(_import_dialogue)
        url = environment.appointments_api_url or _start_clinic(environment, stack)
        importing.result()
        return _talk(environment, url, lang)


def _log_to_file(environment: Environment) -> None:
    """The terminal is the patient's: what developers want to know stands in the data folder."""
    folder = environment.folder / "logs"
    folder.mkdir(parents=True, exist_ok=True)
    logging.basicConfig(
        filename=folder / "chat.log",
        level=environment.log_level,
        format="%(asctime)s %(levelname)s %(name)s: %(message)s",
    )
    logging.getLogger("httpx").setLevel(logging.WARNING)  # otherwise a line for each call


def _talk(environment: Environment, api_url: str, lang: Literal["ru", "en"]) -> int:
    from bot.dialogue.helplines import Helplines
    from bot.terminal.chat import ChatSettings, run_chat
    from cli.agent_settings import agent_settings

    settings = ChatSettings(
        api_url=api_url,
        api_token=environment.secret("api_token"),
        identity_secret=environment.secret("identity_secret"),
        account=f"terminal:{getpass.getuser()}",
        lang=lang,
        zone=environment.clinic_timezone,
        agent=agent_settings(environment),
        helplines=Helplines(emergency=environment.emergency_numbers, crisis=environment.crisis_line),
    )
    return asyncio.run(run_chat(settings))


def _start_clinic(environment: Environment, stack: ExitStack) -> str:
    """The API as a process of its own, which makes the demo clinic if there is none; the API's address."""
    _progress("Starting the clinic …")
    port, log = free_port(), environment.folder / "logs" / "api.log"
    url = f"http://{HOST}:{port}"
    api = stack.enter_context(child(["api", "--port", str(port), "--demo-clinic"], {}, log))
    # The database starts here while the API's libraries load there. Both use it; it ends with the last of them.
    stack.enter_context(database(environment))
    wait_until_ready(f"{url}/readyz", api, log)
    _progress("Ready.")
    return url


def _import_dialogue() -> None:
    with without_collections():
        import bot.terminal.chat  # noqa: F401


def _progress(line: str) -> None:
    # On standard error: standard output is the conversation.
    sys.stderr.write(line + "\n")
    sys.stderr.flush()
