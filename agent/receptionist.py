"""A turn from the patient's words to an answer: the model if there is one, the offline model when it fails."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AnyMessage
from langsmith import tracing_context

from agent.breaker import Breaker
from agent.budget import BudgetInMemory, NoCallLeft
from agent.gateway import ClinicUnavailable
from agent.graph import agent_graph, most_steps
from agent.misbehaviour import Misbehaved
from agent.offline.model import OfflineModel
from agent.offline.words import words
from agent.primary import primary
from agent.privacy import facts_only, veil_for
from agent.prompt import dialogue, instructions
from agent.run import Run, Thinker
from agent.settings import AgentSettings
from agent.turn import Said, TurnContext, TurnResult
from agent.understood import Understood, noted, understand
from agent.verdict import may_be_said
from agent.wanted.heard import Heard
from agent.wanted.state import Wanted
from agent.warm import warm_up

log = logging.getLogger(__name__)


class GraphReceptionist:
    """Implements agent.turn.Receptionist. One for a process; turns run in parallel."""

    def __init__(self, settings: AgentSettings, clock: Callable[[], float]) -> None:
        self._settings = settings
        self._primary = primary(settings) if settings.has_model else None
        models: dict[Thinker, BaseChatModel] = {"offline": OfflineModel()}
        if self._primary:
            models["model"] = self._primary.model
            warm_up()
        self._graph = agent_graph(models, settings)
        self._budget = BudgetInMemory(settings.model_calls_a_day)
        self._told: tuple[date, str] | None = None
        self._breaker = Breaker(settings.breaker_failures, settings.breaker_seconds, clock)

    async def answer(self, text: str, history: Sequence[Said], context: TurnContext) -> TurnResult:
        """See agent.turn.Receptionist.answer. ClinicUnavailable also if the clinic keeps the offline answer waiting."""
        messages, understood = dialogue(text, history), await self._understood(text, history, context)
        by_model = self._primary and self._breaker.allows()
        result = await self._by_model(messages, context, understood) if by_model else None
        return noted(result or await self._offline(messages, context, understood), understood)

    async def aclose(self) -> None:
        """Close the connections to the model."""
        if self._primary:
            await self._primary.aclose()

    async def _understood(self, text: str, history: Sequence[Said], context: TurnContext) -> Understood:
        """Raises ClinicUnavailable."""
        try:
            async with asyncio.timeout(self._settings.offline_seconds):
                return await understand(text, history, context)
        except TimeoutError as error:
            raise ClinicUnavailable("the clinic did not answer in time") from error
        except ClinicUnavailable:
            raise
        except Exception as error:
            # A fault of our own rules: what was known stays, and a model may still understand the words.
            log.error("the patient's words could not be read: %s", _kind(error))
            return Understood(context.wanted or Wanted(), Heard())

    async def _by_model(
        self, messages: list[AnyMessage], context: TurnContext, understood: Understood
    ) -> TurnResult | None:
        """The model's answer, or None if it gave none that may be shown. Whatever it did so far is forgotten then."""
        try:
            async with asyncio.timeout(self._settings.turn_seconds):
                result = await self._run("model", messages, context, understood)
        except ClinicUnavailable:
            raise
        except NoCallLeft as spent:
            self._tell_once(spent, context)
            return None
        except Exception as error:
            # A model can fail in any way that HTTP, JSON and LangChain's parsing know; a patient is answered anyway.
            log.warning("the model failed, the offline model answers: %s", _kind(error))
            self._breaker.failed()
            return None
        self._breaker.succeeded()
        return result

    def _tell_once(self, spent: NoCallLeft, context: TurnContext) -> None:
        """One line for each reason on each day, however many patients write."""
        told = (context.now.astimezone(context.zone).date(), str(spent))
        if told != self._told:
            log.warning("no call of the model is left, the offline model answers: %s", spent)
        self._told = told

    async def _run(
        self, thinker: Thinker, messages: list[AnyMessage], context: TurnContext, understood: Understood
    ) -> TurnResult:
        """One run of the graph, from the patient's words and an empty ledger. Raises whatever goes wrong in it."""
        run = Run(context, thinker, instructions(context, understood))
        run.ledger.quote(understood.names())
        run.ledger.mention(understood.moments())
        if thinker == "model":
            run = replace(run, budget=context.budget or self._budget, veil=await veil_for(context))
        shown = facts_only(messages, context) if thinker == "model" and self._settings.minimal_data else messages
        with tracing_context(enabled=False):  # what patients write goes to no tracing service, whatever the environment
            state = await self._graph.ainvoke(
                {"messages": [*shown]}, context=run, config={"recursion_limit": most_steps(self._settings)}
            )
        text = state["messages"][-1].text.strip()
        may_be_said(text, run, messages)
        return TurnResult(
            text, run.ledger.proposals, run.ledger.reasons(), answered_by=thinker, hand_over=run.ledger.hand_over
        )

    async def _offline(self, messages: list[AnyMessage], context: TurnContext, understood: Understood) -> TurnResult:
        try:
            async with asyncio.timeout(self._settings.offline_seconds):
                return await self._run("offline", messages, context, understood)
        except TimeoutError as error:
            raise ClinicUnavailable("the clinic did not answer in time") from error
        except ClinicUnavailable:
            raise
        except Exception as error:
            # A fault of our own rules: the patient is asked again rather than left without an answer.
            log.error("the offline model failed: %s", _kind(error))
            return TurnResult(words(context.language).say("ask-who", times=0))


def _kind(error: Exception) -> str:
    """What to log: the rule that was broken, or the exception's type and place. Its message may quote the patient."""
    if isinstance(error, Misbehaved):
        return str(error)
    last = error.__traceback__
    while last is not None and last.tb_next is not None:
        last = last.tb_next
    place = f" at {last.tb_frame.f_globals.get('__name__')}:{last.tb_lineno}" if last else ""
    return type(error).__name__ + place
