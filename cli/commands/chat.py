"""The whole front desk in one terminal: database, API process, agent and dialogue, all real."""

import asyncio
import getpass
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from typing import Literal

from cli.child import child, free_port, wait_until_ready
from cli.environment import Environment
from cli.running import database, read_environment
from clinic.migrations import runner
from clinic.platform.database import connect
from clinic.schedule.load import load
from clinic.schedule.seed import seed_demo


def chat(lang: Literal["ru", "en"]) -> int:
    """One conversation; its exit code. A configured API is used, otherwise everything is started here."""
    environment = read_environment()
    with ExitStack() as stack:
        # The dialogue's libraries take seconds to import: they load while the database starts.
        importing = stack.enter_context(ThreadPoolExecutor(1)).submit(_import_dialogue)
        url = environment.appointments_api_url or _start_clinic(environment, stack)
        importing.result()
        return _talk(environment, url, lang)


def _talk(environment: Environment, api_url: str, lang: Literal["ru", "en"]) -> int:
    from agent.settings import AgentSettings
    from bot.terminal.chat import ChatSettings, run_chat

    settings = ChatSettings(
        api_url=api_url,
        api_token=environment.secret("api_token"),
        identity_secret=environment.secret("identity_secret"),
        account=f"terminal:{getpass.getuser()}",
        lang=lang,
        zone=environment.clinic_timezone,
        agent=AgentSettings(
            openai_api_key=environment.openai_api_key,
            openai_base_url=environment.openai_base_url,
            openai_model=environment.openai_model,
        ),
    )
    return asyncio.run(run_chat(settings))


def _start_clinic(environment: Environment, stack: ExitStack) -> str:
    """Database, demo clinic if there is none yet, and the API as a process of its own; the API's address."""
    _progress("Starting the clinic: database …")
    url = stack.enter_context(database(environment))
    asyncio.run(_prepare(url))
    _progress("Starting the clinic: appointments API …")
    port, log = free_port(), environment.folder / "logs" / "api.log"
    process = stack.enter_context(child(["api", "--port", str(port)], {"DATABASE_URL": url}, log))
    wait_until_ready(f"http://127.0.0.1:{port}/readyz", process, log)
    _progress("Ready.")
    return f"http://127.0.0.1:{port}"


async def _prepare(url: str) -> None:
    """The newest schema, and the demo clinic where there are no doctors."""
    await runner.upgrade(url)
    opened = connect(url, 1)
    try:
        if not (await load(opened)).doctors:
            await seed_demo(opened)
    finally:
        await opened.close()


def _import_dialogue() -> None:
    import bot.terminal.chat  # noqa: F401


def _progress(line: str) -> None:
    # On standard error: standard output is the conversation.
    sys.stderr.write(line + "\n")
    sys.stderr.flush()
