"""A process of the demo: what it is called, how it is run, and how one learns that it can serve."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    name: str
    """For people."""
    log_name: str
    arguments: list[str]
    """Of `frontdesk`."""
    environment: Mapping[str, str]
    """All of it: nothing is taken from this process."""
    ready_url: str
    """Answers 200 once this part can do its own work."""
