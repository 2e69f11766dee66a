"""The specialties that a text leads to, best first."""

from collections import Counter
from functools import lru_cache
from typing import Literal

from understanding.complaints.ages import is_child
from understanding.complaints.aside import weights
from understanding.complaints.denial import denied
from understanding.complaints.doctors import Doctors, doctors, wants_referral
from understanding.complaints.evidence import HINT, Evidence, gather
from understanding.complaints.knowledge import SPECIALTIES, WEIGHTS
from understanding.complaints.message import Message, read
from understanding.complaints.vocabulary import vocabulary

Lang = Literal["ru", "en"]
_CHILDRENS_DOCTOR = "pediatrician"
_GENERALIST = "therapist"
_TOLD_OF = 2.0
"""A doctor who was visited or who referred is a little evidence of what is wrong; the generalist is none."""
_HINTS_ENOUGH = 2
_SPECIFIC = 3.0
_YIELDS = 0.6
"""When something specific has been said, what speaks less than certainly for the generalist counts this part."""


def rank(text: str, lang: Lang) -> tuple[str, ...]:
    """Codes of the specialties that a message leads to, best first; empty when nothing is recognised.

    Doctors asked for by name come first, then for a child the paediatrician, then what the complaints add up to;
    denied symptoms do not count. Both languages are always read, `lang` is the patient's own and decides nothing yet.
    """
    del lang
    message = _read(text)
    named_doctors = doctors(message)
    evidence = gather(message)
    scores = _scores(evidence, named_doctors)
    child = is_child(text, message)
    if wants_referral(message):
        asked: tuple[str, ...] = tuple(dict.fromkeys((_GENERALIST, *named_doctors.asked)))
    else:
        asked = named_doctors.asked
    if child and (evidence or asked):
        asked = (*(code for code in asked if code != _GENERALIST), _CHILDRENS_DOCTOR)
    order = {code: place for place, code in enumerate(SPECIALTIES)}
    by_score = sorted(scores, key=lambda code: (-scores[code], order[code]))
    return tuple(dict.fromkeys((*asked, *by_score)))


def named(text: str, lang: Lang) -> str | None:
    """The specialty asked for by a doctor's name ('к окулисту'), the first if several; None if none is."""
    del lang
    return next(iter(doctors(_read(text)).asked), None)


def explain(text: str, lang: Lang) -> tuple[Evidence, ...]:
    """What was said that counts, weightiest first, for 'why this doctor' and for whoever corrects the knowledge.

    Names of doctors and the patient's age are no evidence: `rank` takes them before.
    """
    del lang
    return gather(_read(text))


@lru_cache(maxsize=64)
def _read(text: str) -> Message:
    message = read(text, vocabulary())
    message.denied = denied(message)
    message.denied |= doctors(message).cleared
    message.weights = weights(message)
    return message


def _scores(evidence: tuple[Evidence, ...], named_doctors: Doctors) -> dict[str, float]:
    """Sums of the weights; empty when all that was said together is no complaint."""
    if not _is_enough(evidence) and not named_doctors.told_of:
        return {}
    specific = any(one.weight >= _SPECIFIC and one.specialty != _GENERALIST for one in evidence)
    scores: dict[str, float] = {}
    for one in evidence:
        yields = specific and one.specialty == _GENERALIST and one.weight < WEIGHTS["certain"]
        scores[one.specialty] = scores.get(one.specialty, 0.0) + one.weight * (_YIELDS if yields else 1)
    for code in named_doctors.told_of:
        if code != _GENERALIST:
            scores[code] = scores.get(code, 0.0) + _TOLD_OF
    return scores


def _is_enough(evidence: tuple[Evidence, ...]) -> bool:
    """Whether a whole phrase was said, or at least two words hint at the same specialty."""
    hints = Counter(one.specialty for one in evidence if one.topic == HINT)
    return any(one.topic != HINT for one in evidence) or max(hints.values(), default=0) >= _HINTS_ENOUGH
