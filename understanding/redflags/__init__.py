"""Emergencies in a message: rules only, no model. A message that raises a flag never reaches the booking."""

from understanding.redflags.check import RedFlag, check

__all__ = ["RedFlag", "check"]
