"""Why a call request was not made or changed."""

from clinic.platform.errors import DomainError


class NoPhone(DomainError):
    def __init__(self) -> None:
        super().__init__("no_phone", "The account has no phone to call. See PUT /api/v1/contact.")


class Finished(DomainError):
    """What is done or cancelled stays so."""

    def __init__(self, status: str, wanted: str) -> None:
        super().__init__("wrong_transition", f"A call request that is {status} cannot be {wanted}.", status=status)


class TooManyCallRequests(DomainError):
    def __init__(self, maximum: int) -> None:
        limit = "call_requests_per_account_day"
        super().__init__("quota", f"The limit '{limit}' of {maximum} is reached.", limit=limit, maximum=maximum)
