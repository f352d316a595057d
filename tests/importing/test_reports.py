"""What a report says: every file is counted once, under what became of it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.importing.importer import import_folder
from reader.library.library import Library
from reader.outcomes import Counts, ImportProgress, Outcome
from tests.factories import write_posts
from tests.importing.folders import bring_in, write_post


def deny(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    """Let files of these names not be opened."""
    real = os.open

    def denied(path: object, *more: object) -> int:
        if str(path).endswith(names):
            raise PermissionError(13, "Permission denied")
        return real(path, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "open", denied)


def test_files_that_cannot_be_read_are_counted_once_though_the_first_are_read_early(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_posts(tmp_path / "blog", 520)
    deny(monkeypatch, *(f"post-{number}.md" for number in (1, 10, 100, 101, 102)))
    report = bring_in(library, folder)
    assert report.counts == Counts({Outcome.NEW: 515, Outcome.REFUSED: 5})
    assert library.history.batches()[0].counts == report.counts


def test_a_file_that_is_written_after_it_was_read_early_is_counted_once(library: Library, tmp_path: Path) -> None:
    folder = write_posts(tmp_path / "blog", 520)
    steps: Iterator[ImportProgress] = import_folder(library, folder)
    next(steps)
    write_post(folder, "source/_posts/post-1.md", "Written meanwhile")
    *_, last = steps
    assert last.report.counts == Counts({Outcome.NEW: 520})
    assert bring_in(library, folder).counts == Counts({Outcome.CHANGED: 1, Outcome.SAME: 519})


def test_a_new_post_whose_pictures_are_broken_is_listed_as_new_and_repaired(library: Library, tmp_path: Path) -> None:
    for name in ("a.png", "b.png"):
        (tmp_path / name).write_bytes(b"no picture")
    write_post(tmp_path, "post.md", "One", "![](a.png) ![](b.png)")
    write_post(tmp_path, "other.md", "Two")
    report = bring_in(library, tmp_path)
    assert [(file.path, file.outcome, file.title, len(file.problems)) for file in report.outcomes] == [
        ("post.md", Outcome.NEW, "One", 2)
    ]
    assert (report.counts, report.repaired) == (Counts({Outcome.NEW: 2}), 1)
    again = bring_in(library, tmp_path)
    assert [(file.path, file.outcome, len(file.problems)) for file in again.outcomes] == [("post.md", Outcome.SAME, 2)]
    assert (again.counts, again.repaired) == (Counts({Outcome.SAME: 2}), 0)


def test_a_post_whose_broken_picture_is_found_before_the_folder_goes_away_is_listed_as_new(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.importing.copying._SECONDS", -1)
    folder = tmp_path / "blog"
    write_post(folder, "post.md", "One", "![](a.png) ![](b.png)")
    for name in ("a.png", "b.png"):
        (folder / name).write_bytes(b"no picture")
    steps = import_folder(library, folder)
    while next(steps).phase != "pictures":
        pass
    folder.rename(tmp_path / "away")
    *_, last = steps
    assert [(file.outcome, file.title, len(file.problems)) for file in last.report.outcomes] == [
        (Outcome.NEW, "One", 1)
    ]
