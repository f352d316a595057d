"""Where the words of a search, or a text, stand in a document."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtGui import QTextCursor, QTextDocument

from reader.library.highlight import Range, marks
from reader.library.query_tree import Words

_WIDE = re.compile("[\U00010000-\U0010ffff]")


def found_at(text: str, words: Sequence[Words], most: int) -> list[Range]:
    """Return where words stand in a text, the first so many places, as Qt counts: in halves of UTF-16."""
    wide = [found.start() for found in _WIDE.finditer(text)]
    return [
        (start + bisect_left(wide, start), end + bisect_left(wide, end)) for start, end in marks(text, words)[:most]
    ]


def passage(document: QTextDocument, place: Range) -> QTextCursor:
    """Return a cursor that selects a place, counted as Qt counts."""
    cursor = QTextCursor(document)
    cursor.setPosition(place[0])
    cursor.setPosition(place[1], QTextCursor.MoveMode.KeepAnchor)
    return cursor


def occurrences(document: QTextDocument, text: str, most: int) -> list[QTextCursor]:
    """Return where a text occurs, whatever the case, the first so many places."""
    found: list[QTextCursor] = []
    if not text:
        return found
    cursor = document.find(text, 0)
    while not cursor.isNull() and len(found) < most:
        found.append(cursor)
        cursor = document.find(text, cursor)
    return found
