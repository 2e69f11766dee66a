"""Ask each configured part whether it can do its work. What is printed holds no secret."""

import asyncio
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass

import httpx

from cli.environment import Environment
from cli.on_database import failures_in_words, place
from cli.running import Failed, database, read_environment
from clinic.migrations import runner
from clinic.platform.database import connect
from clinic.schedule.load import load

ANSWER_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Finding:
    part: str
    wrong: bool
    words: str


Look = Callable[[Environment], str]


def check() -> int:
    """Print a line for each part; the exit code: 1 if any fails."""
    environment = read_environment()
    findings = [_finding(part, look, environment) for part, look in _parts(environment)]
    for finding in findings:
        sys.stdout.write(f"{finding.part:12} {'FAIL' if finding.wrong else 'ok':4}  {finding.words}\n")
    return int(any(finding.wrong for finding in findings))


def _parts(environment: Environment) -> list[tuple[str, Look]]:
    parts: list[tuple[str, Look]] = [("data folder", _data_folder), ("database", _database)]
    if environment.appointments_api_url:
        parts.append(("API", _api))
    if environment.openai_api_key or environment.openai_base_url or environment.openai_model:
        parts.append(("model", _model))
    return parts


def _finding(part: str, look: Look, environment: Environment) -> Finding:
    try:
        return Finding(part, wrong=False, words=look(environment))
    except Failed as failure:
        return Finding(part, wrong=True, words=str(failure))


def _data_folder(environment: Environment) -> str:
    folder = environment.folder
    if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
        raise Failed(f"{folder} cannot be written: change its owner, or set FRONTDESK_DATA.")
    return str(folder)


def _database(environment: Environment) -> str:
    with database(environment) as url, failures_in_words(url):
        current, doctors = asyncio.run(_state(url))
    where = place(url) if environment.database_url else f"embedded PostgreSQL in {environment.folder}"
    if not current:
        if environment.database_url:
            raise Failed(f"{where}: its schema is not this version's: run frontdesk migrate.")
        return f"{where}; its schema is made at the first use"
    return f"{where}; {doctors} doctors" if doctors else f"{where}; no doctors yet: frontdesk import, or seed demo"


async def _state(url: str) -> tuple[bool, int]:
    async with asyncio.timeout(ANSWER_SECONDS):
        if not await runner.is_current(url):
            return False, 0
        opened = connect(url, 1)
        try:
            return True, len((await load(opened)).doctors)
        finally:
            await opened.close()


def _api(environment: Environment) -> str:
    url = (environment.appointments_api_url or "").rstrip("/")
    token = {"Authorization": f"Bearer {environment.secret('api_token')}"}
    ready = _get(f"{url}/readyz", {})
    if ready.status_code != httpx.codes.OK:
        raise Failed(f"{url} answers, but is not ready ({ready.status_code}): look at its log.")
    if (_get(f"{url}/api/v1/branches", token)).status_code != httpx.codes.OK:
        raise Failed(f"{url} refuses our token: API_TOKEN must be the same on both sides.")
    return url


def _model(environment: Environment) -> str:
    key, base, name = environment.openai_api_key, environment.openai_base_url, environment.openai_model
    settings = {"OPENAI_API_KEY": key, "OPENAI_BASE_URL": base, "OPENAI_MODEL": name}
    missing = [variable for variable, value in settings.items() if not value]
    if not key or not base or not name:
        return f"the offline model answers, because {' and '.join(missing)} is not set"
    where = _without_user(base)
    answer = _get(f"{base.rstrip('/')}/models", {"Authorization": f"Bearer {key}"})
    if answer.status_code in (401, 403):
        raise Failed(f"{where} refuses the key ({answer.status_code}): see OPENAI_API_KEY.")
    if answer.status_code != httpx.codes.OK:
        raise Failed(f"{where}/models answers {answer.status_code}: see OPENAI_BASE_URL; it often ends with /v1.")
    return f"{name} at {where}" + ("" if _lists(answer, name) else ", which does not list it: see OPENAI_MODEL")


def _lists(answer: httpx.Response, name: str) -> bool:
    try:
        return any(model["id"] == name for model in answer.json()["data"])
    except (ValueError, KeyError, TypeError):
        return True  # another shape of list says nothing


def _get(url: str, headers: dict[str, str]) -> httpx.Response:
    try:
        return httpx.get(url, headers=headers, timeout=ANSWER_SECONDS)
    except (httpx.HTTPError, httpx.InvalidURL, UnicodeEncodeError) as error:
        where = _without_user(url)
        raise Failed(f"{where} cannot be reached ({type(error).__name__}): is it up, is the address right?") from error


def _without_user(url: str) -> str:
    """An address may carry a password."""
    scheme, slashes, rest = url.partition("://")
    return f"{scheme}{slashes}{rest.rpartition('@')[2]}".partition("?")[0].rstrip("/") if slashes else "the address"
