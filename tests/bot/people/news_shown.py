"""What the clinic's news shows to a patient at the terminal, with buttons that can be tapped."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from aiogram.types import InlineKeyboardMarkup

from api_client import ClinicClient
from bot.dialogue.desk import Desk
from bot.dialogue.news import render
from bot.dialogue.out import Words
from bot.redflags import emergency_code
from bot.terminal.screen import Button
from bot.texts import Language
from tests.bot.patient import Patient
from tests.bot.receptionists import Says
from tests.support.serving import API_TOKEN, IDENTITY_SECRET, Clinic


@dataclass(frozen=True, slots=True)
class Shown:
    kind: str
    text: str
    buttons: tuple[Button, ...]

    def button(self, label: str) -> Button:
        found = [button for button in self.buttons if label in button.label]
        assert found, f"no button {label!r} among {[button.label for button in self.buttons]}"
        return found[0]


def client_of(clinic: Clinic) -> ClinicClient:
    return ClinicClient(clinic.url, API_TOKEN, identity_secret=IDENTITY_SECRET, clock=clinic.clock)


def desk_of(clinic: Clinic, client: ClinicClient, language: Language = "en") -> Desk:
    return Desk(
        clinic=client,
        receptionist=Says(""),
        gate=emergency_code,
        clock=clinic.clock,
        zone=ZoneInfo("Europe/Moscow"),
        language=language,
        account_of=lambda user: f"telegram:{user.id}",
    )


async def news_for(clinic: Clinic, patient: Patient, recipient: str, language: Language = "en") -> list[Shown]:
    """What is due for the recipient, rendered now.

    The buttons stand under the chat's newest message: what a tap changes is seen there.
    """
    async with client_of(clinic) as staff:
        found = []
        for delivery in await staff.claim_deliveries(limit=100):
            if delivery.recipient != recipient:
                continue
            for item in await render(delivery, desk_of(clinic, staff, language)) or []:
                if not isinstance(item.content, Words):
                    continue
                markup = item.content.markup
                rows = markup.inline_keyboard if isinstance(markup, InlineKeyboardMarkup) else []
                under = patient.last_message_id()
                buttons = tuple(
                    Button(key.text, key.callback_data, under) for row in rows for key in row if key.callback_data
                )
                found.append(Shown(delivery.kind, item.content.html, buttons))
        return found
