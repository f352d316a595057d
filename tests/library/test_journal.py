"""Marks are written twice: what happens to the database does not happen to them."""

from __future__ import annotations

import errno
import json
import os
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reader.domain import ArticleQuery, LibraryError, Order, State
from reader.importing.importer import finish_imports, import_folder
from reader.importing.undoing import remove_source, swap
from reader.library.keeping.backups import back_up, backups, restore
from reader.library.keeping.moving import move_library
from reader.library.library import Library
from reader.library.marking import compacting
from reader.library.marking.journal import FILE_NAME as JOURNAL
from reader.library.marking.journal import size
from reader.library.opening import open_library
from reader.library.store.database import FILE_NAME
from reader.outcomes import ImportProgress
from tests.factories import as_read, make_post, write_posts
from tests.importing.folders import bring_in, write_post
from tests.library.test_library import add, store, titles


def read_titles(library: Library) -> list[str]:
    unread = set(titles(library, ArticleQuery(state=State.UNREAD)))
    return [title for title in titles(library) if title not in unread]


def later(library: Library) -> list[str]:
    return titles(library, ArticleQuery(state=State.BOOKMARKED, order=Order.NEWEST_MARK))


def of(library: Library, title: str) -> int:
    rows = library.articles(library.listing(ArticleQuery()).ids)
    return next(row.id for row in rows if row.title == title)


def compact(library: Library) -> None:
    for _ in compacting.compact(library._db, library.folder):
        pass


@pytest.fixture
def marked(library: Library) -> Library:
    """Three articles, of which one is read and one kept for later."""
    add(library, make_post(1), make_post(2), make_post(3))
    library.set_read([of(library, "Post 1"), of(library, "Post 2")], read=True)
    library.set_read([of(library, "Post 2")], read=False)
    library.set_bookmarked([of(library, "Post 3")], bookmarked=True)
    library.set_position(of(library, "Post 3"), 120)
    return library


@pytest.fixture(params=[False, True], ids=["as it was written", "written anew"])
def fresh(request: pytest.FixtureRequest, marked: Library, tmp_path: Path) -> Iterator[Library]:
    """A library that knows nothing, with the journal of the marked one."""
    if request.param:
        compact(marked)
    with Library(tmp_path / "fresh") as library:
        shutil.copy(marked.folder / JOURNAL, library.folder / JOURNAL)
        yield library


def remove_meanwhile(library: Library) -> None:
    """Let another program remove the first source when this one is about to keep writers away."""

    def look(sql: str) -> None:
        if sql == "BEGIN IMMEDIATE":
            library._db.set_trace_callback(None)
            with Library(library.folder) as other:
                end(remove_source(other, 1))

    library._db.set_trace_callback(look)


def test_a_library_that_is_made_anew_has_all_marks(fresh: Library) -> None:
    # In another order, and so with other numbers.
    add(fresh, make_post(3), make_post(9), make_post(2), make_post(1))
    fresh.replay_marks()
    assert (read_titles(fresh), later(fresh)) == (["Post 1"], ["Post 3"])
    content = fresh.content(of(fresh, "Post 3"))
    assert content is not None
    assert content.position == 120
    assert fresh.check() == []


@pytest.mark.parametrize("left", [None, b""])
def test_marks_of_a_library_that_is_gone_wait_for_its_folders(tmp_path: Path, left: bytes | None) -> None:
    folder, blog = tmp_path / "library", write_posts(tmp_path / "blog", 3)
    with open_library(folder) as library:
        bring_in(library, blog)
        library.set_bookmarked([of(library, "Post 2")], bookmarked=True)
    (folder / FILE_NAME).unlink()
    if left is not None:
        (folder / FILE_NAME).write_bytes(left)
    with open_library(folder) as library:
        bring_in(library, blog)
        assert later(library) == ["Post 2"]


