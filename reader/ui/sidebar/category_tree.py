"""The sidebar's view: names, numbers, a calm selection."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter
from PySide6.QtWidgets import QFrame, QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from reader.library.saved import LONGEST_NAME
from reader.ui.looks.fonts import application_font
from reader.ui.looks.icons import Icons
from reader.ui.parts.dates import ui_locale
from reader.ui.parts.models import Index
from reader.ui.sidebar.category_model import CategoryModel, Folder, Key, Node, NodeRole

_HEIGHT = 30
_HEADING_HEIGHT = 36
_INDENT = 18
_CHEVRON = 16


class CategoryTree(QTreeView):
    """Shows a CategoryModel; says which line was chosen."""

    chosen = Signal(object)

    def __init__(self, model: CategoryModel, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = model
        self.setModel(model)
        self.setObjectName("categoryTree")
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QTreeView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.delegate = CategoryDelegate(icons, self)
        self.setItemDelegate(self.delegate)
        self._open: set[int] = set()
        self._current: Key = Folder.ALL
        self._restoring = False
        # What was being typed as a name when the model was reset, as it is again and again during an import.
        self._name: str | None = None
        self.expanded.connect(lambda index: self._remember(index, is_open=True))
        self.collapsed.connect(lambda index: self._remember(index, is_open=False))
        model.modelAboutToBeReset.connect(self._keep_name)
        model.modelReset.connect(self._restore)

    def node(self, index: Index) -> Node:
        """Return what stands in a line."""
        return self._lines.node(index)

    def current(self) -> Key:
        """Return the chosen smart folder or category."""
        return self._current

    def choose(self, key: Key) -> None:
        """Select a line without a word to `chosen`; one that is not there yet is selected when it comes."""
        self._current = key
        self._restore()

    def open_categories(self) -> list[int]:
        """Return the categories that are open."""
        return sorted(self._open)

    def set_open_categories(self, categories: Iterable[int]) -> None:
        """Open these categories, now or when they come."""
        self._open = set(categories)
        self._restore()

    def _remember(self, index: QModelIndex, *, is_open: bool) -> None:
        key = self._lines.node(index).key
        if not self._restoring and isinstance(key, int):
            (self._open.add if is_open else self._open.discard)(key)

    def _restore(self) -> None:
        """A model that was reset has forgotten what was open and what was chosen."""
        self._restoring = True
        for node in self._lines.category_nodes():
            if node.children:
                self.setExpanded(self._lines.find(node.key), node.key in self._open)
        self._restoring = False
        index = self._lines.find(self._current)
        blocked = self.selectionModel().blockSignals(True)
        self.setCurrentIndex(index)
        self.selectionModel().blockSignals(blocked)
        self.viewport().update()
        name, self._name = self._name, None
        if name is not None and index.isValid():
            self.edit(index)
            editor = self.indexWidget(index)
            if isinstance(editor, QLineEdit):
                editor.setText(name)

    def _keep_name(self) -> None:
        editor = self.indexWidget(self.currentIndex())
        if isinstance(editor, QLineEdit):
            self._name = editor.text()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and not self._restoring:
            key = self._lines.node(current).key
            if key != self._current:
                self._current = key
                self.chosen.emit(key)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self._lines.rowCount(index):
            left = self.delegate.left(self._lines.node(index))
            if left - _CHEVRON - 4 <= event.position().x() <= left + 2:
                self.setExpanded(index, not self.isExpanded(index))
                return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.setExpanded(index, not self.isExpanded(index))

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Draw nothing: the delegate draws the chevron where the name begins."""


class CategoryDelegate(QStyledItemDelegate):
    """Paints a line of the sidebar."""

    def __init__(self, icons: Icons, tree: CategoryTree) -> None:
        super().__init__(tree)
        self._icons = icons
        self._tree = tree
        self.set_language("en")

    def set_language(self, language: str) -> None:
        """Choose the fonts of the window's language."""
        self._name, self._small, self._heading = (application_font(language) for _ in range(3))
        self._name.setPixelSize(13)
        self._name.setWeight(QFont.Weight.Medium)
        self._small.setPixelSize(12)
        self._heading.setPixelSize(12)
        self._heading.setWeight(QFont.Weight.DemiBold)

    def left(self, node: Node) -> int:
        """Return where a line's icon begins."""
        depth, above = 0, node.parent
        while above is not None and above.parent is not None:
            depth, above = depth + 1, above.parent
        return 30 + depth * _INDENT

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setMaxLength(LONGEST_NAME)
        editor.setAccessibleName(self.tr("Name"))
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        editor.setGeometry(rect.adjusted(self.left(self._tree.node(index)) + 17, 1, -9, -1))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, _HEADING_HEIGHT if index.data(NodeRole.HEADING) else _HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.data(NodeRole.HEADING):
            painter.setFont(self._heading)
            painter.setPen(QColor(self._icons.theme.text2))
            painter.drawText(rect.adjusted(18, 6, -16, 0), Qt.AlignmentFlag.AlignVCenter, index.data())
        else:
            self._paint_line(painter, rect, state, index)
        painter.restore()

    def _paint_line(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, index: Index) -> None:
        theme, node = self._icons.theme, self._tree.node(index)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.setPen(Qt.PenStyle.NoPen)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(theme.selected_sidebar if selected else theme.hover))
            painter.drawRoundedRect(QRectF(rect.adjusted(8, 1, -8, -1)), 6, 6)
            if selected and self._tree.hasFocus():
                painter.setBrush(QColor(theme.accent))
                painter.drawRoundedRect(QRectF(rect.left() + 11, rect.center().y() - 7, 3, 15), 1.5, 1.5)
        left, middle = self.left(node), rect.center().y() + 1
        scale = painter.device().devicePixelRatioF()
        if node.children:
            name = "chevron-down" if self._tree.isExpanded(index) else "chevron-right"
            painter.drawPixmap(left - _CHEVRON - 1, middle - 7, self._icons.pixmap(name, 14, theme.text2, scale))
        colour = theme.accent if selected else theme.text2
        painter.drawPixmap(left, middle - 8, self._icons.pixmap(node.icon, 16, colour, scale))
        self._paint_words(painter, rect, left + 25, node)

    def _paint_words(self, painter: QPainter, rect: QRect, left: int, node: Node) -> None:
        theme = self._icons.theme
        right = rect.right() - 17
        if node.count:
            number = ui_locale().toString(node.count)
            painter.setFont(self._small)
            painter.setPen(QColor(theme.text2))
            place = QRect(left, rect.top(), right - left, rect.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, number)
            right -= QFontMetrics(self._small).horizontalAdvance(number) + 8
        painter.setFont(self._name)
        painter.setPen(QColor(theme.text))
        words = QFontMetrics(self._name).elidedText(node.name[:300], Qt.TextElideMode.ElideRight, right - left)
        place = QRect(left, rect.top(), right - left, rect.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)
