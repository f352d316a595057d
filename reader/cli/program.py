"""The command line: its options, and which command each is for."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from reader.cli import categories, export, moving, output, pictures, safety, search, sources
from reader.cli.choosing import category_of, marked
from reader.cli.command import NOTHING, REFUSED, Add, Command, FolderCommand, NotFoundError, number
from reader.domain import ArticleQuery, Changes, Content, LibraryError, Order
from reader.library.library import Library
from reader.library.opening import open_library
from reader.paths import config_folder, library_folder
from reader.remembered import remembered_library


def main(words: Sequence[str] | None = None) -> int:
    """Run one command; returns the process's exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # File names need not be text, and the terminal need not be UTF-8.
            stream.reconfigure(errors="replace")
    parser = _parser()
    options = parser.parse_args(words)
    if options.command is search.search and not options.words and options.saved is None:
        parser.error("search: conditions are required, or --saved NAME")
    try:
        code = _run(options)
        if sys.stdout is not None:
            sys.stdout.flush()  # Here it is heard that nobody reads it, and not at the end of Python.
    except LibraryError as error:
        output.failure(error, as_json=options.json)
        return REFUSED
    except KeyboardInterrupt:
        print("Stopped. What was already saved stays.", file=sys.stderr)
        return 130
    except BrokenPipeError:
        # The reader of our output (head, less) has seen enough. What waits to be written goes nowhere.
        for stream in (sys.stdout, sys.stderr):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        return 0
    return code


def _run(options: argparse.Namespace) -> int:
    try:
        return _run_command(options, library_folder(options.library, remembered_library(config_folder())))
    except NotFoundError as error:
        output.not_found(str(error), as_json=options.json)
        return NOTHING


def _run_command(options: argparse.Namespace, folder: Path) -> int:
    importing = options.command is sources.import_
    if importing and options.dry_run:
        return sources.dry_run(folder, options)
    if options.unopened:
        return int(options.command(folder, options))
    # Looking must not make a library where there is none.
    with open_library(folder, make=importing) as library:
        return int(options.command(library, options))


def _list(library: Library, options: argparse.Namespace) -> int:
    order = Order.NEWEST_MARK if options.bookmarked else Order.NEWEST
    ids = marked(library, ArticleQuery(category=category_of(library, options.category), order=order), options)
    output.articles(library.articles(ids[: options.limit]), len(ids), as_json=options.json)
    return 0


def _show(library: Library, options: argparse.Namespace) -> int:
    output.content(_content(library, options.id), as_json=options.json)
    return 0


def _content(library: Library, article: int) -> Content:
    found = library.content(article)
    if found is None:
        raise NotFoundError(f"There is no article {article}.")
    return found


def _stats(library: Library, options: argparse.Namespace) -> int:
    output.numbers(library.stats(), as_json=options.json)
    return 0


def _check(library: Library, options: argparse.Namespace) -> int:
    faults = library.check()
    output.faults(faults, as_json=options.json)
    return NOTHING if faults else 0


def _marking(change: Callable[[Library, Sequence[int]], Changes]) -> Command:
    def command(library: Library, options: argparse.Namespace) -> int:
        _content(library, options.id)
        change(library, [options.id])
        output.articles(library.articles([options.id]), 1, as_json=options.json)
        return 0

    return command


def _named(text: str) -> str:
    """Refuse an empty name, as of a variable that a script forgot to set: the user's own library would be meant."""
    if not text:
        raise argparse.ArgumentTypeError("it is empty")
    return text


def _common(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    """Return what every command takes, and let it stand before the command as well."""
    common = argparse.ArgumentParser(add_help=False)
    where = "the library's folder (default: BROADSHEET_LIBRARY, or yours)"
    # What is said before the command is not taken back by what is not said after it.
    for each, library, json in ((parser, None, False), (common, argparse.SUPPRESS, argparse.SUPPRESS)):
        each.add_argument("--library", metavar="DIR", type=_named, default=library, help=where)
        each.add_argument("--json", action="store_true", default=json, help="print JSON")
    return common


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("broadsheet-cli", description="A reading library of saved posts.")
    common = _common(parser)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def add(name: str, command: Command | FolderCommand, text: str) -> argparse.ArgumentParser:
        made = commands.add_parser(name, parents=[common], help=text, description=text)
        made.set_defaults(command=command, unopened=False)
        return made

    for module in (sources, pictures, moving, export, safety):
        module.add_commands(add)
    _add_listing(add)
    search.add_commands(add)
    add("show", _show, "Show one article with everything known about it.").add_argument("id", type=number, metavar="ID")
    categories.add_commands(add)
    add("stats", _stats, "Print how much is in the library.")
    add("check", _check, "Check the library for inconsistencies.")
    _add_marking(add)
    return parser


def _add_listing(add: Add) -> None:
    listing = add("list", _list, "List articles, newest first.")
    listing.add_argument("--category", metavar="A/B", help="only this category and those below it")
    listing.add_argument("--unread", action="store_true")
    listing.add_argument("--bookmarked", action="store_true", help="the read-later list, newest mark first")
    listing.add_argument("--limit", type=number, default=50, metavar="N")


def _add_marking(add: Add) -> None:
    marks: dict[str, tuple[Callable[[Library, Sequence[int]], Changes], str]] = {
        "read": (lambda library, ids: library.set_read(ids, read=True), "Mark an article as read."),
        "unread": (lambda library, ids: library.set_read(ids, read=False), "Mark an article as unread."),
        "bookmark": (lambda library, ids: library.set_bookmarked(ids, bookmarked=True), "Read an article later."),
        "unbookmark": (lambda library, ids: library.set_bookmarked(ids, bookmarked=False), "Remove the bookmark."),
    }
    for name, (change, text) in marks.items():
        add(name, _marking(change), text).add_argument("id", type=number, metavar="ID")
