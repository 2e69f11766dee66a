"""Why nobody became a manager."""

from clinic.platform.errors import DomainError


class InviteOver(DomainError):
    """`reason`: ``used`` or ``expired``, for logs: whoever shows a code is told no difference."""

    def __init__(self, reason: str) -> None:
        super().__init__("invite_over", "This code has been used, or has expired. Ask for a new one.", reason=reason)


class TooManyTries(DomainError):
    def __init__(self, maximum: int) -> None:
        limit = "claims_per_account_hour"
        super().__init__("quota", f"The limit '{limit}' of {maximum} is reached.", limit=limit, maximum=maximum)
