"""The sidebar's tree in sections: fixed lists, smart folders, sources, categories, tags, and their counts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QObject, Qt, Signal

from reader.domain import UNCATEGORISED
from reader.library.listing.categories import Aside
from reader.library.navigation.saved import SavedSearch
from reader.ui.parts.commas import in_a_row
from reader.ui.parts.figures import n
from reader.ui.parts.labels import tip
from reader.ui.parts.models import Index
from reader.ui.parts.problem_words import printable
from reader.ui.sidebar.contents import Contents
from reader.ui.sidebar.dragging import FORMAT, Merge, Order, flags_of, meant, packed, text_of
from reader.ui.sidebar.growing import Addition, growth
from reader.ui.sidebar.lines import (
    FOLDER_ICONS,
    MORE_TAGS,
    Folder,
    Key,
    Node,
    NodeRole,
    OfSource,
    Saved,
    Section,
    Tagged,
    key_of,
    lists,
)
from reader.ui.sidebar.nesting import nested

# Of the categories merged into one.
_MOST_NAMED = 12


class CategoryModel(QAbstractItemModel):
    """Sections with their lines below them; categories nest.

    What the user gives another name, or drags, stays what and where it is. The signals tell of the wish: `renamed` with
    a key and a name, `ordered` with a key and the place among those beside it, `merged` with two categories.
    """

    renamed = Signal(object, str)
    ordered = Signal(object, int)
    merged = Signal(int, int)
    #: The tree has other lines now, or names for them.
    reshaped = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._root = Node("", "")
        self._by_key: dict[Key, Node] = {}
        self._searches: Sequence[SavedSearch] = ()
        self._unread: Mapping[int, int] = {}
        self._contents = Contents()
        self._with_hidden = False

    def set_library(self, contents: Contents) -> None:
        """Show this. Where the tree only grew, the view is told of that, and of new numbers, and lays out no more."""
        self._contents = contents
        made = self._build()
        grown = growth(self._root, made)
        if grown is None:
            self._adopt(made)
            return
        counted: dict[Node | None, list[Node]] = {}
        for mine, other in grown.kept:
            if mine.icon != other.icon:
                mine.icon = other.icon
                self._tell(mine, mine, NodeRole.ICON)
            if mine.count != other.count:
                mine.count = other.count
                counted.setdefault(mine.parent, []).append(mine)
            other.parent = None  # as part() does
        # An import changes most numbers, and to tell the view of one takes as long as of all beside it.
        for lines in counted.values():
            self._tell(lines[0], lines[-1], NodeRole.COUNT, Qt.ItemDataRole.AccessibleTextRole)
        for each in grown.added:
            self._add_lines(each)
        if grown.added:
            self.reshaped.emit()

    def _tell(self, first: Node, last: Node, *roles: int) -> None:
        """Tell that lines look otherwise, from one to another that stands beside it."""
        self.dataChanged.emit(self._index(first), self._index(last), roles)

    def _add_lines(self, added: Addition) -> None:
        above, place, lines = added.above, added.place, added.lines
        parent = QModelIndex() if above is self._root else self._index(above)
        self.beginInsertRows(parent, place, place + len(lines) - 1)
        above.insert(place, lines)
        for line in lines:
            self._by_key.update((node.key, node) for node in (line, *line.below()))
        self.endInsertRows()

    def set_searches(self, searches: Sequence[SavedSearch], unread: Mapping[int, int]) -> None:
        """Show these smart folders, and how many articles of each are unread, as far as that is known."""
        self._searches, self._unread = searches, unread
        self._adopt(self._build())

    def set_unread(self, search: int, unread: int) -> None:
        """Show another number beside a smart folder."""
        node = self._by_key.get(Saved(search))
        if node is not None and node.count != unread:
            node.count = unread
            self._tell(node, node, NodeRole.COUNT, Qt.ItemDataRole.AccessibleTextRole)

    def show_hidden(self, shown: bool) -> None:
        """Show hidden categories, too, or do not."""
        self._with_hidden = shown
        self._adopt(self._build())

    def retranslate(self) -> None:
        """Show names in the language that is now chosen. A tree that is made anew has the view measure all of it."""
        for key, name in self._words().items():
            node = self._by_key.get(key)
            if node is not None:
                node.name = name
                self._tell(node, node, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        self.reshaped.emit()

    def _words(self) -> dict[Key, str]:
        """Return what those lines are called that nobody else gave a name."""
        return {
            Section.LIBRARY: self.tr("Library"),
            Folder.ALL: self.tr("All articles"),
            Folder.UNREAD: self.tr("All unread"),
            Folder.TODAY: self.tr("Today"),
            Folder.LATER: self.tr("Read later"),
            Section.SMART: self.tr("Smart folders"),
            Section.SOURCES: self.tr("Folders"),
            Section.CATEGORIES: self.tr("Categories"),
            UNCATEGORISED: self.tr("Uncategorised"),
            Section.TAGS: self.tr("Tags"),
            MORE_TAGS: self.tr("More tags…"),
        }

    def _adopt(self, root: Node) -> None:
        self.beginResetModel()
        before, self._root = self._root, root
        self._by_key = {node.key: node for node in root.below()}
        self.endResetModel()
        before.part()
        self.reshaped.emit()

    def _build(self) -> Node:
        root, found, words = Node("", ""), self._contents, self._words()
        numbers = (found.counts.total, found.counts.unread, found.counts.today, found.counts.bookmarked)
        folders = [Node(each, words[each], FOLDER_ICONS[each], number)
                   for each, number in zip(Folder, numbers, strict=True)]  # fmt: skip
        self._add(root, Section.LIBRARY, words, folders)
        smart = [Node(Saved(saved.id), saved.name, "smart-folder", self._unread.get(saved.id, 0))
                 for saved in self._searches]  # fmt: skip
        self._add(root, Section.SMART, words, smart)
        sources = [Node(OfSource(each.id), each.name, "source", each.unread) for each in found.sources]
        self._add(root, Section.SOURCES, words, sources)
        self._add(root, Section.CATEGORIES, words,
                  nested(found, words[UNCATEGORISED], with_hidden=self._with_hidden))  # fmt: skip
        tags = [Node(Tagged(each.id), each.name, "tag", each.unread) for each in found.tags]
        if found.more_tags:
            tags.append(Node(MORE_TAGS, words[MORE_TAGS], "more"))
        self._add(root, Section.TAGS, words, tags)
        return root

    def _add(self, root: Node, section: Section, words: Mapping[Key, str], nodes: Sequence[Node]) -> None:
        """Add a section, unless nothing is in it."""
        if nodes:
            heading = Node(section, words[section])
            root.append(heading)
            for node in nodes:
                heading.append(node)

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
        return flags_of(self.node(index).key)

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
            return isinstance(node.key, Section)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            spoken = [node.name, n(node.count)] if lists(node.key) else [node.name]
            return in_a_row([*spoken, self.tr("hidden")] if node.hidden else spoken)
        return self._tip(node) if role == Qt.ItemDataRole.ToolTipRole else None

    def _tip(self, node: Node) -> str | None:
        """Return which other names a category goes by: that which posts call it, and those merged into it."""
        said = [self.tr("Called “{name}” in posts").format(name=printable(node.original))] if node.original else []
        paths = (printable("/".join(aside.path)) for aside in node.merged[:_MOST_NAMED])
        said.extend(self.tr("Also lists “{name}”").format(name=path) for path in paths)
        return "".join(map(tip, said)) or None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        node = self.node(index)
        if value == node.name:
            return False
        self.renamed.emit(node.key, str(value))
        return True

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [FORMAT]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        return packed([self.node(index) for index in indexes])

    def canDropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        return self._meant(data, row, parent) is not None

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        wish = self._meant(data, row, parent)
        if isinstance(wish, Order):
            self.ordered.emit(wish.node.key, wish.place)
        elif isinstance(wish, Merge):
            self.merged.emit(wish.node.key, wish.target.key)
        # Not "true": the view would then remove the line that was dragged.
        return False

    def _meant(self, data: QMimeData, row: int, parent: Index) -> Order | Merge | None:
        dragged = self._by_key.get(key_of(text_of(data))) if data.hasFormat(FORMAT) else None
        return meant(dragged, row, self.node(parent)) if parent.isValid() else None

    # --- what the view asks

    def node(self, index: Index) -> Node:
        """Return the node behind an index."""
        node: Node = index.internalPointer()
        return node

    def find(self, key: Key) -> QModelIndex:
        """Return the index of a line, an invalid one when the tree has none of this key."""
        found = self._by_key.get(key)
        return self._index(found) if found else QModelIndex()

    def name_of(self, key: Key) -> str:
        """Return the name of a line, "" when the tree has none of this key."""
        index = self.find(key)
        return self.node(index).name if index.isValid() else ""

    def text_of(self, key: Key) -> str | None:
        """Return the conditions of a smart folder, "" for other lines, None for one that has not come or is gone."""
        texts = (saved.text for saved in self._searches if Saved(saved.id) == key)
        return next(texts, None) if isinstance(key, Saved) else ""

    def path_of(self, category: int) -> str:
        """Return what posts call a category and those above it, with slashes; "" for what has no name of its own."""
        names: list[str] = []
        node = self._by_key.get(category) if category != UNCATEGORISED else None
        while node is not None and isinstance(node.key, int):
            names.append(node.original or node.name)
            node = node.parent
        return "/".join(reversed(names))

    def aside(self, category: int) -> Aside | None:
        """Return what is left out of the tree, since it is hidden or merged into another."""
        return next((aside for aside in self._contents.aside if aside.id == category), None)

    def targets(self, category: Node) -> list[Node]:
        """Return the categories into which one can be merged."""
        return [node for node in self._root.below() if meant(category, -1, node) is not None]

    def foldable(self) -> Iterator[Node]:
        """Yield what has lines below it, those above before those below."""
        return (node for node in self._root.below() if node.children)

    def _index(self, node: Node) -> QModelIndex:
        return self.createIndex(node.row, 0, node)
