"""The appointments API that the bot calls."""

import httpx

from cli.checks.asking import get
from cli.environment import Environment
from cli.running import Failed


def check_api(environment: Environment) -> str:
    url = (environment.appointments_api_url or "").rstrip("/")
    token = {"Authorization": f"Bearer {environment.secret('api_token')}"}
    ready = get(f"{url}/readyz", {})
    if ready.status_code != httpx.codes.OK:
        raise Failed(f"{url} answers, but is not ready ({ready.status_code}): look at its log.")
    if (get(f"{url}/api/v1/branches", token)).status_code != httpx.codes.OK:
        raise Failed(f"{url} refuses our token: API_TOKEN must be the same on both sides.")
    return url
