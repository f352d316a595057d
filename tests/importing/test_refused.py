"""Files that cannot be read, import after import: they are told, and nothing is written down twice."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reader.importing.undoing import swap
from reader.library.library import Library
from reader.outcomes import Counts, Outcome
from reader.posts.read_post import LARGEST
from tests.containers.packing import pack
from tests.factories import write_posts
from tests.importing.folders import bring_in, kinds, plan_of, titled, write_post


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three posts, and one that is too large to be one."""
    folder = write_posts(tmp_path / "blog", 3)
    with (folder / "source/_posts/dump.md").open("wb") as file:
        file.truncate(LARGEST + 1)
    return folder


@pytest.mark.parametrize("packed", [False, True])
def test_a_file_that_stays_too_large_is_looked_at_once(library: Library, folder: Path, packed: bool) -> None:
    place = pack(folder, folder.parent / "blog.zip") if packed else folder
    assert kinds(bring_in(library, place)) == {"source/_posts/dump.md": "too-large"}
    again = bring_in(library, place)
    assert (again.counts, again.batch) == (Counts({Outcome.SAME: 4}), None)
    assert len(library.history.batches()) == 1


def test_a_file_that_still_cannot_be_read_is_told_and_no_change(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(path: object, *more: object) -> int:
        if str(path).endswith("post-2.md"):
            raise PermissionError(13, "Permission denied")
        return real(path, *more)  # type: ignore[arg-type]

    real = os.open
    bring_in(library, folder)
    (folder / "source/_posts/post-2.md").write_text("# Secret")
    monkeypatch.setattr(os, "open", denied)
    reports = [bring_in(library, folder) for _ in range(3)]
    assert [report.counts[Outcome.REFUSED] for report in reports] == [1, 1, 1]
    assert [report.batch is None for report in reports] == [False, True, True]
    assert titled(library, "Post 2").problems


def test_a_file_on_which_the_program_failed_comes_in_once_it_does_not(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as failing:
        failing.setattr("reader.posts.read_post.read_body", None)
        reports = [bring_in(library, folder) for _ in range(2)]
    assert [report.counts[Outcome.REFUSED] for report in reports] == [4, 3]
    assert [report.batch is None for report in reports] == [False, True]
    assert bring_in(library, folder).added == 3


def test_what_is_wrong_with_a_file_is_told_anew_after_an_undone_import(library: Library, folder: Path) -> None:
    bring_in(library, folder)
    list(swap(library, library.history.batches()[0].id))
    assert plan_of(library, folder).counts == bring_in(library, folder).counts
    files = library.history.files(library.history.batches()[0].id)
    assert [file.path for file in files if file.outcome is Outcome.REFUSED] == ["source/_posts/dump.md"]


def told(library: Library, number: int) -> dict[str, list[str]]:
    """Return by file what was wrong with it, as the history tells of an import, the newest of which is 0."""
    files = library.history.files(library.history.batches()[number].id)
    return {Path(file.path).name: [problem.kind.value for problem in file.problems] for file in files}


def test_the_history_tells_what_was_wrong_until_another_import_has_a_word(library: Library, folder: Path) -> None:
    dump, odd = (folder / "source/_posts" / name for name in ("dump.md", "odd.md"))
    write_post(folder, "source/_posts/odd.md", "Odd", "Text", date="no day")
    bring_in(library, folder)
    assert (told(library, 0)["dump.md"], told(library, 0)["post-1.md"]) == (["too-large"], [])
    wrong = told(library, 0)["odd.md"]
    assert wrong
    write_post(folder, "source/_posts/new.md", "New")
    bring_in(library, folder)
    # What another import did not write down again is still the word of the first.
    assert (told(library, 1)["dump.md"], told(library, 1)["odd.md"]) == (["too-large"], wrong)
    dump.write_bytes(b"")
    odd.write_text(odd.read_text().replace("no day", "2020-02-02"))
    bring_in(library, folder)
    assert (told(library, 2)["dump.md"], told(library, 2)["odd.md"]) == ([], [])
    assert (told(library, 0)["dump.md"], told(library, 0)["odd.md"]) == (["empty"], [])
    list(swap(library, library.history.batches()[0].id))
    assert told(library, 0)["dump.md"] == []
