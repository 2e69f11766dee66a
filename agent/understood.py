"""What the agent makes of a patient's line before anybody thinks about an answer: the same for every model."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal

from agent.turn import HandOver, OwnVisits, Said, TurnContext, TurnResult
from agent.wanted.clinic import Clinic
from agent.wanted.hear import hear
from agent.wanted.heard import Heard
from agent.wanted.merge import merge
from agent.wanted.state import Shown, Wanted

_LEADS: dict[str, Literal["own_visits", "call"]] = {"own_appointments": "own_visits", "call": "call"}
_HANDS_OVER: dict[str, HandOver] = {"human": "asked_for_human", "complaint": "complaint"}
PATIENCE = 2
"""After so many lines in a row that say nothing to us, somebody of the clinic shall read them."""


@dataclass(frozen=True, slots=True)
class Understood:
    wanted: Wanted
    """The visit that is wanted now."""
    heard: Heard
    """What the last line said of it."""
    before: Wanted = field(default_factory=Wanted)
    doctors: dict[int, str] = field(default_factory=dict)
    """The names of the doctors of whom it speaks."""
    branches: dict[int, str] = field(default_factory=dict)
    """Names and addresses of the branches of which it speaks."""

    def names(self) -> list[str]:
        """From the clinic's records."""
        return [*self.doctors.values(), *(part for name in self.branches.values() for part in name.split(": ", 1))]

    def moments(self) -> list[datetime]:
        """The times that the patient named or was shown, however long ago: an answer may name them."""
        wanted = self.wanted
        stretches = (*wanted.windows, *wanted.refused)
        bounds = [bound for one in stretches for bound in (one.start, one.end) if isinstance(bound, datetime)]
        return [*bounds, *(one.start for one in (*wanted.shown, *wanted.seen))]

    def facts(self) -> dict[str, object]:
        """For a model to read: nothing in it tells who the patient is."""
        facts: dict[str, object] = {}
        if wanted := self.wanted.facts():
            facts["wanted"] = wanted
        if said := self.heard.model_dump(mode="json", exclude_defaults=True):
            facts["said"] = said
        if names := {kind: known for kind, known in (("doctors", self.doctors), ("branches", self.branches)) if known}:
            facts["names"] = names
        return facts


async def understand(text: str, history: Sequence[Said], context: TurnContext) -> Understood:
    """Reads the clinic's doctors and branches, for their names. Raises ClinicUnavailable.

    Without a state of the conversation the patient's lines in `history` are read again.
    """
    clinic = await Clinic.read(context.gateway)
    now = context.now.astimezone(context.zone)
    before = context.wanted if context.wanted is not None else _read_again(history, clinic, context)
    heard = hear(text, clinic, before, now, context.language)
    if heard.usual and not heard.doctors:
        heard = await _of_last_time(heard, clinic, before, context)
    wanted = merge(before, heard, now)
    if context.for_child and not wanted.child:
        wanted = merge(wanted, Heard(child=True), now)
    doctors = {one: found.full_name for one in _spoken_of(wanted) if (found := clinic.doctor(one)) is not None}
    branches = {
        one.branch_id: f"{one.name}: {one.address}"
        for one in clinic.branches
        if wanted.asking == "branch" or one.branch_id == wanted.branch
    }
    return Understood(wanted, heard, before, doctors, branches)


def noted(result: TurnResult, understood: Understood) -> TurnResult:
    """With the state to be kept: what was shown, or what was asked and how often; and whether it is for people now.

    Another doctor or branch, where there is no other one, was no refusal.
    """
    lost = _lost(result, understood)
    handed_over = result.hand_over or _HANDS_OVER.get(understood.heard.question or "")
    if handed_over is None and lost >= PATIENCE:
        handed_over = "not_understood"
    kept = _noted(result, understood)
    wanted = kept.wanted.model_copy(update={"lost": 0 if handed_over else lost})
    return replace(kept, wanted=wanted, hand_over=None if kept.proposals else handed_over)


def _lost(result: TurnResult, understood: Understood) -> int:
    """How many lines in a row have said nothing to our rules, this one included; a model may have understood it."""
    said_nothing = not understood.heard.model_dump(exclude={"other"}, exclude_defaults=True)
    return understood.before.lost + 1 if said_nothing and result.answered_by == "offline" else 0


def _noted(result: TurnResult, understood: Understood) -> TurnResult:
    wanted = understood.wanted
    heard, before = understood.heard, understood.before
    if (heard.other_doctor or heard.other_branch) and not result.proposals:
        refused = {"refused_doctors": before.refused_doctors, "refused_branches": before.refused_branches}
        wanted = wanted.model_copy(update=refused)
    if result.proposals:
        shown = tuple(Shown.of(one.slot) for one in result.proposals)
        return replace(result, wanted=wanted.model_copy(update={"shown": shown, "asked": {}}))
    leads_to = _LEADS.get(heard.question or "")
    if leads_to == "own_visits":  # what is said of a visit that is there says nothing of one that is wanted
        own = OwnVisits(heard.change, heard.specialties[:1], heard.doctors, heard.windows)
        return replace(result, wanted=before, leads_to=leads_to, own=own)
    if leads_to is not None:
        return replace(result, wanted=wanted, leads_to=leads_to)
    question = wanted.missing or "else"
    asked = {question: wanted.asked.get(question, 0) + 1}
    return replace(result, wanted=wanted.model_copy(update={"asked": asked}))


def _read_again(history: Sequence[Said], clinic: Clinic, context: TurnContext) -> Wanted:
    now, wanted = context.now.astimezone(context.zone), Wanted()
    for line in history:
        if line.who == "patient":
            wanted = merge(wanted, hear(line.text, clinic, wanted, now, context.language), now)
    return wanted


async def _of_last_time(heard: Heard, clinic: Clinic, wanted: Wanted, context: TurnContext) -> Heard:
    """The doctor of the newest past visit, else of a coming one: of the specialty that is spoken of, if any is."""
    visits = await context.gateway.past_visits() or await context.gateway.my_appointments()
    specialties = heard.specialties or wanted.specialties
    of_it = [one for one in visits if not specialties or one.specialty in specialties] or (
        [] if heard.named else list(visits)
    )
    known = (clinic.doctor(one.doctor_id) for one in of_it)
    found = next((one for one in known if one is not None), None)
    if found is None:
        return heard
    return heard.model_copy(update={"doctors": (found.doctor_id,), "specialty_of_doctor": found.specialty})


def _spoken_of(wanted: Wanted) -> tuple[int, ...]:
    return (*wanted.doctors, *wanted.candidates, *wanted.refused_doctors)
