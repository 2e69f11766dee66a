"""Secrets are made once, whole, and for their owner alone."""

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from cli.data_folder import data_folder, kept_secret
from cli.running import Failed


def test_a_secret_is_made_once_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    secret = kept_secret(tmp_path, "api_token")
    assert len(secret) >= 43
    assert kept_secret(tmp_path, "api_token") == secret
    assert kept_secret(tmp_path, "slot_secret") != secret
    assert stat.S_IMODE((tmp_path / "api_token").stat().st_mode) == 0o600
    assert {path.name for path in tmp_path.iterdir()} == {"api_token", "slot_secret"}


def test_processes_that_start_together_agree(tmp_path: Path) -> None:
    with ThreadPoolExecutor(16) as pool:
        assert len(set(pool.map(lambda _: kept_secret(tmp_path, "api_token"), range(64)))) == 1


def test_an_empty_secret_is_refused(tmp_path: Path) -> None:
    (tmp_path / "api_token").touch()
    with pytest.raises(Failed, match="is empty"):
        kept_secret(tmp_path, "api_token")


def test_a_folder_that_cannot_be_made_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(Failed, match="FRONTDESK_DATA"):
        data_folder(str(tmp_path / "file" / "data"))
