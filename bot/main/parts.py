"""What one bot process is made of, opened once and closed together."""

from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ParseMode

import agent
from agent.turn import Receptionist
from api_client import ClinicClient
from bot.dialogue.desk import Desk
from bot.dialogue.dispatcher import dispatcher
from bot.inbox.intake import Intake
from bot.inbox.rooms import Rooms
from bot.main.settings import BotSettings
from bot.managers.dispatcher import managers_dispatcher
from bot.managers.office import Office, open_office
from bot.metrics import Metrics
from bot.points import Passing, kill_at, nothing_happens
from bot.redflags import emergency_code
from bot.storage import sends
from bot.storage.database import Pool, open_pool
from bot.storage.model_calls import StoredBudget
from bot.voice.over_http import HttpTranscriber

CONNECTIONS = 100


@dataclass(slots=True)
class Parts:
    """The wiring of a process."""

    settings: BotSettings
    bot: Bot
    pool: Pool
    clinic: ClinicClient
    desk: Desk
    rooms: Rooms
    office: Office
    intake: Intake
    metrics: Metrics
    passing: Passing


@asynccontextmanager
async def opened(
    settings: BotSettings, clock: Callable[[], datetime], receptionist: Receptionist | None = None
) -> AsyncIterator[Parts]:
    """`receptionist`: instead of the one of the settings. Raises one of database.FAILURES."""
    async with AsyncExitStack() as stack:
        bot = telegram_bot(settings)
        stack.push_async_callback(bot.session.close)
        if receptionist is None:
            built = agent.build(settings.agent)
            stack.push_async_callback(built.aclose)
            receptionist = built
        clinic = await stack.enter_async_context(
            ClinicClient(
                settings.api_url,
                settings.api_token.get_secret_value(),
                identity_secret=settings.identity_secret.get_secret_value(),
                clock=clock,
            )
        )
        transcriber = HttpTranscriber(settings.transcription) if settings.transcription else None
        if transcriber is not None:
            stack.push_async_callback(transcriber.aclose)
        pool = await open_pool(settings.database_url, settings.pool_size)
        stack.callback(pool.terminate)
        metrics = Metrics()
        desk = Desk(
            clinic=clinic,
            receptionist=receptionist,
            gate=emergency_code,
            clock=clock,
            zone=ZoneInfo(settings.zone),
            language=settings.lang,
            account_of=lambda user: f"telegram:{user.id}",
            transcriber=transcriber,
            keeps_words=not settings.agent.minimal_data,
            helplines=settings.helplines,
            count_alarm=lambda event, code: metrics.alarms.labels(event, code).inc(),
            budget=StoredBudget(pool, settings.agent.model_calls_a_day, metrics),
            label_of=lambda chat_id, message_id: sends.label_of(pool, chat_id, message_id),
        )
        rooms = Rooms(dispatcher(desk), settings.manager_chat_id)
        office = open_office(desk, pool, rooms, settings.manager_ids)
        rooms.managers = managers_dispatcher(office)
        passing = kill_at(settings.kill_at) if settings.kill_at else nothing_happens
        intake = Intake(bot, pool, rooms, passing, metrics)
        yield Parts(settings, bot, pool, clinic, desk, rooms, office, intake, metrics, passing)


def telegram_bot(settings: BotSettings) -> Bot:
    """aiogram's Bot for the configured server."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(settings.telegram_api_url), limit=CONNECTIONS)
    return Bot(settings.token.get_secret_value(), session, default=DefaultBotProperties(parse_mode=ParseMode.HTML))
