"""Backups come day by day, stay within bounds, and can be put back, whenever that is interrupted."""

from __future__ import annotations

import os
import shutil
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from reader.domain import ArticleQuery, LibraryError, State
from reader.library.keeping import backups as backups_module
from reader.library.keeping.backups import (
    FOLDER,
    KEPT,
    BackupKind,
    back_up,
    backups,
    due,
    finish_restore,
    give_up_restore,
    restore,
)
from reader.library.library import Library
from reader.library.opening import open_library
from reader.library.store import schema
from reader.library.store.database import FILE_NAME, RESTORED, connect, side_files
from tests.factories import make_post
from tests.library.test_library import add, titles
from tests.test_migrations import make_old

_DAY = 24 * 3600
_NOON = 1_700_000_000.0


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with Library(tmp_path / "library") as library:
        add(library, make_post(1), make_post(2))
    return tmp_path / "library"


def rolling(folder: Path) -> list[float]:
    return [backup.made_at for backup in backups(folder) if backup.kind is BackupKind.ROLLING]


def damage(file: Path) -> None:
    """Write over the middle of a file."""
    size = file.stat().st_size
    with file.open("rb+") as opened:
        opened.seek(size // 4)
        opened.write(b"\xa5" * (size // 2))


def empty(file: Path) -> None:
    file.write_bytes(b"")


def put_back(folder: Path, backup: Path) -> None:
    for _ in restore(folder, backup):
        pass
    open_library(folder).close()


def test_a_backup_is_one_sound_file_of_the_whole_library(folder: Path, tmp_path: Path) -> None:
    with Library(folder) as library:
        # While it is used, and before its last changes are in its file.
        library.set_read(library.listing(ArticleQuery()).ids[:1], read=True)
        list(back_up(folder))
    assert [file.name for file in (folder / FOLDER).iterdir()] == [backups(folder)[0].file.name]
    (tmp_path / "copy").mkdir()
    shutil.copy(backups(folder)[0].file, tmp_path / "copy" / FILE_NAME)
    with Library(tmp_path / "copy") as copy:
        assert titles(copy) == ["Post 2", "Post 1"]
        assert titles(copy, ArticleQuery(state=State.UNREAD)) == ["Post 1"]
        assert copy.check() == []


def test_what_is_written_meanwhile_does_not_hold_it_up(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.library.store.copying._PAGES", 1)
    with Library(folder) as library:
        for number, _copied in enumerate(back_up(folder)):
            library.set_read([1], read=number % 2 == 0)
    assert len(backups(folder)) == 1


def test_the_oldest_go_when_there_are_enough(folder: Path) -> None:
    for day in range(KEPT + 3):
        list(back_up(folder, _NOON + day * _DAY))
    assert rolling(folder) == [_NOON + day * _DAY for day in reversed(range(3, KEPT + 3))]


def test_one_that_cannot_go_keeps_its_log(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As one that is open on Windows: what stands in its log alone would be lost."""
    list(back_up(folder, _NOON))
    oldest = backups(folder)[0].file
    side_files(oldest)[0].write_bytes(b"some of it")
    unlink = Path.unlink

    def refuse(self: Path, missing_ok: bool = False) -> None:
        if self == oldest:
            raise PermissionError
        unlink(self, missing_ok)

    monkeypatch.setattr(Path, "unlink", refuse)
    for day in range(1, KEPT + 1):
        list(back_up(folder, _NOON + day * _DAY))
    assert oldest.exists()
    assert side_files(oldest)[0].read_bytes() == b"some of it"


def test_large_ones_take_no_more_room_than_they_may_but_the_newest_stays(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    list(back_up(folder, _NOON))
    monkeypatch.setattr(backups_module, "LIMIT", backups(folder)[0].bytes * 2)
    for day in range(1, 4):
        list(back_up(folder, _NOON + day * _DAY))
    assert rolling(folder) == [_NOON + 3 * _DAY, _NOON + 2 * _DAY]
    monkeypatch.setattr(backups_module, "LIMIT", 1)
    list(back_up(folder, _NOON + 4 * _DAY))
    assert rolling(folder) == [_NOON + 4 * _DAY]


def test_one_is_due_each_day_on_which_something_changed(folder: Path) -> None:
    assert due(folder)
    now = time.time() - 100
    os.utime(folder / FILE_NAME, (now - 100, now - 100))
    list(back_up(folder, now))
    assert not due(folder, now + _DAY / 2)
    assert not due(folder, now + 2 * _DAY)
    with Library(folder) as library:
        library.set_read([1], read=True)
        assert due(folder, now + 2 * _DAY)
        # The clock went back by a year.
        assert due(folder, now - 365 * _DAY)


def test_backups_of_a_clock_that_was_ahead_give_way_to_those_made_since(folder: Path) -> None:
    now = time.time()
    for day in range(KEPT):
        list(back_up(folder, now + (400 + day) * _DAY))
    assert due(folder, now)
    list(back_up(folder, now))
    assert rolling(folder) == [int(now), *(int(now + (400 + day) * _DAY) for day in reversed(range(1, KEPT)))]
    assert not due(folder, now + _DAY / 2)


def test_a_damaged_library_makes_no_backup_and_costs_none(folder: Path) -> None:
    list(back_up(folder, _NOON))
    damage(folder / FILE_NAME)
    with pytest.raises(LibraryError) as caught:
        list(back_up(folder, _NOON + _DAY))
    assert caught.value.kind == "damaged"
    assert rolling(folder) == [_NOON]
    assert len(list((folder / FOLDER).iterdir())) == 1


def test_a_full_disk_gets_no_backup(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backups_module, "_LEFT_FREE", 2**62)
    with pytest.raises(LibraryError) as caught:
        list(back_up(folder))
    assert caught.value.kind == "disk-full"
    assert backups(folder) == []


def test_one_that_is_given_up_half_way_leaves_nothing(folder: Path) -> None:
    steps = back_up(folder)
    next(steps)
    steps.close()  # type: ignore[attr-defined]
    assert list((folder / FOLDER).iterdir()) == []


def test_two_that_make_one_at_once_do_not_spoil_each_other_s(folder: Path) -> None:
    """As a command does while the window makes that of the day."""
    both = [back_up(folder, _NOON), back_up(folder, _NOON + _DAY)]
    for steps in both:
        next(steps)
    for steps in both:
        list(steps)
    assert rolling(folder) == [_NOON + _DAY, _NOON]
    assert len(list((folder / FOLDER).iterdir())) == 2
    for backup in backups(folder):
        put_back(folder, backup.file)
        with Library(folder) as library:
            assert library.check() == []


def test_what_a_killed_program_left_of_one_goes_with_the_next(folder: Path) -> None:
    left = folder / FOLDER / "backup.0.part"
    left.parent.mkdir()
    left.write_bytes(b"half of it")
    os.utime(left, (1, 1))
    list(back_up(folder))
    assert [backup.file for backup in backups(folder)] == list((folder / FOLDER).iterdir())


def test_a_restored_library_is_as_it_was_and_the_other_one_is_kept(folder: Path) -> None:
    list(back_up(folder, _NOON))
    with Library(folder) as library:
        add(library, make_post(3))
    put_back(folder, backups(folder)[-1].file)
    with Library(folder) as library:
        assert titles(library) == ["Post 2", "Post 1"]
        assert library.check() == []
    replaced = next(backup for backup in backups(folder) if backup.kind is BackupKind.REPLACED)
    put_back(folder, replaced.file)
    with Library(folder) as library:
        assert titles(library) == ["Post 3", "Post 2", "Post 1"]


def test_a_damaged_library_is_replaced_by_its_backup(folder: Path) -> None:
    list(back_up(folder, _NOON))
    damage(folder / FILE_NAME)
    put_back(folder, backups(folder)[0].file)
    with Library(folder) as library:
        assert library.check() == []


@pytest.mark.parametrize(("harm", "kind"), [(damage, "bad-backup"), (empty, "bad-backup"), (Path.unlink, "no-backup")])
def test_a_damaged_backup_is_refused_and_the_library_stays(
    folder: Path, harm: Callable[[Path], object], kind: str
) -> None:
    list(back_up(folder, _NOON))
    (backup,) = backups(folder)
    harm(backup.file)
    with pytest.raises(LibraryError) as caught:
        list(restore(folder, backup.file))
    assert caught.value.kind == kind
    with open_library(folder) as library:
        assert titles(library) == ["Post 2", "Post 1"]
    assert not list(folder.glob("*.part*"))


def test_a_file_of_another_program_is_no_backup(folder: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "other.sqlite3")) as db:
        db.execute("CREATE TABLE theirs (x)")
    with pytest.raises(LibraryError) as caught:
        list(restore(folder, tmp_path / "other.sqlite3"))
    assert caught.value.kind == "not-a-library"
    assert not (folder / RESTORED).exists()


@pytest.mark.parametrize("moment", range(6))
def test_power_that_fails_while_a_backup_is_put_back_ends_with_the_backup(
    folder: Path, moment: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    list(back_up(folder, _NOON))
    with Library(folder) as library:
        add(library, make_post(3))
    list(restore(folder, backups(folder)[0].file))
    left = [moment]
    replace = Path.replace

    def fails(self: Path, target: Path) -> Path:
        left[0] -= 1
        if left[0] < 0:
            raise KeyboardInterrupt
        return replace(self, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", fails)
        try:
            finish_restore(folder)
            interrupted = False
        except KeyboardInterrupt:
            interrupted = True
    assert interrupted == (moment < 2)
    with open_library(folder) as library:
        assert titles(library) == ["Post 2", "Post 1"]
        assert library.check() == []
    assert [backup.kind for backup in backups(folder)].count(BackupKind.REPLACED) == 1


def test_a_backup_of_an_older_version_is_brought_up_to_date(folder: Path) -> None:
    make_old(folder, schema.VERSION - 1)
    open_library(folder).close()
    older = next(backup for backup in backups(folder) if backup.kind is BackupKind.UPDATE)
    put_back(folder, older.file)
    with Library(folder) as library:
        assert titles(library) == ["Post 2", "Post 1"]
        assert library.check() == []
    assert not list(folder.glob("library.restored*"))


@pytest.mark.parametrize("given_up", [False, True])
def test_what_was_killed_while_it_was_put_back_spoils_no_other_backup(folder: Path, given_up: bool) -> None:
    """SQLite would take the log that lies beside a file for that file's own."""
    list(back_up(folder, _NOON))
    with Library(folder) as library:
        add(library, make_post(3))
    list(back_up(folder, _NOON + _DAY))
    newer, older = (backup.file for backup in backups(folder))
    list(restore(folder, newer))
    with closing(connect(folder / RESTORED, writing=True)) as db:
        db.execute("UPDATE article SET title = 'Of the newer one'")
        log = side_files(folder / RESTORED)[0]
        written = log.read_bytes()
    log.write_bytes(written)
    if given_up:
        give_up_restore(folder)
        assert not list(folder.glob("library.restored*"))
    put_back(folder, older)
    with Library(folder) as library:
        assert titles(library) == ["Post 2", "Post 1"]
        assert library.check() == []


def test_a_copy_with_a_name_that_is_no_date_keeps_no_other_from_being_found(folder: Path) -> None:
    list(back_up(folder, _NOON))
    shutil.copy(backups(folder)[0].file, folder / FOLDER / "library.20231399T000000Z.sqlite3")
    assert rolling(folder) == [_NOON]


def test_a_library_that_is_replaced_keeps_its_log_whenever_that_is_interrupted(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    list(back_up(folder, _NOON))
    list(restore(folder, backups(folder)[0].file))
    os.utime(folder / RESTORED, (_NOON, _NOON))
    log = side_files(folder / FILE_NAME)[0]
    # Somebody still reads what was there before the log, which so cannot be written back.
    with closing(connect(folder / FILE_NAME, writing=False)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT title FROM article").fetchone()
        with Library(folder) as library:
            add(library, make_post(3))
        written = log.read_bytes()
        replace = Path.replace

        def fails(self: Path, target: Path) -> Path:
            if self == log:
                raise KeyboardInterrupt
            return replace(self, target)

        with monkeypatch.context() as patched:
            patched.setattr(Path, "replace", fails)
            with pytest.raises(KeyboardInterrupt):
                finish_restore(folder)
        open_library(folder).close()
    # Not named after the moment of the second try, as its log would be.
    assert rolling(folder) == [_NOON]
    replaced = next(backup for backup in backups(folder) if backup.kind is BackupKind.REPLACED)
    assert replaced.made_at == _NOON
    assert side_files(replaced.file)[0].read_bytes() == written
