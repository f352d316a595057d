"""The sidebar's view: foldable sections, names, counts, a quiet selection."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QDrag, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QFrame, QLineEdit, QTreeView, QWidget

from reader.ui.looks.icons import Icons
from reader.ui.parts.models import Index
from reader.ui.parts.viewports import give_viewport
from reader.ui.sidebar.category_delegate import CHEVRON, CategoryDelegate
from reader.ui.sidebar.category_model import CategoryModel
from reader.ui.sidebar.lines import MORE_TAGS, Folder, Key, Node, Section, lists

# So far below the mouse hangs what is dragged, in pixels: clear of the line that the mouse is on.
_BELOW_MOUSE = 16


class CategoryTree(QTreeView):
    """Shows a CategoryModel; says which line was chosen.

    The cursor may also stand on a heading, or on the line that stands for more tags; these list nothing.
    `folded_changed` tells that something was opened or folded, `more_wanted` that other tags are looked for.
    """

    chosen = Signal(object)
    folded_changed = Signal()
    more_wanted = Signal()

    def __init__(self, model: CategoryModel, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        give_viewport(self)
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
        self.delegate = CategoryDelegate(icons, self, self.current, self.pointed)
        self.setItemDelegate(self.delegate)
        self._open: set[int] = set()
        self._folded: set[str] = {Section.TAGS}
        self._current: Key = Folder.ALL
        self._cursor: Key = Folder.ALL
        self._restoring = False
        # What was being typed as a name when the model was reset, as it is again and again during an import.
        self._name: str | None = None
        self._named: Key = Folder.ALL
        self._pointed: Key | None = None
        self.expanded.connect(lambda index: self._remember(index, is_open=True))
        self.collapsed.connect(lambda index: self._remember(index, is_open=False))
        model.modelAboutToBeReset.connect(self._keep_name)
        model.modelReset.connect(self._restore)
        model.rowsInserted.connect(self._restore_added)

    def node(self, index: Index) -> Node:
        """Return what stands in a line."""
        return self._lines.node(index)

    def index_of(self, key: Key) -> QModelIndex:
        """Return the index of a line, an invalid one when there is none of this key."""
        return self._lines.find(key)

    def current(self) -> Key:
        """Return the key of the line whose articles are listed."""
        return self._current

    def pointed(self) -> Key | None:
        """Return the key of the line that a menu is open for."""
        return self._pointed

    def point_at(self, key: Key | None) -> None:
        """Show that a menu is open for a line, which need not be the one that is listed, or for none any more."""
        self._pointed = key
        self.viewport().update()

    def rename(self, key: Key) -> None:
        """Let a line's name be typed in its place."""
        self._named = key
        self.edit(self._lines.find(key))

    def choose(self, key: Key) -> None:
        """Select a line without a word to `chosen`; one that is not there yet is selected when it comes."""
        self._current = self._cursor = key
        above = self._lines.find(key).parent()
        while above.isValid():
            self._remember(above, is_open=True)
            above = above.parent()
        self._restore()

    def open_categories(self) -> list[int]:
        """Return the categories that are open."""
        return sorted(self._open)

    def set_open_categories(self, categories: Iterable[int]) -> None:
        """Open these categories, now or when they come."""
        self._open = set(categories)
        self._restore()

    def folded(self) -> list[str]:
        """Return the sections that are folded."""
        return sorted(self._folded)

    def set_folded(self, sections: Iterable[str]) -> None:
        """Fold these sections and no others, now or when they come."""
        self._folded = set(sections)
        self._restore()

    def _remember(self, index: QModelIndex, *, is_open: bool) -> None:
        key = self._lines.node(index).key
        if self._restoring:
            return
        if isinstance(key, int):
            (self._open.add if is_open else self._open.discard)(key)
        elif isinstance(key, Section):
            (self._folded.discard if is_open else self._folded.add)(key)
        self.folded_changed.emit()

    def _restore(self) -> None:
        """A model that was reset has forgotten what was open and what was chosen."""
        self._open_again(self._lines.foldable())
        self._select_again()
        self.viewport().update()
        name, self._name = self._name, None
        named = self._lines.find(self._named)
        if name is not None and named.isValid():
            self.edit(named)
            editor = self.indexWidget(named)
            if isinstance(editor, QLineEdit):
                editor.setText(name)

    def _restore_added(self, above: QModelIndex, first: int, last: int) -> None:
        """Open what has come and is to be open, that above it, too; it may also be what was chosen."""
        nodes = [self._lines.node(self._lines.index(row, 0, above)) for row in range(first, last + 1)]
        below = [each for node in nodes for each in (node, *node.below()) if each.children]
        self._open_again([self._lines.node(above), *below] if above.isValid() else below)
        if not self.currentIndex().isValid() or self._lines.node(self.currentIndex()).key != self._cursor:
            self._select_again()

    def _open_again(self, nodes: Iterable[Node]) -> None:
        self._restoring = True
        for node in nodes:
            key = node.key
            is_open = key in self._open if isinstance(key, int) else key not in self._folded
            self.setExpanded(self._lines.find(key), is_open)
        self._restoring = False

    def _select_again(self) -> None:
        index = self._lines.find(self._cursor)
        if not index.isValid():
            self._cursor = self._current
            index = self._lines.find(self._cursor)
        # A view opens whatever the cursor is set into; what is folded stays so.
        above = index.parent()
        while above.isValid():
            index = index if self.isExpanded(above) else above
            above = above.parent()
        self._restoring = True
        blocked = self.selectionModel().blockSignals(True)
        self.setCurrentIndex(index)
        self.selectionModel().blockSignals(blocked)
        self._restoring = False

    def _keep_name(self) -> None:
        editor = self.indexWidget(self._lines.find(self._named))
        if isinstance(editor, QLineEdit):
            self._name = editor.text()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and not self._restoring:
            key = self._cursor = self._lines.node(current).key
            if lists(key) and key != self._current:
                self._current = key
                self.viewport().update()
                self.chosen.emit(key)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.button() is not Qt.MouseButton.LeftButton:
            return  # To ask what can be done with a line does not list it.
        if index.isValid() and self._lines.rowCount(index):
            node = self._lines.node(index)
            begin = self.delegate.left(node)
            if isinstance(node.key, Section) or begin - CHEVRON - 4 <= event.position().x() <= begin + 2:
                self.setExpanded(index, not self.isExpanded(index))
                return
        super().mousePressEvent(event)
        if index.isValid() and self._lines.node(index).key == MORE_TAGS:
            self.more_wanted.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.setExpanded(index, not self.isExpanded(index))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index, held = self.currentIndex(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        # The one that ends a name comes here as well.
        typing = self.state() == QTreeView.State.EditingState
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid() and not held and not typing:
            if self._lines.node(index).key == MORE_TAGS:
                self.more_wanted.emit()
            elif self._lines.rowCount(index):
                self.setExpanded(index, not self.isExpanded(index))
            return
        super().keyPressEvent(event)

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Carry a line below the mouse: a picture of it in the middle, as Qt has it, hides where it would go."""
        index = self.currentIndex()
        if not self._lines.flags(index) & Qt.ItemFlag.ItemIsDragEnabled:
            return
        drag = QDrag(self)
        drag.setMimeData(self._lines.mimeData([index]))
        drag.setPixmap(self.viewport().grab(self.visualRect(index)))
        drag.setHotSpot(QPoint(0, -_BELOW_MOUSE))
        drag.exec(actions, Qt.DropAction.MoveAction)

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Draw nothing: the delegate draws the chevron where the name begins."""
