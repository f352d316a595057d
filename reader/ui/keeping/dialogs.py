"""The dialogs about the library as a whole: made when first wanted, shown without stopping the window."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QWidget

from reader.domain import LibraryError
from reader.late import late
from reader.paths import VARIABLE, library_folder
from reader.ui.actions import Actions
from reader.ui.parts.resting import keeps_nothing
from reader.ui.session import LibrarySession
from reader.ui.settings import Settings

with late():
    from reader import remembered
    from reader.ui import restart
    from reader.ui.keeping import library_mover, library_restorer, storage_dialog
    from reader.ui.parts import boxes, problem_words


class KeepingDialogs(QObject):
    """Storage and backups; also what happens when the library was moved."""

    refused = Signal(LibraryError)

    def __init__(self, window: QWidget, session: LibrarySession, settings: Settings, actions: Actions) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._config = settings.file.parent
        self.storage: storage_dialog.StorageDialog | None = None
        self.told: QMessageBox | None = None
        actions["storage"].triggered.connect(self.show_storage)
        actions["backups"].triggered.connect(lambda: self.restorer.show_backups())

    @cached_property
    def mover(self) -> library_mover.LibraryMover:
        """What moves the library."""
        mover = library_mover.LibraryMover(self._session, self._config, self._window)
        mover.refused.connect(self.refused)
        mover.moved.connect(self._on_moved)
        return mover

    @cached_property
    def restorer(self) -> library_restorer.LibraryRestorer:
        """What shows the backups, and restores them."""
        restorer = library_restorer.LibraryRestorer(self._window, self._session)
        restorer.refused.connect(self.refused)
        return restorer

    def show_storage(self) -> None:
        """Show what the library takes."""
        if self.storage is None:
            self.storage = storage_dialog.StorageDialog(self._session, self._window)
            keeps_nothing(self.storage, self, "storage")
            self.storage.move_wanted.connect(self.mover.ask)
        self.storage.begin()

    def _on_moved(self, folder: Path) -> None:
        """End the program, and begin it again there if the user likes: all that is open belongs to the old place."""
        QApplication.setQuitOnLastWindowClosed(False)
        for each in (*self._window.findChildren(QDialog), self._window):
            each.close()
        self.told = box = QMessageBox(QMessageBox.Icon.Information, "Broadsheet", self.tr("The library was moved."))
        where = self.tr("It is now in {folder}.").format(folder=problem_words.printable(str(folder)))
        if library_folder(remembered=remembered.remembered_library(self._config)) != folder:
            where += "\n\n" + self.tr("From now on, --library or {name} must name that folder.").format(name=VARIABLE)
        box.setInformativeText(where)
        box.setWindowIcon(self._window.windowIcon())
        reopen = box.addButton(self.tr("Open it there"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(self.tr("Quit"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(reopen)
        boxes.make_plain(box)
        box.accepted.connect(lambda: restart.start_with(folder))
        box.finished.connect(lambda _: QApplication.quit())
        box.open()
