"""The servers of models: the one that thinks, and the one that hears."""

import httpx

from cli.checks.asking import get, without_user
from cli.environment import Environment
from cli.running import Failed


def check_model(environment: Environment) -> str:
    settings = {
        "OPENAI_API_KEY": environment.openai_api_key,
        "OPENAI_BASE_URL": environment.openai_base_url,
        "OPENAI_MODEL": environment.openai_model,
    }
    missing = [variable for variable, value in settings.items() if not value]
    if missing:
        return f"the offline model answers, because {' and '.join(missing)} is not set"
    return _serves(
        "OPENAI", settings["OPENAI_BASE_URL"] or "", settings["OPENAI_MODEL"] or "", environment.openai_api_key
    )


def check_transcription(environment: Environment) -> str:
    base, name = environment.transcription_base_url, environment.transcription_model
    if not base or not name:
        missing = "TRANSCRIPTION_MODEL" if base else "TRANSCRIPTION_BASE_URL"
        return f"voice messages are not heard, because {missing} is not set"
    return _serves("TRANSCRIPTION", base, name, environment.transcription_api_key)


def _serves(prefix: str, base: str, name: str, key: str | None) -> str:
    """Whether the server knows the key and the model; `prefix` of the variables that say them. Raises Failed."""
    where = without_user(base)
    answer = get(f"{base.rstrip('/')}/models", {"Authorization": f"Bearer {key}"} if key else {})
    if answer.status_code in (401, 403):
        raise Failed(f"{where} refuses the key ({answer.status_code}): see {prefix}_API_KEY.")
    if answer.status_code != httpx.codes.OK:
        raise Failed(f"{where}/models answers {answer.status_code}: see {prefix}_BASE_URL; it often ends with /v1.")
    return f"{name} at {where}" + ("" if _lists(answer, name) else f", which does not list it: see {prefix}_MODEL")


def _lists(answer: httpx.Response, name: str) -> bool:
    try:
        return any(model["id"] == name for model in answer.json()["data"])
    except (ValueError, KeyError, TypeError):
        return True  # another shape of list says nothing
