"""Commands on a line of the sidebar, by its menu and by keys."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QContextMenuEvent, QKeySequence
from PySide6.QtWidgets import QMenu

from reader.domain import UNCATEGORISED
from reader.library.listing.categories import COLOURS
from reader.ui.actions import Actions
from reader.ui.looks.category_colours import dot
from reader.ui.looks.icons import Icons
from reader.ui.parts.problem_words import printable
from reader.ui.sidebar.category_tree import CategoryTree
from reader.ui.sidebar.dragging import siblings
from reader.ui.sidebar.lines import Key, Node, OfSource, Saved, Section, lists

_SMART, _CATEGORY, _SOURCE, _OTHER = "smart", "category", "source", "other"
#: Key and the kinds of lines of each thing that can be done, in the order of the menu.
_COMMANDS: dict[str, tuple[str, tuple[str, ...]]] = {
    "read": ("", (_SMART, _CATEGORY, _SOURCE, _OTHER)),
    "rename": ("F2", (_SMART, _CATEGORY, _SOURCE)),
    "refresh": ("", (_SOURCE,)),
    "change": ("", (_SMART,)),
    "hide": ("Shift+Del", (_CATEGORY,)),
    "up": ("Alt+Up", (_SMART, _CATEGORY)),
    "down": ("Alt+Down", (_SMART, _CATEGORY)),
    "sort": ("", (_CATEGORY,)),
    "merge": ("Ctrl+M", (_CATEGORY,)),
    "remove": ("Del", (_SMART,)),
}
_PARTED = ("rename", "up", "merge", "remove")
#: The commands of the window that concern all lines below a heading.
_OF_SECTIONS: dict[Section, tuple[str, ...]] = {
    Section.LIBRARY: ("import", "refresh"),
    Section.SMART: ("save_search",),
    Section.SOURCES: ("import", "refresh", "folders"),
    Section.CATEGORIES: ("show_hidden", "aside"),
    Section.TAGS: ("go_to",),
}


class LineMenu(QObject):
    """Works on the line the menu is open for, else on that of the cursor: `asked` tells what to change, and its key.

    `read_wanted` tells the line whose articles are all to be marked as read, `refresh_wanted` the source to be read
    anew, and `parted` a category that is no longer to be listed in another.
    """

    asked = Signal(str, object)
    read_wanted = Signal(object)
    refresh_wanted = Signal(int)
    coloured = Signal(int, str)
    parted = Signal(int)

    def __init__(self, tree: CategoryTree, actions: Actions, icons: Icons) -> None:
        super().__init__(tree)
        self._tree = tree
        self._icons = icons
        self._of_window = actions
        self.menu = QMenu(tree)
        # What is chosen of it is heard only once it is gone.
        self.menu.aboutToHide.connect(lambda: QTimer.singleShot(0, self, self._leave))
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
        key, tree = self._tree.pointed(), self._tree
        index = tree.currentIndex() if key is None else tree.index_of(key)
        return tree.node(index) if index.isValid() else None

    def _leave(self) -> None:
        if not self.menu.isVisible():  # Or it is open for another line by now.
            self._tree.point_at(None)
            self._able(dict.fromkeys(self.actions, True))  # Their keys are for any line.

    def _able(self, enabled: Mapping[str, bool]) -> None:
        for name, able in enabled.items():
            self.actions[name].setEnabled(able)

    def _do(self, name: str) -> None:
        node = self._node()
        if node is None or _kind(node.key) not in _COMMANDS[name][1]:
            return
        if name == "rename":
            self._tree.rename(node.key)
        elif name == "read":
            self.read_wanted.emit(node.key)
        elif name == "refresh" and isinstance(node.key, OfSource):
            self.refresh_wanted.emit(node.key.id)
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
        if not index.isValid():
            return
        self._fit(tree.node(index))
        if self.menu.isEmpty():
            return
        tree.point_at(tree.node(index).key)
        line = tree.visualRect(index)
        place = tree.viewport().mapToGlobal(QPoint(line.left() + 30, line.bottom()))
        self.menu.popup(event.globalPos() if by_mouse else place)

    def _fit(self, node: Node) -> None:
        """Offer what can be done with this line."""
        kind = _kind(node.key)
        self._able({"read": self._of_window["read_all"].isEnabled() and node.count > 0} | _changes(node))
        # Not hidden: the keys of a hidden action do nothing.
        self.menu.clear()
        if isinstance(node.key, Section):
            self.menu.addActions([self._of_window[name] for name in _OF_SECTIONS[node.key]])
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
            ("read", self.tr("Mark all as read")),
            ("rename", self.tr("Rename")),
            ("refresh", self.tr("Refresh")),
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
        self.apart.setTitle(self.tr("Unmerge"))
        names = (self.tr("None"), self.tr("Red"), self.tr("Orange"), self.tr("Yellow"), self.tr("Green"),
                 self.tr("Teal"), self.tr("Blue"), self.tr("Purple"), self.tr("Grey"))  # fmt: skip
        for shade, colour in zip(self._group.actions(), names, strict=True):
            shade.setText(colour)


def _changes(node: Node) -> dict[str, bool]:
    """Return which commands that put lines in order would change something for this one."""
    beside = siblings(node)
    if node not in beside:
        return {}
    at = beside.index(node)
    return {"up": at > 0, "down": at < len(beside) - 1, "sort": any(each.placed for each in beside)}


def _kind(key: Key) -> str:
    """Return which kind of line this is, "" for one that lists nothing."""
    if isinstance(key, int) and key != UNCATEGORISED:
        return _CATEGORY
    if isinstance(key, Saved | OfSource):
        return _SMART if isinstance(key, Saved) else _SOURCE
    return _OTHER if lists(key) else ""
