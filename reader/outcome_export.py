"""The outcome of an import for each file, as CSV or JSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO

from reader.outcomes import FileOutcome
from reader.problems import Problem
from reader.whole_files import refusals_told, whole_file

_COLUMNS = ("path", "outcome", "title", "line", "kind", "message", "repaired")

# Spreadsheets take a cell that begins so, in East Asia also with wide signs, for a formula, and run it.
_ACTIVE = frozenset("=+-@＝＋－＠")

Words = Callable[[Problem], str]


def write_outcomes(file: Path, outcomes: Iterable[FileOutcome], words: Words = Problem.sentence) -> None:
    """Write `outcomes` as JSON where the name ends so, else as CSV; `words` says what a problem is.

    The file is there whole or not at all. Raises LibraryError when it cannot be written.
    """
    write = _write_json if file.suffix.lower() == ".json" else _write_csv
    with refusals_told(file), whole_file(file, overwrite=True) as part:
        text = io.TextIOWrapper(part, encoding="utf-8", newline="")
        write(text, outcomes, words)
        text.detach()  # flushes, and leaves the file open


def _write_csv(file: IO[str], outcomes: Iterable[FileOutcome], words: Words) -> None:
    file.write("\ufeff")  # Without the mark spreadsheets take UTF-8 for the system's old encoding.
    rows = csv.writer(file)
    rows.writerow(_COLUMNS)
    for outcome in outcomes:
        rows.writerows(_rows(outcome, words))


def _rows(file: FileOutcome, words: Words) -> Iterator[list[object]]:
    """Yield a row for each problem of a file, and one for a file without any."""
    about: list[object] = [inert(file.path), file.outcome.value, inert(file.title)]
    for problem in file.problems:
        repaired = "yes" if problem.repaired else "no"
        yield [*about, problem.line or "", problem.kind.value, inert(words(problem)), repaired]
    if not file.problems:
        yield [*about, "", "", "", ""]


def inert(text: str) -> str:
    """Return a cell that no spreadsheet takes for a formula, and that any program can read as UTF-8."""
    text = text.encode("utf-8", "replace").decode()
    first = text.lstrip()[:1]
    return f"'{text}" if first in _ACTIVE or not text[:1].isprintable() else text


def _write_json(file: IO[str], outcomes: Iterable[FileOutcome], words: Words) -> None:
    file.write("[")
    for number, outcome in enumerate(outcomes):
        file.write(",\n" if number else "\n")
        text = json.dumps(_plain(outcome, words), ensure_ascii=False)
        file.write(text.encode("utf-8", "replace").decode())
    file.write("\n]\n")


def _plain(file: FileOutcome, words: Words) -> dict[str, object]:
    return {
        "path": file.path,
        "outcome": file.outcome,
        "title": file.title,
        "problems": [
            {"line": each.line, "kind": each.kind, "message": words(each), "repaired": each.repaired}
            for each in file.problems
        ],
    }
