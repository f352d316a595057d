"""One import, undoing or removal at a time: its plan, progress and report. Has no widget; dialogs watch it."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterator, Sequence
from enum import Enum, auto
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reader.domain import AS_FOUND, Changes, ImportOptions, LibraryError, Source
from reader.late import late
from reader.library.library import Library
from reader.ui.session import LibrarySession
from reader.ui.tasks import Task

with late():
    from reader import outcomes
    from reader.ui.importing import history_rows

# How often lists are read anew while an import runs: often enough to see it grow.
_REFRESH_SECONDS = 3.0


def _plan(library: Library, folder: Path, options: ImportOptions) -> Iterator[outcomes.ImportPlan]:
    # What reads every format takes longer to load than the window: here, in the worker, when it is first wanted.
    from reader.importing.plan import plan

    yield from plan(library, folder, options)


def _import(library: Library, folder: Path, options: ImportOptions) -> Iterator[outcomes.ImportProgress]:
    from reader.importing.importer import import_folder

    yield from import_folder(library, folder, options)


def _refresh(library: Library, chosen: Sequence[int]) -> Iterator[outcomes.ImportProgress]:
    from reader.importing.refreshing import refresh

    yield from refresh(library, chosen)


def _swap(library: Library, batch: int, taken: list[outcomes.Batch]) -> Iterator[outcomes.ImportProgress]:
    from reader.importing.undoing import swap

    taken += history_rows.taken_along(library.history.batches(), batch)
    if taken:
        yield from swap(library, batch)


def _remove(library: Library, source: int) -> Iterator[outcomes.ImportProgress]:
    from reader.importing.undoing import remove_source

    yield from remove_source(library, source)


def _bring_in(
    library: Library, source: int, paths: Collection[str], whole: list[bool]
) -> Iterator[outcomes.ImportProgress]:
    from reader.importing.refreshing import bring_in

    yield from bring_in(library, source, paths)
    whole.append(True)


def _finish(library: Library) -> Iterator[outcomes.ImportProgress]:
    if library.unfinished():
        from reader.importing.importer import finish_imports
        from reader.importing.undoing import finish_removals, finish_swaps

        yield from finish_swaps(library)
        yield from finish_removals(library)
        yield from finish_imports(library)


Job = Callable[[Library], "Iterator[outcomes.ImportProgress]"]


class Work(Enum):
    """What a runner may be about."""

    IMPORT = auto()
    SWAP = auto()
    REMOVAL = auto()
    #: What was interrupted when the program ended: nothing to show, and it gives way to everything else.
    REST = auto()
    #: What changed in a watched folder: likewise.
    WATCHED = auto()


_QUIET = frozenset({Work.REST, Work.WATCHED})


class ImportRunner(QObject):
    """Plans imports, and runs one thing at a time that changes many articles, in the session's workers.

    `started`, `finished`, `stopped` and `refused` tell of imports; `swapped` and `removed` that the rest came to its
    end. What the environment refuses these is told by the session.
    """

    planned = Signal(object)  # outcomes.ImportPlan
    plan_refused = Signal(LibraryError)
    started = Signal()
    progressed = Signal(object)  # outcomes.ImportProgress
    finished = Signal(object)  # outcomes.ImportReport
    stopped = Signal(object)  # outcomes.ImportReport
    refused = Signal(LibraryError)
    #: The batches that were undone or done again, in that order and as they were before: the last was asked for.
    swapped = Signal(list)
    removed = Signal(Source)
    busy_changed = Signal(bool)
    #: Nothing is under way that nobody sees.
    rested = Signal()

    def __init__(self, session: LibrarySession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._plan: Task | None = None
        self._run: Task | None = None
        self._work = Work.IMPORT
        self._ended: Callable[[], None] = lambda: None
        self._waiting: Callable[[], None] | None = None
        self._rest_left = False
        self._gave_way = False
        self._again: Callable[[], None] = lambda: None
        self._refreshed = 0.0
        self._phase_began: tuple[outcomes.Phase | None, float] = (None, 0.0)
        self._last: outcomes.ImportProgress | None = None
        self.folder: Path | None = None
        session.giving_way.connect(self._give_way)

    @property
    def running(self) -> bool:
        """Whether something that was asked for is under way."""
        return self._waiting is not None or (self._run is not None and self._work not in _QUIET)

    @property
    def idle(self) -> bool:
        """Whether nothing is under way at all."""
        return self._waiting is None and self._run is None

    @property
    def importing(self) -> bool:
        """Whether an import is under way, which can be watched and stopped."""
        return self._run is not None and self._work is Work.IMPORT

    def plan(self, folder: Path, options: ImportOptions) -> None:
        """Find out what an import would do; a plan asked for before is given up."""
        self.forget_plan()
        job = partial(_plan, folder=folder, options=options)
        self._plan = self._session.look(job, self.planned.emit, self.plan_refused.emit)

    def forget_plan(self) -> None:
        """Stop planning."""
        if self._plan is not None:
            self._plan.cancel()
            self._plan = None

    def start(self, folder: Path, options: ImportOptions = AS_FOUND) -> None:
        """Import a folder. Only one import runs at a time."""
        self._import(partial(_import, folder=folder, options=options), folder)

    def refresh(self, chosen: Sequence[int] = ()) -> None:
        """Import every folder again, or the `chosen` sources."""
        self._import(partial(_refresh, chosen=chosen), None)

    def go_on(self) -> None:
        """Start the last import again: it goes on where it stopped."""
        self._again()

    def swap(self, batch: outcomes.Batch) -> None:
        """Undo a batch of the history, or do an undone one again; this cannot be stopped."""
        taken: list[outcomes.Batch] = []
        self._begin(Work.SWAP, partial(_swap, batch=batch.id, taken=taken), lambda: self.swapped.emit(taken))

    def remove(self, source: Source) -> None:
        """Remove a source with its articles; this cannot be stopped, but undone by the history."""
        self._begin(Work.REMOVAL, partial(_remove, source=source.id), lambda: self.removed.emit(source))

    def bring_in(self, source: int, paths: Collection[str], left: Callable[[bool], None]) -> None:
        """Import what changed in a watched source; `left` hears if that did not end, and whether it only gave way."""
        whole: list[bool] = []

        def ended() -> None:
            stopped = self._last.report.stopped if self._last is not None else None
            if self._gave_way or stopped is not None or not whole:
                left(self._gave_way)
            if stopped is not None and not self._gave_way:
                self._session.refused.emit(stopped)

        self._begin(Work.WATCHED, partial(_bring_in, source=source, paths=paths, whole=whole), ended)

    def finish_pending(self) -> None:
        """Go on with what was interrupted: an undoing, a removal, pictures to copy, articles to index."""
        if self.idle:
            self._rest_left = False
            self._begin(Work.REST, _finish, lambda: None)
        elif self._work is not Work.REST:
            self._rest_left = True

    def _import(self, job: Job, folder: Path | None) -> None:
        def begin() -> None:
            if not self.running:
                self.folder = folder
                self._begin(Work.IMPORT, job, self._tell_report)

        self._again = begin
        begin()

    def _begin(self, work: Work, job: Job, ended: Callable[[], None]) -> None:
        if self.running:
            return
        if work not in _QUIET:
            self.forget_plan()
        if self._run is not None:
            # Two that undo at once would each swap what the other did.
            self._rest_left = self._rest_left or self._work is Work.REST
            self._waiting = partial(self._launch, work, job, ended)
            self._run.cancel()
        else:
            self._launch(work, job, ended)

    def _launch(self, work: Work, job: Job, ended: Callable[[], None]) -> None:
        self._waiting = None
        self._work, self._ended = work, ended
        self._last = None
        self._refreshed = 0.0
        refused = self.refused.emit if work is Work.IMPORT else None
        self._run = self._session.run(job, self._on_progress, refused, self._on_ended)
        if work is Work.IMPORT:
            self.started.emit()
        if work not in _QUIET:
            self.busy_changed.emit(True)

    def cancel(self) -> None:
        """Stop an import; what it committed stays."""
        if self._run is not None and self.importing:
            self._run.cancel()

    def _give_way(self) -> None:
        # What was asked for comes to its end first; its user looks on.
        if self._run is not None and self._work in _QUIET:
            self._rest_left = self._rest_left or self._work is Work.REST
            self._run.cancel()

    def seconds_left(self, progress: outcomes.ImportProgress) -> float | None:
        """Return how long the phase will still take, None while that is a guess."""
        phase, began = self._phase_began
        spent = time.monotonic() - began
        if progress.phase is not phase or spent < 1 or not progress.done or not progress.total:
            return None
        return spent / progress.done * (progress.total - progress.done)

    def _on_progress(self, progress: outcomes.ImportProgress) -> None:
        if progress.phase is not self._phase_began[0] or self._last is None:
            self._phase_began = (progress.phase, time.monotonic())
        self._last = progress
        if self._work not in _QUIET:
            self.progressed.emit(progress)
        if progress.committed and progress.phase is not outcomes.Phase.INDEX:
            now = time.monotonic()
            if now - self._refreshed > _REFRESH_SECONDS:
                self._refreshed = now
                self._session.announce(Changes(articles=True, categories=True, growing=True))

    def _on_ended(self) -> None:
        self._gave_way = self._run is not None and self._run.cancelled
        self._run = None
        work, last = self._work, self._last
        if work is Work.WATCHED:
            self._ended()
        if work in (Work.IMPORT, Work.WATCHED):
            if last is not None:
                self._session.announce(last.report.changes())
        elif last is not None:
            self._session.announce(Changes(articles=True, categories=True))
        if self._waiting is not None:
            self._waiting()
            return
        if work in _QUIET:
            self.rested.emit()
            if self._rest_left:
                self.finish_pending()
            return
        if work is Work.IMPORT or (last is not None and last.finished):
            self._ended()
        # Only now: who waits for this begins the next thing at once.
        self.busy_changed.emit(False)
        if self._rest_left:
            self.finish_pending()

    def _tell_report(self) -> None:
        if self._last is not None and self._last.finished:
            self.finished.emit(self._last.report)
        else:
            self.stopped.emit(self._last.report if self._last is not None else outcomes.ImportReport())
