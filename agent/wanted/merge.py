"""How a message changes the wish: corrections, additions, refusals, changes of mind. Pure."""

from datetime import datetime

from agent.wanted.hear import FOR_CHILDREN
from agent.wanted.heard import Heard
from agent.wanted.state import Open, Shown, Than, Wanted
from agent.wanted.times import SaidWhen, When, changed, pruned, turned, when_of

FALLBACK = "therapist"
FITS_ANYTHING = (FALLBACK, FOR_CHILDREN)


def merge(wanted: Wanted, heard: Heard, now: datetime) -> Wanted:
    """The wish after the message. `now` is aware, in the clinic's zone.

    What is said anew replaces what was said of the same; what is not spoken of stays. A refusal stays until what it
    refuses is asked for. Chatter changes nothing, questions neither.
    """
    if heard.restart:
        wanted = Wanted()
    wanted = _passed(wanted, now)
    if not heard.says_something:
        return wanted
    if heard.chosen:
        return wanted.model_copy(update={"asking": None})
    before = wanted
    for step in (_child, _specialty, _constraints, _doctor, _branch):
        wanted = step(wanted, heard)
    wanted = _time(wanted, heard, now)
    if _aim(wanted) != _aim(before):
        wanted = wanted.model_copy(update={"seen": ()})
    if heard.turn == "more":
        wanted = wanted.model_copy(update={"seen": _united(wanted.seen, before.shown)})
    return wanted.model_copy(update={"asking": _asking(wanted, heard)})


def _passed(wanted: Wanted, now: datetime) -> Wanted:
    when = pruned(when_of(wanted), now)
    return _with(
        wanted,
        when,
        shown=tuple(one for one in wanted.shown if one.start > now),
        seen=tuple(one for one in wanted.seen if one.start > now),
    )


def _child(wanted: Wanted, heard: Heard) -> Wanted:
    return wanted if heard.child is None else wanted.model_copy(update={"child": heard.child})


def _specialty(wanted: Wanted, heard: Heard) -> Wanted:
    """A doctor's kind by its name wins; a complaint replaces an earlier one unless it is added to it."""
    new = heard.specialties
    if not new:
        return _grown_up(wanted)
    current = wanted.specialties[:1]
    if heard.named:
        doctors = wanted.doctors if new[:1] == current else ()
        named = {"specialties": new, "named": True, "candidates": (), "doctors": doctors}
        return _grown_up(wanted.model_copy(update=named))
    if wanted.named and current and (current[0] in new or current[0] in FITS_ANYTHING or heard.also):
        return _grown_up(wanted)
    ranked = _added(wanted.specialties, new) if heard.also else new
    update: dict[str, object] = {"specialties": ranked, "named": False}
    if current and current[0] not in ranked:
        update["doctors"] = ()
    return _grown_up(wanted.model_copy(update=update))


def _added(old: tuple[str, ...], new: tuple[str, ...]) -> tuple[str, ...]:
    """Both lists as one: the sum of 1/place, so what both lead to comes first; the older of equals."""
    both = tuple(dict.fromkeys((*old, *new)))
    score = {one: sum(1 / (ranked.index(one) + 1) for ranked in (old, new) if one in ranked) for one in both}
    return tuple(sorted(both, key=lambda one: -score[one]))


def _grown_up(wanted: Wanted) -> Wanted:
    """Children are seen by the paediatrician unless another doctor was named; nobody else is."""
    specialties = wanted.specialties
    if not specialties or wanted.named:
        return wanted
    if wanted.child:
        rest = tuple(one for one in specialties if one not in FITS_ANYTHING)
        return wanted.model_copy(update={"specialties": (FOR_CHILDREN, *rest)})
    if specialties[0] == FOR_CHILDREN:
        rest = specialties[1:] or (FALLBACK,)
        return wanted.model_copy(update={"specialties": rest})
    return wanted


def _constraints(wanted: Wanted, heard: Heard) -> Wanted:
    update: dict[str, object] = {}
    if heard.gender is not None or heard.any_gender:
        update["gender"] = heard.gender
    if heard.language is not None or heard.any_language:
        update["language"] = heard.language
    if heard.leaves_doctor:
        update["doctors"] = ()
    return wanted.model_copy(update=update) if update else wanted


def _doctor(wanted: Wanted, heard: Heard) -> Wanted:
    update: dict[str, object] = {}
    refused = dict.fromkeys((*wanted.refused_doctors, *heard.refused_doctors))
    left = tuple(one for one in wanted.doctors if one not in refused)
    if heard.any_doctor:
        refused, left = {}, ()
        update["gender"] = heard.gender
    if heard.other_doctor:
        refused |= dict.fromkeys(wanted.doctors or (one.doctor_id for one in wanted.shown))
        left = ()
    if heard.doctors:
        refused = {one: None for one in refused if one not in heard.doctors}
        left = heard.doctors
        update["candidates"] = ()
        if heard.specialty_of_doctor is not None:
            update |= {"specialties": (heard.specialty_of_doctor,), "named": True}
    elif heard.candidates:
        left = ()
        update["candidates"] = heard.candidates
    return wanted.model_copy(update=update | {"refused_doctors": tuple(refused), "doctors": left})


def _branch(wanted: Wanted, heard: Heard) -> Wanted:
    refused = dict.fromkeys((*wanted.refused_branches, *heard.refused_branches))
    branch = wanted.branch
    if heard.any_branch:
        refused, branch = {}, None
    if heard.other_branch:
        shown = {one.branch_id for one in wanted.shown if one.branch_id is not None}
        refused |= dict.fromkeys([branch] if branch is not None else shown if len(shown) == 1 else ())
        branch = None
    if heard.branch is not None:
        refused.pop(heard.branch, None)
        branch = heard.branch
    branch = None if branch in refused else branch
    return wanted.model_copy(update={"branch": branch, "refused_branches": tuple(refused)})


def _time(wanted: Wanted, heard: Heard, now: datetime) -> Wanted:
    said = SaidWhen(heard.windows, heard.asap, heard.refused, heard.any_time, heard.any_day)
    when = changed(when_of(wanted), said, now)
    if heard.turn in ("later", "earlier", "another_day") and not heard.windows:
        when = turned(when, heard.turn, (wanted.held,) if wanted.held is not None else wanted.shown, now)
    return _with(wanted, when)


def _asking(wanted: Wanted, heard: Heard) -> Open | None:
    if wanted.candidates and not wanted.doctors:
        return "doctor"
    if (heard.nearest_branch or heard.branches) and wanted.branch is None:
        return "branch"
    still = wanted.asking == "branch" and wanted.branch is None and not (heard.any_branch or heard.refused_branches)
    return "branch" if still and not heard.specialties and not heard.says_when else None


def _aim(wanted: Wanted) -> object:
    """What is searched for: when it changes, everything may be shown again."""
    return wanted.model_dump(
        include={"specialties", "doctors", "gender", "language", "branch", "windows", "hours", "than"}
    )


def _united(first: tuple[Shown, ...], second: tuple[Shown, ...]) -> tuple[Shown, ...]:
    return tuple(dict.fromkeys((*first, *second)))


def _with(wanted: Wanted, when: When, **more: tuple[Shown, ...]) -> Wanted:
    fields: dict[str, object] = {
        "windows": when.windows,
        "hours": when.hours,
        "asap": when.asap,
        "refused": when.refused,
        "refused_hours": when.refused_hours,
        "than": _than(when),
    }
    return wanted.model_copy(update=fields | more)


def _than(when: When) -> Than | None:
    return when.than if when.windows or when.than is None or when.than.turn == "earlier" else None
