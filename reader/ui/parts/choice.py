"""A combo box with rows of its own."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QComboBox, QLabel, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reader.ui.parts.models import Index

#: The height of the line between two groups of rows.
_BETWEEN_PX = 9


class Choice(QComboBox):
    """Has rows of its own. Qt makes new ones at each change of the style sheet, and keeps the old ones for ever."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(_Rows(self))
        self._unseen: QLabel | None = None

    def name_alone(self, name: str) -> None:
        """Name the box for a screen reader where no label stands beside it.

        On Linux Qt tells of such a box what is chosen in place of its name, and its label.
        """
        self.setAccessibleName(name)
        if self._unseen is None:
            self._unseen = QLabel(self.parentWidget())
            self._unseen.hide()
            self._unseen.setBuddy(self)
        self._unseen.setText(name)


class _Rows(QStyledItemDelegate):
    """Paints what may be chosen, and the lines that insertSeparator() put between."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if not _is_separator(index):
            super().paint(painter, option, index)
            return
        rect: QRect = option.rect
        palette: QPalette = option.palette
        painter.setPen(palette.color(QPalette.ColorRole.Mid))
        painter.drawLine(rect.left() + 6, rect.center().y(), rect.right() - 6, rect.center().y())

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, _BETWEEN_PX) if _is_separator(index) else super().sizeHint(option, index)


def _is_separator(index: Index) -> bool:
    # So does QComboBox name them.
    return bool(index.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "separator")