def test_marks_wait_for_articles_that_come_later(fresh: Library) -> None:
    fresh.replay_marks()
    add(fresh, make_post(9))
    fresh.finish_import(1)
    compact(fresh)
    add(fresh, make_post(1), make_post(2), make_post(3))
    fresh.finish_import(1)
    assert (read_titles(fresh), later(fresh)) == (["Post 1"], ["Post 3"])
    assert fresh.check() == []
    # What the user does from now on is not undone by the next import.
    fresh.set_read([of(fresh, "Post 1")], read=False)
    add(fresh, make_post(10))
    fresh.finish_import(1)
    assert read_titles(fresh) == []


def test_a_post_that_was_moved_or_edited_is_found(fresh: Library) -> None:
    store(fresh, as_read(make_post(1), "elsewhere/1.md"), as_read(replace(make_post(3), text="Corrected.", identity=7)))
    fresh.replay_marks()
    assert later(fresh) == ["Post 3"]


def test_a_mark_that_is_taken_back_is_taken_back_there_too(marked: Library) -> None:
    changes = marked.set_read(marked.listing(ArticleQuery()).ids, read=True)
    marked.restore(changes)
    marked.replay_marks()
    assert read_titles(marked) == ["Post 1"]


def test_a_restored_backup_has_the_marks_of_today(marked: Library) -> None:
    folder = marked.folder
    list(back_up(folder))
    marked.set_read([of(marked, "Post 3")], read=True)
    marked.set_bookmarked([of(marked, "Post 3")], bookmarked=False)
    add(marked, make_post(4))
    marked.set_bookmarked([of(marked, "Post 4")], bookmarked=True)
    marked.close()
    list(restore(folder, backups(folder)[0].file))
    with open_library(folder) as library:
        assert (read_titles(library), later(library)) == (["Post 3", "Post 1"], [])
        # Another article gets the number that the one after the backup had.
        add(library, make_post(5))
        library.finish_import(1)
        assert later(library) == []
        add(library, make_post(4))
        library.finish_import(1)
        assert later(library) == ["Post 4"]
        assert library.check() == []


def test_marks_that_the_database_lost_with_the_power_are_there_at_the_next_start(
    marked: Library, tmp_path: Path
) -> None:
    """Without a sync the disk may hold an older state of the log; the journal was synced."""
    before = database_files(marked.folder, tmp_path / "before")
    marked.set_read([of(marked, "Post 3")], read=True)
    # As much as somebody who reads for hours leaves there, or who marks a long list at once.
    for position in range(1100):
        marked.set_position(of(marked, "Post 3"), position)
    with open_library(lost_power(marked, before)) as library:
        assert read_titles(library) == ["Post 3", "Post 1"]
        assert library.check() == []


def test_marks_that_the_database_lost_are_found_in_a_journal_that_was_written_anew(
    marked: Library, tmp_path: Path
) -> None:
    before = database_files(marked.folder, tmp_path / "before")
    marked.set_read([of(marked, "Post 3")], read=True)
    compact(marked)
    marked.set_bookmarked([of(marked, "Post 1")], bookmarked=True)
    for position in range(1100):
        marked.set_position(of(marked, "Post 1"), position)
    with open_library(lost_power(marked, before)) as library:
        assert (read_titles(library), sorted(later(library))) == (["Post 3", "Post 1"], ["Post 1", "Post 3"])
        assert library.check() == []


def test_marks_that_the_database_lost_are_found_where_a_journal_ends_like_the_one_before(
    marked: Library, tmp_path: Path
) -> None:
    add(marked, *(make_post(number) for number in range(4, 20)))
    marked.set_read([of(marked, f"Post {number}") for number in range(4, 20)], read=True)
    compact(marked)
    before = database_files(marked.folder, tmp_path / "before")
    marked.set_read([of(marked, "Post 1")], read=False)
    marked.set_read([of(marked, "Post 2")], read=True)
    compact(marked)
    with open_library(lost_power(marked, before)) as library:
        assert read_titles(library)[-1:] == ["Post 2"]


def database_files(folder: Path, copy: Path) -> Path:
    """Copy a library's database with its log as they are now, and return where to."""
    copy.mkdir()
    for name in (FILE_NAME, f"{FILE_NAME}-wal"):
        shutil.copy(folder / name, copy / name)
    return copy


