"""The footnote that a mark in the text refers to."""

from __future__ import annotations

import re
from dataclasses import replace

from reader.viewing.blocks import Block, Footnotes, Inline, Item, Paragraph, Place, Run, inlines, walk

_LETTER = re.compile(r"[^\W_]")


def note(blocks: tuple[Block, ...], place: str) -> tuple[Block, ...]:
    """Return what a footnote says, without the sign that leads back to its mark; () where the place is in none."""
    for block in walk(blocks):
        for item in block.items if isinstance(block, Footnotes) else ():
            if _holds(item, place):
                return tuple(filter(_says_something, map(_without_way_back, item.blocks)))
    return ()


def _holds(item: Item, place: str) -> bool:
    return any(Place(place) in inlines(block) for block in walk(item.blocks))


def _without_way_back(block: Block) -> Block:
    if not isinstance(block, Paragraph):
        return block
    runs = list(block.inlines)
    while runs and _leads_back(runs[-1]):
        runs.pop()
    if runs and isinstance(last := runs[-1], Run):
        runs[-1] = replace(last, text=last.text.rstrip())
    return replace(block, inlines=tuple(runs))


def _leads_back(run: Inline) -> bool:
    """Whether this is a sign that generators put behind a note, or the blank before it."""
    if isinstance(run, Place):
        return True
    return isinstance(run, Run) and not _LETTER.search(run.text) and (run.href.startswith("#") or not run.text.strip())


def _says_something(block: Block) -> bool:
    return not isinstance(block, Paragraph) or any(not isinstance(run, Place) for run in block.inlines)
