"""What the agent is told at start. A plain model: reading the environment is the caller's step."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, SecretStr

Seconds = Annotated[float, Field(gt=0, le=600)]
Count = Annotated[int, Field(ge=1, le=100)]


class AgentSettings(BaseModel):
    """Which model thinks, and how far a turn may go.

    The OpenAI-compatible model is used only when key, base URL and model are all given; otherwise the offline model
    answers everything, so a lone `OPENAI_API_KEY` in somebody's shell sends no patient's words anywhere.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", protected_namespaces=())

    openai_api_key: SecretStr | None = None
    openai_base_url: str | None = None
    openai_model: str | None = None
    max_model_calls: Count = 8
    max_tool_calls: Count = 12
    max_tool_errors: Annotated[int, Field(ge=0, le=10)] = 1
    """How many wrong tool calls (an invented slot id, a bad date) a model may correct before it is given up."""
    model_calls_a_day: Annotated[int, Field(ge=0, le=10_000_000)] = 2000
    """How many calls of the model a day of the clinic may have, several a turn. 0: none, the offline model answers."""
    minimal_data: bool = False
    """The model is told what the rules understood, and none of the patient's words."""
    turn_seconds: Seconds = 25.0
    """How long the model may think in one turn, tools included."""
    offline_seconds: Seconds = 5.0
    """How long the offline answer may take; it spends them on the clinic's answers only."""
    breaker_failures: Count = 3
    """Failed turns in a row after which the model is left alone."""
    breaker_seconds: Seconds = 30.0
    """For how long it is left alone."""

    @property
    def has_model(self) -> bool:
        """Whether a model besides the offline one is configured."""
        key = self.openai_api_key.get_secret_value() if self.openai_api_key else ""
        return bool(key.strip() and (self.openai_base_url or "").strip() and (self.openai_model or "").strip())
