"""What can be done with a line of the sidebar, by its menu and by keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QContextMenuEvent, QKeySequence
from PySide6.QtWidgets import QMenu

from reader.domain import UNCATEGORISED
from reader.library.categories import COLOURS
from reader.ui.looks.icons import Icons
from reader.ui.looks.labels import dot
from reader.ui.parts.problem_words import printable
from reader.ui.sidebar.category_tree import CategoryTree
from reader.ui.sidebar.lines import Key, Node, OfSource, Saved

_SMART, _CATEGORY, _SOURCE = "smart", "category", "source"
#: Key and the kinds of lines of each thing that can be done, in the order of the menu.
_COMMANDS: dict[str, tuple[str, tuple[str, ...]]] = {
    "rename": ("F2", (_SMART, _CATEGORY, _SOURCE)),
    "change": ("", (_SMART,)),
    "hide": ("Shift+Del", (_CATEGORY,)),
    "up": ("Alt+Up", (_SMART, _CATEGORY)),
    "down": ("Alt+Down", (_SMART, _CATEGORY)),
    "sort": ("", (_CATEGORY,)),
    "merge": ("Ctrl+M", (_CATEGORY,)),
    "remove": ("Del", (_SMART,)),
}
_PARTED = ("up", "merge", "remove")


class LineMenu(QObject):
    """Works on the line the cursor is on, where it is one that the user may change: `asked` tells what, and its key.

    `parted` tells a category that is no longer to be listed in another.
    """

    asked = Signal(str, object)
    coloured = Signal(int, str)
    parted = Signal(int)

    def __init__(self, tree: CategoryTree, icons: Icons) -> None:
        super().__init__(tree)
        self._tree = tree
        self._icons = icons
        self.menu = QMenu(tree)
        self.colours, self.apart = QMenu(self.menu), QMenu(self.menu)
        self.actions: dict[str, QAction] = {}
        for name, (key, _) in _COMMANDS.items():
            action = QAction(self)
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(lambda _=False, name=name: self._do(name))
            tree.addAction(action)
            self.actions[name] = action
        self._group = QActionGroup(self)
        for colour in ("", *COLOURS):
            shade = QAction(self._group)
            shade.setCheckable(True)
            shade.setData(colour)
            self.colours.addAction(shade)
        self._group.triggered.connect(self._colour)
        tree.installEventFilter(self)
        self.retranslate()

    def _node(self) -> Node | None:
        index = self._tree.currentIndex()
        return self._tree.node(index) if index.isValid() else None

    def _do(self, name: str) -> None:
        node = self._node()
        if node is None or _kind(node.key) not in _COMMANDS[name][1]:
            return
        if name == "rename":
            self._tree.edit(self._tree.currentIndex())
        else:
            self.asked.emit(name, node.key)

    def _colour(self, shade: QAction) -> None:
        node = self._node()
        if node is not None and _kind(node.key) == _CATEGORY:
            self.coloured.emit(node.key, shade.data())

    def _show(self, event: QContextMenuEvent) -> None:
        tree = self._tree
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        index = tree.indexAt(tree.viewport().mapFrom(tree, event.pos())) if by_mouse else tree.currentIndex()
        if not index.isValid() or not _kind(tree.node(index).key):
            return
        tree.setCurrentIndex(index)
        self._fit(tree.node(index))
        line = tree.visualRect(index)
        place = tree.viewport().mapToGlobal(QPoint(line.left() + 30, line.bottom()))
        self.menu.popup(event.globalPos() if by_mouse else place)

    def _fit(self, node: Node) -> None:
        """Offer what can be done with this line."""
        kind = _kind(node.key)
        # Not hidden: the keys of a hidden action do nothing.
        self.menu.clear()
        for name, (_, kinds) in _COMMANDS.items():
            if kind in kinds:
                if name in _PARTED:
                    self.menu.addSeparator()
                self.menu.addAction(self.actions[name])
            if name == "rename" and kind == _CATEGORY:
                self.menu.addMenu(self.colours)
            if name == "merge" and node.merged:
                self._offer_apart(node)
        self.actions["hide"].setText(self.tr("Show again") if node.hidden else self.tr("Hide"))
        theme = self._icons.theme
        for shade in self._group.actions():
            shade.setChecked(shade.data() == node.colour)
            shade.setIcon(dot(shade.data(), theme, chosen=shade.isChecked()))

    def _offer_apart(self, node: Node) -> None:
        """Offer to let go of each category that was merged into this one."""
        self.apart.clear()
        for aside in node.merged:
            name = printable("/".join(aside.path)).replace("&", "&&")
            self.apart.addAction(name).triggered.connect(lambda _=False, id_=aside.id: self.parted.emit(id_))
        self.menu.addMenu(self.apart)

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
            ("hide", self.tr("Hide")),
            ("up", self.tr("Move up")),
            ("down", self.tr("Move down")),
            ("sort", self.tr("Sort by name")),
            ("merge", self.tr("Merge into another…")),
            ("remove", self.tr("Delete")),
        ):
            self.actions[name].setText(words)
        self.colours.setTitle(self.tr("Colour"))
        self.apart.setTitle(self.tr("Take apart"))
        names = (self.tr("None"), self.tr("Red"), self.tr("Orange"), self.tr("Yellow"), self.tr("Green"),
                 self.tr("Teal"), self.tr("Blue"), self.tr("Purple"), self.tr("Grey"))  # fmt: skip
        for shade, colour in zip(self._group.actions(), names, strict=True):
            shade.setText(colour)


def _kind(key: Key) -> str:
    """Return which kind of line that can be changed this is, "" for others."""
    if isinstance(key, int):
        return _CATEGORY if key != UNCATEGORISED else ""
    return _SMART if isinstance(key, Saved) else _SOURCE if isinstance(key, OfSource) else ""
