"""Why a ticket was not made or changed."""

from clinic.platform.errors import DomainError
from clinic.tickets.domain import Status


class WrongTransition(DomainError):
    """What is closed stays so, and takes no comment."""

    def __init__(self, status: Status, wanted: str) -> None:
        super().__init__("wrong_transition", f"A ticket that is {status} cannot be {wanted}.", status=status)


class TakenByOther(DomainError):
    """Two pressed at once: the details tell who was quicker."""

    def __init__(self, owner: str) -> None:
        super().__init__("taken", "Somebody else has taken this ticket.", by=owner)


class UnknownAccount(DomainError):
    def __init__(self) -> None:
        super().__init__("unknown_account", "There is no such account; a ticket needs one to write to.")


class UnknownClient(DomainError):
    def __init__(self) -> None:
        super().__init__("unknown_client", "The account books for no such person.")


class UnknownBranch(DomainError):
    def __init__(self) -> None:
        super().__init__("unknown_branch", "The clinic has no such branch.")


class TooMany(DomainError):
    """`limit`: which one."""

    def __init__(self, limit: str, maximum: int) -> None:
        super().__init__("quota", f"The limit '{limit}' of {maximum} is reached.", limit=limit, maximum=maximum)
