"""Files of an export: their names, that nothing is replaced unasked, and what is told when a disk refuses."""

from __future__ import annotations

import errno
import os
import random
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from reader.domain import ArticleQuery, LibraryError
from reader.exporting.exporter import export
from reader.exporting.file_names import LONGEST, Names, safe_name
from reader.exporting.values import ExportOptions, ExportProgress, Format
from reader.library.library import Library
from tests.factories import make_post, write_picture
from tests.importing.folders import bring_in, write_post
from tests.library.test_library import add


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "out"
    made.mkdir()
    return made


def keep(library: Library, *titles: str) -> list[int]:
    """Put posts of these titles into the library; return their numbers, newest first."""
    add(library, *(make_post(number, title=title) for number, title in enumerate(titles, 1)))
    return list(library.listing(ArticleQuery()).ids)


def names(folder: Path) -> list[str]:
    return sorted(os.listdir(folder))


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("初雪：第一章", "初雪：第一章"),
        ('a/b\\c:d*e?f"g<h>i|j', "a-b-c-d-e-f-g-h-i-j"),
        ("../../etc/passwd", "etc-passwd"),
        ("CON", "CON_"),
        ("nul.txt", "nul_.txt"),
        ("Aux . and more", "Aux_ . and more"),
        ("com¹ ", "com¹_"),
        ("Console", "Console"),
        (".hidden", "hidden"),
        ("-rf", "rf"),
        ("ends in dots...  ", "ends in dots"),
        ("left\u202eexe.txt\u200b\x00", "leftexe.txt"),
        ("two\nlines\tand  blanks", "two lines and blanks"),
        ("", "article 7"),
        ("???", "article 7"),
        ("e\u0301té", "été"),
    ],
)
def test_a_title_becomes_a_name_that_every_system_takes(title: str, name: str) -> None:
    assert safe_name(title, "article 7") == name


@given(st.text(max_size=300))
def test_no_title_makes_a_name_that_leads_elsewhere_or_is_too_long(title: str) -> None:
    name = safe_name(title, "article 7")
    assert 0 < len(name.encode()) <= LONGEST + 1
    assert not set(name) & set('/\\<>:"|?*\0\n')
    assert name.isprintable()
    assert name[0] not in ".-~ "
    assert name[-1] not in ". "
    assert Path("x", name).parent == Path("x")


def test_a_long_title_is_cut_between_its_characters() -> None:
    assert safe_name("雪" * 100, "x") == "雪" * 40
    assert safe_name("a" * 119 + "e\u0323", "x") == "a" * 119
    assert safe_name("👩‍👩‍👧" * 50, "x").startswith("👩👩👧")


def test_the_same_titles_get_numbers_whatever_the_case_of_their_letters(folder: Path) -> None:
    (folder / "Snow.md").touch()
    given_names = Names(folder)
    made = [given_names.free(stem, ".md").name for stem in ("Snow", "snow", "SNOW", "ＳＮＯＷ", "Tea", "snow (2)")]
    assert made == ["Snow (2).md", "snow (3).md", "SNOW (4).md", "ＳＮＯＷ (5).md", "Tea.md", "snow (2) (2).md"]


def test_each_article_becomes_a_file_of_its_title(library: Library, folder: Path) -> None:
    ids = keep(library, "Snow", "Tea", "Snow")
    steps = list(export(library, ExportOptions(Format.TEXT, folder, [*ids, 999])))
    assert [step.done for step in steps] == [0, 1, 2, 3, 4, 4]
    last = steps[-1]
    assert [file.name for file in last.files] == ["Snow.txt", "Tea.txt", "Snow (2).txt"]
    assert (last.gone, last.total, last.finished) == ((999,), 4, True)
    assert names(folder) == ["Snow (2).txt", "Snow.txt", "Tea.txt"]
    assert "Text of post 1." in (folder / "Snow (2).txt").read_text("utf-8")


def test_a_second_export_replaces_nothing_in_a_folder(library: Library, folder: Path) -> None:
    ids = keep(library, "Snow")
    (folder / "Snow.html").write_text("mine")
    for _ in range(2):
        list(export(library, ExportOptions(Format.HTML, folder, ids, overwrite=True)))
    assert names(folder) == ["Snow (2).html", "Snow (3).html", "Snow.html"]
    assert (folder / "Snow.html").read_text() == "mine"


@pytest.mark.parametrize("kind", list(Format))
def test_one_file_is_replaced_only_if_that_was_allowed(library: Library, folder: Path, kind: Format) -> None:
    ids = keep(library, "Snow")
    target = folder / "mine"
    target.write_text("mine")
    with pytest.raises(LibraryError) as refused:
        list(export(library, ExportOptions(kind, target, ids, one_file=True)))
    assert (refused.value.kind, refused.value.path) == ("exists", target)
    assert (target.read_text(), names(folder)) == ("mine", ["mine"])
    list(export(library, ExportOptions(kind, target, ids, one_file=True, overwrite=True)))
    assert target.read_bytes() != b"mine"
    assert names(folder) == ["mine"]


