"""With whom to look: what the patient asked for, and what of it has to be given up if nobody answers to all of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from agent.offline.need import Need
from agent.offline.step import Call
from agent.offline.talk import Talk
from agent.wanted.state import Wanted

MOST_SEARCHES = 3
"""For so many doctors there is a search each; more are searched for by what they have in common."""
Trait = Literal["doctor", "gender", "language", "branch"]
KEPT_FIRST: tuple[Trait, ...] = ("gender", "language", "branch")

Whom = dict[str, Any]
"""The arguments of a search that say with whom and where."""


@dataclass(frozen=True, slots=True)
class Aim:
    specialty: str | None
    """None: whatever the doctors who were asked for by name do."""
    whom: tuple[Whom, ...]
    """A search for each."""
    kept: tuple[Trait, ...] = ()
    given_up: tuple[Trait, ...] = ()
    allowed: frozenset[int] | None = None
    """The doctors whose times may be shown; None: all that are found."""
    because_full: bool = False
    """Given up not for want of such a doctor, but of such a doctor's free time."""
    instead_of_full: str | None = None
    """The better specialty, which has no time when the patient wants to come."""

    def admits(self, slot: dict[str, Any]) -> bool:
        fits = self.allowed is None or slot["doctor_id"] in self.allowed
        return fits and self.specialty in (None, slot["specialty"])


@dataclass(frozen=True, slots=True)
class Unknown:
    """These answers are needed before it is known with whom to look."""

    calls: tuple[Call, ...]


def by_name(wanted: Wanted) -> Aim:
    """The doctors who were asked for, and nobody else."""
    return Aim(None, tuple({"doctor_id": one} for one in wanted.doctors[:MOST_SEARCHES]), kept=("doctor",))


def first_look(need: Need, wanted: Wanted) -> Aim | None:
    """The likeliest aim before anything is known of the clinic; None if it is too unlike what may come out."""
    if traits(wanted) or wanted.refused_doctors or wanted.refused_branches:
        return None
    return Aim(need.candidates[0], ({"specialty": need.candidates[0]},))


def of_specialty(specialty: str, talk: Talk) -> Iterator[Aim] | Unknown:
    """What to try, one after the other: as much of what was asked for as the doctors allow, then the specialty alone.

    Nothing to try: nobody is left whom the patient has not refused.
    """
    wanted = talk.wanted
    asked = traits(wanted)
    if not asked and not wanted.refused_doctors and not wanted.refused_branches:
        lost: tuple[Trait, ...] = ("doctor",) if wanted.doctors else ()
        return iter((Aim(specialty, ({"specialty": specialty},), given_up=lost, because_full=bool(lost)),))
    known = talk.answers("doctors", specialty=specialty)
    if not known:
        return Unknown((Call("doctors", {"specialty": specialty}),))
    return _tried(specialty, wanted, known[-1].answer)


def traits(wanted: Wanted) -> tuple[Trait, ...]:
    """What the doctor has to be like, the most important first."""
    asked = {"gender": wanted.gender, "language": wanted.language, "branch": wanted.branch}
    return tuple(trait for trait in KEPT_FIRST if asked[trait] is not None)


def _tried(specialty: str, wanted: Wanted, answer: dict[str, Any]) -> Iterator[Aim]:
    listed: list[dict[str, Any]] = answer.get("doctors", [])
    whole = not answer.get("more")
    left = [one for one in listed if not _refused(one, wanted)]
    if whole and not left:
        return
    lost: tuple[Trait, ...] = ("doctor",) if wanted.doctors else ()
    asked = traits(wanted)
    kept = _most(asked, left, wanted) if whole else asked
    given_up = tuple(one for one in asked if one not in kept)
    yield _aim(specialty, wanted, left, kept, lost + given_up, whole, because_full=bool(lost))
    if kept:
        yield _aim(specialty, wanted, left, (), lost + asked, whole, because_full=True)


def _aim(
    specialty: str,
    wanted: Wanted,
    left: list[dict[str, Any]],
    kept: tuple[Trait, ...],
    given_up: tuple[Trait, ...],
    whole: bool,
    *,
    because_full: bool,
) -> Aim:
    fit = [one["doctor_id"] for one in left if all(_has(one, trait, wanted) for trait in kept)]
    narrow = kept or wanted.refused_doctors or wanted.refused_branches
    whom: tuple[Whom, ...]
    if whole and narrow and len(fit) <= MOST_SEARCHES:
        whom = tuple({"doctor_id": one} for one in fit)
    else:
        values = {"gender": wanted.gender, "language": wanted.language, "branch": wanted.branch}
        filters = {"branch_id" if trait == "branch" else trait: values[trait] for trait in kept if trait != "doctor"}
        whom = ({"specialty": specialty, **filters},)
    return Aim(specialty, whom, kept, given_up, frozenset(fit) if whole else None, because_full)


def _most(asked: tuple[Trait, ...], left: list[dict[str, Any]], wanted: Wanted) -> tuple[Trait, ...]:
    """As many of the traits as a doctor has, the more important ones first."""
    kept: tuple[Trait, ...] = ()
    for trait in asked:
        more = (*kept, trait)
        if any(all(_has(one, each, wanted) for each in more) for one in left):
            kept = more
    return kept


def _has(doctor: dict[str, Any], trait: Trait, wanted: Wanted) -> bool:
    if trait == "gender":
        return bool(doctor.get("gender") == wanted.gender)
    if trait == "language":
        return wanted.language in doctor.get("languages", ())
    return bool(doctor.get("branch_id") == wanted.branch)


def _refused(doctor: dict[str, Any], wanted: Wanted) -> bool:
    return doctor["doctor_id"] in wanted.refused_doctors or doctor["branch_id"] in wanted.refused_branches
