"""The sidebar's tree: what is always there, the smart folders of the user, then the categories, with their numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from functools import cmp_to_key

from PySide6.QtCore import QAbstractItemModel, QCollator, QMimeData, QModelIndex, QObject, Qt, Signal

from reader.domain import ALL, UNCATEGORISED, Category, Counts
from reader.library.saved import SavedSearch
from reader.ui.parts.dates import ui_locale
from reader.ui.parts.models import Index

#: What is dragged within the tree: the id of a smart folder.
_DRAGGED = "application/x-broadsheet-smart-folder"


class Folder(StrEnum):
    """The smart folders that are always there."""

    ALL = "all"
    UNREAD = "unread"
    TODAY = "today"
    LATER = "later"


FOLDER_ICONS = {Folder.ALL: "inbox", Folder.UNREAD: "unread", Folder.TODAY: "today", Folder.LATER: "bookmark"}


@dataclass(frozen=True, slots=True)
class Saved:
    """The key of a smart folder that the user made, by its id."""

    id: int

    def __str__(self) -> str:
        return f"saved:{self.id}"


#: What a line stands for: one of the folders that are always there, a category's id, or "" for a heading.
Key = Folder | Saved | int | str


class NodeRole(IntEnum):
    """What the delegate asks for."""

    COUNT = Qt.ItemDataRole.UserRole + 1
    ICON = Qt.ItemDataRole.UserRole + 2
    HEADING = Qt.ItemDataRole.UserRole + 3


@dataclass(slots=True, eq=False)
class Node:
    """A line of the tree."""

    key: Key
    name: str
    icon: str = ""
    count: int = 0
    parent: Node | None = None
    row: int = 0
    children: list[Node] = field(default_factory=list)

    def append(self, child: Node) -> None:
        child.parent, child.row = self, len(self.children)
        self.children.append(child)

    def below(self) -> Iterator[Node]:
        for child in self.children:
            yield child
            yield from child.below()


class CategoryModel(QAbstractItemModel):
    """Headings with folders, smart folders and categories after them, as siblings; categories nest.

    A smart folder that the user gives another name, or drags to another place, stays what and where it is: `renamed`
    and `moved` tell of the wish, with its id.
    """

    renamed = Signal(int, str)
    moved = Signal(int, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._root = Node("", "")
        self._by_key: dict[Key, Node] = {}
        self._searches: Sequence[SavedSearch] = ()
        self._unread: Mapping[int, int] = {}
        self._categories: Sequence[Category] = ()
        self._counts = Counts(0, 0, 0, 0, None)

    def set_library(self, categories: Sequence[Category], counts: Counts) -> None:
        """Show these categories and numbers. While the tree's shape stays, only the numbers are told to the view."""
        self._categories, self._counts = categories, counts
        made = self._build()
        old, new = list(self._root.below()), list(made.below())
        if [_shape(node) for node in old] == [_shape(node) for node in new]:
            for mine, other in zip(old, new, strict=True):
                self._show_count(mine, other.count)
            return
        self._adopt(made)

    def _show_count(self, node: Node, count: int) -> None:
        if node.count != count:
            node.count = count
            index = self._index(node)
            self.dataChanged.emit(index, index, [NodeRole.COUNT, Qt.ItemDataRole.AccessibleTextRole])

    def set_searches(self, searches: Sequence[SavedSearch], unread: Mapping[int, int]) -> None:
        """Show these smart folders, and how many articles of each are unread, as far as that is known."""
        self._searches, self._unread = searches, unread
        self._adopt(self._build())

    def set_unread(self, search: int, unread: int) -> None:
        """Show another number beside a smart folder."""
        if (node := self._by_key.get(Saved(search))) is not None:
            self._show_count(node, unread)

    def retranslate(self) -> None:
        """Show names and order in the language that is now chosen."""
        self._adopt(self._build())

    def _adopt(self, root: Node) -> None:
        self.beginResetModel()
        self._root = root
        self._by_key = {node.key: node for node in root.below() if node.icon}
        self.endResetModel()

    def _build(self) -> Node:
        root, counts = Node("", ""), self._counts
        root.append(Node("", self.tr("Library")))
        for folder, name, count in (
            (Folder.ALL, self.tr("All articles"), counts.total),
            (Folder.UNREAD, self.tr("All unread"), counts.unread),
            (Folder.TODAY, self.tr("Today"), counts.today),
            (Folder.LATER, self.tr("Read later"), counts.bookmarked),
        ):
            root.append(Node(folder, name, FOLDER_ICONS[folder], count))
        if self._searches:
            root.append(Node("", self.tr("Smart folders")))
        for saved in self._searches:
            root.append(Node(Saved(saved.id), saved.name, "smart-folder", self._unread.get(saved.id, 0)))
        below: dict[int | None, list[Category]] = {}
        for category in self._categories:
            below.setdefault(category.parent, []).append(category)
        if below.get(ALL):
            root.append(Node("", self.tr("Categories")))
            self._hang(root, ALL, below)
        return root

    def _hang(self, parent: Node, category: int, below: dict[int | None, list[Category]]) -> None:
        collator = QCollator(ui_locale())
        collator.setNumericMode(True)
        collator.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        by_name = cmp_to_key(collator.compare)
        for found in sorted(below.get(category, ()), key=lambda item: (item.id == UNCATEGORISED, by_name(item.name))):
            name = self.tr("Uncategorised") if found.id == UNCATEGORISED else found.name
            icon = "folder" if below.get(found.id) else "document"
            node = Node(found.id, name, icon, found.unread)
            parent.append(node)
            self._hang(node, found.id, below)

    # --- what Qt asks

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        node = self.node(parent) if parent.isValid() else self._root
        if column == 0 and 0 <= row < len(node.children):
            return self.createIndex(row, column, node.children[row])
        return QModelIndex()

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        above = self.node(index).parent if index.isValid() else None
        return self._index(above) if above is not None and above is not self._root else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len((self.node(parent) if parent.isValid() else self._root).children)

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled  # Between its lines, that is.
        node = self.node(index)
        if not node.icon:
            return Qt.ItemFlag.NoItemFlags
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        own = Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDragEnabled
        return usual | own if isinstance(node.key, Saved) else usual

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        node = self.node(index)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return node.name
        if role == NodeRole.COUNT:
            return node.count
        if role == NodeRole.ICON:
            return node.icon
        if role == NodeRole.HEADING:
            return not node.icon
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{node.name}, {ui_locale().toString(node.count)}" if node.icon else node.name
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        key = self.node(index).key
        if not isinstance(key, Saved) or value == self.node(index).name:
            return False
        self.renamed.emit(key.id, str(value))
        return True

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [_DRAGGED]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        keys = [self.node(index).key for index in indexes]
        data.setData(_DRAGGED, " ".join(str(key.id) for key in keys if isinstance(key, Saved)).encode())
        return data

    def canDropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        return data.hasFormat(_DRAGGED) and not parent.isValid() and self._place(row) is not None

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        dragged, place = bytes(data.data(_DRAGGED).data()).decode(), self._place(row)
        saved = next((each for each in self._searches if str(each.id) == dragged), None)
        if saved is None or place is None or parent.isValid():
            return False
        self.moved.emit(saved.id, place - 1 if place > saved.place else place)
        # Not "true": the view would then remove the line that was dragged.
        return False

    def _place(self, row: int) -> int | None:
        """Return which place among the smart folders is before a row, None when that is not among them."""
        place = row - self._by_key[Saved(self._searches[0].id)].row if self._searches else -1
        return place if 0 <= place <= len(self._searches) else None

    # --- what the view asks

    def node(self, index: Index) -> Node:
        """Return the node behind an index."""
        node: Node = index.internalPointer()
        return node

    def find(self, key: Key) -> QModelIndex:
        """Return the index of a smart folder or category, an invalid one when the tree has none of it."""
        found = self._by_key.get(key)
        return self._index(found) if found else QModelIndex()

    def name_of(self, key: Key) -> str:
        """Return the name of a smart folder or category, "" when the tree has none of it."""
        index = self.find(key)
        return self.node(index).name if index.isValid() else ""

    def text_of(self, key: Key) -> str | None:
        """Return the conditions of a smart folder, "" for other lines, None for one that has not come or is gone."""
        texts = (saved.text for saved in self._searches if Saved(saved.id) == key)
        return next(texts, None) if isinstance(key, Saved) else ""

    def path_of(self, category: int) -> str:
        """Return the names of a category and of those above it, with slashes; "" for what has no name of its own."""
        names: list[str] = []
        node = self._by_key.get(category) if category != UNCATEGORISED else None
        while node is not None and isinstance(node.key, int):
            names.append(node.name)
            node = node.parent
        return "/".join(reversed(names))

    def category_nodes(self) -> Iterator[Node]:
        """Yield the nodes of categories, those above before those below."""
        return (node for node in self._root.below() if isinstance(node.key, int))

    def _index(self, node: Node) -> QModelIndex:
        return self.createIndex(node.row, 0, node)


def _shape(node: Node) -> tuple[object, ...]:
    return (node.key, node.name, node.icon, node.parent.key if node.parent else None)
