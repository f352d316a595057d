"""Asks what to do about a library that cannot be opened."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMessageBox

from reader.domain import LibraryError
from reader.ui.boxes import make_plain
from reader.ui.problem_words import printable, refusal_words


class LibraryChooser(QObject):
    """A question before the window exists: try again, another folder, or quit."""

    def __init__(self, error: LibraryError) -> None:
        super().__init__()
        self._folder = error.path.parent
        self.box = QMessageBox()
        self.box.setIcon(QMessageBox.Icon.Warning)
        self.box.setWindowTitle("Broadsheet")
        self.box.setText(refusal_words(error))
        self.box.setInformativeText(printable(str(error.path)))
        make_plain(self.box)
        self.again = self.box.addButton(self.tr("Try again"), QMessageBox.ButtonRole.AcceptRole)
        self.other = self.box.addButton(self.tr("Choose another folder…"), QMessageBox.ButtonRole.ActionRole)
        self.quit = self.box.addButton(self.tr("Quit"), QMessageBox.ButtonRole.RejectRole)

    def ask(self) -> Path | None:
        """Return the folder to open next, None to leave."""
        self.box.exec()
        clicked = self.box.clickedButton()
        if clicked is self.again:
            return self._folder
        if clicked is self.other:
            chosen = QFileDialog.getExistingDirectory(None, self.tr("Choose a folder for the library"))
            return Path(chosen) if chosen else self._folder
        return None
