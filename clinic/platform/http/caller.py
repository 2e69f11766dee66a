"""Who calls: a token's role, and the patient's account if the bot signed one."""

from dataclasses import dataclass

from fastapi import Request
from fastapi.security import HTTPBearer

from clinic.platform.clock import Clock
from clinic.platform.errors import DomainError, Forbidden
from clinic.platform.tokens import Role, Tokens
from contracts import identity


@dataclass(frozen=True, slots=True)
class Caller:
    """The rights of one call. With an account it is held to that patient's rights and quotas; without, it is staff."""

    token_key: str
    role: Role
    account: str | None

    @property
    def is_staff(self) -> bool:
        return self.account is None

    @property
    def scope(self) -> str:
        """Sets the caller's idempotency keys apart from others'."""
        return f"{self.token_key}/{self.account or ''}"


class Unauthorized(DomainError):
    def __init__(self, message: str) -> None:
        super().__init__("unauthorized", message)


class Authenticate(HTTPBearer):
    """The dependency of every route under the prefix. Raises Unauthorized, Forbidden."""

    def __init__(self, tokens: Tokens, identity_secret: str, clock: Clock) -> None:
        super().__init__(auto_error=False, description="An API token: `frontdesk token create`.")
        self._tokens = tokens
        self._secret = identity_secret
        self._clock = clock

    async def __call__(self, request: Request) -> Caller:  # type: ignore[override]
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not token:
            raise Unauthorized("Send the header 'Authorization: Bearer <API token>'.")
        holder = await self._tokens.holder(token.strip())
        if holder is None:
            raise Unauthorized("This API token is unknown or revoked.")
        if holder.role is Role.READ_ONLY and request.method not in {"GET", "HEAD"}:
            raise Forbidden("This API token may only read.")
        signed = request.headers.get(identity.HEADER)
        return Caller(holder.key, holder.role, self._account(signed) if signed is not None else None)

    def _account(self, signed: str) -> str:
        try:
            return identity.verify(signed, self._secret, self._clock())
        except identity.BadIdentity as error:
            raise Unauthorized(f"{str(error)[0].upper()}{str(error)[1:]}.") from error


def patients_account(caller: Caller) -> str:
    """The account that the call is made for. Raises Forbidden for staff."""
    if caller.account is None:
        raise Forbidden("This needs a patient's signed identity: the header X-Patient-Identity.")
    return caller.account


def bot_only(caller: Caller) -> None:
    """Raises Forbidden for another role than `bot`, and for a call on a patient's behalf."""
    if caller.role is not Role.BOT or not caller.is_staff:
        raise Forbidden("This needs a token of the role 'bot', and no patient's identity.")


def staff_only(caller: Caller) -> None:
    """Raises Forbidden for a call on a patient's behalf."""
    if not caller.is_staff:
        raise Forbidden("Only the clinic's staff may do this.")
