"""Emphasis marks: a dot at each emphasised character, instead of a slant.

Below the line in Chinese (GB/T 15834-2011, 5.1), above it in Japanese (JLREQ 3.3.9) and Korean. Qt sets none: they are
painted as readings are, and the text stays what it is.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QPainter, QTextBlock, QTextLayout

from reader.ui.document.kinds import Emphasis, Property
from reader.ui.document.scripts import count_cjk
from reader.ui.parts.text_places import to_qt, x_at

#: Who emphasises more characters than these together sets a passage apart; a dot at each would be noise.
MOST = 40
#: How far the middle of a dot lies from the line on which the characters stand, and its radius; in em.
_BELOW, _ABOVE, _RADIUS = 0.3, 1.0, 0.075


def emphasis_in(lang: str) -> Emphasis:
    """Return where a language has its marks."""
    return Emphasis.ABOVE if lang.split("-")[0] in ("ja", "ko") else Emphasis.BELOW


def is_marked(text: str) -> bool:
    """Whether the characters of an emphasised run get marks."""
    return count_cjk(text) <= MOST


def paint(painter: QPainter, block: QTextBlock, origin: QPointF, part: QTextLayout.FormatRange) -> None:
    """Paint the marks of some characters of a block, which stand below or above them as their format says.

    Signs get none.
    """
    start, length, form = part.start, part.length, part.format
    px, spacing = form.font().pixelSize(), form.fontLetterSpacing()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(form.foreground()))
    rise = _ABOVE if form.property(Property.EMPHASIS.value) == Emphasis.ABOVE else -_BELOW
    for at, until in _letters(block.text(), start, length):
        middle = _middle(block.layout(), at, until, spacing if until == start + length else 0)
        if middle is not None:
            painter.drawEllipse(origin + middle - QPointF(0, rise * px), _RADIUS * px, _RADIUS * px)


def _letters(text: str, start: int, length: int) -> Iterator[tuple[int, int]]:
    """Yield from where to where each letter reaches that is no sign."""
    at = 0
    for letter in text:
        until = at + to_qt(letter, 1)
        if at >= start + length:
            return
        if at >= start and letter.isalpha():
            yield at, until
        at = until


def _middle(layout: QTextLayout, at: int, until: int, spacing: float) -> QPointF | None:
    """Return the middle of a letter on the line that it stands on; what is spaced behind it is no part of it."""
    line = layout.lineForTextPosition(at)
    if not line.isValid():
        return None
    left, right = x_at(line, at), x_at(line, until)
    return QPointF((left + right - spacing) / 2, line.y() + line.ascent())
