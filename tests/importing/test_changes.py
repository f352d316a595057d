"""Only what changed is looked at, and what comes of it is what a whole import would have made of it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from reader.domain import LibraryError
from reader.importing.importer import import_paths
from reader.library.library import Library
from reader.outcomes import Counts, ImportReport, Outcome
from reader.posts.sites import scan
from tests.factories import write_picture, write_posts
from tests.importing.folders import bring_in, titled, write_post
from tests.importing.test_robot import crawl
from tests.library.test_library import titles


@pytest.fixture
def folder(tmp_path: Path, library: Library) -> Path:
    folder = write_posts(tmp_path / "blog", 3)
    bring_in(library, folder)
    return folder


def change(library: Library, *paths: str) -> ImportReport:
    *_, last = import_paths(library, library.sources()[0], paths)
    assert last.finished
    assert library.check() == []
    return last.report


def test_a_changed_a_new_and_a_deleted_file(library: Library, folder: Path) -> None:
    write_post(folder, "source/_posts/post-2.md", "Corrected")
    write_post(folder, "source/_posts/deep/new.md", "New")
    (folder / "source/_posts/post-3.md").unlink()
    report = change(library, "source/_posts/post-2.md", "source/_posts/deep", "source/_posts/post-3.md")
    assert report.counts == Counts({Outcome.CHANGED: 1, Outcome.NEW: 1, Outcome.GONE: 1})
    assert titled(library, "Post 3").article.gone
    assert not titled(library, "Post 1").article.gone
    assert titled(library, "New")


def test_nothing_else_is_looked_at(library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_post(folder, "source/_posts/post-1.md", "Not told")
    write_post(folder, "source/_posts/post-2.md", "Told")
    monkeypatch.setattr(scan, "scan", None)
    assert change(library, "source/_posts/post-2.md").counts == Counts({Outcome.CHANGED: 1})
    assert sorted(titles(library)) == ["Post 1", "Post 3", "Told"]


def test_a_renamed_folder_keeps_its_articles(library: Library, folder: Path) -> None:
    ids = [titled(library, f"Post {number}").article.id for number in (1, 2, 3)]
    (folder / "source/_posts").rename(folder / "source/elsewhere")
    assert change(library, "source/_posts", "source/elsewhere").counts == Counts({Outcome.MOVED: 3})
    assert [titled(library, f"Post {number}").article.id for number in (1, 2, 3)] == ids


def test_one_of_several_files_of_an_article_goes(library: Library, tmp_path: Path) -> None:
    crawl(tmp_path, "世界")
    file = crawl(tmp_path, "天气")
    bring_in(library, tmp_path)
    file.unlink()
    assert change(library, str(file.relative_to(tmp_path))).counts == Counts({Outcome.GONE: 1})
    assert titled(library, "雪").categories == (("新媒体", "来源", "世界"),)
    assert not titled(library, "雪").article.gone


def test_a_picture_that_was_missing_comes(library: Library, folder: Path) -> None:
    write_post(folder, "source/_posts/post-1.md", "With", "![A pass](/pass.png)")
    assert change(library, "source/_posts/post-1.md").repaired == 1
    write_picture(folder / "source/pass.png")
    assert change(library, "source/pass.png").pictures == 1
    assert titled(library, "With").pictures[0].key


@pytest.mark.parametrize("path", ["public/post.md", "node_modules/a/readme.md", "source/_drafts/x.md", ".git/x.md"])
def test_what_no_import_reads_is_not_read(library: Library, folder: Path, path: str) -> None:
    write_post(folder, path, "Hidden")
    change(library, path)
    assert "Hidden" not in titles(library)


def test_a_path_that_is_gone_already_changes_nothing(library: Library, folder: Path) -> None:
    report = change(library, "source/_posts/never.md", "nowhere/at/all.md")
    assert (report, len(library.history.batches())) == (ImportReport(), 1)


def test_a_folder_that_is_away_is_told(library: Library, folder: Path) -> None:
    shutil.rmtree(folder)
    with pytest.raises(LibraryError):
        change(library, "source/_posts/post-1.md")
    assert not titled(library, "Post 1").article.gone
