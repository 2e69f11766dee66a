"""The patient's identity, signed by the bot and checked by the clinic.

A token alone acts as staff. A call made for a patient carries the header ``X-Patient-Identity`` as well:
``base64url(JSON).base64url(HMAC-SHA256(secret, base64url(JSON)))`` with ``{"account", "exp"}``; the clinic then holds
the call to that account's rights and quotas. HMAC as in RFC 2104; base64url without padding as in RFC 4648, section 5.
"""

import base64
import binascii
import hmac
import json
import re
from datetime import datetime, timedelta

HEADER = "X-Patient-Identity"
MAX_LENGTH = 512
LIFETIME = timedelta(minutes=5)
ACCOUNT = re.compile(r"[a-z]{2,20}:[\x21-\x7e]{1,99}")


class BadIdentity(ValueError):
    """The header is malformed, signed with another secret, or expired."""


def sign(account: str, secret: str, now: datetime, lifetime: timedelta = LIFETIME) -> str:
    """The header's value for an account such as ``telegram:42``; `now` is aware."""
    claims = json.dumps({"account": account, "exp": int((now + lifetime).timestamp())}, separators=(",", ":"))
    payload = _encode(claims.encode())
    return f"{payload}.{_mac(payload, secret)}"


def verify(header: str, secret: str, now: datetime) -> str:
    """The account that a header was signed for.

    Raises BadIdentity. The signature is compared in constant time, before anything inside is read.
    """
    payload, _, mac = header.partition(".")
    if len(header) > MAX_LENGTH or not header.isascii() or not hmac.compare_digest(mac, _mac(payload, secret)):
        raise BadIdentity("the patient's identity is not signed by this clinic's bot")
    try:
        claims = json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
        account, expires = str(claims["account"]), int(claims["exp"])
    except (binascii.Error, ValueError, KeyError, TypeError, OverflowError) as error:
        raise BadIdentity("the patient's identity cannot be read") from error
    if not ACCOUNT.fullmatch(account):
        raise BadIdentity("the patient's account is not of the form 'channel:number'")
    if now.timestamp() >= expires:
        raise BadIdentity("the patient's identity has expired")
    return account


def _mac(payload: str, secret: str) -> str:
    return _encode(hmac.digest(secret.encode(), payload.encode(), "sha256"))


def _encode(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()
