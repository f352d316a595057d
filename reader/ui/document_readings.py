"""Readings (ruby): written into the text after their characters, but seen above them.

The text keeps the parentheses of the page, `漢(かん)`: offsets, copies and what a screen reader speaks do not depend on
where a reading is seen. In the document it is too small to take room; Backdrop paints it.
"""

from __future__ import annotations

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

from reader.ui.document_kinds import Chip, Property
from reader.ui.document_scripts import has_cjk
from reader.viewing.blocks import Inline, Run, Style

#: The least line height in em that has room for readings.
LEADING = 1.7
#: The size of a reading in em of its characters, and the fewest pixels of one that can be read.
_SIZE, _LEAST = 0.5, 9
#: A reading of more characters for each of its base is an explanation, and stays in its line.
_MOST = 6
#: Where the reading stands: em above the line on which its characters stand.
_RISE = 0.97


def above(base: Inline | None, reading: Inline | None) -> bool:
    """Whether the two belong together and the second is to be seen above the first."""
    if not (isinstance(base, Run) and isinstance(reading, Run)):
        return False
    if not (base.style & Style.BASE and reading.style & Style.READING):
        return False
    return 0 < len(reading.text) - 2 <= _MOST * len(base.text) and has_cjk(base.text)


def size(px: int) -> int:
    """Return the pixels of a reading above characters of that size."""
    return max(_LEAST, round(px * _SIZE))


def mark_base(char: QTextCharFormat, px: int, base: str, reading: str) -> QTextCharFormat:
    """Return the format of characters with that reading: apart as far as the reading needs it."""
    result = QTextCharFormat(char)
    result.setProperty(Property.BASE.value, True)
    missing = (_advance(reading[1:-1]) + 0.4) * size(px) - _advance(base) * px
    if missing > 0:
        result.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
        result.setFontLetterSpacing(missing / len(base))
    return result


def mark_reading(char: QTextCharFormat, reading: str) -> QTextCharFormat:
    """Return the format of a reading that is painted elsewhere: it takes no room where it stands."""
    result = QTextCharFormat(char)
    result.setProperty(Property.CHIP.value, Chip.READING.value)
    result.setProperty(QTextCharFormat.Property.FontPixelSize.value, 1)
    result.setForeground(QColor(0, 0, 0, 0))
    result.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
    result.setFontLetterSpacing(-_advance(reading) / len(reading))
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
    return sum(1.0 if has_cjk(character) else 0.52 for character in text)
