"""Serve the demo's local Telegram with its chat page, on loopback alone: whoever reaches it can write as anybody."""

from typing import Literal

from cli.loopback import HOST, listen
from cli.running import Failed, read_environment
from cli.serving import serve_app
from sandbox.main import create_app
from sandbox.page.mount import mount_page
from sandbox.page.settings import PageSettings
from sandbox.settings import BotSettings, SandboxSettings, demo_group, demo_people

STOP_SECONDS = 1
"""For calls that wait for news."""
USERNAME, NAME = "frontdesk_demo_bot", {"ru": "Регистратура", "en": "Front desk"}


def serve(port: int, lang: Literal["ru", "en"], ready_urls: dict[str, str]) -> None:
    """Its bot has TELEGRAM_BOT_TOKEN, its managers' group MANAGER_CHAT_ID, its managers
    MANAGER_IDS. `ready_urls`: by part."""
    environment = read_environment()
    if not environment.telegram_bot_token:
        raise Failed("TELEGRAM_BOT_TOKEN must be set to a made-up token.")
    with listen(HOST, port) as listening:
        settings = SandboxSettings(
            bots=[BotSettings(token=environment.telegram_bot_token, username=USERNAME, name=NAME[lang])],
            people=demo_people(),
            groups=[demo_group(lang, environment.manager_chat_id, environment.manager_ids)],
            ready_urls=ready_urls,
        )
        app = create_app(settings)
        mount_page(app, app.state.world, PageSettings(language=lang))
        serve_app(app, listening, "The local Telegram", STOP_SECONDS)
