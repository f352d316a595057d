"""Pieces made of a few words, and what their Markdown says once it was read again."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from reader.domain import Dialect, Post
from reader.exporting.markdown import front_matter, markdown, picture
from reader.exporting.piece import Piece
from reader.viewing import blocks as b
from reader.viewing.outline import outline
from reader.viewing.sanitize import sanitize
from tests.posts.reading import post

NOON = datetime(2022, 1, 20, 12, 30, 15, tzinfo=UTC)


def make_piece(*blocks: b.Block, html: str = "", **changes: object) -> Piece:
    """Make a piece of blocks, or of HTML."""
    piece = Piece(
        id=7,
        title="A title",
        author="A. Writer",
        source="Daily",
        moment=NOON,
        timed=True,
        link="https://example.org/a",
        lang="en",
        categories=(("World", "Europe"),),
        tags=("tea", "snow"),
        blocks=blocks or outline(sanitize(html, {})),
        addresses={},
    )
    return replace(piece, **changes)  # type: ignore[arg-type]


def written(piece: Piece) -> str:
    """Return the Markdown file of a piece whose pictures are files named by their key."""
    return f"{front_matter(piece)}\n{markdown(piece, lambda p: picture(p, p.key and f'{p.key}.png', piece))}"


def read_again(piece: Piece, dialect: Dialect = Dialect.PLAIN) -> Post:
    """Return the piece's Markdown as our own import reads it."""
    return post(written(piece), dialect)


def blocks_again(piece: Piece) -> tuple[b.Block, ...]:
    return outline(sanitize(read_again(piece).html, {}))
