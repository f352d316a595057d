"""Asks how a known folder is to be read from now on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from reader.domain import ImportOptions, Source
from reader.ui.importing.settings import ImportSettings
from reader.ui.parts.dialog_layout import button_row, column_of
from reader.ui.parts.labels import ElidedLabel, plain, wrapping
from reader.ui.parts.problem_words import printable
from reader.ui.session import LibrarySession


class ReadingDialog(QDialog):
    """Rules, zone and drafts of one source at a time."""

    chosen = Signal(Source, ImportOptions)

    def __init__(self, session: LibrarySession, parent: QWidget) -> None:
        super().__init__(parent)
        self.setMinimumWidth(560)
        self._source: Source | None = None
        self._name = plain(ElidedLabel(self), 15, heavy=True)
        self._words = wrapping(self, tone="secondary")
        self.settings = ImportSettings(session, self)
        self._cancel, self.primary = QPushButton(self), QPushButton(self)
        self._cancel.setAutoDefault(False)
        self._cancel.clicked.connect(self.reject)
        self.primary.setProperty("primary", True)
        self.primary.setDefault(True)
        self.primary.clicked.connect(self.accept)
        column = column_of(self, 16)
        for widget in (self._name, self.settings, self._words):
            column.addWidget(widget)
        column.addStretch(1)
        column.addLayout(button_row((), (self._cancel, self.primary)))
        self.retranslate()

    def ask(self, source: Source) -> None:
        """Ask for this source; `chosen` tells the answer."""
        self._source = source
        self._name.setText(printable(source.name))
        self.settings.set_options(source.options)
        self.open()

    def accept(self) -> None:
        """Tell what was chosen."""
        super().accept()
        if self._source is not None:
            self.chosen.emit(self._source, self.settings.options())

    def retranslate(self) -> None:
        """Show all words in the language that is now chosen."""
        self.setWindowTitle(self.tr("Read as"))
        self._words.setText(
            self.tr("Every file of the folder is read again. Marks are kept, and the import history can undo it.")
        )
        self._cancel.setText(self.tr("Cancel"))
        self.primary.setText(self.tr("Read again"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
