"""Reports an error of the program, one at a time, and keeps the window alive; works before there is one, too."""

from __future__ import annotations

import traceback

from PySide6.QtCore import QObject, QThread
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox

from reader.domain import LibraryError
from reader.ui.parts.boxes import make_plain
from reader.ui.parts.problem_words import printable, refusal_words
from reader.ui.parts.versions import versions


class FaultBox(QObject):
    """One box, with the trace to copy."""

    def __init__(self) -> None:
        super().__init__()
        self._box: QMessageBox | None = None

    def tell(self, error: BaseException) -> None:
        """Show a fault; while one is shown, further ones only go to the log."""
        if self._box is not None:
            return
        box = QMessageBox()
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle("Broadsheet")
        if isinstance(error, LibraryError):
            # Raised where nobody could take it, as while a row is painted: no mistake, but a refusal.
            box.setText(refusal_words(error))
            box.setInformativeText(printable(str(error.path)))
        else:
            begun = QThread.currentThread().loopLevel() > 0
            box.setText(
                self.tr("Something went wrong in Broadsheet. Your library is safe, and you can go on reading.")
                if begun
                else self.tr("Broadsheet cannot start: something went wrong. Your library is safe.")
            )
            # It may hold words of an article, and these anything.
            box.setInformativeText(printable(f"{type(error).__name__}: {error}"[:500]))
            report = "\n".join(
                map(printable, "\n".join((*versions(), "", *traceback.format_exception(error))).split("\n"))
            )
            box.setDetailedText(report)
            copy = box.addButton(self.tr("Copy the details"), QMessageBox.ButtonRole.ActionRole)
            copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report))
        make_plain(box)
        ok = box.addButton(QMessageBox.StandardButton.Ok)
        box.setDefaultButton(ok)
        box.setEscapeButton(ok)
        box.finished.connect(self._closed)
        self._box = box
        if QThread.currentThread().loopLevel() > 0:
            box.open()
        else:
            # Nothing runs that would show it, and the program is about to end.
            box.exec()

    def _closed(self) -> None:
        self._box = None
