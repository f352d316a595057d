"""Readings (ruby): written into the text after their characters, but seen above them.

The text keeps the parentheses of the page, `漢(かん)`: offsets, copies and what a screen reader speaks do not depend on
where a reading is seen. In the document it is too small to take room; Backdrop paints it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextBlock,
    QTextCharFormat,
    QTextLine,
)

from reader.ui.document.kinds import Chip, Property
from reader.ui.document.scripts import count_cjk, has_cjk
from reader.ui.looks.fonts import families
from reader.ui.parts.text_places import x_at
from reader.viewing.blocks import Inline, Run, Style

#: The least line height in em that has room for readings.
LEADING = 1.7
#: The size of a reading in em of its characters, and the fewest pixels of one that can be read.
_SIZE, _LEAST = 0.5, 9
#: A reading of more characters for each of its base is an explanation, and stays in its line.
_MOST = 6
_BASE, _READING = Style.BASE.value, Style.READING.value
#: How far a reading may hang over its neighbours in em of its characters; the least between two, in its own.
_HANG, _APART = 0.25, 0.4
#: Where the reading stands: em above the line on which its characters stand.
_RISE = 0.97


class Where(NamedTuple):
    """What becomes of a run: characters with a reading, a reading, or neither; the pixels after each of its letters."""

    base: bool = False
    reading: bool = False
    spacing: float = 0.0
    last: float = 0.0  # after the last one


def place(runs: tuple[Inline, ...], at: int, px: int) -> Where:
    """Return what becomes of the run at an index, in text of that size."""
    before, run, after = (_run(runs, each) for each in (at - 1, at, at + 1))
    if run is None:
        return Where()
    if after is not None and _above(run, after):
        follows = at == 0 or _is(before, _READING)  # nor over the edge of the column
        return _spread(run.text, after.text[1:-1], px, follows=follows, leads=_is(_run(runs, at + 2), _BASE))
    if before is not None and _above(before, run):
        narrow = -round(_advance(run.text) / len(run.text), 1)
        return Where(reading=True, spacing=narrow, last=narrow)
    return Where()


def _spread(base: str, reading: str, px: int, *, follows: bool, leads: bool) -> Where:
    """Let characters stand apart as far as their reading needs it.

    It may hang over what stands beside it (JLREQ 3.3.8), but for characters that have readings of their own: it
    `follows` such, or `leads` to such.
    """
    gap = _APART if leads else 0.0
    hanging = _HANG * px * ((not follows) + (not leads))
    missing = max(0.0, (_advance(reading) + gap) * size(px) - _advance(base) * px - hanging)
    if leads or len(base) == 1:
        each = round(missing / len(base), 1)
        return Where(base=True, spacing=each, last=each)
    return Where(base=True, spacing=round(missing / (len(base) - 1), 1))


def _run(runs: tuple[Inline, ...], at: int) -> Run | None:
    found = runs[at] if 0 <= at < len(runs) else None
    return found if isinstance(found, Run) else None


def _is(run: Run | None, style: int) -> bool:
    return run is not None and bool(run.style._value_ & style)


def _above(base: Run, reading: Run) -> bool:
    """Whether the two belong together and the second is to be seen above the first."""
    if not (_is(base, _BASE) and _is(reading, _READING)):
        return False
    return 0 < len(reading.text) - 2 <= _MOST * len(base.text) and has_cjk(base.text)


def needs_room(runs: tuple[Inline, ...]) -> bool:
    """Whether a paragraph has readings."""
    return any(isinstance(run, Run) and run.style._value_ & _READING for run in runs)


def size(px: int) -> int:
    """Return the pixels of a reading above characters of that size."""
    return max(_LEAST, round(px * _SIZE))


def mark(char: QTextCharFormat, where: Where, *, last: bool, lang: str) -> QTextCharFormat:
    """Return the format of such a run, or of its `last` letter.

    A reading takes no room where it stands, since it is painted elsewhere; the thin strokes of serifs would not be
    seen at its size.
    """
    result = QTextCharFormat(char)
    if where.base:
        result.setProperty(Property.BASE.value, True)
    if where.reading:
        result.setProperty(Property.CHIP.value, Chip.READING.value)
        result.setProperty(QTextCharFormat.Property.FontPixelSize.value, 1)
        result.setForeground(QColor(0, 0, 0, 0))
        result.setFontFamilies(families("ui", lang))
    if spacing := where.last if last else where.spacing:
        result.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
        result.setFontLetterSpacing(spacing)
    return result


def paint(painter: QPainter, block: QTextBlock, origin: QPointF, base: tuple[int, int], end: int, colour: str) -> None:
    """Paint the reading from the end of `base`, a range in the block, up to `end`, above its characters."""
    px = _format(block, base[0]).font().pixelSize()
    font = QFont(_format(block, base[1]).fontFamilies())
    font.setPixelSize(size(px))
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    for line, left, right, text in _shares(block, base, block.text()[base[1] + 1 : end - 1]):
        wide = metrics.horizontalAdvance(text)
        x = min((left + right - wide) / 2, line.x() + line.width() - wide)  # no reading leaves its column
        at = QPointF(max(line.x(), x), line.y() + line.ascent() - _RISE * px)
        painter.drawText(origin + at, text)


def _shares(block: QTextBlock, base: tuple[int, int], reading: str) -> Iterator[tuple[QTextLine, float, float, str]]:
    """Yield the lines that characters are on, from where to where in each, and what of their reading belongs there."""
    layout, (at, stop) = block.layout(), base
    words = reading.split()
    units, between = (words, " ") if len(words) == stop - at else (list(reading), "")
    while at < stop and (line := layout.lineForTextPosition(at)).isValid():
        until = max(at + 1, min(stop, line.textStart() + line.textLength()))
        share = units[_part(at, base, units) : _part(until, base, units)]
        # What stands after the last character is no part of it.
        right = x_at(line, until) - _format(block, until - 1).fontLetterSpacing()
        yield line, x_at(line, at), right, between.join(share).strip()
        at = until


def _part(at: int, base: tuple[int, int], units: list[str]) -> int:
    return round(len(units) * (at - base[0]) / (base[1] - base[0]))


def _format(block: QTextBlock, at: int) -> QTextCharFormat:
    # A copy of the format: the part that owns it goes.
    found = next(part for part in block.textFormats() if part.start <= at < part.start + part.length)
    return QTextCharFormat(found.format)


def _advance(text: str) -> float:
    """Return about how wide a text is, in em."""
    wide = count_cjk(text)
    return wide + 0.52 * (len(text) - wide)
