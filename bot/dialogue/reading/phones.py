"""A phone as it was typed or shared."""

from pydantic import ValidationError

from contracts.people import ContactRequest


def phone_in(text: str, *, verified: bool = False) -> ContactRequest | None:
    """What to store; None if the text is no phone."""
    try:
        return ContactRequest(phone=text[:_LONGEST_TYPED], verified=verified)
    except ValidationError:
        return None


_LONGEST_TYPED = 41
"""One more than the contract takes, so that a longer text is refused and not cut to a number."""
