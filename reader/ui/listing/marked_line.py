"""A line of text with some of its words highlighted, cut so that the first of them is visible."""

from __future__ import annotations

from bisect import bisect_left

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics

from reader.late import late

with late():
    from reader.library.search import highlight

# The first hit may end after this share of the line; one that would be farther is moved to begin after that share.
_LATEST, _BEGIN = 0.6, 0.25


def fit(snippet: highlight.Snippet, font: QFont, width: int) -> highlight.Snippet:
    """Return a piece of text that has room in `width` pixels, its first mark in sight."""
    metrics = QFontMetrics(font)
    text, marks = snippet.text, list(snippet.marks)
    if marks and metrics.horizontalAdvance(text[: marks[0][1]]) > _LATEST * width:
        cut = _cut(text, marks[0][0], metrics, round(_BEGIN * width))
        text, marks = f"…{text[cut:]}", [(start - cut + 1, end - cut + 1) for start, end in marks]
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
    length = len(shown) - (shown != text)
    return highlight.Snippet(shown, tuple((start, min(end, length)) for start, end in marks if start < length))


def _cut(text: str, first: int, metrics: QFontMetrics, width: int) -> int:
    """Return where to begin so that `width` pixels or less stand before `first`: at a word, if one begins there."""
    begin = bisect_left(range(first), True, key=lambda at: metrics.horizontalAdvance(text[at:first]) <= width)
    blank = text.find(" ", begin, first)
    begin = blank + 1 if blank >= 0 else begin
    # A sign that closes what is cut away would stand there without it.
    return next((at for at in range(begin, first) if text[at].isalnum()), first)
