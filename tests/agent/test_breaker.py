"""The circuit breaker against a plain model of it, and in front of a real server."""

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from agent.breaker import Breaker
from tests.agent.clinic_in_memory import a_clinic
from tests.agent.receptionists import context, thinking_with
from tests.agent.scripted_openai import Body, Reply, error, says, scripted

LIMIT, SECONDS = 3, 30.0
WISH = "болит горло, завтра после пяти"


class BreakerMachine(RuleBasedStateMachine):
    """Turns ask, use the model if they may, and report; some never report."""

    def __init__(self) -> None:
        super().__init__()
        self.now = 1000.0
        self.breaker = Breaker(LIMIT, SECONDS, lambda: self.now)
        self.failures = 0
        self.opened_at: float | None = None
        self.trial_at: float | None = None

    def expected(self) -> bool:
        latest = max((at for at in (self.opened_at, self.trial_at) if at is not None), default=None)
        return self.opened_at is None or latest is None or self.now >= latest + SECONDS

    @rule(outcome=st.sampled_from(["fails", "fails", "fails", "succeeds", "is cancelled"]))
    def turn(self, outcome: str) -> None:
        expected = self.expected()
        assert self.breaker.allows() == expected
        if not expected:
            return
        if self.opened_at is not None:
            self.trial_at = self.now
        if outcome == "succeeds":
            self.breaker.succeeded()
            self.failures, self.opened_at, self.trial_at = 0, None, None
        elif outcome == "fails":
            self.breaker.failed()
            self.failures += 1
            if self.failures >= LIMIT:
                self.opened_at, self.trial_at = self.now, None

    @rule(seconds=st.sampled_from([0.0, 1.0, SECONDS - 1.0, SECONDS]))
    def time_passes(self, seconds: float) -> None:
        self.now += seconds

    @precondition(lambda self: self.opened_at is not None and self.expected())
    @rule()
    def only_one_turn_tries_at_a_time(self) -> None:
        assert self.breaker.allows()
        self.trial_at = self.now
        assert not self.breaker.allows()

    @invariant()
    def closed_below_the_limit(self) -> None:
        if self.failures < LIMIT:
            assert self.expected()


BreakerMachine.TestCase.settings = settings(max_examples=100, stateful_step_count=30, deadline=None)
test_the_breaker_keeps_to_its_model = BreakerMachine.TestCase


def test_half_open_lets_one_turn_try_and_another_only_if_that_one_was_lost() -> None:
    now = [0.0]
    breaker = Breaker(1, SECONDS, lambda: now[0])
    breaker.failed()
    assert not breaker.allows()

    now[0] = SECONDS
    assert [breaker.allows(), breaker.allows()] == [True, False]
    now[0] = 2 * SECONDS
    assert breaker.allows()


async def test_an_open_breaker_spares_the_server_until_a_trial_succeeds() -> None:
    now = [0.0]
    well = [False]

    def sick_or_well(_: Body) -> Reply:
        return says("Какой день вам удобен?") if well[0] else error(500, "server_error")

    async with (
        scripted(sick_or_well) as model,
        thinking_with(model.base_url, clock=lambda: now[0], breaker_failures=2, breaker_seconds=30.0) as receptionist,
    ):

        async def turn() -> tuple[str, int]:
            result = await receptionist.answer(WISH, [], context(a_clinic()))
            return result.answered_by, len(model.requests)

        assert [await turn() for _ in range(4)] == [("offline", 1), ("offline", 2), ("offline", 2), ("offline", 2)]
        now[0] = 30.0
        assert [await turn() for _ in range(2)] == [("offline", 3), ("offline", 3)]
        now[0], well[0] = 60.0, True
        assert [await turn() for _ in range(2)] == [("model", 4), ("model", 5)]
