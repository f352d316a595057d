"""How fast articles go out again, by format, beside opening the same ones in the window."""

from __future__ import annotations

import tempfile
from pathlib import Path

from benchmarks.table import rate, timed
from reader.domain import ArticleQuery
from reader.exporting.exporter import export
from reader.exporting.values import ExportOptions, Format
from reader.library.library import Library
from reader.viewing.page import prepare

_MOST = 1000


def run(folder: Path) -> None:
    """Export the newest articles of a library and print the figures."""
    with Library(folder, writing=False) as library, tempfile.TemporaryDirectory(prefix="broadsheet-export-") as scratch:
        ids = library.listing(ArticleQuery()).ids[:_MOST]
        opening, _ = timed(lambda: [prepare(content) for content in map(library.content, ids) if content])
        for form in Format:
            place = Path(scratch, form)
            place.mkdir()
            each = ExportOptions(form, place, ids)
            taken, _ = timed(lambda each=each: list(export(library, each)))  # type: ignore[misc]
            rate(f"export as {form}", len(ids), taken, "opening them", opening)
        book = ExportOptions(Format.EPUB, Path(scratch, "book.epub"), ids, one_file=True)
        taken, _ = timed(lambda: list(export(library, book)))
        rate("export as one book", len(ids), taken, "opening them", opening)
