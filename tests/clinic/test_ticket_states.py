"""The life of a ticket: what follows from any way of writing to it, and that the contract names the same states."""

from hypothesis import given
from hypothesis import strategies as st

from clinic.tickets.domain import FOLLOWS, SPOKEN, Author, Reason, Status
from contracts.tickets import CommentAuthor, TicketReason, TicketStatus

Step = Author | Status
STEPS = st.lists(st.one_of(st.sampled_from(Author), st.sampled_from(Status)), max_size=30)
"""Somebody writes, or sets a status."""


def after(status: Status, step: Step) -> Status | None:
    """None: refused, nothing changes."""
    if isinstance(step, Author):
        return SPOKEN.get((status, step))
    return step if step in FOLLOWS[status] else None


def test_the_contract_names_the_domains_states() -> None:
    assert [status.value for status in Status] == [status.value for status in TicketStatus]
    assert [author.value for author in Author] == [author.value for author in CommentAuthor]
    assert [reason.value for reason in Reason] == [reason.value for reason in TicketReason]


def test_a_comment_makes_no_step_that_is_not_allowed() -> None:
    assert set(FOLLOWS) == set(Status)
    for (before, _), then in SPOKEN.items():
        assert then is before or then in FOLLOWS[before]
    assert {before for before, _ in SPOKEN} == set(Status) - {Status.CLOSED}


@given(STEPS)
def test_closed_is_final_and_never_left(steps: list[Step]) -> None:
    status, closed = Status.OPEN, False
    for step in steps:
        then = after(status, step)
        assert not (closed and then is not None)
        status = then or status
        closed = status is Status.CLOSED


@given(STEPS)
def test_answered_says_that_the_clinic_spoke_last(steps: list[Step]) -> None:
    """As long as nobody sets a status by hand."""
    status, last = Status.OPEN, Author.PATIENT
    for step in steps:
        if isinstance(step, Author):
            status, last = SPOKEN[status, step], step
            assert (status is Status.ANSWERED) == (last is Author.CLINIC)
    assert (status is Status.OPEN) == (Author.CLINIC not in steps)


@given(STEPS)
def test_open_is_never_come_back_to(steps: list[Step]) -> None:
    status, left = Status.OPEN, False
    for step in steps:
        status = after(status, step) or status
        assert not (left and status is Status.OPEN)
        left = left or status is not Status.OPEN
