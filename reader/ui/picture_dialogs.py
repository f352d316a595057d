"""The dialogs about pictures and their room: made when first wanted, shown without stopping the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from reader.domain import LibraryError
from reader.ui.actions import Actions
from reader.ui.boxes import make_plain
from reader.ui.downloads import Downloads
from reader.ui.library_mover import LibraryMover
from reader.ui.offline_dialog import OfflineDialog
from reader.ui.problem_words import printable
from reader.ui.session import LibrarySession
from reader.ui.settings import Settings
from reader.ui.storage_dialog import StorageDialog


class PictureDialogs(QObject):
    """Offline pictures, and storage; also what happens when the library was moved."""

    refused = Signal(LibraryError)

    def __init__(
        self, window: QWidget, session: LibrarySession, downloads: Downloads, settings: Settings, actions: Actions
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._downloads = downloads
        self.offline: OfflineDialog | None = None
        self.storage: StorageDialog | None = None
        self.told: QMessageBox | None = None
        self.mover = LibraryMover(session, settings, window)
        self.mover.refused.connect(self.refused)
        self.mover.moved.connect(self._on_moved)
        actions["pictures"].triggered.connect(lambda: self.show_offline())
        actions["storage"].triggered.connect(self.show_storage)
        downloads.choice_wanted.connect(self.show_offline)

    def show_offline(self, source: int | None = None) -> None:
        """Show how complete the articles are, with a source chosen if one is given."""
        if self.offline is None:
            self.offline = OfflineDialog(self._session, self._downloads.runner, self._window)
        self.offline.begin(source)

    def show_storage(self) -> None:
        """Show what the library takes."""
        if self.storage is None:
            self.storage = StorageDialog(self._session, self._window)
            self.storage.move_wanted.connect(self.mover.ask)
        self.storage.begin()

    def _on_moved(self, folder: Path) -> None:
        """End the program: everything that is open belongs to the old place."""
        QApplication.setQuitOnLastWindowClosed(False)
        self._window.close()
        self.told = box = QMessageBox(QMessageBox.Icon.Information, "Broadsheet", self.tr("The library was moved."))
        box.setInformativeText(
            self.tr("It is now in {folder}. Start Broadsheet again to go on reading.").format(
                folder=printable(str(folder))
            )
        )
        make_plain(box)
        box.finished.connect(lambda _: QApplication.quit())
        box.open()
