"""The model's server."""

import httpx

from cli.checks.asking import get, without_user
from cli.environment import Environment
from cli.running import Failed


def check_model(environment: Environment) -> str:
    key, base, name = environment.openai_api_key, environment.openai_base_url, environment.openai_model
    settings = {"OPENAI_API_KEY": key, "OPENAI_BASE_URL": base, "OPENAI_MODEL": name}
    missing = [variable for variable, value in settings.items() if not value]
    if not key or not base or not name:
        return f"the offline model answers, because {' and '.join(missing)} is not set"
    where = without_user(base)
    answer = get(f"{base.rstrip('/')}/models", {"Authorization": f"Bearer {key}"})
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
