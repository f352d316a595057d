"""Which lines have been added to the sidebar's tree, if nothing else changed: an import adds lines repeatedly."""

from __future__ import annotations

from reader.frozen import frozen
from reader.ui.sidebar.lines import Node


@frozen
class Addition:
    """Lines that come to stand below `above`, the first of them at this place."""

    above: Node
    place: int
    lines: list[Node]


@frozen
class Growth:
    """`kept` are the lines that were there with the same as they are now, `added` those of one place after another."""

    kept: list[tuple[Node, Node]]
    added: list[Addition]


def growth(old: Node, new: Node) -> Growth | None:
    """Return how a tree grew into another, None where it did anything else.

    Of the lines that were there numbers may change, and icons: a category has another one with lines below it.
    """
    kept, added = [(old, new)], []
    for mine, other in kept:  # It grows meanwhile.
        left = iter(mine.children)
        awaited = next(left, None)
        coming: list[Node] = []
        for place, line in enumerate(other.children):
            if awaited is not None and line.key == awaited.key:
                if line.looks() != awaited.looks():
                    return None
                kept.append((awaited, line))
                awaited, coming = next(left, None), []
                continue
            if not coming:
                added.append(Addition(mine, place, coming))
            coming.append(line)
        if awaited is not None:
            return None
    return Growth(kept[1:], added)
