"""Opens a library for the first time since the start, and says so while that takes long: it may have to be updated."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, Qt, QThreadPool
from PySide6.QtWidgets import QProgressDialog

from reader.library.database import FILE_NAME, is_older
from reader.library.opening import open_library
from reader.ui.tasks import Task


class LibraryOpener(QObject):
    """Makes a library ready to be read: made if it is missing, updated if an older program made it."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._failure: BaseException | None = None

    def open(self) -> None:
        """Return once the library is ready. Raises LibraryError when the environment refuses."""
        if is_older(self._folder / FILE_NAME):
            self._update()
        else:
            self._make_ready()

    def _make_ready(self) -> None:
        open_library(self._folder).close()

    def _update(self) -> None:
        """Update it in a worker, under a sign of life: minutes at a million articles."""
        box = self._box()
        task, loop = Task(self._make_ready), QEventLoop()
        task.failed.connect(self._note_failure)
        # Queued, so that it also ends a loop that has not begun.
        task.ended.connect(loop.quit, Qt.ConnectionType.QueuedConnection)
        box.show()
        task.start(QThreadPool.globalInstance())
        loop.exec()
        box.close()
        box.deleteLater()
        task.deleteLater()
        if self._failure is not None:
            raise self._failure

    def _note_failure(self, error: BaseException) -> None:
        self._failure = error

    def _box(self) -> QProgressDialog:
        box = QProgressDialog()
        box.setWindowTitle("Broadsheet")
        # Half an update is none, and beginning again would take as long: there is nothing to cancel.
        box.setCancelButton(None)
        box.setWindowFlag(Qt.WindowType.WindowCloseButtonHint, on=False)
        box.setRange(0, 0)
        box.setMinimumDuration(0)
        box.setLabelText(
            self.tr("Your library is being updated for this version of Broadsheet. A copy of it as it was is kept.")
        )
        return box
