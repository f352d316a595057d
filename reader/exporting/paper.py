"""A page prepared for paper, where nothing can be clicked, opened or waited for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from reader.domain import Content
from reader.exporting.piece import instead, is_stored, piece_of
from reader.viewing import blocks as b
from reader.viewing.blocks import Style
from reader.viewing.page import Page, prepare
from reader.viewing.rebuilding import rebuilt

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


def _block(block: b.Block, words: _Words) -> b.Block:
    match block:
        case b.Picture():
            said = words(block)
            return block if said is None else b.Paragraph((b.Run(said, href=block.href),))
        case b.Card(_, title, url):
            return b.Paragraph((b.Run(" · ".join(filter(None, (f"▶ {title}".strip(), url))), href=url),))
        case b.Details():
            block = replace(block, open=True)
    return rebuilt(block, lambda inner: _blocks(inner, words), lambda runs: _runs(runs, words))


def _runs(runs: tuple[b.Inline, ...], words: _Words) -> tuple[b.Inline, ...]:
    def inline(run: b.Inline) -> b.Inline:
        said = words(run) if isinstance(run, b.Picture) else None
        return run if said is None else b.Run(said)

    return tuple(map(inline, runs))
