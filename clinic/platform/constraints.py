"""Which constraint of the database a failed statement broke."""

from sqlalchemy.exc import IntegrityError


def broken_constraint(error: IntegrityError) -> str:
    """The constraint's name; empty if the database named none."""
    cause = error.orig.__cause__ if error.orig is not None else None
    return str(getattr(cause, "constraint_name", None) or "")