def lost_power(library: Library, before: Path) -> Path:
    """Return a library with the journal of now, and the database that the disk had before."""
    shutil.copy(library.folder / JOURNAL, before / JOURNAL)
    return before


def test_a_mark_is_on_the_disk_when_it_is_made_and_a_position_does_not_wait_for_that(
    marked: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[int] = []
    sync = os.fsync

    def noted(handle: int) -> None:
        sync(handle)
        synced.append(os.fstat(handle).st_size)

    monkeypatch.setattr(os, "fsync", noted)
    marked.set_read([of(marked, "Post 3")], read=True)
    assert synced == [(marked.folder / JOURNAL).stat().st_size]
    marked.set_position(of(marked, "Post 3"), 5)
    assert len(synced) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="another way to ask")
@pytest.mark.parametrize("known", [True, False])
def test_on_a_mac_a_mark_waits_for_the_drive_itself_where_that_can_be_asked(
    marked: Library, monkeypatch: pytest.MonkeyPatch, known: bool
) -> None:
    import fcntl

    asked: list[int | str] = []

    def ask(_handle: int, request: int) -> None:
        asked.append(request)
        if not known:
            raise OSError(errno.ENOTSUP, "Operation not supported")

    monkeypatch.setattr("sys.platform", "darwin")
    monkeypatch.setattr(fcntl, "F_FULLFSYNC", 51, raising=False)
    monkeypatch.setattr(fcntl, "fcntl", ask)
    monkeypatch.setattr(os, "fsync", lambda _handle: asked.append("fsync"))
    marked.set_read([of(marked, "Post 3")], read=True)
    assert asked == ([51] if known else [51, "fsync"])


