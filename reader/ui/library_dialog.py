"""What the dialogs have in common that show what the library holds."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QWidget

from reader.ui.session import LibrarySession


class LibraryDialog(QDialog):
    """Not modal, made once, and read anew whenever it is shown."""

    #: What has the focus when the dialog is shown.
    first: QWidget

    def __init__(self, session: LibrarySession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session

    def begin(self) -> None:
        """Show the dialog before all others, with what holds now."""
        if self.isVisible():
            self.load()
        self.show()
        self.raise_()
        self.activateWindow()

    def load(self) -> None:
        """Read what is shown anew, if it is to be seen."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Show all words in the language that is now chosen."""
        raise NotImplementedError

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.first.setFocus()
        self.load()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
