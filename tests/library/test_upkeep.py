"""A library keeps itself quick and small: what is done in idle moments changes nothing that anybody sees."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from reader.domain import ArticleQuery
from reader.library.keeping import upkeep
from reader.library.library import Library
from reader.library.store.database import FILE_NAME
from tests.factories import make_post
from tests.library.test_library import add, titles


def tidy(library: Library) -> int:
    """Tidy to the end; return how many steps that took."""
    return sum(1 for _ in library.tidy())


def parts(library: Library) -> int:
    """Return of how many parts the search index consists."""
    return int(library._db.execute("SELECT count(DISTINCT segid) FROM search_idx").fetchone()[0])


def index(library: Library) -> None:
    while library.index_some():
        pass


def log(library: Library) -> Path:
    return library.file.with_name(f"{FILE_NAME}-wal")


@pytest.fixture
def indexed(library: Library) -> Library:
    """A library whose articles became searchable one by one."""
    for number in range(1, 8):
        add(library, make_post(number, text=f"Snow on pass {number}. " * 20))
        index(library)
    return library


def test_the_parts_of_the_index_come_together(indexed: Library) -> None:
    before, found = parts(indexed), titles(indexed, ArticleQuery(text="snow"))
    tidy(indexed)
    assert before > parts(indexed)
    assert titles(indexed, ArticleQuery(text="snow")) == found
    assert len(found) == 7
    indexed._db.execute("INSERT INTO search (search) VALUES ('integrity-check')")
    assert indexed.check() == []


def test_parts_are_merged_seldom_while_articles_come_but_never_many_are_left(library: Library) -> None:
    counted = []
    for number in range(1, 46):
        add(library, make_post(number, text=f"Snow on pass {number}. " * 20))
        index(library)
        counted.append(parts(library))
    assert counted[:20] == list(range(1, 21))
    assert max(counted) <= 40
    assert len(titles(library, ArticleQuery(text="snow"))) == 45


def test_a_second_time_there_is_nothing_to_do(indexed: Library) -> None:
    tidy(indexed)
    assert tidy(indexed) == 0


def test_it_can_end_at_any_step(indexed: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upkeep, "_MERGED", 1)
    next(indexed.tidy())
    assert indexed.check() == []
    assert len(titles(indexed, ArticleQuery(text="snow"))) == 7


@pytest.fixture
def emptied(library: Library) -> Library:
    """A library from which all but a few of its articles were removed."""
    chance = random.Random(1)
    for start in range(0, 100, 20):
        add(library, *(make_post(start + each, text=chance.randbytes(8000).hex()) for each in range(20)))
    source = library.sources()[0].id
    batch = library.history.begin_removal(source)
    while library.history.remove_some(batch, source, 1.0):
        pass
    library.history.finish(batch, {})
    # What could bring them back takes room as well; it is the history's.
    library._db.execute("DELETE FROM change")
    return library


def test_room_that_became_free_is_given_back(emptied: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upkeep, "_KEPT_PAGES", 4)
    emptied._db.execute("PRAGMA wal_checkpoint")
    before = emptied.file.stat().st_size
    tidy(emptied)
    assert emptied.file.stat().st_size < before / 2
    assert emptied.check() == []


def test_some_of_it_is_kept_for_the_next_import(emptied: Library) -> None:
    tidy(emptied)
    assert emptied._db.execute("PRAGMA freelist_count").fetchone()[0] > 0


def test_the_log_is_emptied(indexed: Library) -> None:
    assert log(indexed).stat().st_size > 0
    tidy(indexed)
    assert log(indexed).stat().st_size == 0


@pytest.fixture
def reading(indexed: Library) -> Iterator[sqlite3.Connection]:
    """Somebody who reads for long."""
    with closing(sqlite3.connect(indexed.file, isolation_level=None)) as db:
        db.execute("BEGIN")
        db.execute("SELECT count(*) FROM article").fetchone()
        yield db


def test_a_reader_is_not_waited_for(indexed: Library, reading: sqlite3.Connection) -> None:
    add(indexed, make_post(9))
    tidy(indexed)
    assert log(indexed).stat().st_size > 0
    reading.execute("COMMIT")
    tidy(indexed)
    assert log(indexed).stat().st_size == 0


def test_a_library_of_before_is_tidied_all_the_same(tmp_path: Path, indexed: Library) -> None:
    (tmp_path / "old").mkdir()
    with closing(sqlite3.connect(indexed.file)) as db:
        db.execute("PRAGMA auto_vacuum = NONE")
        db.execute("VACUUM INTO ?", (str(tmp_path / "old" / FILE_NAME),))
    with Library(tmp_path / "old") as library:
        tidy(library)
        assert library.check() == []


@pytest.mark.parametrize("writing", [True, False])
def test_what_is_kept_in_memory_of_the_file_is_bounded(indexed: Library, writing: bool) -> None:
    with Library(indexed.folder, writing=writing) as library:
        (size,) = library._db.execute("PRAGMA cache_size").fetchone()
        assert 0 < -size * 1024 <= 32 * 1024 * 1024
        assert library._db.execute("PRAGMA mmap_size").fetchone() == (0,)


def test_the_log_is_bounded_while_there_is_no_idle_moment(indexed: Library) -> None:
    assert indexed._db.execute("PRAGMA journal_size_limit").fetchone()[0] <= 64 * 1024 * 1024
    assert 0 < indexed._db.execute("PRAGMA wal_autocheckpoint").fetchone()[0] <= 1000
