"""A window for a table that is too wide for the page."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QDialog, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from reader.ui.document.tables import numeric, placed
from reader.viewing.blocks import Table, plain_text, run_text

#: In pixels.
_LEAST, _MOST = QSize(360, 200), QSize(900, 640)


class TableDialog(QDialog):
    """Shows a table whole, with scroll bars."""

    def __init__(self, table: Table, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(run_text(table.caption) or self.tr("Table"))
        self.view = QTableWidget(len(table.rows) - table.header, table.columns, self)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setAccessibleName(self.tr("Table"))
        self.view.verticalHeader().hide()
        self.view.setShowGrid(False)
        self.view.setAlternatingRowColors(True)
        self.view.horizontalHeader().setVisible(table.header > 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.addWidget(self.view)
        self._fill(table)

    def _fill(self, table: Table) -> None:
        grid = placed(table)
        numbers = numeric(table, grid)
        for row, column, cell in grid:
            item = QTableWidgetItem(plain_text(cell.blocks))
            if row < table.header:
                self.view.setHorizontalHeaderItem(column, item)
            side = Qt.AlignmentFlag.AlignRight if column in numbers else Qt.AlignmentFlag.AlignLeft
            item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
            if row < table.header:
                continue
            self.view.setItem(row - table.header, column, item)
            if cell.columns > 1 or cell.rows > 1:
                self.view.setSpan(row - table.header, column, cell.rows, cell.columns)
        self.view.resizeColumnsToContents()
        for column in range(table.columns):
            self.view.setColumnWidth(column, min(320, self.view.columnWidth(column)))
        self.view.resizeRowsToContents()
        self.resize(self._whole().boundedTo(_MOST).expandedTo(_LEAST))

    def _whole(self) -> QSize:
        """Return how large the window is where the table needs no scroll bar."""
        columns, rows = self.view.horizontalHeader(), self.view.verticalHeader()
        high = rows.length() + (columns.sizeHint().height() if columns.isVisibleTo(self.view) else 0)
        return QSize(columns.length(), high) + QSize(2 * 24 + 12, 2 * 20 + 12)
