"""Waits for a job while there is no window yet: in a worker, with a box that shows progress."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEventLoop, QObject, Qt, QThreadPool
from PySide6.QtWidgets import QProgressDialog

from reader.ui.tasks import Task


class Wait(QObject):
    """Runs one job, which returns a value or is a generator; the latter can be cancelled, and that changes nothing."""

    def __init__(self, words: str, cancel: str = "") -> None:
        super().__init__()
        self._failure: BaseException | None = None
        self._can_be_cancelled = bool(cancel)
        self.box = box = QProgressDialog()
        box.setWindowTitle("Broadsheet")
        box.setLabelText(words)
        if cancel:
            box.setCancelButtonText(cancel)
        else:
            box.setCancelButton(None)
            box.setWindowFlag(Qt.WindowType.WindowCloseButtonHint, on=False)
        box.setRange(0, 0)
        box.setMinimumDuration(0)

    def run(self, job: Callable[[], Any]) -> bool:
        """Return once the job is done, False where it was cancelled. Raises what it raises."""
        task, loop = Task(job), QEventLoop()
        task.failed.connect(self._note_failure)
        # What cannot be cancelled keeps its box: Esc, and the window's own menu, put it away all the same.
        for put_away in (self.box.canceled, self.box.rejected):
            put_away.connect(task.cancel if self._can_be_cancelled else self.box.show)
        # Queued, so that it also ends a loop that has not begun.
        task.ended.connect(loop.quit, Qt.ConnectionType.QueuedConnection)
        self.box.show()
        task.start(QThreadPool.globalInstance())
        loop.exec()
        self.box.blockSignals(True)  # Closing it is cancelling, to Qt.
        self.box.close()
        self.box.deleteLater()
        cancelled = task.cancelled
        task.deleteLater()
        if self._failure is not None:
            raise self._failure
        return not cancelled

    def _note_failure(self, error: BaseException) -> None:
        self._failure = error
