"""Ask other servers over HTTP, in words that hold no secret when it fails."""

import httpx

from cli.running import Failed

ANSWER_SECONDS = 5.0


def get(url: str, headers: dict[str, str]) -> httpx.Response:
    """Raises Failed with the address as `without_user` writes it."""
    try:
        return httpx.get(url, headers=headers, timeout=ANSWER_SECONDS)
    except (httpx.HTTPError, httpx.InvalidURL, UnicodeEncodeError) as error:
        where = without_user(url)
        raise Failed(f"{where} cannot be reached ({type(error).__name__}): is it up, is the address right?") from error


def without_user(url: str) -> str:
    """An address may carry a password."""
    scheme, slashes, rest = url.partition("://")
    return f"{scheme}{slashes}{rest.rpartition('@')[2]}".partition("?")[0].rstrip("/") if slashes else "the address"
