"""What the dialogs that show the library have in common."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QWidget

from reader.library.library import Library
from reader.ui.parts.rows_table import RowsTable
from reader.ui.session import LibrarySession


class LibraryDialog(QDialog):
    """Not modal, made once, and read anew by `find`, in a worker, whenever it is shown or asked to."""

    #: What has the focus when the dialog is shown.
    first: QWidget

    def __init__(self, session: LibrarySession, find: Callable[[Library], Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._find = find
        self._reading = False
        self._again = self._known = False

    def begin(self) -> None:
        """Show the dialog before all others, with what holds now."""
        if self.isVisible():
            self.load()
        self.show()
        self.raise_()
        self.activateWindow()

    def load(self) -> None:
        """Read what is shown anew, if it is to be seen."""
        if self._reading:
            # One after another: of two at once the older one could be shown last.
            self._again = True
        elif self.isVisible():
            self._reading = True
            self._session.read(self._find, self._on_found, self._on_read)

    def _wait(self, *, waiting: bool) -> None:
        self._known = not waiting
        for table in self.findChildren(RowsTable):
            table.wait(waiting=waiting)

    def _on_found(self, found: Any) -> None:
        self._wait(waiting=False)
        self._show(found)

    def _on_read(self) -> None:
        again, self._reading, self._again = self._again, False, False
        if again:
            self.load()

    def _show(self, found: Any) -> None:
        """Show what was found."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Show all words in the language that is now chosen."""
        raise NotImplementedError

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.first.setFocus()
        self._wait(waiting=not self._known)
        self.load()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
