"""A library moves as a whole or not at all, whenever it is interrupted."""

from __future__ import annotations

import io
import itertools
import os
import sys
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

import pytest

from reader.domain import ArticleQuery, LibraryError
from reader.library.keeping import moving
from reader.library.keeping.backups import back_up, backups, restore
from reader.library.keeping.moving import finish_move, move_library
from reader.library.keeping.places import MOVING
from reader.library.library import Library
from reader.library.opening import open_library
from reader.library.pictures.images import ImageStore
from reader.library.store.lock import FILE_NAME as LOCK
from reader.library.store.lock import LibraryLock
from reader.library.store.settings import moved_to
from tests.factories import make_post
from tests.fetching.server import picture
from tests.library.test_library import add, titles

_PICTURES = 8


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with Library(tmp_path / "old") as library:
        add(library, make_post(1), make_post(2))
        library.saved.add("Snow", "snow OR rain")
        for number in range(_PICTURES):
            library.images.add(picture(number))
    return tmp_path / "old"


class Switch:
    """Where the program looks for its library."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.called = False

    def __call__(self) -> None:
        self.called = True


def whole(folder: Path) -> None:
    with Library(folder, writing=False) as library:
        assert titles(library) == ["Post 2", "Post 1"]
        assert [(saved.name, saved.text) for saved in library.saved.all()] == [("Snow", "snow OR rain")]
        assert len([key for _, key in library.images.files() if key]) == _PICTURES
        assert library.check() == []


def test_a_moved_library_is_whole_and_nothing_is_left(folder: Path, tmp_path: Path) -> None:
    (folder / "library.v1.sqlite3").write_bytes(b"an older copy")
    list(back_up(folder))
    switch = Switch(tmp_path)
    *_, last = move_library(folder, tmp_path / "new", switch)
    assert last.finished
    assert switch.called
    whole(tmp_path / "new")
    assert not folder.exists()
    assert not (tmp_path / "new" / MOVING).exists()
    assert (tmp_path / "new" / "library.v1.sqlite3").read_bytes() == b"an older copy"
    assert sorted(backup.kind for backup in backups(tmp_path / "new")) == ["rolling", "update"]


def test_files_of_others_stay(folder: Path, tmp_path: Path) -> None:
    (folder / "notes.txt").write_text("mine")
    list(move_library(folder, tmp_path / "new", Switch(tmp_path)))
    assert [file.name for file in folder.rglob("*")] == ["notes.txt"]


def test_a_folder_that_holds_something_is_refused(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "mine.txt").touch()
    for target in (tmp_path / "new", folder, folder / "inside", tmp_path):
        with pytest.raises(LibraryError):
            next(move_library(folder, target, Switch(tmp_path)))
    whole(folder)


def test_a_move_that_is_closed_changes_nothing_and_can_be_done_again(folder: Path, tmp_path: Path) -> None:
    steps = move_library(folder, tmp_path / "new", switch := Switch(tmp_path))
    next(steps)
    steps.close()  # type: ignore[attr-defined]
    assert not switch.called
    whole(folder)
    list(move_library(folder, tmp_path / "new", switch))
    whole(tmp_path / "new")


def test_power_that_fails_before_the_switch_leaves_the_old_library(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(moving, "set_setting", fails)  # Nothing can be tidied up any more.
        with pytest.raises(KeyboardInterrupt):
            list(move_library(folder, tmp_path / "new", fails))
    assert moved_to(folder) == str(tmp_path / "new")
    open_library(folder).close()
    with Library(folder) as library:
        library.set_read(library.listing(ArticleQuery()).ids, read=True)
    # The copy is not the library; opening it all the same must not cost the one that was used since.
    open_library(tmp_path / "new").close()
    whole(folder)


def test_what_is_marked_after_a_refused_move_is_not_lost_to_its_copy(folder: Path, tmp_path: Path) -> None:
    def refuses() -> None:
        raise LibraryError("cannot-write", tmp_path, "The place of the library cannot be remembered.")

    with Library(folder) as used:  # As a window has it, which goes on.
        with pytest.raises(LibraryError, match="remembered"):
            list(move_library(folder, tmp_path / "new", refuses))
        used.set_read([1], read=True)
        open_library(tmp_path / "new").close()
        whole(folder)
        assert [row.unread for row in used.articles([1, 2])] == [False, True]


def test_power_that_fails_after_the_switch_leaves_the_new_library(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_folder: Path) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(moving, "_remove", fails)
        with pytest.raises(KeyboardInterrupt):
            list(move_library(folder, tmp_path / "new", Switch(tmp_path)))
    whole(tmp_path / "new")
    open_library(tmp_path / "new").close()
    assert not folder.exists()
    whole(tmp_path / "new")


@pytest.mark.parametrize("removed", [0, 1, 4, 5, 10])
def test_what_a_killed_removal_leaves_goes_at_the_next_start(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, removed: int
) -> None:
    unlink = Path.unlink
    gone: list[Path] = []

    def killed(file: Path, missing_ok: bool = False) -> None:
        if folder in file.parents:
            if len(gone) == removed:
                raise KeyboardInterrupt
            gone.append(file)
        unlink(file, missing_ok=missing_ok)

    (folder / "library.v1.sqlite3").write_bytes(b"an older copy")
    with monkeypatch.context() as broken:
        broken.setattr(Path, "unlink", killed)
        with pytest.raises(KeyboardInterrupt):
            list(move_library(folder, tmp_path / "new", Switch(tmp_path)))
    open_library(tmp_path / "new").close()
    assert not folder.exists()
    whole(tmp_path / "new")


def test_a_library_that_was_begun_where_the_old_one_was_stays(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(_store: ImageStore) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(moving, "_remove_pictures", killed)
        with pytest.raises(KeyboardInterrupt):
            list(move_library(folder, tmp_path / "new", Switch(tmp_path)))
    with open_library(folder) as begun:
        add(begun, make_post(3))
        key = begun.images.add(picture(3)).key
    open_library(tmp_path / "new").close()
    with open_library(folder) as begun:
        assert titles(begun) == ["Post 3"]
        assert begun.images.intact(key)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nobody tells which file is written through")
def test_nothing_goes_before_the_disk_holds_the_new_library(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new, unlink, fsync = tmp_path / "new", Path.unlink, os.fsync
    through: set[Path] = set()
    lacking: list[set[Path]] = []

    def written(handle: int) -> None:
        fsync(handle)
        through.add(Path(f"/proc/self/fd/{handle}").readlink())

    def watched(file: Path, missing_ok: bool = False) -> None:
        if folder in file.parents:
            places = {new.parent, new, *(each for each in new.rglob("*") if each.is_dir())}
            files = {each for each in new.rglob("*") if each.is_file() and each.suffix not in (".sqlite3", ".json")}
            lacking.append((places | files | {new / "library.sqlite3.part"}) - through)
        unlink(file, missing_ok=missing_ok)

    monkeypatch.setattr(os, "fsync", written)
    monkeypatch.setattr(Path, "unlink", watched)
    list(move_library(folder, new, Switch(tmp_path)))
    assert lacking
    assert not any(lacking)


@pytest.mark.parametrize("said", [b"", b"{", b"[]", b"{}", b'{"from": 1}', b"\xff", b'{"from": "\\u0000"}'])
def test_a_note_of_a_move_that_cannot_be_read_keeps_nobody_from_the_library(folder: Path, said: bytes) -> None:
    (folder / MOVING).write_bytes(said)
    open_library(folder).close()
    whole(folder)
    assert not (folder / MOVING).exists()


def test_an_old_library_that_cannot_be_removed_now_goes_another_time(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unlink = Path.unlink

    def refused(file: Path, missing_ok: bool = False) -> None:
        if folder in file.parents:
            raise PermissionError(13, "Permission denied", str(file))
        unlink(file, missing_ok=missing_ok)

    with monkeypatch.context() as bound:
        bound.setattr(Path, "unlink", refused)
        list(move_library(folder, tmp_path / "new", Switch(tmp_path)))
        open_library(tmp_path / "new").close()
        whole(tmp_path / "new")
        whole(folder)
    open_library(tmp_path / "new").close()
    assert not folder.exists()


@pytest.mark.parametrize("below", [False, True])
def test_a_file_is_no_place_for_a_library(folder: Path, tmp_path: Path, below: bool) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(LibraryError):
        next(move_library(folder, tmp_path / "file" / "new" if below else tmp_path / "file", Switch(tmp_path)))
    assert (tmp_path / "file").read_text() == "mine"
    whole(folder)


def test_an_old_library_that_somebody_wrote_to_during_the_switch_stays(folder: Path, tmp_path: Path) -> None:
    def late() -> None:
        with Library(folder) as library:
            library.storage.set_budget(5_000_000)
            with pytest.raises(LibraryError, match="Another program"):
                library.set_read([1], read=True)

    list(move_library(folder, tmp_path / "new", late))
    whole(folder)
    whole(tmp_path / "new")
    assert not (tmp_path / "new" / MOVING).exists()
    with open_library(folder) as old:  # Whoever names it uses it as before.
        assert old.set_read([1], read=True).marks


def test_a_mark_made_during_the_switch_is_refused_and_not_left_behind(folder: Path, tmp_path: Path) -> None:
    def refused(deed: Callable[[], object]) -> None:
        with pytest.raises(LibraryError) as told:
            deed()
        assert told.value.kind == "locked"

    def late() -> None:
        refused(lambda: waited.set_bookmarked([1], bookmarked=True))
        refused(lambda: open_library(folder))  # A command that begins now.

    with LibraryLock(folder), Library(folder) as waited:
        list(move_library(folder, tmp_path / "new", late))
    whole(tmp_path / "new")
    assert not folder.exists()


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="no open file says its name there")
def test_what_is_renamed_is_written_through_under_its_new_name(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Until then a FAT drive has an empty file of that name."""
    empty: set[Path] = set()
    replace, fsync = Path.replace, os.fsync

    def renamed(self: Path, target: Path) -> Path:
        empty.add(target)
        return replace(self, target)

    def written(handle: int) -> None:
        path = Path(os.readlink(f"/proc/self/fd/{handle}"))
        empty.discard(path)
        assert path not in {file.parent for file in empty}
        fsync(handle)

    monkeypatch.setattr(Path, "replace", renamed)
    monkeypatch.setattr(os, "fsync", written)
    list(back_up(folder))
    list(restore(folder, backups(folder)[0].file))
    open_library(folder).close()
    list(move_library(folder, tmp_path / "new", lambda: None))
    assert not empty


