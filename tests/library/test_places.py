"""A library where nothing can be written is read, and left exactly as it is."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from reader.domain import LibraryError
from reader.library.keeping import places
from reader.library.keeping.backups import back_up, backups, restore
from reader.library.keeping.moving import move_library
from reader.library.keeping.places import Sealed, sealed
from reader.library.keeping.rescue import rebuild, repair
from reader.library.library import Library
from reader.library.opening import open_library
from reader.library.store import schema
from reader.library.store.database import FILE_NAME, sealed_uri
from tests.factories import make_post
from tests.library.test_library import add, titles
from tests.test_migrations import make_old


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with Library(tmp_path / "my library") as library:
        add(library, make_post(1), make_post(2))
    return tmp_path / "my library"


def make_medium(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no file be written anywhere, as far as the system is asked."""
    monkeypatch.setattr(os, "access", lambda _path, mode: mode != os.W_OK)


def mount(monkeypatch: pytest.MonkeyPatch, folder: Path, kind: str) -> None:
    """Let a folder be one of another file system."""
    written = str(folder).replace(" ", "\\040")
    mounts = folder.parent / "mountinfo"
    mounts.write_text(
        "22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw\n"
        "23 22 0:20 / /proc rw - proc proc rw\n"
        f"36 22 0:50 / {written} rw,relatime shared:2 - {kind} server:/export rw\n"
        "a line of a later kernel\n"
    )
    monkeypatch.setattr(places, "_MOUNTS", mounts)


def left(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


@pytest.mark.parametrize("kind", Sealed)
def test_it_is_read_and_not_touched(folder: Path, monkeypatch: pytest.MonkeyPatch, kind: Sealed) -> None:
    before = left(folder)
    if kind is Sealed.MEDIUM:
        make_medium(monkeypatch)
    else:
        mount(monkeypatch, folder, "nfs4")
    assert sealed(folder) is kind
    with open_library(folder) as library:
        assert titles(library) == ["Post 2", "Post 1"]
        assert library.content(1) is not None
        with pytest.raises(LibraryError) as caught:
            library.set_read([1], read=True)
        assert caught.value.kind == "read-only"
    assert left(folder) == before


@pytest.mark.parametrize("kind", Sealed)
def test_it_is_copied_and_not_moved(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: Sealed
) -> None:
    before = left(folder)
    if kind is Sealed.MEDIUM:
        make_medium(monkeypatch)
    else:
        mount(monkeypatch, folder, "nfs4")
    with pytest.raises(LibraryError, match="Copy its folder"):
        next(move_library(folder, tmp_path / "new", lambda: None))
    assert left(folder) == before
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("keep", [back_up, repair, rebuild, partial(restore, backup=Path("any"))])
def test_it_is_neither_backed_up_nor_replaced(
    folder: Path, monkeypatch: pytest.MonkeyPatch, keep: Callable[[Path], Iterator[int]]
) -> None:
    """What is put in its place would never be opened, and a backup takes a log away that another computer may write."""
    mount(monkeypatch, folder, "nfs4")
    before = left(folder)
    with pytest.raises(LibraryError, match="Copy its folder"):
        list(keep(folder))
    assert left(folder) == before


@pytest.mark.parametrize(("kind", "network"), [("nfs", True), ("cifs", True), ("fuse.sshfs", True), ("btrfs", False)])
def test_drives_of_other_computers_are_known(
    folder: Path, monkeypatch: pytest.MonkeyPatch, kind: str, network: bool
) -> None:
    mount(monkeypatch, folder, kind)
    assert (sealed(folder) is Sealed.NETWORK) is network
    assert sealed(folder.parent) is None


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        (PurePosixPath("/mnt/a b?/library.sqlite3"), "file:///mnt/a%20b%3F/library.sqlite3"),
        (PureWindowsPath("D:\\books\\library.sqlite3"), "file:///D:/books/library.sqlite3"),
        (PureWindowsPath("\\\\nas\\books\\library.sqlite3"), "file:////nas/books/library.sqlite3"),
    ],
)
@pytest.mark.filterwarnings("ignore:pathlib.PurePath.as_uri:DeprecationWarning")  # of Python 3.14, not of real paths
def test_sqlite_is_told_of_it_on_every_system(path: PurePath, uri: str) -> None:
    assert sealed_uri(path) == f"{uri}?mode=ro&immutable=1"


def test_a_library_that_was_not_closed_is_not_read_by_halves(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / f"{FILE_NAME}-wal").write_bytes(b"what was written last")
    make_medium(monkeypatch)
    with pytest.raises(LibraryError) as caught:
        open_library(folder)
    assert caught.value.kind == "left-open"


def test_one_of_an_older_version_says_that_it_must_be_updated(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_old(folder, schema.VERSION - 1)
    make_medium(monkeypatch)
    with pytest.raises(LibraryError) as caught:
        open_library(folder)
    assert caught.value.kind == "older"


def test_none_is_made_on_a_network_drive_and_none_is_moved_there(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    share = tmp_path / "share"
    share.mkdir()
    mount(monkeypatch, share, "smb3")
    with pytest.raises(LibraryError) as caught:
        open_library(share / "library")
    assert caught.value.kind == "network"
    with pytest.raises(LibraryError) as caught:
        list(move_library(folder, share / "library", lambda: None))
    assert caught.value.kind == "network"
    assert list(share.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="another way to say that there is none")
@pytest.mark.parametrize("look", [sealed, open_library, backups])
def test_a_place_that_cannot_be_looked_at_is_refused(tmp_path: Path, look: Callable[[Path], object]) -> None:
    """As a drive that fails is, or a folder that others may not enter."""
    with pytest.raises(LibraryError) as caught:
        look(tmp_path / ("a" * 300))
    assert caught.value.kind == "cannot-open"


def test_a_drive_that_fails_while_a_library_is_opened_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_folder: Path) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr("reader.library.opening.look_through", fail)
    with pytest.raises(LibraryError, match=r"Input/output error"):
        open_library(folder)
