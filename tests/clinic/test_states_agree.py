"""The domain imports no framework and the contract is pydantic's, so the states are written twice: they must agree."""

from clinic.appointments.domain.states import State
from clinic.schedule.engine.explain import Why
from clinic.waits.domain import FOLLOWS, OPEN
from clinic.waits.domain import Status as Waiting
from contracts.appointments import AppointmentStatus
from contracts.schedule import ReasonCode
from contracts.waits import WaitStatus


def test_the_contract_names_the_domains_states_and_reasons() -> None:
    assert [state.value for state in State] == [status.value for status in AppointmentStatus]
    assert {why.value for why in Why} | {"no_doctor"} == {code.value for code in ReasonCode}


def test_a_place_in_line_ends_once() -> None:
    assert [status.value for status in Waiting] == [status.value for status in WaitStatus]
    assert set(FOLLOWS) == set(Waiting)
    assert {status for status, following in FOLLOWS.items() if following} == OPEN
