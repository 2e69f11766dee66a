"""What is known of the people of an account before they write: so much less for a model to see."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KnownPersonal:
    """The people for whom an account books, as the clinic and the messenger know them. Goes to no model."""

    names: tuple[str, ...] = ()
    """Whole names, in whatever alphabet."""
    phones: tuple[str, ...] = ()


async def nobody_known() -> KnownPersonal:
    """For conversations that know nobody: tests, or before anybody has been registered."""
    return KnownPersonal()
