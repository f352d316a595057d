"""All folders at once: each by its own rules, and one that is away does not keep the others waiting."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from reader.domain import Dialect, ImportOptions, LibraryError
from reader.importing.refreshing import refresh
from reader.library.imports.files import Files
from reader.library.imports.history import History
from reader.library.library import Library
from reader.outcomes import ImportReport, Outcome
from tests.factories import write_posts
from tests.importing.folders import bring_in, write_post
from tests.library.test_library import titles


def refreshed(library: Library) -> ImportReport:
    *_, last = refresh(library)
    assert last.finished
    return last.report


@pytest.fixture
def folders(library: Library, tmp_path: Path) -> tuple[Path, Path]:
    first, second = write_posts(tmp_path / "first", 2), tmp_path / "second"
    second.mkdir()
    write_post(second, "one.md", "One", "Text.")
    bring_in(library, first)
    bring_in(library, second, ImportOptions(Dialect.HUGO))
    return first, second


def test_what_is_new_in_any_folder_comes_in(library: Library, folders: tuple[Path, Path]) -> None:
    write_post(folders[0], "source/_posts/new.md", "New in the first", "Text.")
    write_post(folders[1], "new.md", "New in the second", "Text.")
    report = refreshed(library)
    assert (report.added, report.counts[Outcome.SAME]) == (2, 3)
    assert {"New in the first", "New in the second"} <= set(titles(library))


def test_nothing_new_is_nothing_new(library: Library, folders: tuple[Path, Path]) -> None:
    assert not refreshed(library).changes().articles


def test_a_folder_keeps_its_rules(library: Library, folders: tuple[Path, Path]) -> None:
    refreshed(library)
    assert [source.dialect for source in library.sources()] == [Dialect.HEXO, Dialect.HUGO]


def test_a_folder_that_is_away_is_named_and_loses_nothing(library: Library, folders: tuple[Path, Path]) -> None:
    before = titles(library)
    shutil.rmtree(folders[0])
    write_post(folders[1], "new.md", "New", "Text.")
    report = refreshed(library)
    assert [problem.path for problem in report.problems if not problem.repaired] == [str(folders[0])]
    assert (report.added, report.counts[Outcome.GONE]) == (1, 0)
    assert set(titles(library)) == {*before, "New"}


def test_problems_say_where(library: Library, folders: tuple[Path, Path]) -> None:
    (folders[1] / "empty.md").write_text("")
    assert str(folders[1] / "empty.md") in {problem.path for problem in refreshed(library).problems}


def test_a_full_disk_ends_it_and_what_was_done_is_told(
    library: Library, folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(files: Files, source: int, *more: object) -> list[Outcome]:
        if source == second.id:
            raise LibraryError("disk-full", library.folder, "Free some space.")
        return add(files, source, *more)  # type: ignore[arg-type]

    _, second = library.sources()
    add = Files.add
    for number, folder in enumerate(folders):
        write_post(folder, "source/_posts/new.md", f"New {number}", "Text.")
        (folder / "source/_posts/empty.md").write_text("")
    monkeypatch.setattr(Files, "add", full)
    report = refreshed(library)
    assert report.stopped is not None
    assert (report.stopped.kind, report.added, report.left) == ("disk-full", 1, 2)
    assert [problem.path for problem in report.problems] == [str(folders[0] / "source/_posts/empty.md")]
    assert "New 0" in titles(library)


def test_a_library_that_refuses_from_the_start_ends_it(
    library: Library, folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_: object) -> None:
        raise LibraryError("locked", library.folder, "Close the other program.")

    monkeypatch.setattr(History, "begin_import", locked)
    stopped = refreshed(library).stopped
    assert stopped is not None
    assert stopped.kind == "locked"
