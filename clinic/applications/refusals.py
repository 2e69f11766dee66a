"""Why an application was not made, taken or decided. Each refusal leaves everything as it was."""

from datetime import datetime

from clinic.platform.errors import DomainError


class Decided(DomainError):
    """Somebody was quicker: a manager, the patient, or the deadline."""

    def __init__(self, status: str, by: str | None, at: datetime | None) -> None:
        when = at.isoformat() if at else None
        super().__init__("decided", f"This application is already {status}.", status=status, by=by, at=when)


class Taken(DomainError):
    """Its card is in another manager's hands."""

    def __init__(self, by: str, at: datetime) -> None:
        super().__init__("taken", "Another manager has taken this application.", by=by, at=at.isoformat())


class NoAccount(DomainError):
    def __init__(self) -> None:
        super().__init__("no_account", "Nobody can be offered times: this person has no account. Call them instead.")


class NoTime(DomainError):
    def __init__(self) -> None:
        super().__init__("no_time", "No time has been proposed yet. Make a counter-offer.")


class CannotUndo(DomainError):
    """Only who approved takes it back, soon, and not what the patient has accepted or what is over."""

    def __init__(self, minutes: int) -> None:
        super().__init__(
            "cannot_undo",
            f"Only an approval of one's own is taken back, within {minutes} minutes, before the visit begins.",
            minutes=minutes,
        )


class TooManyApplications(DomainError):
    def __init__(self, maximum: int) -> None:
        limit = "applications_per_account_day"
        super().__init__("quota", f"The limit '{limit}' of {maximum} is reached.", limit=limit, maximum=maximum)
