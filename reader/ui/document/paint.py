"""Paints what lies behind the text: quotation bars, code panels, rules, chips."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import groupby

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QTextBlock, QTextCursor, QTextDocument, QTextLayout

from reader.ui.document import emphasis, readings
from reader.ui.document.kinds import Chip, Kind, Property
from reader.ui.looks.theme import Theme

_BAR = 3.0
#: By so many pixels Qt rounds the widths of blocks.
_ROUNDED = 2.0
#: A block of so many parts of one format is painted only where it is seen: one of 12,000 keys took a third of a second.
_MANY = 200


class Backdrop:
    """Paints behind one document; `column` is the rectangle of the text column in document pixels."""

    def __init__(self, painter: QPainter, document: QTextDocument, theme: Theme, column: QRectF, px: int) -> None:
        self._painter, self._theme, self._column, self._px = painter, theme, column, px
        self._layout = document.documentLayout()

    def paint(self, first: QTextBlock, since: float, until: float) -> None:
        """Paint for the blocks from `first` on that begin above `until`; of their chips, those below `since`."""
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bars: dict[str, QRectF] = {}
        for block in _from(first):
            rect = self._layout.blockBoundingRect(block)
            if rect.top() > until:
                break
            form = block.blockFormat()
            kind, own = form.property(Property.KIND.value), form.property(Property.BARS.value)
            if kind:
                self._kind(Kind(kind), rect.translated(form.leftMargin(), 0), mirrored=_runs_left(block))
            if own:
                seen = self._panel(rect) if kind == Kind.CODE else _lines(block, rect)
                beside = QRectF(rect.left(), seen.top(), rect.width(), seen.height())
                for bar in own.split():
                    bars[bar] = self._extended(bars.get(bar), bar, beside, mirrored=_runs_left(block))
            self._chips(block, rect.topLeft(), since, until)
        for area in bars.values():
            self._fill(area.adjusted(0, 2, 0, -2), _BAR / 2, self._theme.quote)

    def _extended(self, known: QRectF | None, bar: str, rect: QRectF, *, mirrored: bool) -> QRectF:
        if known is not None:
            known.setBottom(rect.bottom())
            return known
        left = int(bar.split(":")[0])
        x = self._column.right() - left - _BAR if mirrored else rect.left() + left
        return QRectF(x, rect.top(), _BAR, rect.height())

    def _kind(self, kind: Kind, rect: QRectF, *, mirrored: bool) -> None:
        if kind is Kind.CODE:
            panel = self._panel(rect)
            if abs(panel.right() - self._column.right()) < _ROUNDED:
                panel.setRight(self._column.right())  # The row that copies and the code are one panel.
            self._fill(panel, 6, self._theme.code)
            return
        wide = self._column.width() if kind is Kind.RULE else 96
        left = self._column.right() - wide if mirrored else self._column.left()
        self._fill(QRectF(left, round(rect.center().y()), wide, 1), 0, self._theme.line)

    def _panel(self, code: QRectF) -> QRectF:
        pad = round(self._px * 0.8)
        return code.adjusted(-pad, -pad * 0.75, pad, pad)

    def _chips(self, block: QTextBlock, origin: QPointF, since: float, until: float) -> None:
        base: tuple[int, int] | None = None
        seen = _seen_parts(block, since - origin.y(), until - origin.y())
        for chip, parts in groupby(seen, _chip_of):
            if chip and chip != Chip.READING:
                self._chip_behind(Chip(chip), list(parts), block.layout(), origin)
        for part in seen:
            end = part.start + part.length
            if base is not None and _chip_of(part) == Chip.READING:
                readings.paint(self._painter, block, origin, base, end, self._theme.text2)
            if part.format.hasProperty(Property.EMPHASIS.value):
                emphasis.paint(self._painter, block, origin, part)
            has_reading = part.format.property(Property.BASE.value)
            base = (base[0] if base else part.start, end) if has_reading else None

    def _chip_behind(
        self, chip: Chip, parts: list[QTextLayout.FormatRange], layout: QTextLayout, origin: QPointF
    ) -> None:
        """Paint one chip, though the last of its letters may have a format of its own, with a space behind it."""
        begin, end = parts[0].start, parts[-1].start + parts[-1].length
        rects = [*_parts(layout, begin, end - begin)]
        for rect in rects[-1:]:
            rect.setRight(rect.right() - parts[-1].format.fontLetterSpacing())
        for rect in rects:
            self._chip(chip, rect.translated(origin))

    def _chip(self, chip: Chip, rect: QRectF) -> None:
        tall = self._px * 1.3
        aside = 1.5 if chip is Chip.KEY else 2.5
        # Small capitals on the baseline of the text: their middle is below that of the line.
        middle = rect.center().y() + (self._px * 0.11 if chip is Chip.KEY else 0)
        rect = QRectF(rect.left() - aside, middle - tall / 2, rect.width() + 2 * aside, tall)
        if chip is Chip.KEY:
            self._fill(rect, 4, self._theme.control_line)
            self._fill(rect.adjusted(1, 1, -1, -2), 3, self._theme.control)
        else:
            self._fill(rect, 4, self._theme.found if chip is Chip.MARK else self._theme.code)

    def _fill(self, rect: QRectF, radius: float, colour: str) -> None:
        self._painter.setPen(QColor(0, 0, 0, 0))
        self._painter.setBrush(QColor(colour))
        self._painter.drawRoundedRect(rect, radius, radius)


def areas_of(cursor: QTextCursor) -> Iterator[QRectF]:
    """Yield where on the page the selected text stands, line by line, in document pixels."""
    document, end = cursor.document(), cursor.selectionEnd()
    for block in _from(document.findBlock(cursor.selectionStart())):
        if block.position() >= end:
            return
        begin = max(cursor.selectionStart() - block.position(), 0)
        length = min(end - block.position(), block.length() - 1) - begin
        origin = document.documentLayout().blockBoundingRect(block).topLeft()
        yield from (area.translated(origin) for area in _parts(block.layout(), begin, length))


def _lines(block: QTextBlock, rect: QRectF) -> QRectF:
    """Return where the lines of a block stand: its own rectangle begins above them, and ends before the last does."""
    layout = block.layout()
    if not layout.lineCount():
        return rect
    first, last = layout.lineAt(0), layout.lineAt(layout.lineCount() - 1)
    return QRectF(rect.left(), rect.top() + first.y(), rect.width(), last.y() + last.height() - first.y())


def _runs_left(block: QTextBlock) -> bool:
    return block.textDirection() is Qt.LayoutDirection.RightToLeft


def _from(block: QTextBlock) -> Iterator[QTextBlock]:
    while block.isValid():
        yield block
        block = block.next()


def _seen_parts(block: QTextBlock, top: float, bottom: float) -> list[QTextLayout.FormatRange]:
    """Return the parts of one format in the lines of a block between two heights, and in the lines next to these."""
    parts, layout = block.textFormats(), block.layout()
    count = layout.lineCount()
    if len(parts) < _MANY or not count:
        return parts
    below = bisect_left(range(count), bottom, key=lambda at: layout.lineAt(at).y())
    above = bisect_left(range(count), top, key=lambda at: layout.lineAt(at).y()) - 2
    begin, last = layout.lineAt(max(above, 0)).textStart(), layout.lineAt(min(below, count - 1))
    first = bisect_right(parts, begin, key=lambda part: part.start) - 1
    return parts[max(first, 0) : bisect_left(parts, last.textStart() + last.textLength(), key=lambda part: part.start)]


def _chip_of(part: QTextLayout.FormatRange) -> int:
    return part.format.property(Property.CHIP.value) or 0


def _parts(layout: QTextLayout, start: int, length: int) -> Iterator[QRectF]:
    """Yield the rectangles of some characters, one for each line they are on."""
    at, end = start, start + length
    while at < end:
        line = layout.lineForTextPosition(at)
        if not line.isValid():
            return
        stop = min(end, line.textStart() + line.textLength())
        # Between words that run to the left and others the cursor stands at the far end of either; letters do not.
        runs = [run.boundingRect() for run in line.glyphRuns(at, stop - at)]
        if runs:
            left, right = min(run.left() for run in runs), max(run.right() for run in runs)
            yield QRectF(left, line.y(), right - left, line.height())
        at = max(stop, at + 1)
