"""A page prepared for paper, where nothing can be clicked, opened or waited for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from reader.domain import Content
from reader.exporting.piece import instead, is_stored, piece_of
from reader.viewing import blocks as b
from reader.viewing.blocks import Style
from reader.viewing.page import Page, prepare

#: Returns the words that stand for a picture, None where it stays.
_Words = Callable[[b.Picture], str | None]


def for_paper(content: Content, *, pictures: bool = True) -> Page:
    """Return an article as a page to be printed: its address below its title, and words for pictures it has not.

    As `prepare` this belongs in a worker.
    """
    page = prepare(content)
    piece = piece_of(content, page)

    def words(picture: b.Picture) -> str | None:
        if pictures and is_stored(picture) and all(page.pictures.get(picture.key, (0, 0))):
            return None
        return f"[{instead(picture, piece)}]"

    address = (b.Paragraph((b.Run(piece.link, Style.SMALL, piece.link),)),) if piece.link else ()
    return replace(
        page,
        hero=page.hero if page.hero is not None and words(page.hero) is None else None,
        blocks=(*address, *_blocks(page.blocks, words)),
        absent={},
    )


def _blocks(blocks: tuple[b.Block, ...], words: _Words) -> tuple[b.Block, ...]:
    return tuple(_block(block, words) for block in blocks)


def _block(block: b.Block, words: _Words) -> b.Block:  # noqa: C901 - one case for each kind of block
    match block:
        case b.Picture():
            said = words(block)
            return block if said is None else b.Paragraph((b.Run(said, href=block.href),))
        case b.Paragraph(runs) | b.Heading(_, runs):
            return replace(block, inlines=_runs(runs, words))
        case b.Card(_, title, url):
            return b.Paragraph((b.Run(" · ".join(filter(None, (f"▶ {title}".strip(), url))), href=url),))
        case b.Quote(inner):
            return b.Quote(_blocks(inner, words))
        case b.ListBlock(items):
            return replace(block, items=_items(items, words))
        case b.Footnotes(items):
            return b.Footnotes(_items(items, words))
        case b.Definitions(entries):
            return b.Definitions(tuple(replace(each, blocks=_blocks(each.blocks, words)) for each in entries))
        case b.Details(summary, inner):
            return b.Details(_runs(summary, words), _blocks(inner, words), open=True)
        case b.Figure(inner, caption):
            return b.Figure(_blocks(inner, words), _runs(caption, words))
        case b.Table(rows, caption=caption):
            cells = (tuple(replace(cell, blocks=_blocks(cell.blocks, words)) for cell in row) for row in rows)
            return replace(block, rows=tuple(cells), caption=_runs(caption, words))
        case _:
            return block


def _items(items: tuple[b.Item, ...], words: _Words) -> tuple[b.Item, ...]:
    return tuple(replace(item, blocks=_blocks(item.blocks, words)) for item in items)


def _runs(runs: tuple[b.Inline, ...], words: _Words) -> tuple[b.Inline, ...]:
    def inline(run: b.Inline) -> b.Inline:
        said = words(run) if isinstance(run, b.Picture) else None
        return run if said is None else b.Run(said)

    return tuple(map(inline, runs))
