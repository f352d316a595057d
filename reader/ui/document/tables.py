"""Writes tables: lines between rows, numbers to the right; what is too wide for the column gets a card."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import (
    QBrush,
    QColor,
    QTextCursor,
    QTextFrameFormat,
    QTextLength,
    QTextTableCell,
    QTextTableCellFormat,
    QTextTableFormat,
)

from reader.ui.document import columns
from reader.ui.document.kinds import Property
from reader.ui.document.look import Role, Shape
from reader.ui.document.typography import COLUMN_EM
from reader.viewing import blocks as b

if TYPE_CHECKING:
    from reader.ui.document.document import Builder, Level

#: More columns than this do not fit a column of text.
MAX_COLUMNS = 6
#: A table of that many rows may be turned on its side.
MAX_TURNED = 4
#: Qt lays a thousand cells out in about 50 ms.
MAX_CELLS = 600

_NUMBER = re.compile(r"[-+−–±]?[€$£¥]?\s?[\d][\d\s.,:'’]*\s?(?:%|‰|[a-zA-Zµ]{1,3})?\Z")
#: The space beside what a cell holds, in em of the text.
_ASIDE = 0.6
#: Where the numbers of a table do not fit, it may be written so small.
_LEAST_PX = 10
#: A table that needs less of the column than this is only as wide as it needs.
_NARROW = 0.6
_Grid = list[tuple[int, int, b.Cell]]


def write(builder: Builder, table: b.Table, level: Level) -> None:
    if table.caption:
        builder.paragraph(table.caption, level, builder.shape(level, 0.5), Role.CAPTION)
    if table.columns > MAX_COLUMNS and len(table.rows) <= MAX_TURNED:
        table = _turned(table)
    large = table.columns > MAX_COLUMNS or len(table.rows) * table.columns > MAX_CELLS or level.share > 1
    if large and not builder.whole:
        _card(builder, table, level)
    else:
        _table(builder, table, level)


def _turned(table: b.Table) -> b.Table:
    """Return the table with rows for columns; one with spans stays."""
    if any(cell.columns > 1 or cell.rows > 1 for row in table.rows for cell in row):
        return table
    empty = b.Cell(())
    cells = tuple(tuple(replace(cell, align=cell.align or "left") for cell in row) for row in table.rows)
    rows = tuple(tuple(row[column] if column < len(row) else empty for row in cells) for column in range(table.columns))
    return b.Table(rows, len(table.rows), 0, ())


def _card(builder: Builder, table: b.Table, level: Level) -> None:
    number = len(builder.writer.built.tables)
    builder.writer.built.tables.append(table)
    title = QCoreApplication.translate("ArticleViewer", "Table, {rows} × {columns}")
    builder.writer.begin(level.role, builder.shape(level, 0.62, tall=True))
    text = title.format(rows=len(table.rows), columns=table.columns)
    builder.writer.built.cards.append(builder.writer.cursor.position())
    builder.writer.card(b.Card("table", text, f"table:{number}"), level.left, level.share)
    builder.owe(0.75)


def placed(table: b.Table) -> _Grid:
    """Return row, column and cell for every cell, spans kept from covering one another or leaving the table."""
    taken: set[tuple[int, int]] = set()
    result: _Grid = []
    for row, cells in enumerate(table.rows):
        column = 0
        for cell in cells:
            while (row, column) in taken:
                column += 1
            if column >= table.columns:
                break
            wide = 1
            while wide < cell.columns and column + wide < table.columns and (row, column + wide) not in taken:
                wide += 1
            high = min(cell.rows, len(table.rows) - row)
            fits = (wide, high) == (cell.columns, cell.rows)
            result.append((row, column, cell if fits else replace(cell, columns=wide, rows=high)))
            taken.update((r, c) for r in range(row, row + high) for c in range(column, column + wide))
            column += wide
    return result


def numeric(table: b.Table, grid: _Grid) -> set[int]:
    """Return the columns that hold nothing but numbers below their header."""
    texts: dict[int, list[str]] = {}
    for row, column, cell in grid:
        if row >= table.header and (text := b.plain_text(cell.blocks).strip()):
            texts.setdefault(column, []).append(text)
    return {column for column, found in texts.items() if all(_NUMBER.match(text) for text in found)}


def _needs(builder: Builder, table: b.Table, grid: _Grid, roles: tuple[Role, Role], aside: int) -> list[columns.Need]:
    """Return what the columns need, with the space between them; nothing if any cell holds more than text."""
    measure, found = columns.Measure(builder.look), [columns.Need()] * table.columns
    for _row, column, cell in grid:
        if cell.columns == 1:
            need = measure.need(cell, roles[cell.header])
            if need is None:
                return []
            found[column] = columns.Need(*map(max, found[column], need))
    beside = [aside * ((column > 0) + (column + 1 < table.columns)) + 1 for column in range(table.columns)]
    return [need.beside(space) for need, space in zip(found, beside, strict=True)]


def _format(builder: Builder, table: b.Table, needs: list[columns.Need], level: Level) -> QTextTableFormat:
    look = builder.look
    result = QTextTableFormat()
    result.setBorder(0)
    result.setCellSpacing(0)
    result.setCellPadding(0)
    result.setLeftMargin(level.left)
    result.setBottomMargin(look.gap(0.9))  # the block below a table cannot keep its distance by itself
    result.setHeaderRowCount(table.header)
    result.setProperty(Property.COLUMNS.value, columns.written(needs[::-1] if look.rtl else needs))
    result.setProperty(Property.LEAST.value, _LEAST_PX / look.size(Role.CELL))
    enough = _NARROW * COLUMN_EM * look.px * look.typography.width / 100
    # Qt sets no narrow table to the right margin.
    if look.rtl or not needs or sum(need.most for need in needs) > enough:
        result.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    return result


def _table(builder: Builder, table: b.Table, level: Level) -> None:
    writer = builder.writer
    builder.owe(0.4)
    writer.room_for_table()
    grid = placed(table)
    fine = builder.whole and table.columns > MAX_COLUMNS
    roles = (Role.FINE_CELL, Role.FINE_HEAD) if fine else (Role.CELL, Role.HEAD)
    aside = builder.look.em(_ASIDE / 3 if fine else _ASIDE)
    form = _format(builder, table, _needs(builder, table, grid, roles, aside), level)
    made = writer.cursor.insertTable(len(table.rows), table.columns, form)
    numbers = numeric(table, grid)
    inside = _levels(level, table.columns, roles)
    borders = _Borders(builder, table, aside)
    for row, column, cell in grid:
        # Qt has no tables from right to left.
        at = table.columns - column - cell.columns if builder.look.rtl else column
        if cell.columns > 1 or cell.rows > 1:
            made.mergeCells(row, at, cell.rows, cell.columns)
        align = cell.align or ("right" if column in numbers else "")
        place = made.cellAt(row, at)
        writer.enter(place.firstCursorPosition())
        if cell.blocks:
            builder.flow(cell.blocks, inside[cell.header, align])
        else:
            writer.begin(Role.CELL, Shape())
        _give_format(place, borders.of(row, column, cell), cell)  # last: writing into a cell wipes its format
    after = QTextCursor(made.lastCursorPosition())
    after.movePosition(QTextCursor.MoveOperation.NextBlock)
    writer.enter(after)


def _give_format(place: QTextTableCell, form: QTextTableCellFormat, cell: b.Cell) -> None:
    """Format a cell. Qt keeps the spans there, and `setFormat` takes them from before, where writing has wiped them."""
    if cell.columns > 1 or cell.rows > 1:
        form = QTextTableCellFormat(form)
        form.setTableCellColumnSpan(cell.columns)
        form.setTableCellRowSpan(cell.rows)
        place.firstCursorPosition().setBlockCharFormat(form)
    place.setFormat(form)


def _levels(level: Level, columns: int, roles: tuple[Role, Role]) -> dict[tuple[bool, str], Level]:
    """Return the level of a cell, of one of two roles, by whether it is a header and how it is aligned."""
    return {
        (header, align): level._replace(left=0, bars="", role=roles[header], share=columns, gap=0.2, align=align)
        for header in (False, True)
        for align in ("", "left", "center", "right")
    }


class _Borders:
    """The formats of the cells of one table; few differ."""

    def __init__(self, builder: Builder, table: b.Table, aside: int) -> None:
        self._look, self._table, self._aside = builder.look, table, aside
        self._made: dict[tuple[bool, bool, bool], QTextTableCellFormat] = {}

    def of(self, row: int, column: int, cell: b.Cell) -> QTextTableCellFormat:
        last = column + cell.columns == self._table.columns
        key = (column == 0, last, row + cell.rows == self._table.header)
        if key not in self._made:
            self._made[key] = self._make(*key)
        return self._made[key]

    def _make(self, first: bool, last: bool, strong: bool) -> QTextTableCellFormat:
        look = self._look
        result = QTextTableCellFormat()
        result.setTopPadding(look.em(0.3))
        result.setBottomPadding(look.em(0.3))
        first, last = (last, first) if look.rtl else (first, last)
        result.setLeftPadding(0 if first else self._aside)
        result.setRightPadding(0 if last else self._aside)
        result.setBottomBorder(1)
        result.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        result.setBottomBorderBrush(QBrush(QColor(look.theme.text3 if strong else look.theme.line)))
        result.setVerticalAlignment(QTextTableCellFormat.VerticalAlignment.AlignTop)
        return result
