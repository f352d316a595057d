"""The lines of the sidebar's tree: what each stands for, and their hierarchy."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum

from PySide6.QtCore import Qt

from reader.frozen import frozen
from reader.library.listing.categories import Aside


class Folder(StrEnum):
    """The smart folders that are always there."""

    ALL = "all"
    UNREAD = "unread"
    TODAY = "today"
    LATER = "later"


FOLDER_ICONS = {Folder.ALL: "inbox", Folder.UNREAD: "unread", Folder.TODAY: "today", Folder.LATER: "bookmark"}


class Section(StrEnum):
    """The parts of the tree, in their order; each can be folded."""

    LIBRARY = "section:library"
    SMART = "section:smart"
    SOURCES = "section:sources"
    CATEGORIES = "section:categories"
    TAGS = "section:tags"


@frozen
class Saved:
    """The key of a smart folder that the user made, by its id."""

    id: int

    def __str__(self) -> str:
        return f"saved:{self.id}"


@frozen
class OfSource:
    """The key of a source, by its id."""

    id: int

    def __str__(self) -> str:
        return f"source:{self.id}"


@frozen
class Tagged:
    """The key of a tag, by its id."""

    id: int

    def __str__(self) -> str:
        return f"tag:{self.id}"


#: The last line of the tags where there are more of them: they are found by name.
MORE_TAGS = "more-tags"

#: What a line stands for: a folder that is always there, a smart folder, a source, a tag, a category by its id; or a
#: heading, or MORE_TAGS, which list nothing.
Key = Folder | Saved | OfSource | Tagged | int | str

_KINDS: dict[str, Callable[[int], Key]] = {"saved": Saved, "source": OfSource, "tag": Tagged}


def lists(key: Key) -> bool:
    """Whether a line lists articles when it is chosen."""
    return not isinstance(key, str) or isinstance(key, Folder)


def key_of(text: str) -> Key:
    """Return the key that was written as this text, that of all articles where it makes no sense."""
    kind, _, number = text.rpartition(":")
    if number.isdecimal() and len(number) < 19 and kind in ("", *_KINDS):
        key: Key = _KINDS[kind](int(number)) if kind else int(number)
        return key
    return Folder(text) if text in set(Folder) else Folder.ALL


class NodeRole(IntEnum):
    """What the delegate asks for."""

    COUNT = Qt.ItemDataRole.UserRole + 1
    ICON = Qt.ItemDataRole.UserRole + 2
    HEADING = Qt.ItemDataRole.UserRole + 3


@dataclass(slots=True, eq=False)
class Node:
    """A line of the tree. `original` is what posts call a category that has another name here.

    `merged` are the categories that are listed in it, too. One that is `placed` stands where the reader put it.
    """

    key: Key
    name: str
    icon: str = ""
    count: int = 0
    original: str = ""
    colour: str = ""
    hidden: bool = False
    placed: bool = False
    merged: Sequence[Aside] = ()
    parent: Node | None = None
    row: int = 0
    children: list[Node] = field(default_factory=list)

    def append(self, child: Node) -> None:
        child.parent, child.row = self, len(self.children)
        self.children.append(child)

    def insert(self, place: int, lines: Sequence[Node]) -> None:
        """Let lines stand before the one that has this place."""
        self.children[place:place] = lines
        for row, child in enumerate(self.children[place:], place):
            child.parent, child.row = self, row

    def below(self) -> Iterator[Node]:
        for child in self.children:
            yield child
            yield from child.below()

    def part(self) -> None:
        """Let no line below know of the one above it: as rings they would all wait for the collector."""
        for line in self.below():
            line.parent = None

    @property
    def depth(self) -> int:
        """How many lines of its section it lies below."""
        depth, above = 0, self.parent
        while above is not None and above.parent is not None and not isinstance(above.key, Section):
            depth, above = depth + 1, above.parent
        return depth

    @property
    def path(self) -> str:
        """The names of a category and of those above it, as they are shown, with slashes."""
        names, node = [self.name], self.parent
        while node is not None and isinstance(node.key, int):
            names.append(node.name)
            node = node.parent
        return "/".join(reversed(names))

    def looks(self) -> tuple[object, ...]:
        """Return all that it is but its number and its icon."""
        return self.name, self.original, self.colour, self.hidden, self.placed, self.merged
