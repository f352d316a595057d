"""Drag and drop of lines of the sidebar: what can be dragged, and what dropping it means."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from PySide6.QtCore import QMimeData, Qt

from reader.domain import UNCATEGORISED
from reader.frozen import frozen
from reader.ui.sidebar.lines import Key, Node, OfSource, Saved, Section

#: The key of the line that is dragged, as text.
FORMAT = "application/x-broadsheet-line"


@frozen
class Order:
    """The line is to stand at this place among those beside it, from 0."""

    node: Node
    place: int


@frozen
class Merge:
    """What the line lists is to be listed in the other."""

    node: Node
    target: Node


def movable(key: Key) -> bool:
    """Whether a line can be put elsewhere: a smart folder, or a category that posts name."""
    return isinstance(key, Saved) or (isinstance(key, int) and key != UNCATEGORISED)


def flags_of(key: Key) -> Qt.ItemFlag:
    """Return what can be done with a line."""
    return _flags(movable(key), isinstance(key, OfSource), isinstance(key, (int, Section)))


@cache
def _flags(moves: bool, renames: bool, takes: bool) -> Qt.ItemFlag:
    # Put together once: they are asked of each line, again and again.
    flag = Qt.ItemFlag
    flags = flag.ItemIsEnabled | flag.ItemIsSelectable
    if moves:
        flags |= flag.ItemIsEditable | flag.ItemIsDragEnabled
    if renames:
        flags |= flag.ItemIsEditable
    return flags | flag.ItemIsDropEnabled if takes else flags


def packed(nodes: Sequence[Node]) -> QMimeData:
    """Return what stands for the line that is dragged."""
    data = QMimeData()
    data.setData(FORMAT, " ".join(str(node.key) for node in nodes if movable(node.key)).encode())
    return data


def text_of(data: QMimeData) -> str:
    """Return the key of the line that is dragged, as text."""
    return bytes(data.data(FORMAT).data()).decode()


def siblings(node: Node) -> list[Node]:
    """Return the lines among which one can be put elsewhere, itself included."""
    beside = node.parent.children if node.parent is not None else []
    return [each for each in beside if movable(each.key)]


def meant(dragged: Node | None, row: int, parent: Node) -> Order | Merge | None:
    """Return what it means to drop a line before a row of `parent`, or, with -1, on it; None where it means nothing."""
    if dragged is None or not movable(dragged.key):
        return None
    beside = siblings(dragged)
    if row >= 0 and parent is dragged.parent:
        # "Uncategorised", the last of all, stays there.
        place, now = min(row, len(beside)), beside.index(dragged)
        return Order(dragged, place - 1 if place > now else place)
    if row < 0 and isinstance(dragged.key, int) and isinstance(parent.key, int) and movable(parent.key):
        return None if _is_within(parent, dragged) else Merge(dragged, parent)
    return None


def _is_within(node: Node | None, other: Node) -> bool:
    while node is not None and not isinstance(node.key, Section):
        if node is other:
            return True
        node = node.parent
    return False
