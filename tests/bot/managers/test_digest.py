"""The pinned digest: one message, edited; made again when it was deleted; quiet in a burst."""

from datetime import datetime, timedelta

from bot.sending.limits import SendLimits
from sandbox.client import Message
from tests.bot.edge.processes import RunningClock
from tests.bot.managers.scene import SAY, Scene, applied, dealt, managers
from tests.support.clock import StillClock

SAID = ("sendMessage", "editMessageText", "sendDocument", "sendVenue")


async def digest_with(scene: Scene, *words: str) -> Message:
    """The digest, once it has all of the words."""

    def found(message: Message) -> bool:
        return message.text.startswith(SAY("digest-title")[3:-4]) and all(each in message.text for each in words)

    return await scene.olga.wait_for(lambda sight: next((one for one in sight.from_bot() if found(one)), None))


def plain(text: str) -> str:
    return text.replace("<b>", "").replace("</b>", "")


async def test_one_message_is_pinned_and_edited(edge_database: str, clock: StillClock) -> None:
    async with managers(edge_database, clock, digest_every=0.05) as scene:
        first = await digest_with(scene, SAY("digest-empty"))
        (pin,) = await scene.edge.telegram.called("pinChatMessage")
        assert (pin["arguments"]["message_id"], pin["arguments"]["disable_notification"]) == (str(first.id), "true")
        await applied(scene.clinic)
        await applied(scene.clinic, "telegram:901", number=30)
        counted = await digest_with(scene, plain(SAY("digest-waiting", count=2)))
        assert counted.id == first.id
        await dealt(scene.olga)
        assert (await digest_with(scene, SAY("digest-taken", who="Olga (1)"))).id == first.id
        await scene.edge.table.until("SELECT digest_id FROM bot.rooms", first.id)
        assert len(await scene.edge.telegram.calls("pinChatMessage")) == 1


async def test_a_deleted_digest_is_made_and_pinned_again(edge_database: str, clock: StillClock) -> None:
    async with managers(edge_database, clock, digest_every=0.05) as scene:
        first = await digest_with(scene, SAY("digest-empty"))
        await scene.olga.delete(first)
        await applied(scene.clinic)
        again = await digest_with(scene, plain(SAY("digest-waiting", count=1)))
        assert again.id != first.id
        pins = await scene.edge.telegram.called("pinChatMessage", 2)
        assert pins[-1]["arguments"]["message_id"] == str(again.id)


async def test_a_bot_that_may_not_pin_still_keeps_its_digest(edge_database: str, clock: StillClock) -> None:
    async with managers(edge_database, clock, digest_every=0.05, administrators=False) as scene:
        first = await digest_with(scene, SAY("digest-empty"))
        await applied(scene.clinic)
        assert (await digest_with(scene, plain(SAY("digest-waiting", count=1)))).id == first.id


async def test_sixty_applications_stay_inside_twenty_messages_a_minute(edge_database: str, clock: StillClock) -> None:
    async with managers(
        edge_database, clock, digest_every=0.3, limits=SendLimits(), telegrams_clock=RunningClock()
    ) as scene:
        await scene.edge.telegram.flood(enabled=True)
        for number in range(60):
            await applied(scene.clinic, f"telegram:{1000 + number}", number=3 * number)
        await digest_with(scene, plain(SAY("digest-waiting", count=60)))
        await scene.edge.table.until("SELECT count(*) FROM deliveries WHERE finished_at IS NULL", 0)
        calls = [each for method in SAID for each in await scene.edge.telegram.calls(method)]
        assert {each["code"] for each in calls} == {200}
        at = sorted(datetime.fromisoformat(each["at"]) for each in calls)
        assert max(sum(first <= one < first + timedelta(minutes=1) for one in at) for first in at) <= 20
        assert len([each for each in await scene.messages() if each.text]) == 1
