"""Lists of files as spreadsheets and programs get them: whole, readable, and harmless."""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain import LibraryError
from reader.outcome_export import inert, write_outcomes
from reader.outcomes import FileOutcome, Outcome
from reader.problems import Problem, ProblemKind

BROKEN = Problem("a.md", ProblemKind.FRONT_MATTER_REPAIRED, "tabs used as indent", 3)
UNDATED = Problem("a.md", ProblemKind.DATE_MISSING, "the time of the file")
FILES = [
    FileOutcome("a.md", Outcome.NEW, "茶, “tea”", (BROKEN, UNDATED)),
    FileOutcome("=cmd|'/c calc'!A0.md", Outcome.NEW, "@SUM(1)"),
    FileOutcome("\udcff.md", Outcome.REFUSED, problems=(Problem("\udcff.md", ProblemKind.EMPTY, repaired=False),)),
]


def test_a_spreadsheet_gets_a_row_for_each_problem(tmp_path: Path) -> None:
    write_outcomes(tmp_path / "files.csv", FILES)
    assert (tmp_path / "files.csv").read_bytes().startswith(b"\xef\xbb\xbfpath,outcome,title,")
    with (tmp_path / "files.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["title"], row["line"], row["kind"]) for row in rows[:2]] == [
        ("茶, “tea”", "3", "front-matter-repaired"),
        ("茶, “tea”", "", "date-missing"),
    ]
    assert (rows[2]["path"], rows[2]["title"]) == ("'=cmd|'/c calc'!A0.md", "'@SUM(1)")
    assert (rows[3]["path"], rows[3]["message"], rows[3]["repaired"]) == ("?.md", "The file is empty.", "no")


def test_a_program_gets_a_list_of_files(tmp_path: Path) -> None:
    write_outcomes(tmp_path / "files.JSON", FILES, words=lambda problem: f"<{problem.kind}>")
    files = json.loads((tmp_path / "files.JSON").read_text("utf-8"))
    assert [file["path"] for file in files] == ["a.md", FILES[1].path, "?.md"]
    assert files[0]["problems"][0] == {
        "line": 3, "kind": "front-matter-repaired", "message": "<front-matter-repaired>", "repaired": True,
    }  # fmt: skip


def test_an_empty_list_is_a_list(tmp_path: Path) -> None:
    write_outcomes(tmp_path / "none.json", [])
    assert json.loads((tmp_path / "none.json").read_text()) == []


@given(st.text())
def test_no_cell_is_a_formula(text: str) -> None:
    cell = inert(text)
    assert cell.lstrip()[:1] not in ("=", "+", "-", "@")
    assert not cell or cell[0].isprintable()
    assert cell in (inert(text), f"'{text}", text.encode("utf-8", "replace").decode())


def test_a_place_that_cannot_be_written_is_told_and_left_clean(tmp_path: Path) -> None:
    (tmp_path / "files.csv").mkdir()
    with pytest.raises(LibraryError, match="cannot be written") as caught:
        write_outcomes(tmp_path / "files.csv", FILES)
    assert caught.value.kind == "cannot-write"
    assert [file.name for file in tmp_path.iterdir()] == ["files.csv"]


@pytest.mark.skipif(os.name != "posix", reason="needs permissions of Unix")
def test_the_file_may_be_read_by_whom_any_new_file_may_be(tmp_path: Path) -> None:
    (tmp_path / "any").write_text("")
    write_outcomes(tmp_path / "files.csv", FILES)
    assert (tmp_path / "files.csv").stat().st_mode == (tmp_path / "any").stat().st_mode


@pytest.mark.parametrize("error", [KeyboardInterrupt(), LibraryError("damaged", Path("library"), "Restore it.")])
def test_a_list_that_breaks_off_leaves_what_was_there(tmp_path: Path, error: BaseException) -> None:
    def broken() -> Iterator[FileOutcome]:
        yield FILES[0]
        raise error

    (tmp_path / "files.csv").write_text("before")
    with pytest.raises(type(error)):
        write_outcomes(tmp_path / "files.csv", broken())
    assert [file.name for file in tmp_path.iterdir()] == ["files.csv"]
    assert (tmp_path / "files.csv").read_text() == "before"
