"""Claim codes: fifty random bits in a shape that is recognised wherever it is pasted; only hashes are stored."""

import base64
import hashlib
import secrets


def new_code() -> str:
    """Such as ``FD-K3QXA-7MZ2P``."""
    letters = base64.b32encode(secrets.token_bytes(7)).decode()[:10]
    return f"FD-{letters[:5]}-{letters[5:]}"


def sha256(code: str) -> bytes:
    # Good for half an hour and guessed five times an hour: fifty bits need no slow hash.
    return hashlib.sha256(code.encode()).digest()
