"""`frontdesk` as a person calls it: exit codes, one-line errors, help, and what is imported for it."""

import subprocess
import sys
from pathlib import Path

import pytest
from typer.main import get_command

from cli.main import app
from tests.cli.processes import COMMAND, called, environment, frontdesk

NOWHERE = "postgresql://someone:hunter2hunter2@127.0.0.1:9/clinic"
HEAVY = {"fastapi", "sqlalchemy", "aiogram", "langchain", "langchain_core", "pydantic", "httpx", "uvicorn", "nicegui"}


def commands() -> list[tuple[str, ...]]:
    """Every command with its group, and the groups."""
    found: list[tuple[str, ...]] = [()]
    for name, command in getattr(get_command(app), "commands", {}).items():
        found.append((name,))
        found += [(name, sub) for sub in getattr(command, "commands", {})]
    return found


def one_line(done: subprocess.CompletedProcess[bytes]) -> str:
    text = done.stderr.decode()
    assert text.startswith("frontdesk: "), text
    assert text.count("\n") == 1, text
    assert "Traceback" not in text
    return text


def test_every_command_has_help() -> None:
    program = (
        "import sys\nfrom cli.main import main\n"
        "for line in sys.stdin:\n"
        "    sys.argv = ['frontdesk', *line.split(), '--help']\n"
        "    try:\n        main()\n"
        "    except SystemExit as end:\n        assert not end.code, line\n"
    )
    lines = "\n".join(" ".join(names) for names in commands()) + "\n"
    done = subprocess.run([sys.executable, "-c", program], input=lines, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("Usage: frontdesk") == len(commands())


@pytest.mark.parametrize(
    "arguments",
    [
        "nonsense",
        "import",
        "import /no/such/file",
        "api --port 70000",
        "token revoke 99999999999",
        "seed synthetic --doctors 0",
        "understand moods",
    ],
)
def test_wrong_usage_is_exit_2_and_one_line_that_names_the_help(arguments: str, tmp_path: Path) -> None:
    done = called(*arguments.split(), data=tmp_path, settings={})
    assert done.returncode == 2
    assert "--help)" in one_line(done)
    assert not list(tmp_path.iterdir())


def test_no_command_at_all_shows_the_help_on_standard_error(tmp_path: Path) -> None:
    done = frontdesk(data=tmp_path)
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"Commands:" in done.stderr


@pytest.mark.parametrize("arguments", [["migrate"], ["token", "list"], ["seed", "demo"]])
def test_a_database_that_is_not_there_is_exit_1_and_one_line_without_the_password(
    arguments: list[str], tmp_path: Path
) -> None:
    done = called(*arguments, data=tmp_path, settings={"DATABASE_URL": NOWHERE})
    assert done.returncode == 1
    line = one_line(done)
    assert "127.0.0.1:9/clinic cannot be reached" in line
    assert "hunter2" not in line


@pytest.mark.parametrize("arguments", [["--debug", "migrate"], ["migrate", "--debug"]])
def test_debug_shows_the_traceback_wherever_it_stands(arguments: list[str], tmp_path: Path) -> None:
    done = frontdesk(*arguments, data=tmp_path, settings={"DATABASE_URL": NOWHERE})
    assert done.returncode == 1
    assert b"Traceback" in done.stderr


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("DATABASE_URL", "mysql://someone:hunter2hunter2@h/x", "DATABASE_URL: it must begin with postgresql://"),
        ("DATABASE_URL", NOWHERE + "?sslmode=require", "DATABASE_URL: write ssl= instead of sslmode="),
        ("API_TOKEN", "hunter2", "API_TOKEN: String should have at least 16 characters"),
        ("CLINIC_TIMEZONE", "Mars/Base", "CLINIC_TIMEZONE: not an IANA time zone"),
        ("LOG_LEVEL", "LOUD", "LOG_LEVEL: "),
        ("TELEGRAM_BOT_TOKEN", "hunter2", "TELEGRAM_BOT_TOKEN: not a bot's token: copy it whole from @BotFather"),
        ("TELEGRAM_API_URL", "hunter2.example", "TELEGRAM_API_URL: it must begin with http:// or https://"),
        ("TELEGRAM_WEBHOOK_URL", "http://hunter2.example/", "TELEGRAM_WEBHOOK_URL: it must begin with https://"),
        ("TELEGRAM_WEBHOOK_SECRET", "hunter2", "TELEGRAM_WEBHOOK_SECRET: 16 to 256 letters, digits"),
        ("MANAGER_CHAT_ID", "@hunter2", "MANAGER_CHAT_ID: whole numbers are needed"),
        ("MANAGER_CHAT_ID", "-1, -2", "MANAGER_CHAT_ID: one chat is needed, not several"),
        ("MANAGER_IDS", "1, hunter2", "MANAGER_IDS: whole numbers are needed"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named_without_its_value(
    name: str, value: str, words: str, tmp_path: Path
) -> None:
    done = called("migrate", data=tmp_path, settings={name: value})
    assert done.returncode == 1
    assert words in one_line(done)
    assert "hunter2" not in one_line(done)


def test_not_even_a_traceback_shows_a_setting_that_cannot_be_used(tmp_path: Path) -> None:
    done = frontdesk("migrate", "--debug", data=tmp_path, settings={"API_TOKEN": "hunter2"})
    assert b"Traceback" in done.stderr
    assert b"hunter2" not in done.stderr


def test_the_api_without_its_database_says_so_in_one_line(tmp_path: Path) -> None:
    done = frontdesk("api", "--port", "0", data=tmp_path, settings={"DATABASE_URL": NOWHERE})
    assert done.returncode == 1
    assert "127.0.0.1:9/clinic cannot be reached" in one_line(done)


def test_a_port_that_is_taken_is_said_so(tmp_path: Path) -> None:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = frontdesk("api", "--port", str(taken.getsockname()[1]), data=tmp_path)
    assert done.returncode == 1
    assert "Choose another --port" in one_line(done)


def imported(program: str) -> set[str]:
    code = f"import sys\n{program}\nsys.stderr.write(' '.join(m.partition('.')[0] for m in sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stderr.split())


def test_the_help_imports_no_framework() -> None:
    run = (
        "from cli.main import main\nsys.argv = ['frontdesk', '--help']\ntry:\n    main()\nexcept SystemExit:\n    pass"
    )
    assert imported(run) & HEAVY == set()


def test_the_api_imports_neither_the_bots_nor_the_agents_framework() -> None:
    found = imported("import cli.commands.api")
    assert found & {"aiogram", "langchain", "langchain_core", "openai", "nicegui"} == set()
    assert "fastapi" in found


def test_understand_reads_bytes_and_writes_utf8_whatever_the_locale(tmp_path: Path) -> None:
    line = '{"id":"ж","text":"не могу дышать","lang":"ru"}\n'.encode()
    broken = b'{"id":2,"text":"\xff\xfe","lang":"ru"}\n'
    done = frontdesk(
        *("understand", "redflags"),
        data=tmp_path,
        given=line + broken,
        settings={"PYTHONIOENCODING": "ascii", "LC_ALL": "C", "PYTHONUTF8": "0"},
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode().splitlines()[0] in (
        '{"id": "\\u0436", "emergency": true}',
        '{"id": "ж", "emergency": true}',
    )
    assert len(done.stdout.splitlines()) == 2


def test_understand_does_not_mind_a_reader_that_leaves(tmp_path: Path) -> None:
    with subprocess.Popen(
        [*COMMAND, "understand", "redflags"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(tmp_path),
        cwd=tmp_path,
    ) as process:
        assert process.stdin and process.stdout and process.stderr  # noqa: PT018
        process.stdout.close()
        process.stdin.write(b'{"id":1,"text":"a"}\n')
        process.stdin.close()
        assert process.stderr.read() == b""
        assert process.wait(30) == 0


@pytest.mark.parametrize("redirect", ["<&-", ">&-", "2>&-"])
def test_understand_lives_with_closed_streams(redirect: str, tmp_path: Path) -> None:
    command = f"{' '.join(COMMAND)} understand redflags {redirect}"
    done = subprocess.run(
        ["/bin/sh", "-c", command], input=b"", capture_output=True, env=environment(tmp_path), cwd=tmp_path, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
