"""A folder into the library, step by step."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path

from reader.domain import AS_FOUND, ImportOptions, LibraryError, Source
from reader.importing.copying import copy_pictures
from reader.importing.searchable import index
from reader.importing.survey import Survey, no_posts, still_there, survey, survey_paths
from reader.importing.tally import Tally
from reader.importing.undoing import go_on
from reader.library.imports.recorder import Recorder
from reader.library.library import Library
from reader.library.shelf.ready import ReadyFile, ready
from reader.outcomes import ImportProgress, Outcome, Phase
from reader.problems import ProblemKind

# Each transaction writes every page of the indexes that it touches, so few large ones are cheaper; but the first posts
# are wanted soon. So ever more files are written together, or those that come within so many seconds; the library may
# take fewer of them into one transaction.
_FEWEST, _MOST_TOGETHER, _TOGETHER_SECONDS = 50, 200, 0.1

# Of a new folder with many posts the first are read while it is still searched: something to read within a second.
_MANY, _FIRST = 400, 100


def import_folder(library: Library, folder: Path, options: ImportOptions = AS_FOUND) -> Iterator[ImportProgress]:
    """Import a folder, or import it again; yields after every step, and last with the whole report.

    May be closed at any step: what was committed stays, and starting again goes on from there. Raises LibraryError
    when the folder cannot be read or holds no posts. What goes wrong later, such as a full disk or a folder that goes
    away, is told by the last report.
    """
    tally = Tally()
    yield from _to_an_end(library, tally, _whole(library, folder, options, tally))


def _whole(library: Library, folder: Path, options: ImportOptions, tally: Tally) -> Iterator[ImportProgress]:
    yield from go_on(library)
    run: _Run | None = None
    for found in survey(library, folder, options):
        early = len(found.found) >= _MANY and not found.known
        if early:
            run = run or _Run(library, found, options, tally)
            run.read_first()
        yield tally.step(Phase.SCAN, len(found.found), committed=early)
    tally.skipped(found.problems)
    if not found.found and not found.known:
        raise no_posts(folder)
    run = run or _Run(library, found, options, tally)
    yield from run.phases()


def import_paths(library: Library, source: Source, paths: Collection[str]) -> Iterator[ImportProgress]:
    """Import what changed at these paths of a source, relative to it; yields as import_folder does.

    Raises LibraryError when the source is not there or cannot be read.
    """
    yield from go_on(library)
    tally = Tally()
    found = survey_paths(library, source, paths)
    tally.skipped(found.problems)
    steps: Iterator[ImportProgress] = iter(())
    if found.found or found.known:
        steps = _Run(library, found, source.options, tally).phases()
    yield from _to_an_end(library, tally, steps)


def _to_an_end(library: Library, tally: Tally, steps: Iterator[ImportProgress]) -> Iterator[ImportProgress]:
    """Go through the steps; once an import began, an environment that refuses ends them with a report."""
    try:
        yield from steps
    except LibraryError as error:
        if tally.began is None:
            raise
        _break_off(library, tally.began, tally)
        yield _last(library, tally, error)
    except GeneratorExit:
        if tally.began is not None:
            _break_off(library, tally.began, tally)
        raise
    else:
        yield _last(library, tally)


def _break_off(library: Library, batch: int, tally: Tally) -> None:
    with suppress(LibraryError):  # A disk that is full refuses this as well; then it is done by the next import.
        library.history.finish(batch, tally.counts, whole=False)
        library.replay_waiting()


def _last(library: Library, tally: Tally, stopped: LibraryError | None = None) -> ImportProgress:
    if tally.late and tally.began is not None:
        # A library that refuses even to be read has said so already, or says so at the next command.
        with suppress(LibraryError):
            tally.recall(library.history.files(tally.began, tally.late))
    return tally.end(stopped)


class _Run:
    """One import, from the moment something is written."""

    def __init__(self, library: Library, found: Survey, options: ImportOptions, tally: Tally) -> None:
        self._library = library
        self._found = found
        self._tally = tally
        site = found.site
        rules = ImportOptions(site.dialect, options.zone, options.drafts)
        self._source, self._batch = library.history.begin_import(site.root, rules)
        library.links.note_site(self._source, site.host)
        self._recorder: Recorder = library.history.recorder(self._batch)
        # What was read while the folder was still searched: it is not tried again.
        self._early: set[str] = set()
        tally.batch = tally.began = self._batch

    def read_first(self) -> None:
        """Read some of the files found so far."""
        self._tally.left = len(self._found.found)
        first = self._found.read([(file.path, None) for file in self._found.found[:_FIRST]], ready)
        for written in self._write(first):
            self._early.update(file.path for file in written)
            self._tally.left = len(self._found.found) - len(self._early)
        self._found.known = self._library.files.known(self._source)

    def phases(self) -> Iterator[ImportProgress]:
        """Go through all that is left to do."""
        library, tally = self._library, self._tally
        yield from self._files()
        library.retry_pictures(self._source)
        source = library.source_at(self._found.site.root)
        if source is not None:  # Also where it was removed meanwhile.
            yield from copy_pictures(library, source, tally, self._found.site.container)
        self._finish()
        yield from index(library, tally)
        while library.history.drop_some():
            yield tally.step(Phase.INDEX, tally.indexed, tally.indexed, committed=True)

    def _finish(self) -> None:
        library = self._library
        library.finish_import(self._source)
        if not library.history.finish(self._batch, self._tally.counts):
            self._tally.batch = None

    def _files(self) -> Iterator[ImportProgress]:
        library, found, tally = self._library, self._found, self._tally
        here = found.presence()
        newly = library.files.note_presence(here.present, here.missing, self._recorder)
        library.files.drop_copies(self._source, here.copies, self._recorder)
        wanted = [each for each in found.wanted() if each[0] not in self._early]
        tally.counts[Outcome.SAME] += len(found.found) - len(wanted) - len(self._early)
        tally.left = len(wanted)
        for written in self._write(found.read(wanted, ready)):
            tally.left -= len(written)
            yield tally.step(Phase.READ, len(wanted) - tally.left, len(wanted), written[-1].path, committed=True)
        # A file that was renamed took its article with it.
        gone = {article.id for article in library.articles(newly) if article.gone}
        tally.gone([*(here.missing[article] for article in newly if article in gone), *here.copies])

    def _write(self, files: Iterator[ReadyFile]) -> Iterator[list[ReadyFile]]:
        """Write what was read; yields what each transaction took."""
        for batch in _together(files):
            if any(problem.kind is ProblemKind.UNREADABLE for file in batch for problem in file.problems):
                # Not file by file, when all of them went away together.
                still_there(self._found.site.container)
            while batch:
                outcomes = self._library.files.add(self._source, batch, self._recorder)
                taken = batch[: len(outcomes)]
                self._tally.written(taken, outcomes)
                yield taken
                del batch[: len(outcomes)]


def _together(files: Iterator[ReadyFile]) -> Iterator[list[ReadyFile]]:
    batch: list[ReadyFile] = []
    enough, began = _FEWEST, 0.0
    for file in files:
        began = began if batch else time.monotonic()
        batch.append(file)
        if len(batch) == enough or time.monotonic() - began > _TOGETHER_SECONDS:
            yield batch
            batch, enough = [], min(2 * enough, _MOST_TOGETHER)
    if batch:
        yield batch


def finish_imports(library: Library) -> Iterator[ImportProgress]:
    """Do what interrupted imports left undone: marks that wait, pictures to copy, articles to index."""
    library.replay_waiting()
    tally = Tally()
    for source in library.sources():
        try:
            yield from copy_pictures(library, source, tally)
        except LibraryError as error:
            if error.kind != "folder-gone":
                raise
    yield from index(library, tally)
