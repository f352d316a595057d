"""Restores a backup while the program waits; then the program restarts with it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from reader.domain import LibraryError
from reader.late import late
from reader.ui.keeping.standstill import Standstill
from reader.ui.parts.resting import keeps_nothing
from reader.ui.session import LibrarySession

with late():
    from reader.library.keeping import backups
    from reader.ui import restart
    from reader.ui.keeping import backups_dialog


class LibraryRestorer(QObject):
    """Shows the backups, and restores one. `refused` says what is in the way; then everything goes on as it was."""

    refused = Signal(LibraryError)

    def __init__(self, window: QWidget, session: LibrarySession) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._work = Standstill(session, window)
        self._work.refused.connect(self.refused)
        self._work.ended.connect(self._on_ended)
        self.dialog: backups_dialog.BackupsDialog | None = None

    def show_backups(self) -> None:
        """Show which backups there are."""
        if self.dialog is None:
            self.dialog = backups_dialog.BackupsDialog(self._session, self._window)
            keeps_nothing(self.dialog, self, "dialog")
            self.dialog.restore_wanted.connect(self.restore)
        self.dialog.begin()

    def restore(self, backup: backups.Backup) -> None:
        """Restore a backup once nothing writes any more; until that is done, nothing else can be done."""
        self._work.begin(partial(backups.restore, self._session.folder, backup.file), self.tr("Copying the backup…"))

    def _on_ended(self, whole: bool) -> None:
        if whole:
            self._begin_again()
            return
        # It may have been cancelled a moment too late: the next start would then put it back after all.
        try:
            backups.give_up_restore(self._session.folder)
        except LibraryError as error:
            self.refused.emit(error)
        self._session.release()

    def _begin_again(self) -> None:
        """End the program, and begin it again: the backup takes the place of the library when that is opened."""
        QApplication.setQuitOnLastWindowClosed(False)
        # Gives the library back, and its lock.
        self._window.close()
        restart.start_with(self._session.folder)
        QApplication.quit()
