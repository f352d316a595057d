"""What can be done with a smart folder in the sidebar, by its menu and by keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QKeySequence
from PySide6.QtWidgets import QMenu

from reader.ui.sidebar.category_model import Saved
from reader.ui.sidebar.category_tree import CategoryTree

_KEYS = {"rename": "F2", "change": "", "up": "Alt+Up", "down": "Alt+Down", "remove": "Del"}


class SmartMenu(QObject):
    """Works on the line that is chosen, where it is one that the user made."""

    change_wanted = Signal(int)
    removed = Signal(int)
    # One that is to go by so many places: -1 is up.
    stepped = Signal(int, int)

    def __init__(self, tree: CategoryTree) -> None:
        super().__init__(tree)
        self._tree = tree
        self.menu = QMenu(tree)
        self.actions: dict[str, QAction] = {}
        for name, key in _KEYS.items():
            action = QAction(self)
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(lambda _=False, name=name: self._do(name))
            tree.addAction(action)
            self.actions[name] = action
            if name in ("up", "remove"):
                self.menu.addSeparator()
            self.menu.addAction(action)
        tree.installEventFilter(self)
        self.retranslate()

    def _do(self, name: str) -> None:
        key = self._tree.current()
        if not isinstance(key, Saved):
            return
        if name == "rename":
            self._tree.edit(self._tree.currentIndex())
        elif name == "change":
            self.change_wanted.emit(key.id)
        elif name == "remove":
            self.removed.emit(key.id)
        else:
            self.stepped.emit(key.id, -1 if name == "up" else 1)

    def _show(self, event: QContextMenuEvent) -> None:
        tree = self._tree
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        index = tree.indexAt(tree.viewport().mapFrom(tree, event.pos())) if by_mouse else tree.currentIndex()
        if not index.isValid() or not isinstance(tree.node(index).key, Saved):
            return
        tree.setCurrentIndex(index)
        line = tree.visualRect(index)
        place = tree.viewport().mapToGlobal(QPoint(line.left() + 30, line.bottom()))
        self.menu.popup(event.globalPos() if by_mouse else place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._tree and isinstance(event, QContextMenuEvent):
            self._show(event)
            return True
        if watched is self._tree and event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        return False

    def retranslate(self) -> None:
        """Show all words in the language that is now chosen."""
        for name, words in (
            ("rename", self.tr("Rename")),
            ("change", self.tr("Change…")),
            ("up", self.tr("Move up")),
            ("down", self.tr("Move down")),
            ("remove", self.tr("Delete")),
        ):
            self.actions[name].setText(words)
