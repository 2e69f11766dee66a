"""Why an appointment was not made or changed. Each refusal leaves everything as it was.

DomainError
├── UnknownDoctor, UnknownPerson, WrongAge              who
├── InThePast, LeadTime, BeyondHorizon,
│   OutsideSchedule, BadEndTime                         when
├── SlotLost                                            the time is gone; carries what is free instead
│   ├── SlotTaken
│   └── HoldExpired
├── Offered                                             held by an offer: it is accepted or refused
├── WrongTransition, TooLate, TooEarly,
│   ChangedMeanwhile                                    the appointment as it now stands does not allow it
├── IdempotencyConflict, KeyUsed
├── ConsentRequired
└── QuotaReached
"""

from clinic.appointments.domain.states import State
from clinic.platform.errors import DomainError
from clinic.schedule.asking import FreeSlot


class UnknownDoctor(DomainError):
    def __init__(self) -> None:
        super().__init__("unknown_doctor", "There is no such doctor. See GET /api/v1/doctors.")


class UnknownPerson(DomainError):
    def __init__(self) -> None:
        super().__init__("unknown_person", "There is no such person on this account. See GET /api/v1/people.")


class WrongAge(DomainError):
    def __init__(self, who: str) -> None:
        super().__init__("wrong_age", f"This doctor does not see {who}. See GET /api/v1/doctors.", sees_no=who)


class InThePast(DomainError):
    def __init__(self) -> None:
        super().__init__("in_the_past", "The visit would start in the past.")


class LeadTime(DomainError):
    def __init__(self, minutes: int) -> None:
        super().__init__("lead_time", f"This doctor is booked at least {minutes} minutes ahead.", lead_minutes=minutes)


class BeyondHorizon(DomainError):
    def __init__(self, days: int) -> None:
        super().__init__("beyond_horizon", f"This doctor is booked at most {days} days ahead.", horizon_days=days)


class OutsideSchedule(DomainError):
    def __init__(self) -> None:
        super().__init__("outside_schedule", "The doctor does not see patients then. See GET /api/v1/slots.")


class BadEndTime(DomainError):
    def __init__(self) -> None:
        super().__init__("bad_end_time", "The visit must end after it starts, and last as long as the service offers.")


class SlotLost(DomainError):
    """The time went to somebody else, or back to all; `nearest` is what is free instead."""

    nearest: tuple[FreeSlot, ...] = ()


class SlotTaken(SlotLost):
    def __init__(self) -> None:
        super().__init__("slot_taken", "This time has just been taken. The nearest free slots are in 'nearest'.")


class HoldExpired(SlotLost):
    def __init__(self) -> None:
        super().__init__("hold_expired", "The hold ran out. The nearest free slots are in 'nearest'.")


class Offered(DomainError):
    """The clinic holds this time for an offer, which ends by being accepted or refused."""

    def __init__(self) -> None:
        super().__init__("offered", "This time belongs to an offer. See POST /api/v1/offers/{offer_id}/accept.")


class WrongTransition(DomainError):
    def __init__(self, status: State, wanted: str) -> None:
        super().__init__("wrong_transition", f"An appointment that is {status} cannot be {wanted}.", status=status)


class ChangedMeanwhile(DomainError):
    def __init__(self) -> None:
        super().__init__("changed_meanwhile", "Somebody else has just moved this appointment. Read it again.")


class TooLate(DomainError):
    def __init__(self) -> None:
        super().__init__("too_late", "The visit has already begun. Call the clinic to change it.")


class TooEarly(DomainError):
    def __init__(self) -> None:
        super().__init__("too_early", "The visit has not begun: nobody can have missed it yet.")


class IdempotencyConflict(DomainError):
    def __init__(self) -> None:
        super().__init__("idempotency_conflict", "This Idempotency-Key was used with another body.")


class KeyUsed(DomainError):
    """The same Idempotency-Key is in use: its kept answer is what the caller gets. Never leaves the use case."""

    def __init__(self) -> None:
        super().__init__("idempotency_conflict", "A request with this Idempotency-Key was answered meanwhile.")


class ConsentRequired(DomainError):
    def __init__(self) -> None:
        super().__init__("consent_required", "The patient has not agreed to the processing of personal data yet.")


class QuotaReached(DomainError):
    def __init__(self, limit: str, maximum: int) -> None:
        super().__init__("quota", f"The limit '{limit}' of {maximum} is reached.", limit=limit, maximum=maximum)
