"""Imports as a test asks for them: whole, and in one word."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.domain import AS_FOUND, ArticleQuery, Content, ImportOptions, LibraryError
from reader.importing.importer import import_folder
from reader.importing.plan import plan
from reader.library.library import Library
from reader.outcomes import ImportPlan, ImportReport


def bring_in(library: Library, folder: Path, options: ImportOptions = AS_FOUND) -> ImportReport:
    """Import a folder to the end and return what it did."""
    *_, last = import_folder(library, folder, options)
    assert last.finished
    return last.report


def plan_of(library: Library | None, folder: Path, options: ImportOptions = AS_FOUND) -> ImportPlan:
    *_, last = plan(library, folder, options)
    assert last.complete
    return last


def refusal(library: Library, folder: Path) -> str:
    """Return the kind of the LibraryError that an import of `folder` ends with; a plan must say the same."""
    with pytest.raises(LibraryError) as planned:
        plan_of(library, folder)
    with pytest.raises(LibraryError) as caught:
        bring_in(library, folder)
    assert planned.value.kind == caught.value.kind
    assert str(folder) in str(caught.value)
    return caught.value.kind


def write_post(folder: Path, name: str, title: str, body: str = "Words.", date: str = "2022-01-01 10:00:00") -> Path:
    """Write one post and return its file."""
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"---\ntitle: {title}\ndate: {date}\n---\n\n{body}\n", encoding="utf-8")
    return file


def titled(library: Library, title: str) -> Content:
    """Return the one article of this title."""
    (article,) = [row.id for row in library.articles(library.listing(ArticleQuery()).ids) if row.title == title]
    content = library.content(article)
    assert content is not None
    return content


def kinds(report: ImportReport) -> dict[str, str]:
    """Return the kind of problem of each file the report names."""
    return {problem.path: problem.kind.value for problem in report.problems}
