"""Work that the whole program waits for: nothing else writes to the library, and nothing else can be done."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal
from PySide6.QtWidgets import QProgressDialog, QWidget

from reader.domain import LibraryError
from reader.ui.session import LibrarySession
from reader.ui.tasks import Task

#: What a whole piece of work is, in the steps of its progress bar.
PARTS = 1000


class Standstill(QObject):
    """One piece of work at a time, under a dialog that can cancel it.

    `refused` says what is in the way. `ended` tells whether the work came to its end; who hears it lets the session go
    on (`release`), or ends the program.
    """

    stepped = Signal(object)
    refused = Signal(LibraryError)
    ended = Signal(bool)

    def __init__(self, session: LibrarySession, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._task: Task | None = None
        self._progress: QProgressDialog | None = None
        self._whole = False
        # Not one of the session's: its jobs have the library open.
        self._pool = QThreadPool(self)

    def begin(self, work: Callable[[], Iterator[Any]], words: str, *, parts: int = 0) -> bool:
        """Do the work once nothing writes any more; False while another one is under way.

        `words` name it; it has so many `parts`, 0 where that is not known.
        """
        if self._progress is not None:
            return False
        self._whole = False
        self._progress = progress = QProgressDialog(self._window)
        # Dialogs that are open beside the window could write as well.
        progress.setWindowModality(Qt.WindowModality.ApplicationModal)
        progress.setWindowTitle("Broadsheet")
        progress.setLabelText(self.tr("Waiting until everything is written…"))
        progress.setCancelButtonText(self.tr("Cancel"))
        progress.setRange(0, 0)
        progress.setMinimumDuration(0)
        progress.setAutoReset(False)
        progress.canceled.connect(self._on_cancelled)
        progress.show()
        self._session.hold(partial(self._work, work, words, parts), self._stop)
        return True

    def show_part(self, part: int) -> None:
        """Show how many parts are done."""
        if self._progress is not None:
            self._progress.setValue(part)

    def _work(self, work: Callable[[], Iterator[Any]], words: str, parts: int) -> None:
        self._task = task = Task(work)
        if self._progress is not None:
            self._progress.setLabelText(words)
            self._progress.setRange(0, parts)
        task.progressed.connect(self.stepped)
        task.finished.connect(self._on_finished)
        task.failed.connect(self._on_failed)
        task.ended.connect(self._on_ended)
        task.start(self._pool)

    def _stop(self, milliseconds: int) -> bool:
        """Come to an end soon, since the window is closed; False where a drive does not let it."""
        if self._task is not None:
            self._task.cancel()
        return self._pool.waitForDone(milliseconds)

    def _on_cancelled(self) -> None:
        if self._task is not None:
            self._task.cancel()
        else:
            self._on_ended()

    def _on_finished(self, _last: object) -> None:
        self._whole = True

    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, LibraryError):
            raise error
        self.refused.emit(error)

    def _on_ended(self) -> None:
        task, self._task = self._task, None
        if self._progress is not None:
            self._progress.blockSignals(True)  # Closing it is cancelling, to Qt.
            self._progress.close()
            self._progress.deleteLater()
            self._progress = None
        if task is not None:
            task.deleteLater()
        self.ended.emit(self._whole)
