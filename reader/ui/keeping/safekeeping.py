"""The daily backup, and keeping the journal of marks short, in idle moments."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer

from reader.domain import LibraryError
from reader.late import late
from reader.library.library import Library
from reader.ui.importing.runner import ImportRunner
from reader.ui.session import LibrarySession
from reader.ui.tasks import Task

with late():
    from reader.library.keeping import backups

#: Nothing was written for so long: then there is time.
IDLE_MS = 30_000
# In a window that is left open the next day comes without anybody doing anything.
_LOOK_MS = 3_600_000


def _keep(library: Library) -> Iterator[object]:
    yield from library.compact_marks()
    # One of an empty library would be the day's, and what is imported next would wait for that of tomorrow.
    if backups.due(library.folder) and library.counts(0).total:
        yield from backups.back_up(library.folder)


class Safekeeping(QObject):
    """Waits for an idle moment after the start and after each change. What has begun then holds no mark up."""

    def __init__(self, session: LibrarySession, runner: ImportRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._runner = runner
        self._task: Task | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._begin)
        session.changed.connect(self._wait)
        session.giving_way.connect(self._give_way)
        runner.busy_changed.connect(self._wait)
        self._wait()

    @property
    def under_way(self) -> bool:
        """Whether something is being done right now."""
        return self._task is not None

    def stop(self) -> None:
        """End after the step that runs, and begin no more."""
        self._timer.stop()
        self._give_way()

    def _give_way(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _wait(self, _what: object = None) -> None:
        if self._session.sealed is None:
            self._timer.start(IDLE_MS)

    def _begin(self) -> None:
        if self._task is not None or not self._runner.idle:
            self._wait()
            return
        self._task = self._session.run(_keep, failed=self._failed, ended=self._ended)

    def _ended(self) -> None:
        self._task = None
        if not self._timer.isActive():
            self._timer.start(_LOOK_MS)

    def _failed(self, error: LibraryError) -> None:
        """Tell of a library that is damaged; a disk that is too full for a backup is told of where one is asked for."""
        if error.kind == "damaged":
            self._session.refused.emit(error)
