"""A table model of text: a name and numbers in each row, for dialogs that only show them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from reader.ui.parts.labels import tip
from reader.ui.parts.models import Index

_Role = Qt.ItemDataRole
#: What the row is about, and what its cells say.
Row = tuple[int | None, tuple[str, ...]]


class NumbersModel(QAbstractTableModel):
    """Rows of text; those columns that are named `numbers` stand to the right."""

    def __init__(self, numbers: Sequence[int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._numbers = frozenset(numbers)
        self._headers: Sequence[str] = ()
        self.rows: Sequence[Row] = ()

    def set_headers(self, headers: Sequence[str]) -> None:
        """Name the columns."""
        fresh = len(headers) != len(self._headers)
        if fresh:
            self.beginResetModel()
        self._headers = headers
        if fresh:
            self.endResetModel()
        else:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(headers) - 1)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these; while they are about the same things, what is selected stays selected."""
        if [key for key, _ in rows] == [key for key, _ in self.rows] and rows:
            self.rows = rows
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, self.columnCount() - 1))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len(self._headers)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == _Role.TextAlignmentRole:
            return self._alignment(section)
        return self._headers[section] if role == _Role.DisplayRole else None

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        text = self.rows[index.row()][1][index.column()]
        if role == _Role.TextAlignmentRole:
            return self._alignment(index.column())
        if role == _Role.ToolTipRole:
            return tip(text)
        return text if role in (_Role.DisplayRole, _Role.AccessibleTextRole) else None

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if column in self._numbers else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter
