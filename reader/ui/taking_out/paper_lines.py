"""Paints the text of one page: each line on the page it belongs to, and on no other.

QTextDocumentLayout paints what touches a page, and of a paragraph that begins on the page before also its last line
there. The edge hides it from the eye, but in a PDF it is text: whoever copies or searches finds it twice.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QAbstractTextDocumentLayout, QColor, QPainter, QTextBlock, QTextCursor, QTextFrame, QTextTable

from reader.ui.looks.theme import LIGHT

#: In pixels; lines stand at fractions of them.
_ROUNDED = 0.5


def draw(painter: QPainter, first: QTextBlock, area: QRectF) -> None:
    """Paint the lines that begin in an area of the document, from the block `first` on, and tables that reach it."""
    layout, block = first.document().documentLayout(), first
    while block.isValid():
        table = _table_of(block)
        if table is not None:
            behind = first.document().findBlock(table.lastPosition()).next()
            place = layout.frameBoundingRect(table)
            if place.top() > area.bottom():
                return
            # Its rectangle reaches into the margin of what follows.
            place.setBottom(min(place.bottom(), layout.blockBoundingRect(behind).top()))
            _draw_table(painter, layout, place.intersected(area))
            block = behind
            continue
        place = layout.blockBoundingRect(block)
        if place.top() > area.bottom():
            return
        painter.setPen(QColor(LIGHT.text))
        for number in range(block.layout().lineCount()):
            line = block.layout().lineAt(number)
            if area.top() - _ROUNDED <= place.top() + line.y() < area.bottom() - _ROUNDED:
                line.draw(painter, place.topLeft())
        block = block.next()


def _table_of(block: QTextBlock) -> QTextTable | None:
    """Return the table that a block stands in, the outermost of several."""
    table: QTextFrame | None = QTextCursor(block).currentTable()
    while table is not None and isinstance(table.parentFrame(), QTextTable):
        table = table.parentFrame()
    return table if isinstance(table, QTextTable) else None


def _draw_table(painter: QPainter, layout: QAbstractTextDocumentLayout, place: QRectF) -> None:
    """Paint what of a table stands there, and nothing that only touches it. Rows stay whole where a page holds them."""
    context = QAbstractTextDocumentLayout.PaintContext()
    context.clip = place.adjusted(0, _ROUNDED, 0, -_ROUNDED)
    if not context.clip.isEmpty():
        layout.draw(painter, context)
