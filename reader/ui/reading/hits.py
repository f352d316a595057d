"""Where the words of a search, or a text, are in a document."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, islice
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor, QTextDocument

from reader.library.conditions.query_tree import Words
from reader.library.search.highlight import Range, marks
from reader.library.words.folding import Folded, fold, fold_with_origins
from reader.ui.document.kinds import OBJECT_CHARACTER
from reader.ui.parts.text_places import from_qt
from reader.viewing import folds
from reader.viewing.blocks import Block, Table

if TYPE_CHECKING:
    from reader.ui.document.writer import Built

_WIDE = re.compile("[\U00010000-\U0010ffff]")


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
    count = _Count(page.text)
    text, cuts, lacking = _compared(page, count)

    def place(at: int, after: int = 0) -> int:
        return count.to_qt(at + lacking[bisect_right(cuts, at)] + after)

    places = [(place(start), place(end - 1, 1)) for start, end in marks(text, words)]
    cards = [(at, at + 1) for at, table in page.tables if marks(folds.said((table,)), words)]
    closed = folds.closed_with(page.blocks, page.opened, lambda text: marks(text, words), folds.said)
    return Found(sorted(places + cards) if cards else places, frozenset(at for at, _ in cards), closed)


class _Count:
    """Counts places in a text as Qt does, in halves of UTF-16, and as Python does."""

    def __init__(self, text: str) -> None:
        self._wide = [found.start() for found in _WIDE.finditer(text)]
        self._halves = [at + number for number, at in enumerate(self._wide)]

    def to_qt(self, at: int) -> int:
        return at + bisect_left(self._wide, at)

    def from_qt(self, halves: int) -> int:
        return halves - bisect_left(self._halves, halves)


def _compared(page: Said, count: _Count) -> tuple[str, list[int], list[int]]:
    """Return the text that is compared, the places in it before which something lacks, and how much up to there.

    What was added lacks; what is beside has become a sign that no text holds, so that nothing reaches across.
    """
    end_of_all = count.to_qt(len(page.text))
    beside = [(begin, end_of_all if end is None else end, OBJECT_CHARACTER) for begin, end in page.beside]
    pieces, cuts, lacking = list[str](), list[int](), [0]
    at = long = 0
    for begin, end, sign in sorted([*beside, *((begin, end, "") for begin, end in page.added)]):
        first, last = (max(at, count.from_qt(place)) for place in (begin, end))
        pieces += page.text[at:first], sign
        long += first - at + len(sign)
        at = last
        cuts.append(long)
        lacking.append(at - long)
    pieces.append(page.text[at:])
    return "".join(pieces), cuts, lacking


def passage(document: QTextDocument, place: Range) -> QTextCursor:
    """Return a cursor that selects a place, counted as Qt counts."""
    cursor = QTextCursor(document)
    cursor.setPosition(place[0])
    cursor.setPosition(place[1], QTextCursor.MoveMode.KeepAnchor)
    return cursor


def occurrences(built: Built, text: str, most: int) -> list[Range]:
    """Return where a text occurs above the foot of a page, the first so many places.

    It is compared as a search compares, but also within words.
    """
    wanted = fold(text)
    if not wanted:
        return []
    whole = built.document.toPlainText()
    folded, count = _folded(whole[: from_qt(whole, built.own_end())])
    # A sign may be several when folded, and hold the text more than once.
    all_places = (folded.origin(*found.span()) for found in re.finditer(re.escape(wanted), folded.text))
    places = islice((place for place, _ in groupby(all_places)), most)
    return [(count.to_qt(start), count.to_qt(end)) for start, end in places]


@lru_cache(1)
def _folded(text: str) -> tuple[Folded, _Count]:
    """Fold a text, which is asked about at every key that is typed."""
    return fold_with_origins(text), _Count(text)


def holds(text: str) -> Callable[[str], bool]:
    """Return what tells whether a text occurs in another, compared as `occurrences` does."""
    wanted = fold(text)
    return lambda other: bool(wanted) and wanted in fold(other)
