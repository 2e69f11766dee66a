"""What can go wrong between this client and the clinic's service.

::

    ClinicClientError
    ├── Unreachable                no answer at all: refused, dropped or too slow, after every allowed retry
    ├── ServerFailed               the service answered 5xx, after every allowed retry
    ├── BadAnswer                  an answer that is not the contract's
    └── Refused                    the service said no: code, message, details, status
        ├── Unauthorized           401
        ├── Forbidden              403
        ├── NotFound               404
        ├── Conflict               409
        │   ├── SlotTaken          with `nearest`: free slots to offer instead
        │   ├── HoldExpired        with `nearest` too
        │   ├── IdempotencyConflict
        │   ├── WrongTransition
        │   ├── ConsentRequired
        │   ├── NoPhone
        │   ├── OfferOver          accepted, refused, expired or withdrawn already
        │   ├── NotOffered         this time is none of the offer's any more
        │   ├── Decided            the application: by whom and when is in `details`
        │   ├── Taken              the application, or the ticket, is another manager's, named in `details`
        │   ├── NoAccount          nobody is there to answer an offer
        │   ├── InviteOver         this claim code was used, or has expired
        │   ├── BlockedAlready     somebody was quicker to block the doctor
        │   └── LeaseLost
        ├── Invalid                422
        │   └── OfferExpired       the slot id is too old, or not this clinic's: ask for free slots again
        ├── QuotaExceeded          429 with the code ``quota``: asking again does not help
        └── RateLimited            429 otherwise: asking later helps

No message holds a request's or an answer's data, so an error may be logged.
"""

from contracts.errors import ErrorBody
from contracts.schedule import Slot


class ClinicClientError(Exception):
    """Base of all that this library raises for a call."""


class Unreachable(ClinicClientError):
    """No answer came. A call that writes may or may not have been carried out."""


class ServerFailed(ClinicClientError):
    """The service answered 5xx."""

    def __init__(self, status: int) -> None:
        super().__init__(f"the clinic's service failed with status {status}")
        self.status = status


class BadAnswer(ClinicClientError):
    """The answer does not have the contract's shape; probably another service, or another version of it."""


class Refused(ClinicClientError):
    """The service understood and said no; nothing was changed."""

    def __init__(self, status: int, body: ErrorBody, nearest: tuple[Slot, ...] = ()) -> None:
        super().__init__(f"{status} {body.code}")
        self.status = status
        self.code = body.code
        self.message = body.message
        self.details = body.details or {}
        self.nearest = nearest
        """Free slots to offer instead, soonest first; only SlotTaken and HoldExpired have any."""


class Unauthorized(Refused):
    """The token or the patient's identity is not accepted."""


class Forbidden(Refused):
    """The caller may not do this."""


class NotFound(Refused):
    """There is no such thing, or it is not this patient's."""


class Conflict(Refused):
    """The clinic's state does not allow it now."""


class SlotTaken(Conflict):
    """Somebody else has the time; see `nearest`."""


class HoldExpired(Conflict):
    """The hold's deadline has passed; the time may be free or not."""


class IdempotencyConflict(Conflict):
    """The same Idempotency-Key came with another body."""


class WrongTransition(Conflict):
    """The appointment's, or the request's, state does not allow this step."""


class ConsentRequired(Conflict):
    """The account's owner has not agreed to the processing of personal data."""


class NoPhone(Conflict):
    """The account has left no phone to call."""


class OfferOver(Conflict):
    """The offer has ended."""


class NotOffered(Conflict):
    """The hold is none of the offer's, or is held no more."""


class Decided(Conflict):
    """Somebody was quicker: `details` has `status`, `by`, `at`."""


class Taken(Conflict):
    """Another manager has the application (`details` has `by`, `at`) or the ticket (`by`)."""


class NoAccount(Conflict):
    """Whoever applied has no account: nobody would answer an offer."""


class InviteOver(Conflict):
    """A manager's claim code that was used or has expired; `details` say which."""


class BlockedAlready(Conflict):
    """The doctor is blocked then: `details` has `block_id`, `by`, `at`, `from`, `to`."""


class LeaseLost(Conflict):
    """Somebody else has taken the delivery since."""


class Invalid(Refused):
    """The request's values are not acceptable; `code` says which rule."""


class OfferExpired(Invalid):
    """The slot id is too old, or was not issued by this clinic."""


class QuotaExceeded(Refused):
    """The patient's quota is used up."""


class RateLimited(Refused):
    """Too many calls."""
