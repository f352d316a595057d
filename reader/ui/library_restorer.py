"""Puts a backup back while the program waits; the program then begins again over what it was."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal
from PySide6.QtWidgets import QApplication, QProgressDialog, QWidget

from reader.domain import LibraryError
from reader.library.backups import Backup, restore
from reader.ui.actions import Actions
from reader.ui.backups_dialog import BackupsDialog
from reader.ui.restart import start_with
from reader.ui.session import LibrarySession
from reader.ui.tasks import Task


class LibraryRestorer(QObject):
    """Shows the backups, and restores one. `refused` says what is in the way; then everything goes on as it was."""

    refused = Signal(LibraryError)

    def __init__(self, window: QWidget, session: LibrarySession, actions: Actions) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._task: Task | None = None
        self._progress: QProgressDialog | None = None
        self._whole = False
        self.dialog: BackupsDialog | None = None
        actions["backups"].triggered.connect(self.show_backups)

    def show_backups(self) -> None:
        """Show which backups there are."""
        if self.dialog is None:
            self.dialog = BackupsDialog(self._session, self._window)
            self.dialog.restore_wanted.connect(self.restore)
        self.dialog.begin()

    def restore(self, backup: Backup) -> None:
        """Restore a backup once nothing writes any more; until that is done, nothing else can be done."""
        if self._progress is not None:
            return
        self._whole = False
        self._progress = progress = QProgressDialog(self._window)
        # Dialogs that are open beside the window could write as well.
        progress.setWindowModality(Qt.WindowModality.ApplicationModal)
        progress.setWindowTitle("Broadsheet")
        progress.setLabelText(self.tr("Waiting until everything is written…"))
        progress.setCancelButtonText(self.tr("Cancel"))
        progress.setRange(0, 0)
        progress.setMinimumDuration(0)
        progress.canceled.connect(self._on_cancelled)
        progress.show()
        self._session.hold(partial(self._begin, backup))

    def _begin(self, backup: Backup) -> None:
        self._task = task = Task(partial(restore, self._session.folder, backup.file))
        if self._progress is not None:
            self._progress.setLabelText(self.tr("Copying the backup…"))
        task.finished.connect(self._on_finished)
        task.failed.connect(self._on_failed)
        task.ended.connect(self._on_ended)
        task.start(QThreadPool.globalInstance())

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
        if self._whole:
            self._begin_again()
        else:
            self._session.release()

    def _begin_again(self) -> None:
        """End the program, and begin it again: the backup takes the place of the library when that is opened."""
        QApplication.setQuitOnLastWindowClosed(False)
        # Gives the library back, and its lock.
        self._window.close()
        start_with(self._session.folder)
        QApplication.quit()
