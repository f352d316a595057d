"""One import at a time: its plan, its progress, its report. Has no widget; the dialog and the status bar watch it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reader.domain import AS_FOUND, Changes, ImportOptions, LibraryError
from reader.library.library import Library
from reader.outcomes import ImportPlan, ImportProgress, ImportReport, Phase
from reader.ui.session import LibrarySession
from reader.ui.tasks import Task

# How often lists are read anew while an import runs: often enough to see it grow.
_REFRESH_SECONDS = 3.0


def _plan(library: Library, folder: Path, options: ImportOptions) -> Iterator[ImportPlan]:
    # What reads every format takes longer to load than the window: here, in the worker, when it is first wanted.
    from reader.importing.plan import plan

    yield from plan(library, folder, options)


def _import(library: Library, folder: Path, options: ImportOptions) -> Iterator[ImportProgress]:
    from reader.importing.importer import import_folder

    yield from import_folder(library, folder, options)


def _refresh(library: Library) -> Iterator[ImportProgress]:
    from reader.importing.refreshing import refresh

    yield from refresh(library)


def _finish(library: Library) -> Iterator[ImportProgress]:
    if library.unfinished():
        from reader.importing.importer import finish_imports
        from reader.importing.undoing import finish_removals, finish_swaps

        yield from finish_swaps(library)
        yield from finish_removals(library)
        yield from finish_imports(library)


class ImportRunner(QObject):
    """Plans and runs imports in the session's workers."""

    planned = Signal(ImportPlan)
    plan_refused = Signal(LibraryError)
    started = Signal()
    progressed = Signal(ImportProgress)
    finished = Signal(ImportReport)
    stopped = Signal()
    refused = Signal(LibraryError)

    def __init__(self, session: LibrarySession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._plan: Task | None = None
        self._run: Task | None = None
        self._refreshed = 0.0
        self._phase_began = (Phase.SCAN, 0.0)
        self._last: ImportProgress | None = None
        self.folder: Path | None = None

    @property
    def running(self) -> bool:
        """Whether an import is under way."""
        return self._run is not None

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
        self._begin(partial(_import, folder=folder, options=options), folder)

    def refresh(self) -> None:
        """Import every folder again."""
        self._begin(_refresh, None)

    def _begin(self, job: Callable[[Library], Iterator[ImportProgress]], folder: Path | None) -> None:
        if self._run is not None:
            return
        self.forget_plan()
        self.folder = folder
        self._last = None
        self._refreshed = 0.0
        self._run = self._session.run(job, self._on_progress, self.refused.emit, self._on_ended)
        self.started.emit()

    def finish_pending(self) -> None:
        """Go on with what an interrupted import left: pictures to copy, articles to index. Nothing to show."""
        self._session.run(_finish)

    def cancel(self) -> None:
        """Stop the import; what it committed stays."""
        if self._run is not None:
            self._run.cancel()

    def seconds_left(self, progress: ImportProgress) -> float | None:
        """Return how long the phase will still take, None while that is a guess."""
        phase, began = self._phase_began
        spent = time.monotonic() - began
        if progress.phase is not phase or spent < 1 or not progress.done or not progress.total:
            return None
        return spent / progress.done * (progress.total - progress.done)

    def _on_progress(self, progress: ImportProgress) -> None:
        if progress.phase is not self._phase_began[0] or self._last is None:
            self._phase_began = (progress.phase, time.monotonic())
        self._last = progress
        self.progressed.emit(progress)
        if progress.committed and progress.phase is not Phase.INDEX:
            now = time.monotonic()
            if now - self._refreshed > _REFRESH_SECONDS:
                self._refreshed = now
                self._session.announce(Changes(articles=True, categories=True))

    def _on_ended(self) -> None:
        self._run = None
        if self._last is not None:
            self._session.announce(self._last.report.changes())
        if self._last is not None and self._last.finished:
            self.finished.emit(self._last.report)
        else:
            self.stopped.emit()
