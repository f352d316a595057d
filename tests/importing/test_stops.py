"""Folders that go away in the middle and disks that are full: what came stays, and the report says where it stopped."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from reader.containers.folder import FolderContainer
from reader.domain import ArticleQuery, LibraryError
from reader.importing import copying
from reader.importing.importer import finish_imports, import_folder, import_paths
from reader.importing.plan import plan
from reader.importing.undoing import remove_source
from reader.library.imports.files import Files
from reader.library.library import Library
from reader.outcomes import Counts, ImportProgress, ImportReport, Outcome, Phase
from tests.factories import write_picture, write_posts
from tests.importing.folders import bring_in, titled, write_post
from tests.importing.test_pictures import stop_before_pictures


def until(steps: Iterator[ImportProgress], phase: Phase) -> None:
    while next(steps).phase is not phase:
        pass


def rest(steps: Iterator[ImportProgress]) -> ImportReport:
    *_, last = steps
    assert last.finished
    return last.report


@pytest.fixture
def pictured(tmp_path: Path) -> Path:
    """A post with three pictures beside it."""
    for name, width in (("a", 10), ("b", 20), ("c", 30)):
        write_picture(tmp_path / "blog" / f"{name}.png", (width, 30))
    write_post(tmp_path / "blog", "post.md", "One", "![](a.png) ![](b.png) ![](c.png)")
    return tmp_path / "blog"


def vanish_when_listed(folder: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Move a folder away as soon as the one of this name in it was listed."""
    real = os.scandir

    def scandir(path: str) -> os._ScandirIterator[str]:
        found = real(path)
        if Path(path).name == name and folder.exists():
            folder.rename(folder.parent / "away")
        return found

    monkeypatch.setattr(os, "scandir", scandir)


def test_a_folder_that_goes_away_while_it_is_searched_is_told_as_such(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_posts(tmp_path / "blog", 3)
    write_post(folder, "source/_posts/deep/down.md", "Deep down")
    bring_in(library, folder)
    (source,) = library.sources()
    vanish_when_listed(folder, "_posts", monkeypatch)
    for steps in (import_folder(library, folder), import_paths(library, source, ["source"]), plan(library, folder)):
        if not folder.exists():
            (tmp_path / "away").rename(folder)
        with pytest.raises(LibraryError) as caught:
            list(steps)
        assert caught.value.kind == "folder-gone"
    assert not any(article.gone for article in library.articles(library.listing(ArticleQuery()).ids))
    assert len(library.history.batches()) == 1


def test_a_watched_folder_that_goes_away_before_it_is_searched_loses_no_article(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(container: FolderContainer, path: str) -> bool:
        if folder.exists():
            folder.rename(tmp_path / "away")
        return is_folder(container, path)

    folder = write_posts(tmp_path / "blog", 3)
    bring_in(library, folder)
    is_folder = FolderContainer.is_folder
    monkeypatch.setattr(FolderContainer, "is_folder", away)
    with pytest.raises(LibraryError, match="no longer there"):
        list(import_paths(library, library.sources()[0], ["source/_posts/post-1.md"]))
    assert not titled(library, "Post 1").article.gone


def test_a_folder_that_goes_away_among_the_pictures_keeps_them_waiting(
    library: Library, pictured: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copying, "_SECONDS", -1)
    steps = import_folder(library, pictured)
    until(steps, Phase.PICTURES)
    away = pictured.rename(pictured.parent / "away")
    report = rest(steps)
    assert report.stopped is not None
    assert (report.stopped.kind, report.pictures, report.problems) == ("folder-gone", 1, ())
    assert [bool(picture.key) for picture in titled(library, "One").pictures].count(True) == 1
    away.rename(pictured)
    assert bring_in(library, pictured).pictures == 2


def test_a_full_disk_while_the_folder_is_still_searched_ends_with_a_report(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*words: object) -> list[Outcome]:
        calls.append(1)
        if len(calls) > 1:
            raise LibraryError("disk-full", library.folder, "Free some space.")
        return add(*words)  # type: ignore[arg-type]

    calls: list[int] = []
    add = Files.add
    folder = write_posts(tmp_path / "blog", 520)
    with monkeypatch.context() as disk:
        disk.setattr(Files, "add", full)
        report = rest(import_folder(library, folder))
    assert report.stopped is not None
    assert (report.stopped.kind, report.added + report.left) == ("disk-full", 500)
    (batch,) = library.history.batches()
    assert (batch.counts, batch.finished_at) == (Counts({Outcome.NEW: report.added}), None)
    assert bring_in(library, folder).added == 520 - report.added > 0


def test_an_import_that_is_given_up_while_the_folder_is_searched_says_what_it_did(
    library: Library, tmp_path: Path
) -> None:
    with closing(import_folder(library, write_posts(tmp_path / "blog", 520))) as steps:  # type: ignore[type-var]
        added = next(steps).report.added
    assert library.history.batches()[0].counts == Counts({Outcome.NEW: added})


def test_one_folder_that_goes_away_leaves_the_rest_of_what_is_finished_alone(
    library: Library, pictured: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copying, "_SECONDS", -1)
    stop_before_pictures(library, pictured)
    other = tmp_path / "other"
    write_picture(other / "x.png", (50, 50))
    write_post(other, "post.md", "Other", "![](x.png)")
    stop_before_pictures(library, other)
    steps = finish_imports(library)
    until(steps, Phase.PICTURES)
    pictured.rename(tmp_path / "away")
    *_, last = steps
    assert last.report.pictures == 2
    assert titled(library, "Other").pictures[0].key


def test_a_folder_that_another_program_removes_meanwhile_is_read_to_its_end(library: Library, tmp_path: Path) -> None:
    folder = write_posts(tmp_path / "blog", 3)
    steps = import_folder(library, folder)
    while next(steps).phase is not Phase.READ:
        pass
    with Library(library.folder) as other:
        other.forget_source(other.sources()[0].id)
    *_, last = steps
    assert last.report.added == 3
    assert last.report.stopped is None
    assert library.check() == []


def test_articles_that_another_program_takes_away_meanwhile_are_not_missed(library: Library, tmp_path: Path) -> None:
    folder = write_posts(tmp_path / "blog", 3)
    bring_in(library, folder)
    (folder / "source" / "_posts" / "post-2.md").unlink()
    write_post(folder, "source/_posts/new.md", "New")
    steps = import_folder(library, folder)
    assert next(steps).phase is Phase.SCAN
    with Library(library.folder) as other:
        list(remove_source(other, other.sources()[0].id))
    *_, last = steps
    assert last.report.stopped is None
    assert library.check() == []
