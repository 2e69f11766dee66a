"""Which processes the demo has, and what each is given."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from cli import times
from cli.data_folder import kept_secret
from cli.demo.part import Part
from cli.environment import Environment
from cli.loopback import HOST
from cli.running import ONLY_ENVIRONMENT

PASSED_ON = (
    "clinic_timezone",
    "openai_api_key",
    "openai_base_url",
    "openai_model",
    "hold_minutes",
    "rebooking_hours",
    "closing_undo_minutes",
    "no_shows_before_confirming",
    "confirm_by_hour",
    "review_policy",
    "review_hours",
    "review_margin_minutes",
    "review_default",
    "undo_minutes",
    "take_minutes",
    "counter_offer_hours",
    "alternatives_hours",
    "waits_per_person",
    "wait_offer_minutes",
    "wait_days",
    "quota_active_holds",
    "quota_future_appointments",
    "quota_bookings_per_hour",
    "quota_changes_per_appointment",
    "quota_applications_per_day",
    "log_level",
    "log_format",
)
"""What the demo takes from the settings. Its addresses, tokens and data are its own."""
TIMES = ("reminders", "quiet_hours", "closing_time")
"""The same, where the written form is not Python's."""
BOT_ID = 1
"""No real bot has such a number."""
MANAGERS = -1002000000001
MANAGER_IDS = (2001, 2002)
"""Those who are in the group at the local Telegram."""


@dataclass(frozen=True, slots=True)
class DemoPlaces:
    """Where the demo is: its data, and its ports on loopback."""

    folder: Path
    telegram_port: int
    api_port: int
    bot_port: int
    worker_port: int

    @property
    def telegram_url(self) -> str:
        return f"http://{HOST}:{self.telegram_port}"

    @property
    def api_url(self) -> str:
        return f"http://{HOST}:{self.api_port}"

    @property
    def bot_url(self) -> str:
        return f"http://{HOST}:{self.bot_port}"

    @property
    def worker_url(self) -> str:
        return f"http://{HOST}:{self.worker_port}"


def demo_parts(environment: Environment, places: DemoPlaces, lang: Literal["ru", "en"]) -> tuple[tuple[Part, ...], ...]:
    """In the order in which they stop; together in a tuple: at the same time."""
    given = demo_environment(environment, places.folder) | {
        "TELEGRAM_API_URL": places.telegram_url,
        "TELEGRAM_BOT_TOKEN": f"{BOT_ID}:demo-{kept_secret(places.folder, 'telegram_bot_token')}",
        "APPOINTMENTS_API_URL": places.api_url,
        "MANAGER_CHAT_ID": str(MANAGERS),
        "MANAGER_IDS": ",".join(map(str, MANAGER_IDS)),
    }
    api_ready, bot_ready = f"{places.api_url}/readyz", f"{places.bot_url}/readyz"
    telegram_up = f"{places.telegram_url}/healthz"
    bot = ["bot", "--port", str(places.bot_port), "--lang", lang, "--after", api_ready, "--after", telegram_up]
    api = ["api", "--port", str(places.api_port), "--demo-clinic"]
    worker = ["worker", "--port", str(places.worker_port)]
    worker_ready = f"{places.worker_url}/readyz"
    telegram = ["sandbox", "--port", str(places.telegram_port), "--lang", lang]
    for name, address in (("API", api_ready), ("bot", bot_ready), ("worker", worker_ready)):
        telegram += ["--ready-url", f"{name}={address}"]
    return (
        (Part("bot", "bot", bot, given, bot_ready),),
        (Part("worker", "worker", worker, given, worker_ready),),
        (
            Part("API", "api", api, given, api_ready),
            Part("local Telegram", "telegram", telegram, given, telegram_up),
        ),
    )


def demo_environment(environment: Environment, folder: Path) -> dict[str, str]:
    """Ours without the clinic's own settings, which a demo must not touch; its data is in `folder`."""
    settings = set(Environment.model_fields)
    kept = {name: value for name, value in os.environ.items() if name.lower() not in settings}
    passed = {name.upper(): getattr(environment, name) for name in PASSED_ON}
    return {
        **kept,
        **{name: str(value) for name, value in passed.items() if value is not None},
        **{name.upper(): times.written(getattr(environment, name)) for name in TIMES},
        "FRONTDESK_DATA": str(folder),
        ONLY_ENVIRONMENT: "1",
        "NO_PROXY": _also(kept, HOST),
        "no_proxy": _also(kept, HOST),
        "NICEGUI_STORAGE_PATH": str(folder / "page"),
    }


def _also(environment: Mapping[str, str], host: str) -> str:
    listed = environment.get("NO_PROXY") or environment.get("no_proxy") or ""
    return f"{listed},{host}".lstrip(",")
