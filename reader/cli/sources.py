"""The commands about sources: import, refresh, the import history, and their settings."""

from __future__ import annotations

import argparse
import os
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

from reader.cli import output
from reader.cli.choosing import source_of
from reader.cli.command import Add, NotFoundError, follow_import, number
from reader.domain import Dialect, ImportOptions
from reader.late import late
from reader.library.library import Library
from reader.library.opening import open_library
from reader.library.store.database import FILE_NAME
from reader.paths import there

with late():
    from reader.importing import importer, plan, refreshing, survey, undoing
    from reader.posts.sites import zones


def add_commands(add: Add) -> None:
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
    made = there(folder / FILE_NAME)
    with open_library(folder) if made else nullcontext() as library:
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
    for each in options.sources:
        source_of(library, each)
    return follow_import(refreshing.refresh(library, options.sources), options)


def _sources(library: Library, options: argparse.Namespace) -> int:
    output.sources(library.sources(), library.article_counts(), as_json=options.json)
    return 0


def _configure(library: Library, options: argparse.Namespace) -> int:
    source = source_of(library, options.source)
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
    source = source_of(library, options.source)
    if options.with_articles:
        for _ in undoing.remove_source(library, source.id):
            pass
    else:
        library.forget_source(source.id)
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
        raise NotFoundError(f"{which} be {'redone' if options.redo else 'undone'}.")
    # What was taken back last is the oldest of what may be done again.
    for _ in undoing.swap(library, able[-1 if options.redo else 0].id):
        pass
    return _history(library, options)
