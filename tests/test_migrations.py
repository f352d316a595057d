"""A library of every released schema opens and keeps its marks; a migration that fails changes nothing.

The schema of each released version is kept in `schemas/`. An old library is one of today whose rows are put into its
old tables: what a version could hold is in its schema, and no program of that time is needed.
"""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from reader.cli import main
from reader.domain import ArticleQuery, LibraryError, PictureRef, State
from reader.library.keeping.backups import backups
from reader.library.library import Library
from reader.library.opening import open_library
from reader.library.store import database, schema
from reader.library.store.database import FILE_NAME
from reader.offline import Fetch, Health
from tests.factories import make_post, write_picture, write_posts
from tests.library.test_library import add, titles

BACKUP = f"library.v{schema.VERSION}.sqlite3"
STEP = "CREATE TABLE later (word TEXT NOT NULL); INSERT INTO later VALUES ('a;b');\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small library of the schema of today, with marks."""
    with Library(tmp_path / "library") as library:
        ids = add(library, make_post(1), make_post(2, text="Snow on the pass."), make_post(3))
        library.set_read(ids[:1], read=True)
        library.set_bookmarked(ids[1:2], bookmarked=True)
        library.set_position(ids[1], 7)
        while library.index_some():
            pass
    return tmp_path / "library"


SCHEMAS = Path(__file__).parent / "schemas"


