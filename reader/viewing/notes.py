"""Footnotes: that which a mark in the text refers to, and what one says without its arrows back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reader.viewing.blocks import Block, Footnotes, Inline, Item, Paragraph, Place, Run, inlines, walk

_ARROW, _LETTER = re.compile("[↩↑^⏎⤴↵⬆⇑▲↖←🔙]"), re.compile(r"[^\W\d_]")


def note(blocks: tuple[Block, ...], place: str) -> tuple[Block, ...]:
    """Return what a footnote says, without the sign that leads back to its mark; () where the place is in none."""
    for block in walk(blocks):
        for item in block.items if isinstance(block, Footnotes) else ():
            if _holds(item, place):
                return tuple(filter(_says_something, map(without_way_back, item.blocks)))
    return ()


def _holds(item: Item, place: str) -> bool:
    return any(Place(place) in inlines(block) for block in walk(item.blocks))


def without_way_back(block: Block) -> Block:
    """Return a paragraph of a note without the arrows that lead back to its marks, where generators put them.

    kramdown and GitHub number those behind the first: `↩`, `↩2`.
    """
    if not isinstance(block, Paragraph):
        return block
    kept: list[Inline] = []
    way = ""
    for run in block.inlines:
        if isinstance(run, Run) and run.href.startswith("#") and (run.href == way or _is_arrow(run.text)):
            way = run.href
        else:
            kept.append(run)
    return replace(block, inlines=_trimmed(kept))


def _trimmed(runs: Sequence[Inline]) -> tuple[Inline, ...]:
    """Return runs without the blanks at their ends, which parted the arrows from the text; places stay."""
    said = [at for at, run in enumerate(runs) if not isinstance(run, Place) and not _is_blank(run)]
    first, last = (said[0], said[-1]) if said else (0, -1)
    trimmed: list[Inline] = []
    for at, run in enumerate(runs):
        if isinstance(run, Run) and at in (first, last):
            text = run.text.lstrip() if at == first else run.text
            trimmed.append(replace(run, text=text.rstrip() if at == last else text))
        elif isinstance(run, Place) or first <= at <= last:
            trimmed.append(run)
    return tuple(trimmed)


def _is_arrow(text: str) -> bool:
    return _ARROW.search(text) is not None and not _LETTER.search(text)


def _is_blank(run: Inline) -> bool:
    return isinstance(run, Run) and not run.text.strip()


def _says_something(block: Block) -> bool:
    return not isinstance(block, Paragraph) or any(not isinstance(run, Place) for run in block.inlines)
