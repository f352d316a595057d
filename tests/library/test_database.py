"""A library that cannot be opened says why and what to do; nothing is written over."""

from __future__ import annotations

import errno
import os
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from reader.domain import ArticleQuery, LibraryError
from reader.library.library import Library
from reader.library.store import schema
from reader.library.store.database import FILE_NAME, side_files
from reader.library.store.lock import LibraryLock
from reader.library.store.transactions import transaction
from tests.factories import make_post
from tests.library.test_library import add, titles


def refusal(folder: Path, *, writing: bool = True) -> str:
    with pytest.raises(LibraryError) as caught:
        Library(folder, writing=writing)
    assert str(folder) in str(caught.value)
    return caught.value.kind


def read_all(folder: Path) -> None:
    with Library(folder) as opened:
        opened.check()
        for article in opened.listing(ArticleQuery()).ids:
            opened.content(article)


def test_a_missing_library_is_not_made_by_a_reader(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none", writing=False) == "missing"
    assert not (tmp_path / "none").exists()


def test_another_program_s_file_is_left_alone(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as other:
        other.execute("CREATE TABLE theirs (x)")
    before = (tmp_path / FILE_NAME).read_bytes()
    assert refusal(tmp_path) == "not-a-library"
    assert (tmp_path / FILE_NAME).read_bytes() == before


def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"not a database at all" * 100)
    assert refusal(tmp_path) == "not-a-library"
    assert (tmp_path / FILE_NAME).read_bytes().startswith(b"not a database")


def test_a_newer_library_is_refused(library: Library) -> None:
    with closing(sqlite3.connect(library.folder / FILE_NAME)) as db:
        db.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    assert refusal(library.folder) == "newer"
    assert refusal(library.folder, writing=False) == "newer"


def test_a_folder_in_the_way_is_explained(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).mkdir()
    assert refusal(tmp_path) in ("cannot-open", "read-only")


def test_a_file_in_the_way_of_the_folder_is_explained(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    assert refusal(tmp_path / "file") == "cannot-open"


def test_a_damaged_library_is_told_apart(library: Library, tmp_path: Path) -> None:
    add(library, *(make_post(number, text="word " * 2000) for number in range(1, 40)))
    library.close()
    file = library.folder / FILE_NAME
    data = bytearray(file.read_bytes())
    for page in range(4096 * 3, len(data) - 4096, 4096):
        data[page : page + 2048] = b"\xa5" * 2048
    file.write_bytes(data)
    with pytest.raises(LibraryError, match="damaged"):
        read_all(library.folder)


def test_a_locked_library_says_so(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.library.store.database._BUSY_SECONDS", 0.05)
    (article,) = add(library, make_post(1))
    with Library(library.folder) as waiting, closing(sqlite3.connect(library.folder / FILE_NAME)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LibraryError, match="Another program") as caught:
            waiting.set_read([article], read=True)
    assert caught.value.kind == "locked"


@pytest.mark.skipif(sys.platform == "win32", reason="why is not always said there")
@pytest.mark.parametrize(("why", "kind"), [(errno.ENOLCK, "no-locks"), (errno.EWOULDBLOCK, "locked")])
def test_a_drive_that_knows_no_locks_is_no_other_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, why: int, kind: str
) -> None:
    def refuse(_handle: int) -> None:
        raise OSError(why, os.strerror(why))

    monkeypatch.setattr("reader.library.store.lock._lock", refuse)
    with pytest.raises(LibraryError) as caught, LibraryLock(tmp_path):
        pass
    assert caught.value.kind == kind


@pytest.mark.skipif(sys.platform == "win32", reason="why is not always said there")
def test_sqlite_does_not_take_a_drive_that_knows_no_locks_for_another_program(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_handle: object, _how: int) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr("reader.library.store.database._BUSY_SECONDS", 0.05)
    monkeypatch.setattr("fcntl.lockf", refuse)
    (article,) = add(library, make_post(1))
    # What SQLite says of another program is what it says of such a drive.
    with Library(library.folder) as waiting, closing(sqlite3.connect(library.folder / FILE_NAME)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LibraryError, match="knows no locks") as caught:
            waiting.set_read([article], read=True)
    assert caught.value.kind == "no-locks"


@pytest.mark.skipif(sys.platform == "win32", reason="a folder has no such rights there")
def test_a_new_library_is_its_readers_alone(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        Library(tmp_path / "all" / "library").close()
        with LibraryLock(tmp_path / "locked"):
            pass
    finally:
        os.umask(before)
    assert {stat.S_IMODE((tmp_path / name).stat().st_mode) for name in ("all/library", "locked")} == {0o700}


def test_a_window_keeps_its_library_when_a_command_beside_it_ends(library: Library) -> None:
    """Who closes a library last takes its log away; only the system's locks tell whether others have it open."""
    first, second, third = add(library, make_post(1), make_post(2), make_post(3))
    library.close()
    command = "import sys, pathlib; from reader.library.library import Library; folder, article = sys.argv[1:];"
    command += "library = Library(pathlib.Path(folder)); library.set_read([int(article)], read=True); library.close()"
    with Library(library.folder, writing=False) as window:
        assert all(article.unread for article in window.articles([first, second, third]))
        with Library(library.folder) as job:
            job.set_read([first], read=True)
        subprocess.run([sys.executable, "-c", command, str(library.folder), str(second)], check=True)
        assert side_files(library.folder / FILE_NAME)[0].exists()
        with Library(library.folder) as job:
            job.set_read([third], read=True)
        assert not any(article.unread for article in window.articles([first, second, third]))


def test_a_failed_write_leaves_nothing_behind(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError

    with monkeypatch.context() as broken:
        broken.setattr("reader.library.shelf.details.Details.name_pictures", fail)
        with pytest.raises(RuntimeError):
            add(library, make_post(1))
    assert titles(library) == []
    add(library, make_post(1))
    assert titles(library) == ["Post 1"]
    assert library.check() == []


def test_a_transaction_whose_end_is_refused_is_over(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "any.sqlite3", isolation_level=None)) as db:
        db.executescript(
            "PRAGMA foreign_keys = ON; CREATE TABLE one (id INTEGER PRIMARY KEY);"
            "CREATE TABLE other (one_id REFERENCES one DEFERRABLE INITIALLY DEFERRED);"
        )
        with pytest.raises(sqlite3.IntegrityError), transaction(db):
            db.execute("INSERT INTO other VALUES (1)")
        with transaction(db):
            db.execute("INSERT INTO one VALUES (1)")
        assert db.execute("SELECT count(*) FROM other").fetchone() == (0,)
