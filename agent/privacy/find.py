"""All recognisers over one text."""

import re
from datetime import date

from agent.personal import KnownPersonal
from agent.privacy.addresses import addresses
from agent.privacy.birth_dates import birth_dates
from agent.privacy.handles import handles
from agent.privacy.kinds import KINDS, Found, settled
from agent.privacy.known import known_names, known_numbers
from agent.privacy.names import names
from agent.privacy.numbers import numbers
from agent.privacy.spoken import spoken_phones
from agent.privacy.staff import Staff

_LIKE_A_PLACEHOLDER = re.compile(rf"\[?\b(?:{'|'.join(KINDS)})_\d+\b\]?", re.IGNORECASE)


def find(text: str, known: KnownPersonal, staff: Staff, today: date) -> list[Found]:
    """The personal data of a tidy text, by place, without overlaps. `today`: at the clinic."""
    found = [Found(one.start(), one.end(), "TEXT") for one in _LIKE_A_PLACEHOLDER.finditer(text)]
    found += handles(text)
    found += birth_dates(text, today)
    found += numbers(text)
    found += spoken_phones(text)
    found += (one for one in addresses(text) if not staff.is_place(text[one.start : one.end]))
    found += known_numbers(text, known)
    found += names(text, staff)
    found += _not_the_staffs(text, known, staff)
    return settled(found)


def _not_the_staffs(text: str, known: KnownPersonal, staff: Staff) -> list[Found]:
    """Known people's names, but where a doctor of that name is asked for."""
    result = []
    for one in known_names(text, known):
        before = text[: one.start].split()
        name = text[one.start : one.end].lower().replace("ё", "е").split()
        if not staff.is_one(name, before=before[-1].lower().strip(".,") if before else "", told=True):
            result.append(one)
    return result
