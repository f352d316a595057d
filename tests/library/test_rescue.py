"""A damaged library is noticed, and what can be had again of it is had again, with every mark."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from reader.domain import ArticleQuery, LibraryError
from reader.importing.refreshing import refresh
from reader.library.keeping.backups import back_up, backups, restore
from reader.library.keeping.rescue import rebuild, repair
from reader.library.library import Library
from reader.library.marking.journal import FILE_NAME as JOURNAL
from reader.library.opening import open_library
from reader.library.store.database import FILE_NAME, RESTORED, SUSPECT
from reader.offline import Health
from tests.factories import write_picture, write_posts
from tests.importing.folders import bring_in, write_post
from tests.library.test_database import read_all
from tests.library.test_journal import later, of, read_titles
from tests.library.test_library import category, titles

_POSTS = 60


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a library of many posts, of which some are read, some kept for later, which no test touches."""
    room = tmp_path_factory.mktemp("rescue")
    blog = write_posts(room / "blog", _POSTS)
    for number in range(1, _POSTS + 1):
        post = blog / "source" / "_posts" / f"post-{number}.md"
        # What does not pack well, so that each lies in pages of its own.
        post.write_text(post.read_text("utf-8") + random.Random(number).randbytes(6000).hex(), encoding="utf-8")
    write_picture(blog / "source" / "images" / "hills.png")
    with Library(room / "library") as library:
        bring_in(library, blog)
        library.set_read([of(library, f"Post {number}") for number in range(1, 31)], read=True)
        library.set_bookmarked([of(library, f"Post {number}") for number in (5, 50)], bookmarked=True)
        library.saved.add("Snow", "snow OR rain")
    return room / "library"


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    """A library to be spoilt."""
    return Path(shutil.copytree(made, tmp_path / "library"))


def pages_of(folder: Path, table: str) -> list[int]:
    """Return where the pages of a table lie in the file, in bytes."""
    with closing(sqlite3.connect(folder / FILE_NAME)) as db:
        size = db.execute("PRAGMA page_size").fetchone()[0]
        try:
            found = db.execute("SELECT pgoffset FROM dbstat WHERE name = ? AND pagetype <> 'internal'", (table,))
            return [offset for (offset,) in found]
        except sqlite3.OperationalError:
            pytest.skip(f"this SQLite does not tell where pages of {size} bytes lie")


def spoil(folder: Path, *offsets: int) -> None:
    with (folder / FILE_NAME).open("rb+") as file:
        for offset in offsets:
            file.seek(offset)
            file.write(b"\xa5" * 4096)


def go_on(folder: Path, steps: Iterator[int]) -> None:
    for _ in steps:
        pass
    open_library(folder).close()


def read_folders(library: Library) -> None:
    for _ in refresh(library):
        pass


def whole(library: Library) -> None:
    assert sorted(titles(library)) == sorted(f"Post {number}" for number in range(1, _POSTS + 1))
    assert sorted(read_titles(library)) == sorted(f"Post {number}" for number in range(1, 31))
    assert sorted(later(library)) == ["Post 5", "Post 50"]
    assert [saved.name for saved in library.saved.all()] == ["Snow"]
    assert library.check() == []


