"""A folder into the library, step by step."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from reader.domain import Dialect, ReadFile
from reader.importing.copying import copy_pictures
from reader.importing.reading import read_files
from reader.importing.survey import Survey, no_posts, survey
from reader.importing.tally import Tally
from reader.library.library import Library
from reader.outcomes import ImportProgress, Phase

# Files written together; the library may take fewer of them into one transaction.
_BATCH = 50

# Of a new folder with many posts the first are read while it is still searched: something to read within a second.
_MANY, _FIRST = 400, 100


def import_folder(library: Library, folder: Path, dialect: Dialect | None = None) -> Iterator[ImportProgress]:
    """Import a folder, or import it again; yields after every step, and last with the whole report.

    May be closed at any step: what was committed stays, and starting again goes on from there. Raises LibraryError
    when the folder cannot be read, holds no posts, or the library cannot be written.
    """
    tally = Tally()
    for found in survey(library, folder, dialect):
        early = len(found.found) >= _MANY and not found.known
        if early:
            _read_first(library, found, tally)
        yield tally.step(Phase.SCAN, len(found.found), committed=early)
    tally.note(found.problems)
    if not found.found and not found.known:
        raise no_posts(folder)
    source = library.source_for(found.site.root, found.site.dialect)
    present, missing = found.presence()
    newly = [article.id for article in library.articles(sorted(missing)) if not article.gone]
    tally.gone = library.note_presence(present, missing)
    yield from _read(library, source.id, found, tally)
    # A file that was renamed took its article with it.
    tally.gone = sum(article.gone for article in library.articles(newly))
    library.finish_import(source.id)
    library.retry_pictures(source.id)
    yield from copy_pictures(library, source, tally, found.site.container)
    yield from index(library, tally)
    yield ImportProgress(Phase.INDEX, 0, 0, "", tally.report(whole=True), committed=True, finished=True)


def _read_first(library: Library, found: Survey, tally: Tally) -> None:
    source = library.source_for(found.site.root, found.site.dialect)
    first = read_files(found.site, [(file.path, None) for file in found.found[:_FIRST]])
    for _ in _write(library, source.id, first, tally):
        pass
    found.known = library.known_files(source.id)


def _read(library: Library, source: int, found: Survey, tally: Tally) -> Iterator[ImportProgress]:
    wanted = found.wanted()
    tally.unchanged = len(found.found) - len(wanted) - tally.outcomes.total()
    done = 0
    for written in _write(library, source, read_files(found.site, wanted), tally):
        done += len(written)
        yield tally.step(Phase.READ, done, len(wanted), written[-1].path, committed=True)


def _write(library: Library, source: int, files: Iterator[ReadFile], tally: Tally) -> Iterator[list[ReadFile]]:
    """Write what was read; yields what each transaction took."""
    while batch := list(islice(files, _BATCH)):
        for file in batch:
            tally.note(file.problems)
        while batch:
            outcomes = library.add(source, batch)
            tally.outcomes.update(outcomes)
            yield batch[: len(outcomes)]
            del batch[: len(outcomes)]


def index(library: Library, tally: Tally | None = None) -> Iterator[ImportProgress]:
    """Fill the search index with what it lacks; may be closed and begun again at any step."""
    tally = tally or Tally()
    total = library.unindexed()
    done = 0
    while written := library.index_some():
        done += written
        tally.indexed += written
        yield tally.step(Phase.INDEX, done, max(total, done), committed=True)


def finish_imports(library: Library) -> Iterator[ImportProgress]:
    """Do what interrupted imports left undone: pictures to copy, articles to index."""
    tally = Tally()
    for source in library.sources():
        yield from copy_pictures(library, source, tally)
    yield from index(library, tally)
