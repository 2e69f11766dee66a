"""A dialogue with the offline receptionist, line by line: the state goes from turn to turn as the bot keeps it."""

from agent.turn import TurnContext, TurnResult
from agent.wanted.state import Wanted
from tests.agent.clinic_in_memory import MOSCOW, NOW, Clinic
from tests.agent.demo_clinic import demo_clinic
from tests.agent.receptionists import Language, offline


class Conversation:
    """Keeps no history: whatever is remembered is in the state, stored as JSON as the bot stores it."""

    def __init__(self, language: Language = "ru", clinic: Clinic | None = None, *, for_child: bool = False) -> None:
        self.clinic = clinic or demo_clinic()
        self.wanted = Wanted()
        self.answers: list[TurnResult] = []
        self._language: Language = language
        self._for_child = for_child

    async def say(self, *lines: str) -> TurnResult:
        """The answer to the last of the lines."""
        for line in lines:
            context = TurnContext(
                self.clinic, NOW, MOSCOW, self._language, wanted=self.wanted, for_child=self._for_child
            )
            result = await offline().answer(line, (), context)
            self.wanted = Wanted.model_validate_json(result.wanted.model_dump_json())
            self.answers.append(result)
        return self.answers[-1]

    @property
    def offered(self) -> list[str]:
        """The newest proposal: doctor and time, `1 1119-17`."""
        return [f"{p.slot.doctor_id} {p.slot.start_time:%m%d-%H}" for p in self.answers[-1].proposals]

    @property
    def doctors(self) -> set[int]:
        return {p.slot.doctor_id for p in self.answers[-1].proposals}

    @property
    def days(self) -> set[int]:
        """Days of the month."""
        return {p.slot.start_time.day for p in self.answers[-1].proposals}

    @property
    def hours(self) -> set[int]:
        return {p.slot.start_time.hour for p in self.answers[-1].proposals}

    @property
    def text(self) -> str:
        return self.answers[-1].text
