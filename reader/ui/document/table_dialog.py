"""A window for a table that is too wide for the page."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QItemSelectionModel, QSize, Qt, QTimer
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractItemView, QDialog, QTableWidget, QTableWidgetItem, QWidget

from reader.library.conditions.query_tree import Words
from reader.library.search.highlight import marks
from reader.ui.document.tables import numeric, placed
from reader.ui.parts.dialog_layout import column_of
from reader.ui.parts.inquiry import Inquiry
from reader.viewing.blocks import Table, plain_text, run_text

#: In pixels.
_LEAST, _MOST = QSize(360, 200), QSize(900, 640)
_WIDEST = 320
# So many cells are filled before the window is shown, which then is as large as they want it.
_AT_ONCE = 400
# The columns are as wide as these first rows want it.
_LOOKED_AT = 60
# How long cells are filled before the window gets its turn: a table may have a hundred thousand.
_SLICE_SECONDS = 0.008


class _Filled(NamedTuple):
    """What stands in a cell, where, and over how many rows and columns."""

    row: int
    column: int
    text: str
    number: bool
    rows: int
    columns: int
    found: bool


class TableDialog(QDialog):
    """Shows a table whole, with scroll bars; cells that hold the words of a search have the colour `found`.

    The texts of a large one are made in a thread, and it is filled while one looks at it.
    """

    def __init__(
        self, table: Table, parent: QWidget | None = None, *, words: Sequence[Words] = (), found: str = ""
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(run_text(table.caption) or self.tr("Table"))
        self._header = table.header
        self._mark, self._marked = QColor(found), False
        self.view = QTableWidget(len(table.rows) - table.header, table.columns, self)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setAccessibleName(self.tr("Table"))
        self.view.verticalHeader().hide()
        self.view.setShowGrid(False)
        self.view.setAlternatingRowColors(True)
        self.view.horizontalHeader().setVisible(table.header > 0)
        self.view.horizontalHeader().setResizeContentsPrecision(_LOOKED_AT)
        column_of(self, 0).addWidget(self.view)
        self._steps: Iterator[None] = iter(())
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._go_on)
        if len(table.rows) * table.columns > _AT_ONCE:
            self.resize(_MOST)
            Inquiry(self).ask(partial(_filled, table, words), self._begin)
            return
        for _ in self._fill(_filled(table, words)):
            pass
        self.resize(self._whole().boundedTo(_MOST).expandedTo(_LEAST))

    def _whole(self) -> QSize:
        """Return how large the window is where the table needs no scroll bar."""
        columns, rows = self.view.horizontalHeader(), self.view.verticalHeader()
        high = rows.length() + (columns.sizeHint().height() if columns.isVisibleTo(self.view) else 0)
        return QSize(columns.length(), high) + QSize(2 * 24 + 12, 2 * 20 + 12)

    def _begin(self, cells: Sequence[_Filled]) -> None:
        self._steps = self._fill(cells)
        self._turn.start()

    def _go_on(self) -> None:
        end = time.perf_counter() + _SLICE_SECONDS
        while time.perf_counter() < end:
            if next(self._steps, self) is self:
                self._turn.stop()
                return

    def _fill(self, cells: Sequence[_Filled]) -> Iterator[None]:
        """Fill the cells, row by row; once the first are there the columns get their widths, and all rows heights."""
        view, high, fitted = self.view, 0, False
        for cell in cells:
            row = cell.row - self._header
            if row >= _LOOKED_AT and not fitted:
                yield from self._fit_columns()
                fitted = True
            while fitted and high < row:
                view.resizeRowToContents(high)
                high += 1
                yield
            self._set(row, cell)
            yield
        if not fitted:
            yield from self._fit_columns()
        for row in range(high, view.rowCount()):
            view.resizeRowToContents(row)
            yield

    def _fit_columns(self) -> Iterator[None]:
        for column in range(self.view.columnCount()):
            self.view.resizeColumnToContents(column)
            self.view.setColumnWidth(column, min(_WIDEST, self.view.columnWidth(column)))
            yield

    def _item(self, cell: _Filled, text: str) -> QTableWidgetItem:
        item = QTableWidgetItem(text)
        side = Qt.AlignmentFlag.AlignRight if cell.number else Qt.AlignmentFlag.AlignLeft
        item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        if cell.found:
            item.setBackground(self._mark)
        return item

    def _set(self, row: int, cell: _Filled) -> None:
        if row < 0:
            for column in range(cell.column, cell.column + cell.columns):
                above = self.view.horizontalHeaderItem(column)
                text = f"{above.text()}\n{cell.text}" if above is not None else cell.text
                self.view.setHorizontalHeaderItem(column, self._item(cell, text))
            return
        item = self._item(cell, cell.text)
        self.view.setItem(row, cell.column, item)
        if cell.found and not self._marked:
            self._marked = True
            # The keys begin there, but what is chosen would not show the colour.
            self.view.setCurrentItem(item, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.view.scrollToItem(item)
        if cell.columns > 1 or cell.rows > 1:
            self.view.setSpan(row, cell.column, cell.rows, cell.columns)


def _filled(table: Table, words: Sequence[Words]) -> list[_Filled]:
    grid = placed(table)
    numbers = numeric(table, grid)
    texts = [plain_text(cell.blocks) for _, _, cell in grid]
    return [
        _Filled(row, column, text, column in numbers, cell.rows, cell.columns, bool(words and marks(text, words)))
        for (row, column, cell), text in zip(grid, texts, strict=True)
    ]
