"""Which categories the tree leaves out, hidden or merged into another; each can be restored."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from reader.domain import Changes
from reader.library.library import Library
from reader.library.listing.categories import Aside
from reader.ui.keeping.library_dialog import LibraryDialog
from reader.ui.parts.dialog_layout import button_row, column_of
from reader.ui.parts.labels import wrapping
from reader.ui.parts.numbers_model import NumbersModel
from reader.ui.parts.problem_words import printable
from reader.ui.parts.rows_table import RowsTable
from reader.ui.session import LibrarySession


class AsideDialog(LibraryDialog):
    """Not modal; it follows what happens to the library. `chosen` tells the category that is to come back."""

    chosen = Signal(int)

    def __init__(self, session: LibrarySession, parent: QWidget | None = None) -> None:
        super().__init__(session, _find, parent)
        self.setObjectName("asideDialog")
        self.resize(560, 420)
        self._found: Sequence[Aside] = ()
        self.words = wrapping(self, tone="secondary")
        self.model = NumbersModel((), self)
        self.model.set_headers(("",) * 2)
        self.first = self.table = RowsTable(self.model, (240,), self)
        self.bring, self._close = QPushButton(self), QPushButton(self)
        self.bring.setAutoDefault(False)
        self._close.setDefault(True)
        column = column_of(self, 12)
        column.addWidget(self.words)
        column.addWidget(self.table, 1)
        column.addLayout(button_row((self.bring,), (self._close,)))
        self.bring.clicked.connect(self._choose)
        self.table.activated.connect(self._choose)
        self._close.clicked.connect(self.close)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._set_buttons())
        self.model.modelReset.connect(self._set_buttons)
        session.changed.connect(self._on_changes)
        self.retranslate()

    def _on_changes(self, changes: Changes) -> None:
        if changes.categories:
            self.load()

    def _show(self, found: Sequence[Aside]) -> None:
        self._found = found
        self.model.set_rows([(each.id, (printable("/".join(each.path)), self._how(each))) for each in found])
        self._set_buttons()

    def _how(self, aside: Aside) -> str:
        if aside.into is None:
            return self.tr("Hidden")
        return self.tr("Listed in “{name}”").format(name=printable("/".join(aside.into_path)))

    def _current(self) -> Aside | None:
        row = self.table.current_row()
        return self._found[row] if row is not None and row < len(self._found) else None

    def _set_buttons(self) -> None:
        current = self._current()
        self.bring.setEnabled(current is not None and self._session.sealed is None)
        merged = current is not None and current.into is not None
        self.bring.setText(self.tr("Unmerge") if merged else self.tr("Show again"))

    def _choose(self) -> None:
        current = self._current()
        if current is not None and self.bring.isEnabled():
            self.chosen.emit(current.id)

    def retranslate(self) -> None:
        """Show all words in the language that is now chosen."""
        self.setWindowTitle(self.tr("Hidden and merged categories"))
        self.words.setText(
            self.tr("Their articles are still listed: with all others, and in the category they were merged into.")
        )
        self.model.set_headers((self.tr("Category"), self.tr("State")))
        self.table.setAccessibleName(self.tr("Hidden and merged categories"))
        self.table.set_empty(self.tr("No category is hidden or merged into another."))
        self._close.setText(self.tr("Close"))
        self._show(self._found)


def _find(library: Library) -> Sequence[Aside]:
    return library.arranging.aside()
