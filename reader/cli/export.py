"""The export command: articles as files, chosen by number or by conditions."""

from __future__ import annotations

import argparse
import sys
from array import array
from pathlib import Path

from reader.cli import output
from reader.cli.choosing import category_of, make_searchable, marked
from reader.cli.command import NOTHING, Add, NotFoundError, follow, number
from reader.domain import ArticleQuery, LibraryError
from reader.exporting.values import ExportOptions, ExportProgress, Format
from reader.late import late
from reader.library.library import Library

with late():
    from reader.exporting import exporter

#: The exit code of wrong words, which argparse cannot see.
_WRONG = 2


def add_commands(add: Add) -> None:
    """Add the command of this module to the command line."""
    command = add("export", _export, "Write articles to files: HTML, Markdown, EPUB or plain text.")
    command.add_argument("format", choices=[*Format])
    command.add_argument("target", type=Path, help="a folder for a file each, or a file for one article or a book")
    command.add_argument("ids", type=number, nargs="*", metavar="ID", help="these articles, not those selected below")
    command.add_argument("--query", metavar="CONDITIONS", default="", help="those that a search finds")
    command.add_argument("--category", metavar="A/B", help="only this category and those below it")
    command.add_argument("--unread", action="store_true")
    command.add_argument("--bookmarked", action="store_true", help="those kept for later")
    command.add_argument("--limit", type=number, metavar="N", help="no more than the newest N")
    command.add_argument("--book", action="store_true", help="one EPUB, with a chapter for each article")
    command.add_argument("--title", default="", help="title of the book")
    command.add_argument("--no-pictures", dest="pictures", action="store_false")
    command.add_argument("--replace", action="store_true", help="replace the file if it exists")


def _export(library: Library, options: argparse.Namespace) -> int:
    ids = array("q", options.ids) if options.ids else _chosen(library, options)
    if not ids:
        raise NotFoundError("There are no such articles.")
    form, target = Format(options.format), Path(options.target)
    one_file = bool(options.book) or target.suffix.lower() == form.ending
    if one_file and len(ids) > 1 and form is not Format.EPUB:
        print("broadsheet-cli: only EPUB holds several articles in one file; name a folder.", file=sys.stderr)
        return _WRONG
    if not one_file:
        _make(target)
    title = options.title or options.query or (options.category or "").rpartition("/")[2] or "Broadsheet"
    wanted = ExportOptions(form, target, ids, one_file, options.replace, options.pictures, title)
    done = follow(exporter.export(library, wanted), lambda step: f"{step.done}/{step.total}", options)
    if done is None:
        raise RuntimeError("an export tells at least its end")
    _tell(done, as_json=options.json)
    return NOTHING if done.gone else 0


def _chosen(library: Library, options: argparse.Namespace) -> array[int]:
    """Return the articles that conditions choose, newest first."""
    category = category_of(library, options.category)
    if options.query:
        make_searchable(library)
    ids = marked(library, ArticleQuery(category=category, text=options.query), options)
    return ids if options.limit is None else ids[: options.limit]


def _make(folder: Path) -> None:
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        advice = f"The folder cannot be made ({error.strerror}). Choose another place."
        raise LibraryError("cannot-write", folder, advice) from error


def _tell(done: ExportProgress, *, as_json: bool) -> None:
    files = [output.printable(str(file)) for file in done.files]
    if as_json:
        output.json_value(
            {
                "files": files,
                "articles": done.done - len(done.gone),
                "gone": list(done.gone),
                "pictures": done.pictures,
                "missing_pictures": done.missing,
            }
        )
        return
    for file in files:
        print(output.shown(str(file)))
    for article in done.gone:
        print(f"broadsheet-cli: There is no article {article}.", file=sys.stderr)
    if done.missing:
        print(f"{done.missing} pictures are not in the library; their descriptions stand for them", file=sys.stderr)