def test_a_library_that_is_cut_off_is_noticed_when_it_is_opened(folder: Path) -> None:
    data = (folder / FILE_NAME).read_bytes()
    (folder / FILE_NAME).write_bytes(data[: len(data) * 2 // 3])
    with pytest.raises(LibraryError) as caught:
        open_library(folder)
    assert caught.value.kind == "damaged"


def test_a_page_that_cannot_be_read_is_noticed_at_the_next_start(folder: Path) -> None:
    pages = pages_of(folder, "content")
    spoil(folder, pages[len(pages) // 2])
    with pytest.raises(LibraryError):
        read_all(folder)
    with pytest.raises(LibraryError) as caught:
        open_library(folder)
    assert caught.value.kind == "damaged"


@pytest.mark.parametrize("left", [None, b"", b"\xa5" * 5000])
def test_a_library_that_is_gone_is_not_taken_for_a_new_one(folder: Path, left: bytes | None) -> None:
    list(back_up(folder))
    if left is None:
        (folder / FILE_NAME).unlink()
    else:
        (folder / FILE_NAME).write_bytes(left)
    with pytest.raises(LibraryError) as caught:
        open_library(folder)
    assert caught.value.kind == "damaged"
    go_on(folder, restore(folder, backups(folder)[0].file))
    with open_library(folder) as library:
        whole(library)


def test_a_library_that_is_sound_after_all_opens_again(folder: Path) -> None:
    (folder / SUSPECT).touch()
    open_library(folder).close()
    assert not (folder / SUSPECT).exists()


@pytest.mark.parametrize("table", ["content", "article", "file", "shelf", "shelf_newest", "mark", "category"])
def test_what_can_be_read_is_kept_and_the_rest_comes_from_the_folder(folder: Path, table: str) -> None:
    pages = pages_of(folder, table)
    spoil(folder, pages[len(pages) // 2])
    go_on(folder, repair(folder))
    with open_library(folder) as library:
        assert library.check() == []
        assert len(titles(library)) > _POSTS // 2 or table == "article"
        read_folders(library)
        whole(library)
    assert [backup.kind for backup in backups(folder)] == ["replaced"]


def test_what_its_files_do_not_tell_any_more_the_shelf_does(folder: Path) -> None:
    def of_two(library: Library) -> tuple[tuple[str, ...], ...]:
        content = library.content(of(library, "Post 2"))
        assert content is not None
        return content.categories

    with Library(folder, writing=False) as library:
        before = of_two(library)
    with closing(sqlite3.connect(folder / FILE_NAME)) as db, db:
        # As where pages of both tables cannot be read.
        db.execute("DELETE FROM file")
        db.execute("DELETE FROM shelf WHERE category_id = 1")
    go_on(folder, repair(folder))
    with open_library(folder) as library:
        assert of_two(library) == before != ()
        assert library.check() == []


def test_sources_that_cannot_be_read_are_known_from_a_backup(folder: Path) -> None:
    list(back_up(folder))
    spoil(folder, *pages_of(folder, "source"))
    go_on(folder, repair(folder))
    with open_library(folder) as library:
        assert len(titles(library)) == _POSTS
        whole(library)


def test_a_picture_whose_file_is_gone_comes_again_with_its_folder(tmp_path: Path) -> None:
    folder, blog = tmp_path / "library", tmp_path / "blog"
    write_picture(blog / "a.png")
    write_post(blog, "post.md", "One", "![A pass](a.png)")
    with open_library(folder) as library:
        bring_in(library, blog)
        (file,) = (file for file, key in library.images.files() if key)
    file.unlink()
    go_on(folder, repair(folder))
    with open_library(folder) as library:
        assert library.check() == []
        assert library.storage.health() == Health(text_only=1)
        read_folders(library)
        assert library.storage.health() == Health(complete=1)
        assert library.check() == []


def test_between_two_damaged_places_all_is_kept(folder: Path) -> None:
    with Library(folder, writing=False) as library:
        first, *_, last = sorted(library.listing(ArticleQuery()).ids)
    pages = pages_of(folder, "content")
    spoil(folder, pages[2], pages[-3])
    go_on(folder, repair(folder))
    with open_library(folder) as library:
        assert _POSTS - 10 < len(titles(library)) < _POSTS
        # Numbers stay, and none is given again.
        assert {first, last} <= set(library.listing(ArticleQuery()).ids)
        read_folders(library)
        assert max(library.listing(ArticleQuery()).ids) > last
        whole(library)


@pytest.mark.parametrize("rescue", [repair, rebuild])
def test_nothing_is_made_of_nothing(folder: Path, rescue: Callable[[Path], Iterator[int]]) -> None:
    (folder / FILE_NAME).write_bytes(b"\xa5" * 100_000)
    with pytest.raises(LibraryError) as caught:
        list(rescue(folder))
    assert caught.value.kind == "lost"
    assert (folder / FILE_NAME).read_bytes() == b"\xa5" * 100_000
    assert not list(folder.glob("library.restored*"))


def test_a_library_is_read_anew_from_its_folders_with_all_marks(folder: Path) -> None:
    with Library(folder) as library:
        library.arranging.rename(category(library, "News"), "Reports")
        library.arranging.colour(category(library, "Reports"), "red")
    list(back_up(folder))
    (folder / FILE_NAME).write_bytes(b"\xa5" * 100_000)
    go_on(folder, rebuild(folder))
    with open_library(folder) as library:
        assert library.check() == []
        assert library.rebuild_wanted()
        assert titles(library) == []
        read_folders(library)
        assert not library.rebuild_wanted()
        whole(library)
        assert [(node.name, node.colour, node.total) for node in library.categories()[1:]] == [("Reports", "red", 60)]


def test_a_repair_that_is_given_up_changes_nothing(folder: Path) -> None:
    before = (folder / FILE_NAME).read_bytes()
    steps = repair(folder)
    next(steps)
    steps.close()  # type: ignore[attr-defined]
    assert not (folder / RESTORED).exists()
    assert (folder / FILE_NAME).read_bytes() == before
    assert (folder / JOURNAL).exists()
