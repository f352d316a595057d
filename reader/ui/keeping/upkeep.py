"""Upkeep of the library in idle moments, which yields to whatever is requested."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer

from reader.domain import Changes, LibraryError
from reader.library.library import Library
from reader.ui.importing.runner import ImportRunner
from reader.ui.keeping.safekeeping import Safekeeping
from reader.ui.session import LibrarySession
from reader.ui.tasks import Task

#: Nothing was written for so long: then there is time.
IDLE_MS = 20_000


def _tidy(library: Library) -> Iterator[bool]:
    yield from library.tidy()


class Upkeep(QObject):
    """Waits for an idle moment after the start and after each change; one change later it waits again.

    `safekeeping` does what need not give way to a change.
    """

    def __init__(self, session: LibrarySession, runner: ImportRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._runner = runner
        self._task: Task | None = None
        self.safekeeping = Safekeeping(session, runner, self)
        self._timer = QTimer(self, singleShot=True, interval=IDLE_MS)
        self._timer.timeout.connect(self._begin)
        session.changed.connect(self._wait)
        session.giving_way.connect(self._wait)
        runner.busy_changed.connect(lambda _busy: self._wait())
        runner.rested.connect(self._wait)
        self._timer.start()

    @property
    def under_way(self) -> bool:
        """Whether something is being done right now."""
        return self._task is not None

    def stop(self) -> None:
        """End after the step that runs, and begin no more."""
        self.safekeeping.stop()
        self._timer.stop()
        if self._task is not None:
            self._task.cancel()

    def _wait(self, _changes: Changes | None = None) -> None:
        if self._task is not None:
            self._task.cancel()
        self._timer.start()

    def _begin(self) -> None:
        if self._task is not None or not self._runner.idle:
            self._timer.start()
            return
        self._task = self._session.run(_tidy, self._note, self._give_up, self._ended)

    def _note(self, done: bool) -> None:
        if not done:  # Somebody was just reading: nothing else may change, so that nothing would ask again.
            self._timer.start()

    def _ended(self) -> None:
        self._task = None

    def _give_up(self, _error: LibraryError) -> None:
        """Leave it: what a full or locked disk refuses here harms nothing, and is told where something is asked for."""
