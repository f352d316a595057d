"""Reads tables, and tells data tables from those used for layout."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import replace

from reader.viewing import elements
from reader.viewing.blocks import Block, Cell, Code, Figure, Inline, Paragraph, Table, plain_text, walk
from reader.viewing.elements import Element

MAX_COLUMNS = 50
MAX_ROWS = 2000
#: Spans may reach this far; columns that are left when those are taken away are bounded once more.
_WIDEST = 1000
_LONG_CELL = 600
_MANY_BLOCKS = 3

Read = Callable[[Element], tuple[Block, ...]]


def read_table(element: Element, read: Read, caption: Callable[[Element], tuple[Inline, ...]]) -> tuple[Block, ...]:
    """Return a table as one block, or the content of its cells one below the other when it only placed them."""
    rows: list[tuple[Cell, ...]] = []
    header = 0
    for row, in_head in _rows(element):
        cells = tuple(_cell(cell, read) for cell in row if elements.tag(cell) in ("td", "th"))
        if not cells or len(rows) >= MAX_ROWS:
            continue
        if header == len(rows) and (in_head or all(cell.header for cell in cells)):
            header += 1
        rows.append(cells)
    titles = [child for child in element if elements.tag(child) == "caption"]
    title = caption(titles[0]) if titles else ()
    fitted, columns = _fitted(rows)
    table = Table(fitted, columns, min(header, 2), title)
    return _content(table) if _only_places(table) else (table,)


def _rows(table: Element) -> Iterator[tuple[Element, bool]]:
    for part in table:
        if elements.tag(part) == "tr":
            yield part, False
        elif elements.tag(part) in ("thead", "tbody", "tfoot"):
            yield from ((row, part.tag == "thead") for row in part if elements.tag(row) == "tr")


def _cell(element: Element, read: Read) -> Cell:
    columns = elements.number(element, "colspan", 1, MAX_COLUMNS) or 1
    rows = elements.number(element, "rowspan", 1, MAX_ROWS) or 1
    return Cell(read(element), element.tag == "th", element.get("align", ""), columns, rows)


def _fitted(rows: list[tuple[Cell, ...]]) -> tuple[tuple[tuple[Cell, ...], ...], int]:
    """Return the rows, their spans counting only columns in which some cell begins, and how many of these there are.

    A cell begins at the first column that no cell from above takes (HTML, 4.9.12.1, forming a table); its span ends
    before one that is taken. A column in which nothing begins has no width in a browser.
    """
    free_from = [0] * _WIDEST  # the first row in which a column is free
    places: list[list[range]] = []
    for number, row in enumerate(rows):
        places.append([])
        column = 0
        for cell in row:
            while column < _WIDEST and free_from[column] > number:
                column += 1
            if column == _WIDEST:
                break
            end = column + 1
            while end < min(column + cell.columns, _WIDEST) and free_from[end] <= number:
                end += 1
            free_from[column:end] = [number + cell.rows] * (end - column)
            places[-1].append(range(column, end))
            column = end
    begun = sorted({place.start for row in places for place in row})
    fitted = tuple(
        (*(_spanning(cell, place, begun) for cell, place in zip(row, placed, strict=False)), *row[len(placed) :])
        for row, placed in zip(rows, places, strict=True)
    )
    return fitted, min(MAX_COLUMNS, len(begun))


def _spanning(cell: Cell, place: range, begun: list[int]) -> Cell:
    columns = bisect_left(begun, place.stop) - bisect_left(begun, place.start)
    return cell if columns == cell.columns else replace(cell, columns=columns)


def _only_places(table: Table) -> bool:
    cells = [cell for row in table.rows for cell in row]
    if table.columns < 2 or all(len(row) < 2 for row in table.rows):
        return True
    if any(isinstance(block, Table) for cell in cells for block in walk(cell.blocks)) or _numbered_code(table):
        return True
    return not table.header and any(
        len(cell.blocks) > _MANY_BLOCKS or len(plain_text(cell.blocks)) > _LONG_CELL for cell in cells
    )


def _numbered_code(table: Table) -> bool:
    """Tell whether this is code beside its line numbers, as some generators write it."""
    if len(table.rows) != 1 or len(table.rows[0]) != 2:
        return False
    numbers, code = table.rows[0]
    return isinstance(next(iter(code.blocks), None), Code) and plain_text(numbers.blocks).replace("\n", "").isdigit()


def _content(table: Table) -> tuple[Block, ...]:
    rows = (table.rows[0][1:],) if _numbered_code(table) else table.rows
    blocks = tuple(block for row in rows for cell in row for block in cell.blocks)
    if not table.caption:
        return blocks
    return (Figure(blocks, table.caption),) if blocks else (Paragraph(table.caption),)