def test_marks_of_many_moments_are_taken_back_with_one_wait_for_the_disk(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each was read when it was opened; to wait for each would keep all other marks waiting for minutes."""
    ids = add(library, *(make_post(number) for number in range(1, 31)))
    for moment, article in enumerate(ids, 1000):
        monkeypatch.setattr("time.time", lambda moment=moment: moment)
        library.set_read([article], read=True)
    changes = library.set_read(ids, read=False)
    synced: list[int] = []
    monkeypatch.setattr(os, "fsync", synced.append)
    library.restore(changes)
    assert len(synced) == 1
    assert list(library.set_read(ids, read=False).before) == list(range(1000, 1030))
    library.restore(changes)
    library.replay_marks()
    assert list(library.set_read(ids, read=False).before) == list(range(1000, 1030))
    assert library.check() == []


@pytest.mark.parametrize(
    "torn",
    [
        b'\n{"mark":"read_at","to":17',
        b"\n\xff\xfe\x00",
        b'\n{"mark":"rowid","to":1,"of":[]}',
        b'\n{"mark":"read_at","to":1,"of":[5]}',
        b'\n{"mark":"read_at","to":99999999999999999999,"of":["1.a.b.c"]}',
        b'\n{"mark":"read_at","to":1,"of":["99999999999999999999.a.b.c"]}',
        b"\n" + b"[" * 100_000,
    ],
)
def test_a_line_that_was_cut_off_costs_nothing_else(marked: Library, torn: bytes) -> None:
    with (marked.folder / JOURNAL).open("ab") as opened:
        opened.write(torn)
    marked.set_read([of(marked, "Post 3")], read=True)
    marked.replay_marks()
    assert read_titles(marked) == ["Post 3", "Post 1"]


def test_the_journal_stays_short(marked: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compacting, "_SLACK", 2000)
    list(marked.compact_marks())
    sizes: list[int] = []
    for number in range(200):
        marked.set_read([of(marked, "Post 3")], read=number % 2 == 0)
        list(marked.compact_marks())
        sizes.append((marked.folder / JOURNAL).stat().st_size)
    assert max(sizes) < 4000
    marked.replay_marks()
    assert (read_titles(marked), later(marked)) == (["Post 1"], ["Post 3"])


def test_marks_of_before_the_journal_come_into_it(marked: Library) -> None:
    (marked.folder / JOURNAL).unlink()
    list(marked.compact_marks())
    lines = (marked.folder / JOURNAL).read_text().split("\n")
    assert [len(json.loads(line)["marks"]) for line in lines[2:]] == [3]
    assert not list(marked.compact_marks())


def test_marks_that_are_made_while_it_is_written_anew_stay(marked: Library) -> None:
    steps = compacting.compact(marked._db, marked.folder)
    next(steps)
    marked.set_read([of(marked, "Post 3")], read=True)
    list(steps)
    marked.replay_marks()
    assert read_titles(marked) == ["Post 3", "Post 1"]


def test_writing_it_anew_can_end_at_any_step(marked: Library) -> None:
    before = (marked.folder / JOURNAL).read_bytes()
    steps = compacting.compact(marked._db, marked.folder)
    next(steps)
    steps.close()  # type: ignore[attr-defined]
    assert (marked.folder / JOURNAL).read_bytes() == before
    assert not list(marked.folder.glob("*.part"))


def test_two_that_write_it_anew_at_once_lose_nothing(marked: Library, tmp_path: Path) -> None:
    """As in an idle moment of the window, while a folder is being removed."""
    with Library(marked.folder) as other, Library(tmp_path / "fresh") as fresh:
        both = [compacting.compact(each._db, marked.folder) for each in (marked, other)]
        for steps in both:
            next(steps)
        marked.set_read([of(marked, "Post 3")], read=True)
        for steps in both:
            end(steps)
        assert sorted(marked.folder.glob("*.part")) == []
        add(fresh, make_post(1), make_post(2), make_post(3))
        shutil.copy(marked.folder / JOURNAL, fresh.folder / JOURNAL)
        fresh.replay_marks()
        assert (read_titles(fresh), later(fresh)) == (["Post 3", "Post 1"], ["Post 3"])


def test_what_a_killed_program_left_of_writing_it_anew_goes(marked: Library) -> None:
    left = marked.folder / f"{JOURNAL}.0.part"
    left.write_bytes(b"half of it")
    os.utime(left, (1, 1))
    compact(marked)
    assert not left.exists()


def test_it_moves_with_the_library(marked: Library, tmp_path: Path) -> None:
    before = (marked.folder / JOURNAL).read_bytes()
    marked.close()
    list(move_library(marked.folder, tmp_path / "new", lambda: None))
    assert (tmp_path / "new" / JOURNAL).read_bytes() == before
    assert not marked.folder.exists()


def test_a_mark_that_cannot_be_written_twice_is_not_made(marked: Library) -> None:
    (marked.folder / JOURNAL).unlink()
    (marked.folder / JOURNAL).mkdir()
    with pytest.raises(LibraryError):
        marked.set_read([of(marked, "Post 3")], read=True)
    assert read_titles(marked) == ["Post 1"]


def test_it_names_neither_files_nor_titles(marked: Library) -> None:
    written = (marked.folder / JOURNAL).read_text()
    assert "Post" not in written
    assert "posts/" not in written


def test_marks_that_came_back_with_a_removed_source_are_in_it_again(library: Library, tmp_path: Path) -> None:
    bring_in(library, write_posts(tmp_path / "blog", 3))
    library.set_read([1], read=True)
    before = read_titles(library)
    for _ in remove_source(library, 1):
        pass
    compact(library)
    for _ in swap(library, library.history.batches()[0].id):
        pass
    list(library.compact_marks())
    assert read_titles(library) == before
    library._db.execute("UPDATE mark SET read_at = NULL")
    library._db.execute("UPDATE shelf SET unread = 1")
    for table in ("category", "source", "tag"):
        library._db.execute(f"UPDATE {table} SET unread = articles")
    library.replay_marks()
    assert read_titles(library) == before
    assert library.check() == []


def end(steps: Iterator[object]) -> None:
    for _ in steps:
        pass


def another(folder: Path) -> Path:
    """Write a folder of one post that is in no other."""
    (folder / "source/_posts").mkdir(parents=True)
    write_post(folder, "source/_posts/one.md", f"One of {folder.name}")
    return folder


@pytest.mark.parametrize("compacted", [False, True], ids=["as it was written", "written anew"])
@pytest.mark.parametrize("undone", [False, True], ids=["removed", "undone"])
def test_who_imports_a_removed_folder_again_has_its_marks(
    library: Library, tmp_path: Path, undone: bool, compacted: bool
) -> None:
    blog = write_posts(tmp_path / "blog", 3)
    bring_in(library, blog)
    library.set_read([of(library, "Post 1")], read=True)
    library.set_bookmarked([of(library, "Post 2")], bookmarked=True)
    end(swap(library, library.history.batches()[0].id) if undone else remove_source(library, 1))
    assert titles(library) == []
    if compacted:
        compact(library)
    bring_in(library, another(tmp_path / "other"))
    assert read_titles(library) == []
    bring_in(library, blog)
    assert (read_titles(library), later(library)) == (["Post 1"], ["Post 2"])
    library.set_read([of(library, "Post 1")], read=False)
    bring_in(library, another(tmp_path / "third"))
    assert read_titles(library) == []
    assert library.check() == []


def test_marks_that_wait_change_no_article_that_was_there_before(library: Library, tmp_path: Path) -> None:
    def read_in(source: str) -> list[str]:
        rows = library.articles(library.listing(ArticleQuery()).ids)
        return sorted(row.title for row in rows if row.source == source and not row.unread)

    for name in ("mine", "copy"):
        bring_in(library, write_posts(tmp_path / name, 2))
    library.set_read([1, 2], read=True)
    assert read_in("mine") == ["Post 1", "Post 2"]
    end(remove_source(library, 1))
    (write_posts(tmp_path / "half", 2) / "source/_posts/post-1.md").unlink()
    bring_in(library, tmp_path / "half")
    assert (read_in("half"), read_in("copy")) == (["Post 2"], [])
    bring_in(library, tmp_path / "mine")
    assert "Post 1" in read_in("mine")
    assert read_in("copy") == []


def test_marks_of_an_older_program_are_kept_for_a_removed_folder_as_well(library: Library, tmp_path: Path) -> None:
    blog = write_posts(tmp_path / "blog", 2)
    bring_in(library, blog)
    library.set_read([1], read=True)
    before = read_titles(library)
    (library.folder / JOURNAL).unlink()  # It had none.
    end(remove_source(library, 1))
    bring_in(library, blog)
    assert read_titles(library) == before


def test_a_mark_that_a_full_disk_refused_does_not_come_back(marked: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    before = (marked.folder / JOURNAL).read_bytes()
    with monkeypatch.context() as disk:
        disk.setattr(os, "fsync", full)
        with pytest.raises(LibraryError) as refused:
            marked.set_read([of(marked, "Post 3")], read=True)
    assert refused.value.kind == "disk-full"
    assert (marked.folder / JOURNAL).read_bytes() == before
    marked.replay_marks(last=True)
    assert read_titles(marked) == ["Post 1"]


def test_of_two_articles_that_say_the_same_each_keeps_its_own_mark(library: Library, tmp_path: Path) -> None:
    """As two that a robot rewrote until they did: where they came as such they would be one article."""
    blog = write_posts(tmp_path / "blog", 0)
    for name in ("a", "b"):
        write_post(blog, f"source/_posts/{name}.md", name, date="2020-01-01 10:00:00")
    bring_in(library, blog)
    library.set_read([of(library, "b")], read=True)
    library.set_bookmarked([of(library, "a")], bookmarked=True)
    for name in ("a", "b"):
        write_post(blog, f"source/_posts/{name}.md", "The same", date="2020-01-01 10:00:00")
    bring_in(library, blog)
    ids = library.listing(ArticleQuery()).ids
    before = library.articles(ids)
    compact(library)
    library._db.execute("UPDATE mark SET read_at = NULL, bookmarked_at = NULL")
    library._db.execute("UPDATE shelf SET unread = 1")
    library.replay_marks()
    assert library.articles(ids) == before
    assert len(ids) == 2


def test_marks_wait_for_articles_that_another_program_removes_while_they_are_looked_up(
    library: Library, tmp_path: Path
) -> None:
    blog = write_posts(tmp_path / "blog", 3)
    bring_in(library, blog)
    library.set_read([1, 2], read=True)
    list(library.compact_marks())
    before = read_titles(library)

    remove_meanwhile(library)
    library.replay_marks()
    assert titles(library) == []
    bring_in(library, blog)
    assert read_titles(library) == before
    assert library.check() == []


def test_marks_wait_for_articles_that_another_program_removes_while_the_journal_is_written_anew(
    library: Library, tmp_path: Path
) -> None:
    blog = write_posts(tmp_path / "blog", 3)
    bring_in(library, blog)
    library.set_read([1, 2], read=True)
    before = read_titles(library)

    remove_meanwhile(library)
    compact(library)
    assert titles(library) == []
    bring_in(library, blog)
    assert read_titles(library) == before


@pytest.fixture
def half(library: Library, tmp_path: Path) -> Iterator[Iterator[ImportProgress]]:
    """The import of a folder that was removed with all its articles read; some of them are there again."""
    blog = write_posts(tmp_path / "blog", 120)
    bring_in(library, blog)
    library.set_read(library.listing(ArticleQuery()).ids, read=True)
    end(remove_source(library, 1))
    steps = import_folder(library, blog)
    while next(steps).report.added == 0:
        pass
    yield steps
    steps.close()  # type: ignore[attr-defined]


def test_marks_that_wait_stay_when_the_journal_is_written_anew_beside_an_import(
    library: Library, half: Iterator[ImportProgress]
) -> None:
    one = titles(library)[0]
    library.set_bookmarked([of(library, one)], bookmarked=True)
    compact(library)
    end(half)
    assert (len(read_titles(library)), later(library)) == (120, [one])


@pytest.mark.parametrize("killed", [False, True])
def test_what_an_import_brought_before_it_was_broken_off_has_its_marks(
    library: Library, half: Iterator[ImportProgress], killed: bool
) -> None:
    if killed:
        end(finish_imports(library))
    else:
        half.close()  # type: ignore[attr-defined]
    assert read_titles(library) == titles(library) != []


def test_a_refused_mark_takes_none_along_that_another_program_made_right_after(
    marked: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, three = of(marked, "Post 1"), of(marked, "Post 3")
    for _ in range(50):
        marked.set_bookmarked([one], bookmarked=True)
        marked.set_bookmarked([one], bookmarked=False)
    looks = [0]

    def size_once_more(file: Path) -> int:
        looks[0] += 1
        if looks[0] == 2:  # The refused one was taken back in the database, and is about to be in the journal.
            with Library(marked.folder) as other:
                other.set_read([three], read=True)
        return size(file)

    with Library(marked.folder) as window:
        compact(window)
    marked._db.execute("CREATE TEMP TRIGGER full BEFORE INSERT ON mark BEGIN SELECT RAISE(ABORT, 'full'); END")
    monkeypatch.setattr("reader.library.marking.journal.size", size_once_more)
    with pytest.raises(sqlite3.IntegrityError):
        marked.set_bookmarked([one], bookmarked=True)
    marked._db.execute("DROP TRIGGER full")
    marked.replay_marks()
    assert read_titles(marked) == ["Post 3", "Post 1"]


def test_a_mark_that_is_made_while_the_journal_is_read_and_written_anew_stays(marked: Library) -> None:
    article = of(marked, "Post 1")
    for _ in range(50):  # What is written anew is shorter than this.
        marked.set_bookmarked([article], bookmarked=True)
        marked.set_bookmarked([article], bookmarked=False)

    def meanwhile(sql: str) -> None:
        # All was read, and the writers are about to be kept away.
        if sql == "BEGIN IMMEDIATE":
            marked._db.set_trace_callback(None)
            with Library(marked.folder) as window:
                compact(window)
                window.set_bookmarked([article], bookmarked=True)

    marked._db.set_trace_callback(meanwhile)
    marked.replay_marks()
    # Both may be of the same second.
    assert sorted(later(marked)) == ["Post 1", "Post 3"]
    assert marked.check() == []
