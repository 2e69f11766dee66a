"""`frontdesk manager`: a code for somebody new, who is in office, and out of it."""

import re
from pathlib import Path

from contracts.managers import CODE_PATTERN
from tests.cli.processes import called


def test_a_code_is_printed_alone_with_what_to_do_beside_it(demo_database: str, tmp_path: Path) -> None:
    settings = {"DATABASE_URL": demo_database}
    done = called("manager", "invite", "--branch", "1", "--role", "read_only", data=tmp_path, settings=settings)
    assert done.returncode == 0, done.stderr
    code = done.stdout.decode().strip()
    assert re.fullmatch(CODE_PATTERN, code)
    assert f"/claim {code}" in done.stderr.decode()
    assert f"?start=claim_{code}" in done.stderr.decode()


def test_a_branch_or_a_manager_that_is_not_there_is_said_so(demo_database: str, tmp_path: Path) -> None:
    settings = {"DATABASE_URL": demo_database}
    unknown = called("manager", "invite", "--branch", "77", data=tmp_path, settings=settings)
    assert unknown.returncode == 1
    assert b"There is no branch 77" in unknown.stderr
    nobody = called("manager", "revoke", "5", data=tmp_path, settings=settings)
    assert nobody.returncode == 1
    assert b"There is no manager 5" in nobody.stderr
    assert b"No managers yet" in called("manager", "list", data=tmp_path, settings=settings).stdout
