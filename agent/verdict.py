"""Whether a finished run may be shown to the patient."""

from collections.abc import Sequence
from datetime import datetime, time

from langchain_core.messages import AnyMessage, HumanMessage

from agent.output_check import check, check_times, clocks_in
from agent.run import Run
from agent.strangers import check_strangers
from understanding import dates

PARTS_OF_DAY = (time(12), time(17))


def may_be_said(text: str, run: Run, messages: Sequence[AnyMessage]) -> None:
    """Raises RefusedText. `messages` is the dialogue that the run began with.

    Times, names and numbers are checked in a model's text only: the offline model writes none that it was not given.
    """
    ledger, language = run.ledger, run.turn.language
    reasons = [proposal.reason for proposal in ledger.proposals]
    for said in (text, *reasons):
        check(said, language, quoted=ledger.quoted, appointments_read=ledger.appointments_read)
    if run.thinker == "model":
        whole = "\n".join([text, *reasons])
        check_times(whole, known_times(run, messages))
        check_strangers(whole, [*(message.text for message in messages), *run.own_names], ledger.quoted)


def known_times(run: Run, messages: Sequence[AnyMessage]) -> set[time]:
    """Times of day that the clinic gave in this run or that the patient meant."""
    now = run.turn.now.astimezone(run.turn.zone)
    known = {moment.time().replace(second=0, microsecond=0) for moment in (now, *run.ledger.moments)}
    for message in messages:
        known = known.union(*clocks_in(message.text))
        if isinstance(message, HumanMessage):
            wish = dates.parse(message.text, run.turn.language, now)
            bounds = (bound for window in wish.windows + wish.refused for bound in (window.start, window.end))
            known |= {bound.time() for bound in bounds if isinstance(bound, datetime)}
    return known.union(PARTS_OF_DAY)
