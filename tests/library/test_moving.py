"""A library moves as a whole or not at all, whenever it is interrupted."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.domain import ArticleQuery, LibraryError
from reader.library import moving
from reader.library.library import Library
from reader.library.moving import MARKER, finish_move, move_library
from tests.factories import make_post
from tests.fetching.server import picture
from tests.library.test_library import add, titles


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with Library(tmp_path / "old") as library:
        add(library, make_post(1), make_post(2))
        library.saved.add("Snow", "snow OR rain")
        for number in range(30):
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
        assert len([key for _, key in library.images.files() if key]) == 30
        assert library.check() == []


def test_a_moved_library_is_whole_and_nothing_is_left(folder: Path, tmp_path: Path) -> None:
    (folder / "library.v1.sqlite3").write_bytes(b"an older copy")
    switch = Switch(tmp_path)
    *_, last = move_library(folder, tmp_path / "new", switch)
    assert last.finished
    assert switch.called
    whole(tmp_path / "new")
    assert not folder.exists()
    assert not (tmp_path / "new" / MARKER).exists()
    assert (tmp_path / "new" / "library.v1.sqlite3").read_bytes() == b"an older copy"


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
    def fails() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(move_library(folder, tmp_path / "new", fails))
    finish_move(folder)
    with Library(folder) as library:
        library.set_read(library.listing(ArticleQuery()).ids, read=True)
    # The copy is not the library; opening it all the same must not cost the one that was used since.
    finish_move(tmp_path / "new")
    whole(folder)


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
    finish_move(tmp_path / "new")
    assert not folder.exists()
    whole(tmp_path / "new")


def test_a_copy_that_the_disk_did_not_keep_stops_the_move(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = Path.read_bytes
    monkeypatch.setattr(
        Path, "read_bytes", lambda file: read(file)[:-1] if tmp_path / "new" in file.parents else read(file)
    )
    with pytest.raises(LibraryError, match="did not keep"):
        list(move_library(folder, tmp_path / "new", Switch(tmp_path)))
    monkeypatch.undo()
    whole(folder)
