"""A window for a table that is too wide for the page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QDialog, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from reader.ui.document.tables import numeric, placed
from reader.viewing.blocks import Table, plain_text, run_text


class TableDialog(QDialog):
    """Shows a table whole, with scroll bars."""

    def __init__(self, table: Table, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(run_text(table.caption) or self.tr("Table"))
        self.resize(900, 600)
        self.view = QTableWidget(len(table.rows) - table.header, table.columns, self)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setAccessibleName(self.tr("Table"))
        self.view.verticalHeader().hide()
        self.view.horizontalHeader().setVisible(table.header > 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        self._fill(table)

    def _fill(self, table: Table) -> None:
        grid = placed(table)
        numbers = numeric(table, grid)
        for row, column, cell in grid:
            item = QTableWidgetItem(plain_text(cell.blocks))
            if row < table.header:
                self.view.setHorizontalHeaderItem(column, item)
                continue
            if column in numbers:
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.view.setItem(row - table.header, column, item)
            if cell.columns > 1 or cell.rows > 1:
                self.view.setSpan(row - table.header, column, cell.rows, cell.columns)
        self.view.resizeColumnsToContents()
        for column in range(table.columns):
            self.view.setColumnWidth(column, min(320, self.view.columnWidth(column)))
        self.view.resizeRowsToContents()
