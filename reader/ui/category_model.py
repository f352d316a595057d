"""The sidebar's tree: smart folders, then the categories, each with its number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from functools import cmp_to_key

from PySide6.QtCore import QAbstractItemModel, QCollator, QModelIndex, QObject, Qt

from reader.domain import ALL, UNCATEGORISED, Category, Counts
from reader.ui.article_model import Index
from reader.ui.dates import ui_locale


class Folder(StrEnum):
    """The smart folders."""

    ALL = "all"
    UNREAD = "unread"
    TODAY = "today"
    LATER = "later"


class NodeRole(IntEnum):
    """What the delegate asks for."""

    COUNT = Qt.ItemDataRole.UserRole + 1
    ICON = Qt.ItemDataRole.UserRole + 2
    HEADING = Qt.ItemDataRole.UserRole + 3


@dataclass(slots=True, eq=False)
class Node:
    """A line of the tree. `key` is a Folder, a category's id, or "" for a heading."""

    key: Folder | int | str
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
    """Two headings with smart folders and categories after them, as siblings; categories nest."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._root = Node("", "")
        self._by_key: dict[Folder | int | str, Node] = {}
        self._categories: Sequence[Category] = ()
        self._counts = Counts(0, 0, 0, 0, None)

    def set_library(self, categories: Sequence[Category], counts: Counts) -> None:
        """Show these categories and numbers. While the tree's shape stays, only the numbers are told to the view."""
        self._categories, self._counts = categories, counts
        made = self._build()
        old, new = list(self._root.below()), list(made.below())
        if [_shape(node) for node in old] == [_shape(node) for node in new]:
            for mine, other in zip(old, new, strict=True):
                if mine.count != other.count:
                    mine.count = other.count
                    index = self._index(mine)
                    self.dataChanged.emit(index, index, [NodeRole.COUNT, Qt.ItemDataRole.AccessibleTextRole])
            return
        self._adopt(made)

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
        root.append(Node(Folder.ALL, self.tr("All articles"), "inbox", counts.total))
        root.append(Node(Folder.UNREAD, self.tr("All unread"), "unread", counts.unread))
        root.append(Node(Folder.TODAY, self.tr("Today"), "today", counts.today))
        root.append(Node(Folder.LATER, self.tr("Read later"), "bookmark", counts.bookmarked))
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
        if not index.isValid() or not self.node(index).icon:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        node = self.node(index)
        if role == Qt.ItemDataRole.DisplayRole:
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

    # --- what the view asks

    def node(self, index: Index) -> Node:
        """Return the node behind an index."""
        node: Node = index.internalPointer()
        return node

    def find(self, key: Folder | int | str) -> QModelIndex:
        """Return the index of a smart folder or category, an invalid one when the tree has none of it."""
        found = self._by_key.get(key)
        return self._index(found) if found else QModelIndex()

    def name_of(self, key: Folder | int | str) -> str:
        """Return the name of a smart folder or category, "" when the tree has none of it."""
        index = self.find(key)
        return self.node(index).name if index.isValid() else ""

    def category_nodes(self) -> Iterator[Node]:
        """Yield the nodes of categories, those above before those below."""
        return (node for node in self._root.below() if isinstance(node.key, int))

    def _index(self, node: Node) -> QModelIndex:
        return self.createIndex(node.row, 0, node)


def _shape(node: Node) -> tuple[object, ...]:
    return (node.key, node.name, node.icon, node.parent.key if node.parent else None)
