"""Where the words of a search, or a text, stand in a document."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor, QTextDocument

from reader.library.folding import fold, fold_with_origins
from reader.library.highlight import Range, marks
from reader.library.query_tree import Words
from reader.ui.document.kinds import OBJECT_CHARACTER
from reader.viewing import folds
from reader.viewing.blocks import Block, Table, plain_text

if TYPE_CHECKING:
    from reader.ui.document.writer import Built

_WIDE = re.compile("[\U00010000-\U0010ffff]")
# Stands for what is passed over: folding leaves nothing of it.
_NOTHING = "\u200b"


@dataclass(frozen=True, slots=True)
class Said:
    """What a page says, to be looked through anywhere: the document's text, what of it is not the article's.

    Ranges and places are in Qt's count, in halves of UTF-16, as in Built. `blocks` are asked for closed details, with
    those that the reader turned; there are none where nothing is to be opened.
    """

    text: str
    beside: tuple[tuple[int, int | None], ...]
    added: tuple[Range, ...]
    tables: tuple[tuple[int, Table], ...]
    blocks: tuple[Block, ...] = ()
    opened: AbstractSet[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Found:
    """Where words stand, in Qt's count, which of it are cards, and the closed details that hold some of them."""

    places: Sequence[Range] = ()
    cards: AbstractSet[int] = frozenset()
    closed: AbstractSet[int] = frozenset()


def said(built: Built, blocks: tuple[Block, ...], opened: AbstractSet[int]) -> Said:
    """Return what a page says; `blocks` are () where no details are to be opened."""
    tables = tuple(zip(built.cards, built.tables, strict=True))
    text = built.document.toPlainText()
    return Said(text, tuple(built.beside), tuple(built.added), tables, blocks, frozenset(opened))


def found_in(page: Said, words: Sequence[Words]) -> Found:
    """Return where words stand in what a page says. A table in a window of its own has one place, that of its card."""
    wide = [found.start() for found in _WIDE.finditer(page.text)]
    halves = [at + number for number, at in enumerate(wide)]
    text = "".join(_pieces(page, halves))
    places = [(start + bisect_left(wide, start), end + bisect_left(wide, end)) for start, end in marks(text, words)]
    cards = [(at, at + 1) for at, table in page.tables if marks(plain_text((table,)), words)]
    closed = folds.closed_with(page.blocks, page.opened, lambda text: marks(text, words))
    return Found(sorted(places + cards) if cards else places, frozenset(at for at, _ in cards), closed)


def _pieces(page: Said, halves: Sequence[int]) -> Iterator[str]:
    """Yield the text in pieces, as long as before: signs that were added are nothing, what is beside is no word."""
    end_of_all = len(page.text) + len(halves)
    beside = [(begin, end_of_all if end is None else end, OBJECT_CHARACTER) for begin, end in page.beside]
    at = 0
    for begin, end, sign in sorted([*beside, *((begin, end, _NOTHING) for begin, end in page.added)]):
        first, last = (max(at, place - bisect_left(halves, place)) for place in (begin, end))
        yield page.text[at:first]
        yield sign * (last - first)
        at = last
    yield page.text[at:]


def passage(document: QTextDocument, place: Range) -> QTextCursor:
    """Return a cursor that selects a place, counted as Qt counts."""
    cursor = QTextCursor(document)
    cursor.setPosition(place[0])
    cursor.setPosition(place[1], QTextCursor.MoveMode.KeepAnchor)
    return cursor


def occurrences(document: QTextDocument, text: str, most: int) -> list[QTextCursor]:
    """Return where a text occurs, compared as a search compares but also within words, the first so many places."""
    wanted = fold(text)
    if not wanted:
        return []
    whole = document.toPlainText()
    wide = [found.start() for found in _WIDE.finditer(whole)]
    folded = fold_with_origins(whole)
    # A sign may be several when folded, and hold the text more than once.
    places = dict.fromkeys(folded.origin(*found.span()) for found in re.finditer(re.escape(wanted), folded.text))
    return [
        passage(document, (start + bisect_left(wide, start), end + bisect_left(wide, end)))
        for start, end in islice(places, most)
    ]


def holds(text: str) -> Callable[[str], bool]:
    """Return what tells whether a text occurs in another, compared as `occurrences` does."""
    wanted = fold(text)
    return lambda other: bool(wanted) and wanted in fold(other)
