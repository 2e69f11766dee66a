"""SIGKILL of the real process at each named point: nothing is lost, no effect happens twice."""

import signal

import pytest

from sandbox.client import Button, Message, Person, Sight
from tests.bot.edge.processes import RunningClock, supervised, with_secrets
from tests.bot.edge.running import Table, edge_settings
from tests.sandbox.running import Sandbox, running_sandbox
from tests.support.serving import running_clinic

SLOT, CONFIRM, AGREE = "s:", "ok:", "agree:"
BOOKED = "Your visit is booked"


@pytest.mark.parametrize(
    "kill_at",
    [
        "taken:2",  # the words are kept, nobody has read them
        "before commit:4",  # the hold is made, the bot has not stored its turn
        "before commit:5",  # the appointment is made, the bot has not stored its turn
        "dialogue done:5",  # the card is stored, nothing of it is sent
        "sent:2",  # the consent's question is in the chat, the bot has not noted it
        "recorded:3",
    ],
)
async def test_a_killed_bot_goes_on_where_it_was(edge_database: str, kill_at: str) -> None:
    clock = RunningClock()
    async with running_sandbox(clock) as sandbox, running_clinic(edge_database, clock) as clinic:
        settings = edge_settings(sandbox.url, clinic.url, edge_database, lang="en")
        dying = settings.model_copy(update={"kill_at": kill_at})
        async with supervised(with_secrets(dying), with_secrets(settings)) as bot:
            anna = await sandbox.telegram.user("Anna", language_code="en")
            table = Table(edge_database)
            await _books(anna, table)
            assert bot.died.is_set(), "the point was never passed"
            await table.all_done()
        assert bot.exit_codes[0] == -signal.SIGKILL
        assert await table.value("SELECT count(*) FROM bot.updates WHERE state <> 'done'") == 0
        assert await table.value("SELECT count(*) FROM appointments WHERE status = 'confirmed'") == 1
        assert await table.value("SELECT count(*) FROM bot.sends WHERE outcome <> 'sent'") == 0
        twice = await _accepted(sandbox) - await table.value("SELECT count(*) FROM bot.sends")
        assert twice == (1 if kill_at.startswith("sent") else 0)


async def _books(anna: Person, table: Table) -> None:
    """One step after another, so that nothing else is on its way when the process dies."""
    await anna.start()
    await anna.next_message()
    await table.all_done()
    await anna.say("an ENT doctor, please")
    for data in (AGREE, SLOT, CONFIRM):
        await _presses(anna, data)
        await table.all_done()
    await anna.wait_for_text(BOOKED, timeout=30)


async def _presses(person: Person, data: str) -> None:
    """The first button of this kind, as soon as it is on the screen."""

    def find(sight: Sight) -> tuple[Message, Button] | None:
        buttons = ((m, b) for m in reversed(sight.from_bot()) for row in m.buttons for b in row)
        return next(((m, b) for m, b in buttons if (b.callback_data or "").startswith(data)), None)

    message, button = await person.wait_for(find, timeout=30)
    await person.press_data(message, button.callback_data or "")


async def _accepted(sandbox: Sandbox) -> int:
    """How often Telegram took something that the bot wanted in the chat."""
    kinds = {"sendMessage", "editMessageText", "deleteMessage", "sendDocument", "sendVenue"}
    return sum(call["method"] in kinds and call["code"] == 200 for call in await sandbox.telegram.calls())
