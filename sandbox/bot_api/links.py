"""Addresses in links and buttons: what Telegram lets pass."""

from urllib.parse import parse_qs, urlsplit

SCHEMES = ("http", "https", "ftp", "tg", "ton", "tonsite")


def checked_link(url: str) -> str | None:
    """The address as Telegram keeps it ("example.com" -> "http://example.com/"), None for what is none."""
    url = url.strip()
    if any(letter.isspace() for letter in url) or not url:
        return None
    with_scheme = url if "://" in url or url.startswith(("tg:", "ton:")) else f"http://{url}"
    try:
        parts = urlsplit(with_scheme)
        _ = parts.port
    except ValueError:
        return None
    if parts.scheme.lower() not in SCHEMES:
        return None
    if parts.scheme.lower() in ("tg", "ton"):
        return with_scheme
    host = parts.hostname or ""
    if not _is_host(host):
        return None
    return with_scheme if parts.path or parts.query or parts.fragment else f"{with_scheme}/"


def mentioned_user(url: str) -> int | None:
    """The user of a tg://user?id=… link."""
    if not url.lower().startswith(("tg://user?", "tg:user?")):
        return None
    number = parse_qs(url.partition("?")[2]).get("id", [""])[0]
    return int(number) if number.isdecimal() and int(number) > 0 else None


def _is_host(host: str) -> bool:
    if host == "localhost" or host.startswith("["):
        return True
    labels = host.split(".")
    return len(labels) > 1 and all(labels)
