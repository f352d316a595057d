"""How wide the columns of a table are where it does not fit: as wide as their longest word, and of the rest their part.

Qt shares the width out in equal parts, and breaks words and numbers in two while there is room beside them. Where not
even the numbers fit, the table gets smaller.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from PySide6.QtGui import (
    QFontMetricsF,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextLength,
    QTextTable,
    QTextTableCell,
)

from reader.ui.document.kinds import Property
from reader.ui.document.look import Look, Role
from reader.ui.document.scripts import CJK
from reader.viewing import blocks as b
from reader.viewing.blocks import Style

#: What Qt does not break if it can help it: a Chinese character, letters up to a hyphen.
_WORD = re.compile(rf"[{CJK}]|[-\u2013\u2212]?[^\s{CJK}-]*-?")
_NUMBER = re.compile(r"[-+\u2212]?\d[\d.,:'\u2019]*")
#: A word that is wider than this part of the table is broken rather than have others give way. Numbers that need more
#: than this part of it together in the smallest size are broken, too.
_MOST_OF_A_WORD, _MOST_OF_NUMBERS = 0.5, 0.9
#: How large a table may be written so that its numbers fit.
_SIZES = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5)
#: With more cells than this on a page all tables keep their size: to write a cell in another takes 40 microseconds.
_MOST_CELLS = 1000
_PX = QTextFormat.Property.FontPixelSize.value


class Need(NamedTuple):
    """How many pixels a column needs to break no number, no word, and no line."""

    firm: float = 0.0
    least: float = 0.0
    most: float = 0.0

    def times(self, size: float) -> Need:
        """Return the need of the same in another size."""
        return Need(*(pixels * size for pixels in self))

    def beside(self, space: float) -> Need:
        """Return the need together with a space; a column without numbers needs none to keep them whole."""
        return Need(self.firm and self.firm + space, self.least + space, self.most + space)


class Measure:
    """Measures what cells hold in the fonts of one page."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._advances: dict[tuple[Role, Style], Callable[[str], float]] = {}

    def need(self, cell: b.Cell, role: Role) -> Need | None:
        """Return what a cell needs without the space around it; None if it holds anything but text."""
        need = Need()
        for block in cell.blocks:
            if not isinstance(block, b.Paragraph | b.Heading) or any(
                isinstance(run, b.Picture) for run in block.inlines
            ):
                return None
            line = 0.0
            for run in block.inlines:
                if isinstance(run, b.Run):
                    advance = self._advance(role, run.style)
                    first, *others = run.text.split("\n")
                    most = max([line + advance(first), *map(advance, others)])
                    number = max(_NUMBER.findall(run.text), key=len, default="")
                    word = max(_WORD.findall(run.text), key=len)
                    need = Need(*map(max, need, (advance(number), advance(word), most)))
                    line = advance(others[-1]) if others else most
        return need

    def _advance(self, role: Role, style: Style) -> Callable[[str], float]:
        found = self._advances.get((role, style))
        if found is None:
            metrics = QFontMetricsF(self._look.char(role, style).font())
            found = self._advances[role, style] = metrics.horizontalAdvance
        return found


def written(needs: Sequence[Need]) -> str:
    """Return what is kept with the table as Property.COLUMNS."""
    return " ".join(":".join(f"{pixels:.0f}" for pixels in need) for need in needs)


def fit(document: QTextDocument, column: float) -> None:
    """Set the widths of the columns of all tables for a column of text of that many pixels."""
    tables = [frame for frame in document.rootFrame().childFrames() if isinstance(frame, QTextTable)]
    many = sum(table.rows() * table.columns() for table in tables) > _MOST_CELLS
    for table in tables:
        form = table.frameFormat().toTableFormat()
        kept = form.property(Property.COLUMNS.value)
        if not kept:
            continue
        room = column - form.leftMargin()
        sizes = [size for size in _SIZES if size >= (1.0 if many else form.property(Property.LEAST.value))]
        size, needs = _fitting([Need(*map(float, need.split(":"))) for need in kept.split()], room, sizes)
        before = form.columnWidthConstraints()
        form.setColumnWidthConstraints(
            [QTextLength(QTextLength.Type.FixedLength, int(width)) for width in widths(needs, room)]
        )
        was = form.property(Property.SIZE.value) or 1.0
        if size != was:
            _write_in(table, size, size / was)
            form.setProperty(Property.SIZE.value, size)
        if size != was or form.columnWidthConstraints() != before:
            table.setFormat(form)


def _fitting(needs: list[Need], room: float, sizes: Sequence[float]) -> tuple[float, list[Need]]:
    """Return the largest size in which the numbers fit, or the smallest, and the needs in it."""
    if not any(need.firm for need in needs):
        return 1.0, needs
    for size in sizes:
        smaller = [need.times(size) for need in needs]
        if any(_firm(smaller, room)) or not widths(smaller, room):
            break
    return size, smaller


def _write_in(table: QTextTable, size: float, by: float) -> None:
    """Write a table in a part of its full size, and the space between its columns `by` so much smaller."""
    cursor = table.firstCursorPosition()
    cursor.beginEditBlock()
    for cell in _cells(table):
        for start, end, full in list(_pieces(cell)):
            smaller = QTextCharFormat()
            smaller.setProperty(Property.FULL.value, full)
            smaller.setProperty(_PX, round(full * size))
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(smaller)
        form = cell.format().toTableCellFormat()
        form.setLeftPadding(form.leftPadding() * by)
        form.setRightPadding(form.rightPadding() * by)
        cell.setFormat(form)
    cursor.endEditBlock()


def _cells(table: QTextTable) -> Iterator[QTextTableCell]:
    for row in range(table.rows()):
        for column in range(table.columns()):
            cell = table.cellAt(row, column)
            if (cell.row(), cell.column()) == (row, column):
                yield cell


def _pieces(cell: QTextTableCell) -> Iterator[tuple[int, int, int]]:
    """Yield where each piece of one format in a cell begins and ends, and how many pixels high it was written."""
    block, last = cell.firstCursorPosition().block(), cell.lastPosition()
    while block.isValid() and block.position() <= last:
        place = block.begin()
        while not place.atEnd():
            piece = place.fragment()
            form = piece.charFormat()
            full = form.property(Property.FULL.value) or form.font().pixelSize()
            yield piece.position(), piece.position() + piece.length(), full
            place += 1
        block = block.next()


def widths(needs: Sequence[Need], room: float) -> list[float]:
    """Return the widths of columns that need more room than there is; none if all have what they need."""
    most = sum(need.most for need in needs)
    if most <= room:
        return []
    least = [min(need.least, _MOST_OF_A_WORD * room) for need in needs]
    spare = room - sum(least)
    if spare < 0:
        return _shared(least, _firm(needs, room), room)
    wanted = most - sum(least)
    return [narrow + spare * (need.most - narrow) / wanted for narrow, need in zip(least, needs, strict=True)]


def _firm(needs: Sequence[Need], room: float) -> list[float]:
    firm = [need.firm for need in needs]
    return firm if sum(firm) < _MOST_OF_NUMBERS * room else [0.0] * len(firm)


def _shared(wanted: Sequence[float], firm: Sequence[float], room: float) -> list[float]:
    """Return widths that fit: the widest columns give way, down to one width, but none below what is firm."""
    fit, limit = [*firm], room
    for step in range(1, 12):
        tried = [max(least, min(width, limit)) for least, width in zip(firm, wanted, strict=True)]
        fits = sum(tried) <= room
        fit, limit = tried if fits else fit, limit + (room if fits else -room) / 2**step
    return fit
