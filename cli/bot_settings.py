"""From the environment to the settings of the bot's process."""

from typing import Literal

from pydantic import SecretStr

from bot.dialogue.helplines import Helplines
from bot.main.settings import TELEGRAM, BotSettings, WebhookSettings
from bot.voice import TranscriptionSettings
from cli.agent_settings import agent_settings
from cli.environment import Environment, SecretName

LOCAL_API = "http://127.0.0.1:8000"
"""Where `frontdesk api` is, if nothing else is said."""


def bot_settings(
    environment: Environment, token: str, database_url: str, host: str, port: int, lang: Literal["ru", "en"]
) -> BotSettings:
    hook = environment.telegram_webhook_url

    def secret(name: SecretName) -> SecretStr:
        return SecretStr(environment.secret(name))

    return BotSettings(
        token=SecretStr(token),
        telegram_api_url=environment.telegram_api_url or TELEGRAM,
        webhook=WebhookSettings(url=hook, secret=secret("telegram_webhook_secret")) if hook else None,
        database_url=database_url,
        api_url=environment.appointments_api_url or LOCAL_API,
        api_token=secret("api_token"),
        identity_secret=secret("identity_secret"),
        manager_chat_id=environment.manager_chat_id,
        manager_ids=environment.manager_ids,
        helplines=helplines(environment),
        lang=lang,
        zone=environment.clinic_timezone,
        agent=agent_settings(environment),
        transcription=_transcription(environment),
        host=host,
        port=port,
    )


def helplines(environment: Environment) -> Helplines:
    return Helplines(emergency=environment.emergency_numbers, crisis=environment.crisis_line)


def _transcription(environment: Environment) -> TranscriptionSettings | None:
    base_url, model, key = (
        environment.transcription_base_url,
        environment.transcription_model,
        environment.transcription_api_key,
    )
    if not base_url or not model:
        return None
    return TranscriptionSettings(base_url=base_url, model=model, api_key=SecretStr(key) if key else None)