def test_a_lock_that_is_still_held_keeps_nothing_else(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unlink = Path.unlink

    def unlink_on_windows(self: Path, *, missing_ok: bool = False) -> None:
        if self.name == LOCK:
            raise PermissionError
        unlink(self, missing_ok=missing_ok)

    with monkeypatch.context() as patched, LibraryLock(folder):
        patched.setattr(Path, "unlink", unlink_on_windows)
        list(move_library(folder, tmp_path / "new", lambda: None))
    assert os.listdir(folder) == [LOCK]
    finish_move(tmp_path / "new")
    assert not folder.exists()


def test_a_copy_that_the_disk_did_not_keep_stops_the_move(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = Path.open

    def forgetful(file: Path, mode: str = "r", **words: Any) -> IO[Any]:
        if mode == "rb" and tmp_path / "new" in file.parents:
            with opened(file, mode) as whole_file:
                return io.BytesIO(whole_file.read()[:-1])
        return opened(file, mode, **words)

    monkeypatch.setattr(Path, "open", forgetful)
    with pytest.raises(LibraryError, match="did not keep"):
        list(move_library(folder, tmp_path / "new", Switch(tmp_path)))
    monkeypatch.undo()
    whole(folder)


def test_a_large_backup_moves_piece_by_piece(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = folder / "backups" / "library.20220101T000000Z.sqlite3"
    file.parent.mkdir()
    with file.open("wb") as opened:
        opened.truncate(24 << 20)
    monkeypatch.setattr(time, "monotonic", itertools.count().__next__)  # It tells of itself after each piece.
    tracemalloc.start()
    try:
        steps = [step.done for step in move_library(folder, tmp_path / "new", Switch(tmp_path))]
        assert tracemalloc.get_traced_memory()[1] < 8 << 20
    finally:
        tracemalloc.stop()
    assert len(steps) > 24
    assert (tmp_path / "new" / "backups" / file.name).stat().st_size == 24 << 20


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has names that are no text")
def test_a_library_moves_to_a_folder_whose_name_is_no_text(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / os.fsdecode(b"m\xf7ve")
    list(move_library(folder, target, Switch(tmp_path)))
    whole(target)
    assert not folder.exists()
