"""What the group reads by itself: the closing list in the evening, and visits that had no reminder."""

from bot.dialogue.out import Outgoing, Priority, Words
from bot.dialogue.views.notices import notice
from bot.managers.closing.unmarked import unmarked
from bot.managers.closing.views import closing_list
from bot.managers.office import Office
from contracts.deliveries import Delivery


async def due(delivery: Delivery, office: Office) -> list[Outgoing]:
    """The list as it is when it is told; nothing if all has been marked meanwhile. Raises ClinicClientError."""
    branch = int(delivery.payload["branch_id"])
    visits = await unmarked(office.desk.clinic, (branch,))
    if not visits:
        return []
    screen = closing_list(office.words, visits, branch, 0)
    return [Outgoing(content=Words(html=screen.text, markup=screen.markup), priority=Priority.DECISION)]


async def reminders_missing(delivery: Delivery, office: Office) -> list[Outgoing]:
    screen = notice(office.words, "reminders-missing", count=str(int(delivery.payload["visits"])))
    return [Outgoing(content=Words(html=screen.text), priority=Priority.DECISION)]
