"""What else a message asks for besides a complaint and a time: whom, where, which of what was shown, or something else.

    read("к женщине, только не к Петрову", clinic) -> Requests(gender="female", refused=(4,))

Pure functions over the data files in `lexicon/` and the names that the caller passes.
"""

from understanding.requests.clinic import KnownBranch, KnownClinic, KnownDoctor
from understanding.requests.letter import wished_days, without_others
from understanding.requests.read import Requests, read
from understanding.requests.spoken import without_language

__all__ = [
    "KnownBranch",
    "KnownClinic",
    "KnownDoctor",
    "Requests",
    "read",
    "wished_days",
    "without_language",
    "without_others",
]