def test_a_file_that_comes_while_another_is_written_is_not_replaced(library: Library, folder: Path) -> None:
    ids = keep(library, "Snow", "Tea")
    steps = export(library, ExportOptions(Format.EPUB, folder / "book.epub", ids, one_file=True))
    next(steps)
    next(steps)
    (folder / "book.epub").write_text("mine")
    with pytest.raises(LibraryError):
        list(steps)
    assert (names(folder), (folder / "book.epub").read_text()) == (["book.epub"], "mine")


def test_stopping_keeps_what_is_complete_and_leaves_nothing_half(library: Library, folder: Path) -> None:
    ids = keep(library, "Snow", "Tea", "Sea")
    steps = export(library, ExportOptions(Format.MARKDOWN, folder, ids))
    next(steps)
    next(steps)
    steps.close()  # type: ignore[attr-defined]
    assert names(folder) == ["Sea.md"]


def test_a_full_disk_is_told_with_the_place_and_what_to_do(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = keep(library, "Snow", "Tea")
    full = iter([False, True])

    def fsync(_file: int) -> None:
        if next(full):
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", fsync)
    with pytest.raises(LibraryError) as refused:
        list(export(library, ExportOptions(Format.HTML, folder, ids)))
    assert (refused.value.kind, refused.value.path) == ("disk-full", folder / "Snow.html")
    assert "Free some space" in refused.value.advice
    assert names(folder) == ["Tea.html"]


def test_a_file_in_the_way_of_the_pictures_is_told_by_its_name(library: Library, folder: Path) -> None:
    blog = folder.parent / "blog"
    write_post(blog, "source/_posts/a.md", "Snow", "![a](/a.png)")
    write_picture(blog / "source/a.png")
    bring_in(library, blog)
    (folder / "assets").write_text("mine")
    ids = library.listing(ArticleQuery()).ids
    with pytest.raises(LibraryError) as refused:
        list(export(library, ExportOptions(Format.MARKDOWN, folder, ids)))
    assert refused.value.path.parent == folder / "assets"
    assert names(folder) == ["assets"]


@pytest.mark.parametrize("one_file", [True, False])
def test_a_folder_that_is_gone_is_told(library: Library, folder: Path, one_file: bool) -> None:
    ids = keep(library, "Snow")
    target = folder / "nowhere" / "book.epub"
    with pytest.raises(LibraryError) as refused:
        list(export(library, ExportOptions(Format.EPUB, target, ids, one_file=one_file)))
    assert refused.value.kind == "cannot-write"


def test_a_book_of_articles_that_are_gone_is_none(library: Library, folder: Path) -> None:
    for kind in (Format.EPUB, Format.TEXT):
        with pytest.raises(LibraryError) as refused:
            list(export(library, ExportOptions(kind, folder / "x", [999], one_file=True)))
        assert refused.value.kind == "no-articles"
    assert names(folder) == []


@pytest.mark.parametrize("refusal", [errno.EPERM, errno.EINVAL], ids=["Linux", "Windows"])
def test_where_files_have_one_name_only_nothing_is_replaced_either(
    library: Library, folder: Path, refusal: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a stick with FAT."""

    def link(_part: Path, _target: Path) -> None:
        raise OSError(refusal, os.strerror(refusal))

    monkeypatch.setattr("os.link", link)
    ids = keep(library, "Snow", "Snow")
    *_, last = export(library, ExportOptions(Format.TEXT, folder, ids))
    assert [file.name for file in last.files] == ["Snow.txt", "Snow (2).txt"]
    assert names(folder) == ["Snow (2).txt", "Snow.txt"]


def test_a_book_of_many_pictures_takes_the_memory_of_one(library: Library, folder: Path, tmp_path: Path) -> None:
    """Thirty articles with half a megabyte each, which cannot be packed any smaller."""
    blog = tmp_path / "blog"
    for number in range(30):
        write_post(blog, f"source/_posts/{number}.md", f"Post {number}", f"![a](/{number}.png)")
        noise = Image.frombytes("RGB", (420, 400), random.Random(number).randbytes(420 * 400 * 3))
        noise.save(blog / "source" / f"{number}.png")
    bring_in(library, blog)
    ids = library.listing(ArticleQuery()).ids
    for kind, one_file in ((Format.EPUB, True), (Format.HTML, False), (Format.MARKDOWN, False)):
        target = folder / "book.epub" if one_file else folder
        tracemalloc.start()
        *_, last = export(library, ExportOptions(kind, target, ids, one_file))
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert last.pictures == 30
        assert sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) > 15_000_000
        assert peak < 5_000_000, kind


def progress(library: Library, folder: Path, count: int) -> Iterator[ExportProgress]:
    ids = keep(library, *(f"Post {number}" for number in range(count)))
    return export(library, ExportOptions(Format.TEXT, folder, ids))


def test_steps_do_not_grow_with_what_was_written(library: Library, folder: Path) -> None:
    *steps, last = progress(library, folder, 20)
    assert all(step.files == () for step in steps)
    assert len(last.files) == 20
