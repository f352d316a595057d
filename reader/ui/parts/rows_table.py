"""A plain table: whole rows of one height without a grid, and a text in place of no rows."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QAbstractItemModel, QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from reader.ui.parts.models import Index

ROW_PX = 28


class _Cells(QStyledItemDelegate):
    """Shortens paths in the middle, and all else at its end."""

    def __init__(self, paths: Collection[int], parent: QWidget) -> None:
        super().__init__(parent)
        self._paths = paths

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        elide = Qt.TextElideMode.ElideMiddle if index.column() in self._paths else Qt.TextElideMode.ElideRight
        option.textElideMode = elide


class RowsTable(QTableView):
    """One row is selected at a time; Tab leaves the table, as in every list. `paths` are the columns that hold some."""

    def __init__(
        self, model: QAbstractItemModel, widths: Sequence[int], parent: QWidget, *, paths: Collection[int] = ()
    ) -> None:
        super().__init__(parent)
        self._empty = ""
        self._waiting = False
        self.setModel(model)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW_PX)
        columns = self.horizontalHeader()
        columns.setHighlightSections(False)
        columns.setStretchLastSection(True)
        columns.setMinimumSectionSize(40)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setItemDelegate(_Cells(paths, self))
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)

    def set_empty(self, words: str) -> None:
        """Say what stands where there are no rows."""
        self._empty = words
        self.setAccessibleDescription(self.in_place_of_rows())
        self.viewport().update()

    def wait(self, *, waiting: bool) -> None:
        """Say nothing of that while it is not known whether there are any."""
        self._waiting = waiting
        self.set_empty(self._empty)

    def in_place_of_rows(self) -> str:
        """Return what is said where there are no rows."""
        return "" if self._waiting else self._empty

    def current_row(self) -> int | None:
        """Return the row that is selected."""
        rows = self.selectionModel().selectedRows()
        return rows[0].row() if rows else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()  # It meant the row, not the dialog's button.

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.model().rowCount() == 0:
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            room: QRect = self.viewport().rect().adjusted(24, 24, -24, -24)
            painter.drawText(
                room, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), self.in_place_of_rows()
            )
            painter.end()
