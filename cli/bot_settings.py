"""From the environment to the settings of the bot's process."""

from typing import Literal

from pydantic import SecretStr

from bot.main.settings import TELEGRAM, BotSettings, WebhookSettings
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
        lang=lang,
        zone=environment.clinic_timezone,
        agent=agent_settings(environment),
        host=host,
        port=port,
    )
