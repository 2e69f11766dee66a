"""`run_chat` as a process of its own: piped input to its end, and Ctrl-C while it waits for a line."""

import asyncio
import signal
import subprocess
import sys
from datetime import UTC, datetime

from contracts.appointments import AppointmentStatus
from tests.bot.patient import ACCOUNT
from tests.support.clock import StillClock
from tests.support.serving import API_TOKEN, IDENTITY_SECRET, running_clinic

PROGRAM = """
import asyncio, sys
from bot.terminal.chat import ChatSettings, run_chat
url, token, secret, account = sys.argv[1:]
settings = ChatSettings(api_url=url, api_token=token, identity_secret=secret, account=account, lang="ru")
try:
    sys.exit(asyncio.run(run_chat(settings)))
except KeyboardInterrupt:
    sys.exit(130)
"""


async def start(url: str) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", PROGRAM, url, API_TOKEN, IDENTITY_SECRET, ACCOUNT),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


async def test_piped_lines_book_and_the_end_of_input_is_exit_0(demo_database: str) -> None:
    async with running_clinic(demo_database, StillClock(datetime.now(UTC))) as clinic:
        process = await start(clinic.url)
        out, err = await process.communicate("болит горло\n1\n1\n1".encode())
        assert (process.returncode, err.decode()) == (0, "")
        booked = (await clinic.staff.get("/appointments")).json()["appointments"]
    assert [one["status"] for one in booked] == [AppointmentStatus.CONFIRMED]
    shown = out.decode()
    assert "Например: болит горло" in shown
    assert shown.index("Вы записаны") > shown.index("Держу для вас")
    assert ">" not in shown  # neither a prompt nor a tag


async def test_ctrl_c_ends_it_although_no_line_comes() -> None:
    process = await start("http://127.0.0.1:9")
    assert process.stdout is not None
    assert process.stdin is not None
    assert "Здравствуйте" in (await process.stdout.readline()).decode()
    process.send_signal(signal.SIGINT)
    async with asyncio.timeout(20):
        assert await process.wait() == 130
    process.stdin.close()


async def test_a_dead_clinic_ends_the_conversation_with_words_and_exit_0() -> None:
    process = await start("http://127.0.0.1:9")
    out, _ = await process.communicate("болит горло\n/my\n".encode())
    assert process.returncode == 0
    assert "Сейчас клиника не отвечает, ничего не записано и не потеряно" in out.decode()


def test_the_package_itself_is_quick_to_import() -> None:
    code = "import sys, bot; print(sorted({'aiogram', 'langchain', 'httpx'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
