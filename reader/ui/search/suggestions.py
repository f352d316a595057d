"""The suggestions under the search box, chosen with the arrow keys while typing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from reader.frozen import frozen
from reader.late import late
from reader.ui.looks.icons import Icons
from reader.ui.parts.commas import in_a_row
from reader.ui.parts.models import Index

with late():
    from reader.ui.parts import speaking

_ROW, _SIDE, _MARGIN = 28, 10, 5
_OFFER = Qt.ItemDataRole.UserRole


@frozen
class Offer:
    """One line: what it says, a note beside it, and what it stands for. A `quiet` one is a command, not a value."""

    label: str
    value: object
    note: str = ""
    quiet: bool = False


class _Delegate(QStyledItemDelegate):
    def __init__(self, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._icons = icons

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, offer = self._icons.theme, index.data(_OFFER)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.selected if state & QStyle.StateFlag.State_Selected else theme.hover))
            painter.drawRoundedRect(rect, 5, 5)
        metrics, inner = option.fontMetrics, rect.adjusted(_SIDE, 0, -_SIDE, 0)
        label = metrics.elidedText(offer.label, Qt.TextElideMode.ElideRight, inner.width())
        painter.setPen(QColor(theme.text2 if offer.quiet else theme.text))
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, label)
        inner.setLeft(inner.left() + metrics.horizontalAdvance(label) + 16)
        if offer.note and inner.width() > 40:
            painter.setPen(QColor(theme.text2))
            note = metrics.elidedText(offer.note, Qt.TextElideMode.ElideRight, inner.width())
            painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, note)
        painter.restore()


class Suggestions(QFrame):
    """Never takes the focus: the keys stay where one types."""

    chosen = Signal(object)  # an Offer

    def __init__(self, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setProperty("tone", "popup")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list = QListWidget(self)
        self.list.setItemDelegate(_Delegate(icons, self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(lambda item: self.chosen.emit(item.data(_OFFER)))
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.addWidget(self.list)
        self.hide()

    def offer(self, offers: Sequence[Offer], below: QWidget, name: str) -> None:
        """Show lines under a widget, none of them chosen; without any, nothing. `name` is for a screen reader."""
        self.list.clear()
        self.list.setAccessibleName(name)
        for each in offers:
            item = QListWidgetItem(each.label, self.list)
            item.setData(_OFFER, each)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, in_a_row((each.label, each.note)))
        if not offers:
            self.hide()
            return
        at = below.mapTo(self._over, QPoint(0, below.height() + 3))
        room = max(_ROW, self._over.height() - at.y() - 20)
        height = min(len(offers) * _ROW + 2 * _MARGIN + 2, room)
        self.setGeometry(at.x(), at.y(), below.width(), height)
        self.show()
        self.raise_()

    def offers(self) -> list[Offer]:
        """Return what is shown."""
        return [self.list.item(row).data(_OFFER) for row in range(self.list.count())] if self.isVisible() else []

    def current(self) -> Offer | None:
        """Return the chosen line."""
        item = self.list.currentItem() if self.isVisible() else None
        offer = item.data(_OFFER) if item is not None else None
        return offer if isinstance(offer, Offer) else None

    def step(self, by: int) -> None:
        """Choose the next line (1) or the one before (-1); above the first none is."""
        row = max(-1, min(self.list.currentRow() + by, self.list.count() - 1))
        self.list.setCurrentRow(row)
        current = self.current()
        if current is not None:
            speaking.announce(self.list, current.label)
