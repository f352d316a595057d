"""Which closed details hold a text, so that a search on the page can open them."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet

from reader.viewing.blocks import Block, Details, plain_text, walk


def closed_with(blocks: tuple[Block, ...], opened: AbstractSet[int], wanted: Callable[[str], object]) -> frozenset[int]:
    """Return the numbers of the closed details with a text that is wanted.

    Details are numbered in reading order; `opened` are those whose state the reader changed.
    """
    details = [block for block in walk(blocks) if isinstance(block, Details)]
    return frozenset(
        number
        for number, each in enumerate(details)
        if each.open == (number in opened) and wanted(plain_text(each.blocks))
    )
