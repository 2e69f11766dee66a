"""The demo clinic, where there is no clinic yet."""

from clinic.migrations import runner
from clinic.platform.database import connect
from clinic.schedule.load import load
from clinic.schedule.seed import seed_demo


async def make_demo_clinic(url: str) -> None:
    """The newest schema, and the demo clinic if there are no doctors."""
    await runner.upgrade(url)
    opened = connect(url, 1)
    try:
        if not (await load(opened)).doctors:
            await seed_demo(opened)
    finally:
        await opened.close()
