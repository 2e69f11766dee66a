"""One spelling for everything a person may type: the first step of every parser here."""

import re
import unicodedata

MAX_LENGTH = 5000
"""Longer texts are cut: Telegram's own limit for a message is 4096 characters, so none is cut."""

_SAME = str.maketrans({"ё": "е", "’": "'", "‘": "'", "`": "'", "–": "-", "—": "-", "−": "-", "‑": "-", "‐": "-"})
_SPACES = re.compile(r"[^\S\n]+")


def normalise(text: str) -> str:
    """Lower case, 'ё' as 'е', one kind of dash and apostrophe, compatibility forms folded, single spaces, cut."""
    folded = unicodedata.normalize("NFKC", text[:MAX_LENGTH]).lower().translate(_SAME)
    # Stress marks and other loose accents, except those that make 'й' a letter of its own (NFKC keeps it composed).
    folded = "".join(char for char in folded if not unicodedata.combining(char))
    return _SPACES.sub(" ", folded).strip()


def edit_distance_one(typed: str, meant: str) -> bool:
    """Whether one slip (a letter missing, extra, wrong, or two neighbours swapped) turns `typed` into `meant`."""
    if typed == meant or abs(len(typed) - len(meant)) > 1:
        return False
    at = next((i for i, (a, b) in enumerate(zip(typed, meant, strict=False)) if a != b), min(len(typed), len(meant)))
    typed_rest, meant_rest = typed[at:], meant[at:]
    return (
        typed_rest[1:] == meant_rest[1:]
        or typed_rest[1:] == meant_rest
        or typed_rest == meant_rest[1:]
        or (typed_rest[:2] == meant_rest[1::-1] and typed_rest[2:] == meant_rest[2:])
    )
