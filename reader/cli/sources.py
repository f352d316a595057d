"""The commands about sources: import, refresh, the import history, and their settings."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

from reader.cli import output
from reader.cli.progress import NOTHING, REFUSED, follow
from reader.domain import ALL, Dialect, ImportOptions, LibraryError, Source
from reader.late import late
from reader.library.library import Library
from reader.library.opening import open_library
from reader.library.store.database import FILE_NAME
from reader.outcomes import ImportProgress

with late():
    from reader.importing import importer, plan, refreshing, survey, undoing
    from reader.posts.sites import zones

Command = Callable[[Library, argparse.Namespace], int]
Add = Callable[[str, Command, str], argparse.ArgumentParser]


def add_commands(add: Add, number: Callable[[str], int]) -> None:
    """Add the commands of this module to the command line."""
    importing = add("import", import_, "Import a folder or an archive of posts, or import it again.")
    importing.add_argument("folder", metavar="FOLDER", help="a folder, or a zip or tar archive of one")
    importing.add_argument("--dry-run", action="store_true", help="say what would be done, without writing")
    refreshing = add("refresh", _refresh, "Import every folder and archive again, with its current settings.")
    refreshing.add_argument("sources", metavar="SOURCE", nargs="*", type=number, help="only these")
    add("sources", _sources, "List the imported folders.")
    configuring = add("configure", _configure, "Change the settings of a source.")
    configuring.add_argument("source", metavar="SOURCE", type=number)
    configuring.add_argument("--name", help="its name")
    configuring.add_argument("--watch", action=argparse.BooleanOptionalAction, help="import changes automatically")
    for reading in (importing, configuring):
        reading.add_argument("--dialect", choices=["auto", *Dialect], help="the generator whose rules apply")
        reading.add_argument("--zone", type=_zone, metavar="ZONE", help="of dates without a zone, e.g. Asia/Shanghai")
        reading.add_argument("--drafts", action=argparse.BooleanOptionalAction, help="import drafts and hidden posts")
    removing = add("remove", _remove, "Remove a source; its articles stay.")
    removing.add_argument("source", metavar="SOURCE", type=number)
    removing.add_argument("--with-articles", action="store_true", help="remove its articles, too")
    add("history", _history, "List what the imports did.")
    for name, text in (("undo", "Undo an import."), ("redo", "Redo an import that was undone.")):
        taking_back = add(name, _swap, text)
        taking_back.add_argument("batch", metavar="BATCH", nargs="?", type=number, help="its number; else the newest")
        taking_back.set_defaults(redo=name == "redo")


def dry_run(folder: Path, options: argparse.Namespace) -> int:
    """Say what an import would do; the library in `folder` need not be there, and is not made."""
    there = (folder / FILE_NAME).exists()
    with open_library(folder) if there else nullcontext() as library:
        *_, planned = plan.plan(library, Path(options.folder), _reading(library, options))
    output.plan(planned, as_json=options.json)
    return 0


def import_(library: Library, options: argparse.Namespace) -> int:
    """Import a folder."""
    return follow_import(importer.import_folder(library, Path(options.folder), _reading(library, options)), options)


def _reading(library: Library | None, options: argparse.Namespace) -> ImportOptions:
    """Return how a folder is to be read: what was not said is as it was at its last import."""
    # Path.resolve fails on a link that leads to itself, before Python 3.13; the import says what is wrong with it.
    known = library.source_at(Path(os.path.realpath(options.folder))) if library else None
    return _changed(known.options if known else ImportOptions(), options)


def _changed(reading: ImportOptions, options: argparse.Namespace) -> ImportOptions:
    if options.dialect is not None:
        reading = replace(reading, dialect=None if options.dialect == "auto" else Dialect(options.dialect))
    if options.zone is not None:
        reading = replace(reading, zone=options.zone)
    return reading if options.drafts is None else replace(reading, drafts=options.drafts)


def _zone(name: str) -> str:
    if name and not zones.known(name):
        raise argparse.ArgumentTypeError(f"{name!r} is no time zone; they are called as Europe/Berlin is")
    return name


def _refresh(library: Library, options: argparse.Namespace) -> int:
    if any(_source(library, each) is None for each in options.sources):
        return _no_source(options, next(each for each in options.sources if _source(library, each) is None))
    return follow_import(refreshing.refresh(library, options.sources), options)


def follow_import(steps: Iterator[ImportProgress], options: argparse.Namespace) -> int:
    """Go through an import, its progress on the terminal, and print what it did."""
    step = follow(steps, _line, options)
    if step is None:
        raise RuntimeError("an import tells at least its end")
    output.report(step.report, as_json=options.json)
    return REFUSED if step.report.stopped else 0


def _line(step: ImportProgress) -> str:
    return f"{step.phase} {step.done}" + (f"/{step.total}" if step.total else "")


def category_of(library: Library, path: str | None) -> int | None:
    """Return the id of a category given as "a/b", None when there is none; names may themselves hold a slash.

    One with another name is found by either.
    """
    if not path:
        return ALL
    children: dict[int | None, list[tuple[int, str]]] = {}
    for category in library.categories():
        for name in {category.name, category.original}:
            children.setdefault(category.parent, []).append((category.id, name))
    ends = [(ALL, path)]
    while ends:
        node, rest = ends.pop()
        for child, name in children.get(node, ()):
            if name and rest == name:
                return child
            if name and rest.startswith(f"{name}/"):
                ends.append((child, rest[len(name) + 1 :]))
    return None


def make_searchable(library: Library) -> None:
    """Index what is not searchable yet; where nothing can be written, what is has to do."""
    try:
        while library.index_some():
            pass
    except LibraryError as error:
        if error.kind != "read-only":
            raise


def _sources(library: Library, options: argparse.Namespace) -> int:
    output.sources(library.sources(), library.article_counts(), as_json=options.json)
    return 0


def _source(library: Library, number: int) -> Source | None:
    return next((source for source in library.sources() if source.id == number), None)


def _no_source(options: argparse.Namespace, number: int) -> int:
    output.nothing(f"There is no source {number}.", as_json=options.json)
    return NOTHING


def _configure(library: Library, options: argparse.Namespace) -> int:
    source = _source(library, options.source)
    if source is None:
        return _no_source(options, options.source)
    reading = _changed(source.options, options)
    if reading.dialect is None:
        reading = replace(reading, dialect=survey.recognise(source.root))
    if options.name is not None:
        library.rename_source(source.id, options.name)
    if options.watch is not None:
        library.watch_source(source.id, watched=options.watch)
    library.configure_source(source.id, reading)
    return _sources(library, options)


def _remove(library: Library, options: argparse.Namespace) -> int:
    if _source(library, options.source) is None:
        return _no_source(options, options.source)
    if options.with_articles:
        for _ in undoing.remove_source(library, options.source):
            pass
    else:
        library.forget_source(options.source)
    return _sources(library, options)


def _history(library: Library, options: argparse.Namespace) -> int:
    output.history(library.history.batches(), as_json=options.json)
    return 0


def _swap(library: Library, options: argparse.Namespace) -> int:
    for _ in undoing.go_on(library):  # Only then is it known what can be taken back.
        pass
    able = [each for each in library.history.batches() if (each.can_redo if options.redo else each.can_undo)]
    if options.batch is not None:
        able = [each for each in able if each.id == options.batch]
    if not able:
        which = "No import can" if options.batch is None else f"Import {options.batch} cannot"
        output.nothing(f"{which} be {'redone' if options.redo else 'undone'}.", as_json=options.json)
        return NOTHING
    # What was taken back last is the oldest of what may be done again.
    for _ in undoing.swap(library, able[-1 if options.redo else 0].id):
        pass
    return _history(library, options)
