"""Backups by commands: made, listed, and put back, also in the place of a library that cannot be opened."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.library.database import FILE_NAME
from reader.library.lock import LibraryLock
from tests.factories import write_posts
from tests.library.test_backups import damage
from tests.test_cli import Cli, cli

__all__ = ["cli"]


@pytest.fixture
def filled(cli: Cli, tmp_path: Path) -> Cli:
    cli("import", write_posts(tmp_path / "blog", 3))
    return cli


def test_backups_are_listed_and_made_when_asked_for(filled: Cli) -> None:
    assert filled.json("backups") == []
    (made,) = filled.json("backups", "--now")
    assert set(made) == {"name", "kind", "made_at", "bytes"}
    assert made["kind"] == "rolling"
    assert made["name"] in filled("backups")


def test_a_backup_is_put_back(filled: Cli) -> None:
    (made,) = filled.json("backups", "--now")
    filled("read", 1)
    filled("remove", 1, "--with-articles")
    assert filled.json("list")["total"] == 0
    assert {backup["kind"] for backup in filled.json("restore", made["name"])} == {"rolling", "replaced"}
    assert filled.code == 0
    assert filled.json("list")["total"] == 3
    assert filled.json("check")["ok"]


def test_a_damaged_library_is_put_back(filled: Cli) -> None:
    (made,) = filled.json("backups", "--now")
    damage(filled.folder / FILE_NAME)
    filled("restore", made["name"])
    assert filled.json("check")["ok"]


def test_what_is_no_backup_is_told(filled: Cli) -> None:
    filled("restore", "../library.sqlite3")
    assert (filled.code, "There is no backup" in filled.err) == (1, True)


def test_a_library_that_a_window_has_open_stays(filled: Cli) -> None:
    (made,) = filled.json("backups", "--now")
    with LibraryLock(filled.folder):
        assert filled.json("restore", made["name"])["error"] == "locked"
    assert filled.code == 3
    assert len(filled.json("backups")) == 1
