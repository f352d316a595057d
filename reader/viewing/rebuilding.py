"""A block made anew with other texts or other blocks in it, whatever kind of block it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from reader.viewing import blocks as b

Blocks = Callable[[tuple[b.Block, ...]], tuple[b.Block, ...]]
Runs = Callable[[tuple[b.Inline, ...]], tuple[b.Inline, ...]]


def rebuilt(block: b.Block, blocks: Blocks, runs: Runs) -> b.Block:
    """Return a block with what `blocks` makes of the blocks in it, and `runs` of its own texts; others as they are."""
    match block:
        case b.Paragraph(inlines) | b.Heading(_, inlines):
            return replace(block, inlines=runs(inlines))
        case b.ListBlock(items) | b.Footnotes(items):
            return replace(block, items=tuple(replace(item, blocks=blocks(item.blocks)) for item in items))
        case b.Quote(inner):
            return b.Quote(blocks(inner))
        case b.Figure(inner, caption):
            return b.Figure(blocks(inner), runs(caption))
        case b.Details(summary, inner):
            return replace(block, summary=runs(summary), blocks=blocks(inner))
        case b.Definitions(entries):
            return b.Definitions(tuple(replace(entry, blocks=blocks(entry.blocks)) for entry in entries))
        case b.Table(rows, caption=caption):
            cells = (tuple(replace(cell, blocks=blocks(cell.blocks)) for cell in row) for row in rows)
            return replace(block, rows=tuple(cells), caption=runs(caption))
        case _:
            return block
