"""Paints a line of the sidebar, and edits its name."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from reader.library.navigation.saved import LONGEST_NAME
from reader.ui.looks.category_colours import shade
from reader.ui.looks.fonts import application_font
from reader.ui.looks.icons import Icons
from reader.ui.parts.figures import n
from reader.ui.parts.models import Index
from reader.ui.parts.set_lines import KeptLines
from reader.ui.sidebar.lines import MORE_TAGS, Key, Node, Section

_HEIGHT = 30
_HEADING_HEIGHT = 36
_INDENT = 18
#: Between the chevron's beginning and the icon, in pixels.
CHEVRON = 16


class CategoryDelegate(QStyledItemDelegate):
    """Paints a line of the sidebar; `chosen` tells whose articles are listed, `pointed` whose menu is open."""

    def __init__(
        self, icons: Icons, tree: QTreeView, chosen: Callable[[], Key], pointed: Callable[[], Key | None]
    ) -> None:
        super().__init__(tree)
        self._icons = icons
        self._tree = tree
        self._chosen = chosen
        self._pointed = pointed
        self.set_language("en")

    def set_language(self, language: str) -> None:
        """Choose the fonts of the window's language."""
        name, small, heading = (application_font(language) for _ in range(3))
        name.setPixelSize(13)
        name.setWeight(QFont.Weight.Medium)
        small.setPixelSize(12)
        heading.setPixelSize(12)
        heading.setWeight(QFont.Weight.DemiBold)
        self._kept = KeptLines({"name": name, "small": small, "heading": heading})

    def left(self, node: Node) -> int:
        """Return where a line's icon begins."""
        return 30 + node.depth * _INDENT

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setMaxLength(LONGEST_NAME)
        editor.setAccessibleName(self.tr("Name"))
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        editor.setGeometry(rect.adjusted(self.left(node_of(index)) + 17, 1, -1, -1))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, _HEADING_HEIGHT if isinstance(node_of(index).key, Section) else _HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(node_of(index).key, Section):
            self._paint_heading(painter, rect, state, index)
        else:
            self._paint_line(painter, rect, state, index)
        if self._pointed() == node_of(index).key:
            above = 6 if isinstance(node_of(index).key, Section) else 0
            self._paint_ring(painter, rect.adjusted(0, above, 0, 0))
        painter.restore()
        # The view goes on with this painter, and shows by it where something would be dropped.
        painter.setPen(QPen(QColor(self._icons.theme.accent), 2))

    def _paint_heading(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, index: Index) -> None:
        theme = self._icons.theme
        if state & QStyle.StateFlag.State_HasFocus:
            self._paint_ground(painter, rect.adjusted(0, 6, 0, 0), theme.hover)
            self._paint_bar(painter, rect.adjusted(0, 6, 0, 0))
        painter.setPen(QColor(theme.text2))
        self._kept.line(index.data(), "heading").draw(painter, rect.adjusted(18, 6, -22, 0))
        folded = not self._tree.isExpanded(index)
        if folded or state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus):
            name = "chevron-right" if folded else "chevron-down"
            scale = painter.device().devicePixelRatioF()
            pixmap = self._icons.pixmap(name, 14, theme.text2, scale)
            painter.drawPixmap(rect.right() - 22, rect.center().y() - 3, pixmap)

    def _paint_ground(self, painter: QPainter, rect: QRect, colour: str) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(QRectF(rect.adjusted(8, 1, 0, -1)), 6, 6)

    def _paint_ring(self, painter: QPainter, rect: QRect) -> None:
        """Show which line a menu is about."""
        painter.setPen(QPen(QColor(self._icons.theme.accent), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(rect.adjusted(8, 1, 0, -1)).adjusted(1, 1, -1, -1), 5, 5)

    def _paint_bar(self, painter: QPainter, rect: QRect) -> None:
        """Show that the keys work here."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._icons.theme.accent))
        painter.drawRoundedRect(QRectF(rect.left() + 11, rect.center().y() - 7, 3, 15), 1.5, 1.5)

    def _paint_line(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, index: Index) -> None:
        theme, node = self._icons.theme, node_of(index)
        selected = node.key == self._chosen()
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        if selected or focused or state & QStyle.StateFlag.State_MouseOver:
            self._paint_ground(painter, rect, theme.selected_sidebar if selected else theme.hover)
            if focused:
                self._paint_bar(painter, rect)
        left, middle = self.left(node), rect.center().y() + 1
        scale = painter.device().devicePixelRatioF()
        if node.children:
            name = "chevron-down" if self._tree.isExpanded(index) else "chevron-right"
            painter.drawPixmap(left - CHEVRON - 1, middle - 7, self._icons.pixmap(name, 14, theme.text2, scale))
        colour = shade(node.colour, theme, theme.accent if selected else theme.text2)
        painter.drawPixmap(left, middle - 8, self._icons.pixmap(node.icon, 16, colour, scale))
        self._paint_words(painter, rect, left + 25, node)

    def _paint_words(self, painter: QPainter, rect: QRect, left: int, node: Node) -> None:
        theme = self._icons.theme
        right = rect.right() - 9
        if node.count:
            number = self._kept.line(n(node.count), "small")
            painter.setPen(QColor(theme.text2))
            number.draw(painter, QRect(left, rect.top(), right - left, rect.height()), at_end=True)
            right -= round(number.width) + 8
        painter.setPen(QColor(theme.text2 if node.hidden or node.key == MORE_TAGS else theme.text))
        place = QRect(left, rect.top(), right - left, rect.height())
        for line in self._kept.lines(node.name, "name", place.width()):
            line.draw(painter, place)


def node_of(index: Index) -> Node:
    """Return the node behind an index of a CategoryModel."""
    node: Node = index.internalPointer()
    return node
