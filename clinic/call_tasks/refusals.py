"""Why a call task was not changed."""

from clinic.platform.errors import DomainError


class Finished(DomainError):
    """What is done or cancelled stays so."""

    def __init__(self, status: str) -> None:
        super().__init__("wrong_transition", f"A call task that is {status} cannot be done.", status=status)
