"""Why an offer was not taken."""

from clinic.offers.domain import Status
from clinic.platform.errors import DomainError


class OfferOver(DomainError):
    """Somebody was quicker, the deadline has passed, or the clinic took it back."""

    def __init__(self, status: Status) -> None:
        super().__init__("offer_over", f"This offer is {status}. See GET /api/v1/slots.", status=status)


class NotOffered(DomainError):
    def __init__(self) -> None:
        super().__init__("not_offered", "This hold is none of the offer's, or is held no more. Read the offer again.")
