"""Readings (ruby): written into the text after their characters, but seen above them.

The text keeps the parentheses of the page, `漢(かん)`: offsets, copies and what a screen reader speaks do not depend on
where a reading is seen. In the document it is too small to take room; Backdrop paints it.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextBlock,
    QTextCharFormat,
    QTextLayout,
)

from reader.ui.document.kinds import Chip, Property
from reader.ui.document.scripts import count_cjk, has_cjk
from reader.viewing.blocks import Inline, Run, Style

#: The least line height in em that has room for readings.
LEADING = 1.7
#: The size of a reading in em of its characters, and the fewest pixels of one that can be read.
_SIZE, _LEAST = 0.5, 9
#: A reading of more characters for each of its base is an explanation, and stays in its line.
_MOST = 6
_BASE, _READING = Style.BASE.value, Style.READING.value
#: Where the reading stands: em above the line on which its characters stand.
_RISE = 0.97


class Where(NamedTuple):
    """What becomes of a run: characters with a reading, a reading, or neither; the pixels after each of its letters."""

    base: bool = False
    reading: bool = False
    spacing: float = 0.0


def place(before: Inline | None, run: Run, after: Inline | None, px: int) -> Where:
    """Return what becomes of a run between two others, in text of that size."""
    if _above(run, after) and isinstance(after, Run):
        # Characters stand apart as far as their reading needs it.
        missing = (_advance(after.text[1:-1]) + 0.4) * size(px) - _advance(run.text) * px
        return Where(base=True, spacing=max(0.0, round(missing / len(run.text), 1)))
    if _above(before, run):
        return Where(reading=True, spacing=-round(_advance(run.text) / len(run.text), 1))
    return Where()


def _above(base: Inline | None, reading: Inline | None) -> bool:
    """Whether the two belong together and the second is to be seen above the first."""
    if not (isinstance(base, Run) and isinstance(reading, Run)):
        return False
    if not (base.style._value_ & _BASE and reading.style._value_ & _READING):
        return False
    return 0 < len(reading.text) - 2 <= _MOST * len(base.text) and has_cjk(base.text)


def needs_room(runs: tuple[Inline, ...]) -> bool:
    """Whether a paragraph has readings."""
    return any(isinstance(run, Run) and run.style._value_ & _READING for run in runs)


def size(px: int) -> int:
    """Return the pixels of a reading above characters of that size."""
    return max(_LEAST, round(px * _SIZE))


def mark(char: QTextCharFormat, where: Where) -> QTextCharFormat:
    """Return the format of such a run: a reading takes no room where it stands, since it is painted elsewhere."""
    result = QTextCharFormat(char)
    if where.base:
        result.setProperty(Property.BASE.value, True)
    if where.reading:
        result.setProperty(Property.CHIP.value, Chip.READING.value)
        result.setProperty(QTextCharFormat.Property.FontPixelSize.value, 1)
        result.setForeground(QColor(0, 0, 0, 0))
    if where.spacing:
        result.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
        result.setFontLetterSpacing(where.spacing)
    return result


def paint(painter: QPainter, block: QTextBlock, origin: QPointF, base: tuple[int, int], end: int, colour: str) -> None:
    """Paint the reading from the end of `base`, a range in the block, up to `end`, above its characters."""
    start, stop = base
    layout = block.layout()
    line = layout.lineForTextPosition(start)
    stop = min(stop, line.textStart() + line.textLength())
    if not line.isValid() or stop <= start:
        return
    shown, tiny = _formats(block, start), _formats(block, base[1])
    px = shown.font().pixelSize()
    font = QFont(tiny.fontFamilies())
    font.setPixelSize(size(px))
    text = block.text()[base[1] + 1 : end - 1]
    left, right = (_x(layout, at, start) for at in (start, stop))
    middle = (left + right - shown.fontLetterSpacing()) / 2
    wide = QFontMetricsF(font).horizontalAdvance(text)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(origin + QPointF(middle - wide / 2, line.y() + line.ascent() - _RISE * px), text)


def _formats(block: QTextBlock, at: int) -> QTextCharFormat:
    # A copy of the format: the part that owns it goes.
    found = next(part for part in block.textFormats() if part.start <= at < part.start + part.length)
    return QTextCharFormat(found.format)


def _x(layout: QTextLayout, at: int, line_of: int) -> float:
    found = layout.lineForTextPosition(line_of).cursorToX(at)
    return float(found[0]) if isinstance(found, tuple) else float(found)  # type: ignore[arg-type]


def _advance(text: str) -> float:
    """Return about how wide a text is, in em."""
    wide = count_cjk(text)
    return wide + 0.52 * (len(text) - wide)
