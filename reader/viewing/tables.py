"""Reads tables, and tells those of data from those that only place things."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reader.viewing import elements
from reader.viewing.blocks import Block, Cell, Code, Inline, Table, plain_text, walk
from reader.viewing.elements import Element

MAX_COLUMNS = 50
MAX_ROWS = 2000
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
    table = Table(tuple(rows), max((_width(row) for row in rows), default=0), min(header, 2), title)
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


def _width(row: tuple[Cell, ...]) -> int:
    return min(MAX_COLUMNS, sum(cell.columns for cell in row))


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
    if _numbered_code(table):
        return table.rows[0][1].blocks
    return tuple(block for row in table.rows for cell in row for block in cell.blocks)
