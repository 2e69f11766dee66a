"""Make, list and revoke API tokens."""

import sys

from cli.on_database import on_database
from cli.running import Failed
from clinic.platform.clock import system_clock
from clinic.platform.tokens import Role, create_token, list_tokens, revoke_token

LONGEST_NAME = 80


def create(name: str, role: str) -> None:
    if not name.strip() or len(name) > LONGEST_NAME or not name.isprintable():
        raise Failed(f"A token's name has 1 to {LONGEST_NAME} printable characters.")
    token = on_database(lambda opened: create_token(opened, name, Role(role), system_clock))
    sys.stdout.write(token + "\n")
    sys.stderr.write("Keep it safe: only its hash is stored, so it cannot be shown again.\n")


def show() -> None:
    tokens = on_database(list_tokens)
    for token in tokens:
        state = f"revoked {token.revoked_at:%Y-%m-%d}" if token.revoked_at else "in use"
        sys.stdout.write(f"{token.token_id}\t{token.role}\t{token.name}\t{token.created_at:%Y-%m-%d}\t{state}\n")
    if not tokens:
        sys.stdout.write("No tokens yet: frontdesk token create --name NAME --role ROLE\n")


def revoke(token_id: int) -> None:
    if not on_database(lambda opened: revoke_token(opened, token_id, system_clock)):
        raise Failed(f"There is no token {token_id} in use: see frontdesk token list.")
    sys.stdout.write(f"Token {token_id} is revoked.\n")
