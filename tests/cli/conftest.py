"""Data folders: one with a migrated demo clinic that tests of this folder share, and fresh ones."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.processes import frontdesk, left, wait_for


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the demo clinic, its server stopped. To be copied, not used."""
    folder = tmp_path_factory.mktemp("data")
    done = frontdesk("seed", "demo", data=folder)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def data(made_once: Path, tmp_path: Path) -> Iterator[Path]:
    """A copy of its own; at the end no process of it may be left."""
    folder = tmp_path / "data"
    shutil.copytree(made_once, folder)
    _same_owner(made_once / "postgres", folder / "postgres")
    yield folder
    wait_for(lambda: not left(folder))


def _same_owner(source: Path, target: Path) -> None:
    """As root the server's files belong to another user."""
    owner = source.stat()
    for path in (target, *target.rglob("*")):
        shutil.chown(path, owner.st_uid, owner.st_gid)
