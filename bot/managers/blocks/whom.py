"""Which doctor a manager means: as patients may write the name, and with slips that only here can be no other word."""

import re
from collections.abc import Sequence
from typing import Literal

from rapidfuzz.distance import OSA

from contracts.schedule import Doctor
from understanding.requests import KnownClinic, KnownDoctor, read
from understanding.requests.names.keys import key

_WORD = re.compile(r"[^\W\d_]{3,}")
LONG = 6
"""Letters from which on a name may be two slips off; shorter ones one."""


def meant(text: str, doctors: Sequence[Doctor]) -> list[Doctor]:
    """All that the words may mean, in the clinic's order; [] for nobody."""
    known = tuple(KnownDoctor(each.doctor_id, each.full_name, _gender(each)) for each in doctors)
    found = set(read(text, KnownClinic(doctors=known)).doctors) or _nearly(text, doctors)
    return [each for each in doctors if each.doctor_id in found]


def _nearly(text: str, doctors: Sequence[Doctor]) -> set[int]:
    """Of the closest names."""
    written = [key(word.casefold()) for word in _WORD.findall(text)]
    best, found = 3, set[int]()
    for doctor in doctors:
        for part in _WORD.findall(doctor.full_name):
            name = key(part.casefold())
            for word in written:
                off = OSA.distance(word, name, score_cutoff=2)
                if off > (2 if len(name) >= LONG else 1) or min(len(word), len(name)) < 4:
                    continue
                if off < best:
                    best, found = off, set()
                if off == best:
                    found.add(doctor.doctor_id)
    return found


def _gender(doctor: Doctor) -> Literal["female", "male"] | None:
    return "female" if doctor.gender == "female" else "male" if doctor.gender == "male" else None