def make_old(folder: Path, version: int) -> None:
    """Let the library in `folder` be one that this version of the program made."""
    old = folder / "old.sqlite3"
    with closing(sqlite3.connect(old, isolation_level=None)) as db:
        db.executescript((SCHEMAS / f"v{version}.sql").read_text(encoding="utf-8"))
        db.execute("DELETE FROM category")
        db.execute("ATTACH ? AS today", (str(folder / FILE_NAME),))
        # What triggers would do is in the rows already.
        triggers = db.execute("SELECT name, sql FROM main.sqlite_schema WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            db.execute(f"DROP TRIGGER main.{name}")
        kept = db.execute("SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search%'")
        for (table,) in kept.fetchall():
            # What a later version keeps elsewhere is not in its tables of today.
            shared = db.execute(
                "SELECT name FROM pragma_table_info(?1) INTERSECT SELECT name FROM pragma_table_info(?1, 'today')",
                (table,),
            )
            columns = ", ".join(name for (name,) in shared)
            # Where the links begin that are still to be read: an older version knows of none.
            some = " WHERE name <> 'links_below'" if table == "setting" else ""
            db.execute(f"INSERT INTO {table} ({columns}) SELECT {columns} FROM today.{table}{some}")
        for _, trigger in triggers:
            db.execute(trigger)
        db.execute("UPDATE article SET indexed = 0")
        db.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {version}")
    for leftover in folder.glob(f"{FILE_NAME}*"):
        leftover.unlink()
    old.rename(folder / FILE_NAME)


def shape(file: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return the columns of every table, the names of the indexes, and the triggers."""
    with closing(sqlite3.connect(file)) as db:
        tables = [name for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        found = {name: db.execute("SELECT name, type, \"notnull\", pk FROM pragma_table_info(?)", (name,)).fetchall()
                 for name in tables}  # fmt: skip
        indexes = db.execute("SELECT name, tbl_name FROM sqlite_schema WHERE type = 'index' ORDER BY name").fetchall()
        triggers = db.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name").fetchall()
        return found | {"indexes": indexes, "triggers": triggers}


@pytest.mark.parametrize("old", range(1, schema.VERSION))
def test_a_library_of_every_released_version_opens_with_all_marks(folder: Path, tmp_path: Path, old: int) -> None:
    make_old(folder, old)
    assert version(folder / FILE_NAME) == old
    with open_library(folder) as library:
        while library.index_some():
            pass
        assert_marks_are_kept(library)
    assert version(folder / FILE_NAME) == schema.VERSION
    assert version(folder / f"library.v{old}.sqlite3") == old
    Library(tmp_path / "new").close()
    assert shape(folder / FILE_NAME) == shape(tmp_path / "new" / FILE_NAME)


def test_what_was_indexed_by_another_table_is_indexed_anew(folder: Path) -> None:
    make_old(folder, 6)
    with closing(sqlite3.connect(folder / FILE_NAME)) as db, db:
        db.execute("INSERT INTO search (rowid, title, body, author) SELECT id, 'folded', 'other', '髙' FROM article")
        db.execute("UPDATE article SET indexed = 1")
        db.execute("INSERT OR REPLACE INTO setting VALUES ('author_characters', ' 髙')")
    with open_library(folder) as library:
        assert library.unindexed() == 3
        while library.index_some():
            pass
        assert titles(library, ArticleQuery(text="folded OR author:高")) == []
        assert_marks_are_kept(library)


def version(file: Path) -> int:
    with closing(sqlite3.connect(file)) as db:
        return int(db.execute("PRAGMA user_version").fetchone()[0])


def tables(file: Path) -> set[str]:
    with closing(sqlite3.connect(file)) as db:
        return {name for (name,) in db.execute("SELECT name FROM sqlite_schema")}


def assert_marks_are_kept(library: Library) -> None:
    assert titles(library) == ["Post 3", "Post 2", "Post 1"]
    assert titles(library, ArticleQuery(state=State.UNREAD)) == ["Post 3", "Post 2"]
    assert titles(library, ArticleQuery(state=State.BOOKMARKED)) == ["Post 2"]
    assert titles(library, ArticleQuery(text="snow")) == ["Post 2"]
    content = library.content(library.listing(ArticleQuery(state=State.BOOKMARKED)).ids[0])
    assert content is not None
    assert content.position == 7
    assert library.check() == []


def come(monkeypatch: pytest.MonkeyPatch, *steps: str) -> None:
    """Let the program be a later one, with these migrations after those of today."""
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, *steps))
    monkeypatch.setattr(schema, "VERSION", schema.VERSION + len(steps))


@pytest.mark.parametrize("old", range(1, schema.VERSION))
def test_a_dry_run_is_held_against_a_library_of_every_version(folder: Path, tmp_path: Path, old: int) -> None:
    make_old(folder, old)
    blog = write_posts(tmp_path / "blog", 1)
    assert main(["import", str(blog), "--dry-run", "--library", str(folder)]) == 0


def test_a_library_of_today_opens_and_keeps_its_marks(folder: Path) -> None:
    with Library(folder) as library:
        assert_marks_are_kept(library)
    assert not (folder / BACKUP).exists()


def test_there_is_a_step_from_every_version_to_the_next() -> None:
    assert len(schema.MIGRATIONS) + 1 == schema.VERSION


def test_a_later_program_makes_a_copy_first(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    come(monkeypatch, STEP)
    with Library(folder) as library:
        assert_marks_are_kept(library)
    assert version(folder / FILE_NAME) == schema.VERSION
    assert "later" in tables(folder / FILE_NAME)
    assert version(folder / BACKUP) == schema.VERSION - 1
    assert "later" not in tables(folder / BACKUP)


@pytest.mark.skipif(sys.platform == "win32", reason="files are not bounded there")
def test_a_disk_that_is_too_full_for_the_copy_leaves_no_backup_that_is_none(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import resource

    come(monkeypatch, STEP)
    _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, most))
    try:
        with pytest.raises(LibraryError):
            Library(folder)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    assert backups(folder) == []
    assert not list(folder.glob("*.part*"))
    with Library(folder) as library:
        assert_marks_are_kept(library)


def test_the_copy_is_of_before_also_when_two_programs_come_at_once(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    come(monkeypatch, STEP)
    migrate = database._migrate

    def another_first(db: sqlite3.Connection, path: Path, old: int) -> None:
        # This one has looked at the version already; another is faster.
        monkeypatch.setattr(database, "_migrate", migrate)
        Library(folder).close()
        migrate(db, path, old)

    monkeypatch.setattr(database, "_migrate", another_first)
    with Library(folder) as library:
        assert_marks_are_kept(library)
    assert version(folder / BACKUP) == schema.VERSION - 1
    assert "later" not in tables(folder / BACKUP)


def test_nothing_is_written_between_the_copy_and_the_steps(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    come(monkeypatch, STEP)
    copy = database._copy
    refused: list[str] = []

    def write_meanwhile(path: Path, target: Path) -> None:
        copy(path, target)
        with closing(sqlite3.connect(path, timeout=0)) as other:
            try:
                other.execute("DELETE FROM mark")
            except sqlite3.OperationalError as error:
                refused.append(error.sqlite_errorname)

    monkeypatch.setattr(database, "_copy", write_meanwhile)
    with Library(folder) as library:
        assert_marks_are_kept(library)
    assert refused == ["SQLITE_BUSY"]


def test_several_steps_are_taken_at_once_and_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    come(monkeypatch, STEP, "CREATE TABLE last (word TEXT);")
    for _ in range(2):
        Library(folder).close()
    assert {"later", "last"} <= tables(folder / FILE_NAME)


def test_a_step_that_fails_takes_all_steps_back(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as later:
        come(later, STEP, "CREATE TABLE half (word TEXT); INSERT INTO nowhere VALUES (1);")
        with pytest.raises(sqlite3.OperationalError):
            Library(folder)
    assert not {"later", "half"} & tables(folder / FILE_NAME)
    with Library(folder) as library:
        assert_marks_are_kept(library)


def test_a_new_library_needs_no_steps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    come(monkeypatch, STEP)
    Library(tmp_path / "new").close()
    assert "later" not in tables(tmp_path / "new" / FILE_NAME)
    assert version(tmp_path / "new" / FILE_NAME) == schema.VERSION


def test_the_copy_of_a_library_is_a_library(folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with monkeypatch.context() as later:
        come(later, STEP)
        Library(folder).close()
    (tmp_path / "old").mkdir()
    (folder / BACKUP).rename(tmp_path / "old" / FILE_NAME)
    with Library(tmp_path / "old") as library:
        assert_marks_are_kept(library)


def test_pictures_of_the_second_version_can_be_fetched_and_keep_their_thumbnails(tmp_path: Path) -> None:
    pictures = (PictureRef("https://x.example/a.png"), PictureRef("a.png", "a.png"), PictureRef("data:image/png,abc"))
    with Library(tmp_path) as library:
        add(library, make_post(1, pictures=pictures), make_post(2))
        stored = library.images.add(write_picture(tmp_path / "a.png").read_bytes())
    make_old(tmp_path, 2)
    with closing(sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)) as db:
        db.execute("UPDATE picture SET ref = 'data:image/png,abc' WHERE position = 2")
        db.execute("INSERT INTO image VALUES (?, 40, 30, ?, x'ffd8')", (stored.key, stored.bytes))
        db.execute("UPDATE picture SET key = ? WHERE position = 1", (stored.key,))
    with Library(tmp_path) as library:
        assert library.thumbnail(stored.key) == b"\xff\xd8"
        assert library.storage.health() == Health(complete=1, partial=1)
        library.web.allow(Fetch.ALL)
        wanted = [each for each in library.web.wanted(library.web.in_force()) if each]
        assert [each.address for each in wanted] == ["https://x.example/a.png"]
        assert library.web.waiting_embedded(1) == [1]
        assert library.check() == []
