"""Backups by commands, and a damaged library: restored, repaired, or read from its folders anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.library.keeping.backups import backups, restore
from reader.library.store.database import FILE_NAME, SUSPECT
from reader.library.store.lock import LibraryLock
from tests.cli.test_program import Cli, cli
from tests.factories import write_posts
from tests.library.test_backups import damage
from tests.library.test_rescue import pages_of, spoil

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


def test_a_damaged_library_is_repaired(filled: Cli) -> None:
    filled("read", 1)
    spoil(filled.folder, *pages_of(filled.folder, "shelf_newest"))
    (filled.folder / SUSPECT).touch()
    assert filled.json("list")["error"] == "damaged"
    assert "repair" in filled.err
    assert filled.json("repair")["articles"] == 3
    assert filled.json("check")["ok"]
    assert filled.json("list", "--unread")["total"] == 2


def test_a_library_is_read_anew_from_its_folders(filled: Cli) -> None:
    filled("read", 1)
    filled("backups", "--now")
    damage(filled.folder / FILE_NAME)
    assert filled.json("rebuild")["added"] == 3
    assert filled.json("list", "--unread")["total"] == 2
    assert filled.json("check")["ok"]


@pytest.mark.parametrize("command", ["repair", "rebuild"])
def test_where_there_is_no_library_none_is_made(cli: Cli, command: str) -> None:
    assert cli.json(command)["error"] == "missing"
    assert not cli.folder.exists()


def test_what_is_no_backup_is_told(filled: Cli) -> None:
    filled("restore", "../library.sqlite3")
    assert (filled.code, "There is no backup" in filled.err) == (1, True)


def test_a_library_that_a_window_has_open_stays(filled: Cli) -> None:
    (made,) = filled.json("backups", "--now")
    with LibraryLock(filled.folder):
        assert filled.json("restore", made["name"])["error"] == "locked"
    assert filled.code == 3
    assert len(filled.json("backups")) == 1


def test_a_backup_that_a_window_puts_back_waits_until_that_window_ended(filled: Cli) -> None:
    filled("backups", "--now")
    filled("remove", 1, "--with-articles")
    with LibraryLock(filled.folder):
        # The window has restored it, and is about to end and to begin again.
        list(restore(filled.folder, backups(filled.folder)[0].file))
        assert filled.json("list")["error"] == "locked"
        assert filled.code == 3
    assert filled.json("list")["total"] == 3
    assert filled.json("check")["ok"]
