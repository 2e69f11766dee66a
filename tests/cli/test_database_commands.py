"""Commands that need a database: import, seed, tokens, and a whole piped conversation."""

import asyncio
import subprocess
from pathlib import Path

from tests.cli.processes import called, frontdesk
from tests.clinic.importing.files import NEW, stored


def say(done: subprocess.CompletedProcess[bytes]) -> str:
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


def test_import_shows_then_applies_then_has_nothing_to_do(synthetic_database: str, tmp_path: Path) -> None:
    file = tmp_path / "clinic.yaml"
    file.write_text(NEW.replace("Olga Rechnaya", "Ольга Речная"), encoding="utf-8")
    before = asyncio.run(stored(synthetic_database))
    dry = called("import", str(file), "--dry-run", data=tmp_path, settings={"DATABASE_URL": synthetic_database})
    assert say(dry).endswith("3 would change; nothing was written.\n")
    assert "+ doctor 70: Ольга Речная; specialty: ent" in say(dry)
    assert asyncio.run(stored(synthetic_database)) == before
    again = [
        called("import", str(file), data=tmp_path, settings={"DATABASE_URL": synthetic_database}) for _ in range(2)
    ]
    assert [say(done).splitlines()[-1] for done in again] == ["3 changed.", "0 changed."]


def test_a_bad_file_is_one_line_exit_1_and_changes_nothing(synthetic_database: str, tmp_path: Path) -> None:
    file = tmp_path / "clinic.yaml"
    file.write_text(NEW.replace("10:00-16:00", "9-25").replace("branch: 5", "branch: 6"), encoding="utf-8")
    before = asyncio.run(stored(synthetic_database))
    done = called("import", str(file), data=tmp_path, settings={"DATABASE_URL": synthetic_database})
    assert done.returncode == 1
    assert done.stderr.decode() == (
        "frontdesk: clinic.yaml was not imported, nothing has changed: doctors, id 70, hours.fri: "
        "'9-25' is not a span of hours such as 09:00-17:30\n"
    )
    assert asyncio.run(stored(synthetic_database)) == before


def test_seeding_again_changes_nothing(demo_database: str, synthetic_database: str, tmp_path: Path) -> None:
    demo = called("seed", "demo", data=tmp_path, settings={"DATABASE_URL": demo_database})
    assert say(demo) == "The demo clinic is there (0 changed).\n"
    assert len({doctor.specialty for doctor in (asyncio.run(stored(demo_database))).doctors.values()}) == 22
    more = called("seed", "synthetic", "--doctors", "12", data=tmp_path, settings={"DATABASE_URL": synthetic_database})
    assert say(more) == "12 doctors are there (2 changed).\n"
    doctor = (asyncio.run(stored(synthetic_database))).doctors[12]
    assert (doctor.slot_minutes, doctor.horizon_days, doctor.branch_id) == (30, 365, 1)
    assert [(h.weekday, h.start, h.end) for h in doctor.weekly_hours] == [(day, 540, 1020) for day in range(5)]


def test_tokens_are_made_listed_and_revoked(synthetic_database: str, tmp_path: Path) -> None:
    def token(*arguments: str) -> str:
        return say(called("token", *arguments, data=tmp_path, settings={"DATABASE_URL": synthetic_database}))

    assert token("list").startswith("No tokens yet")
    secret = token("create", "--name", "reports", "--role", "read_only").strip()
    assert secret.startswith("fd_")
    listed = token("list")
    assert listed.startswith("1\tread_only\treports\t")
    assert listed.endswith("\tin use\n")
    assert secret not in listed
    assert token("revoke", "1") == "Token 1 is revoked.\n"
    assert "\trevoked " in token("list")
    again = called("token", "revoke", "1", data=tmp_path, settings={"DATABASE_URL": synthetic_database})
    assert (again.returncode, again.stderr.decode()) == (
        1,
        "frontdesk: There is no token 1 in use: see frontdesk token list.\n",
    )
    nameless = called("token", "create", "--name", " ", data=tmp_path, settings={"DATABASE_URL": synthetic_database})
    assert nameless.returncode == 1


def test_a_piped_conversation_books_and_ends_with_exit_0(data: Path) -> None:
    done = frontdesk("chat", data=data, given="болит горло\n1\n1\n1\n".encode())
    assert "Вы записаны" in say(done)


def test_what_developers_want_to_know_stands_in_a_file_and_not_in_the_conversation(data: Path) -> None:
    done = frontdesk("chat", data=data, given="у папы перекосило лицо и не поднимается рука\n".encode())
    assert "103" in say(done)
    assert done.stderr.decode().splitlines() == ["Starting the clinic …", "Ready."]
    logged = (data / "logs" / "chat.log").read_text()
    assert "an emergency was answered" in logged
    assert "лицо" not in logged
