"""Which folded details contain a text, so that a search on the page can open them."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet

from reader.viewing.blocks import Block, Code, Details, Run, Style, inlines, plain_text, walk


def said(blocks: tuple[Block, ...]) -> str:
    """Return what blocks say themselves, as a search knows it: no readings, no signs of lists."""
    return "\n".join(block.text if isinstance(block, Code) else _said(block) for block in walk(blocks))


def _said(block: Block) -> str:
    unsaid = Style.READING | Style.ADDED
    return "".join(run.text for run in inlines(block) if isinstance(run, Run) and not run.style & unsaid)


def closed_with(
    blocks: tuple[Block, ...],
    opened: AbstractSet[int],
    wanted: Callable[[str], object],
    text: Callable[[tuple[Block, ...]], str] = plain_text,
) -> frozenset[int]:
    """Return the numbers of the closed details with a text that is wanted, as `text` gives it.

    Details are numbered in reading order; `opened` are those whose state the reader changed.
    """
    details = [block for block in walk(blocks) if isinstance(block, Details)]
    return frozenset(
        number for number, each in enumerate(details) if each.open == (number in opened) and wanted(text(each.blocks))
    )
