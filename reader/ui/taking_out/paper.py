"""An article on paper, or in a PDF: laid out and painted a page at a time, between the window's other work."""

from __future__ import annotations

import time
from collections.abc import Generator, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QMarginsF, QObject, QPointF, QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)

from reader.ui.document import columns
from reader.ui.document import header as document_header
from reader.ui.document.document import Builder, Level, empty_document
from reader.ui.document.image_objects import PictureObject, Stage, fitted, room
from reader.ui.document.kinds import PICTURE_OBJECT, Property
from reader.ui.document.look import Look, Role
from reader.ui.document.paint import Backdrop
from reader.ui.document.pictures import PictureFile, Pictures
from reader.ui.document.typography import Typography
from reader.ui.document.writer import Built, Writer
from reader.ui.looks import fonts
from reader.ui.looks.theme import LIGHT
from reader.ui.taking_out import paper_lines
from reader.viewing import blocks as b
from reader.viewing.page import Page

#: The pixels of the layout, an inch; the device may have any number, since all is scaled.
DPI = 96
#: 11 points. Whoever copies from a PDF would get a blank for a space that is only seen.
_TYPOGRAPHY = Typography(px=15, han_space=False)
#: Pictures get twice the pixels of the layout: 192 an inch.
_SCALE = 2.0
#: Pages of text that are laid out in some milliseconds.
_PAGES_AT_ONCE = 8
#: How long blocks are written before the window gets its turn.
_SLICE_SECONDS = 0.008


@dataclass(frozen=True, slots=True)
class PaperOptions:
    """The sheet, the margins around the text in mm, and what is on it besides text."""

    size: QPageSize.PageSizeId = QPageSize.PageSizeId.A4
    margin: int = 20
    numbers: bool = True
    pictures: bool = True

    def layout(self) -> QPageLayout:
        """Return the same as Qt says it; below is a little more room, for the number."""
        margins = QMarginsF(self.margin, self.margin, self.margin, self.margin + 4)
        return QPageLayout(QPageSize(self.size), QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter)


class _PaperLook(Look):
    """The same without glyphs that a font only has for a character beside another, or for one country.

    A PDF could not tell their text: Noto's Chinese fonts have such figures, Inter such colons. Arabic needs them.
    """

    def _char(self, role: Role, style: b.Style, *, latin: bool) -> QTextCharFormat:
        result = super()._char(role, style, latin=latin)
        if not self.rtl and hasattr(result, "setFontFeatures"):  # Qt 6.9 and later
            result.setFontFeatures({QFont.Tag(name): 0 for name in ("calt", "locl", "liga")})
        return result


class PaperJob(QObject):
    """Paints one page after another on a device; the device must outlive it.

    `painted` tells how many there are so far. `finished` comes once: True after the last page, False when the device
    could not be begun or gave up, or when it was cancelled.
    """

    painted = Signal(int)
    finished = Signal(bool)

    def __init__(
        self,
        page: Page,
        device: QPagedPaintDevice,
        picture_file: PictureFile,
        *,
        numbers: bool = True,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._page, self._device, self._numbers = page, device, numbers
        self._scale = device.logicalDpiX() / DPI
        sheet = device.pageLayout().paintRectPixels(round(device.logicalDpiX()))
        self._size = QSizeF(sheet.width() / self._scale, sheet.height() / self._scale)
        self._stage = Stage(LIGHT, self._size.width(), self._size.height(), _TYPOGRAPHY, offline=True, scale=_SCALE)
        self._pictures = Pictures(picture_file, self)
        self._pictures.show(dict(page.pictures))
        self._handler = PictureObject(self._pictures, self._stage, self)
        self._headings: set[int] = set()
        self._painter = QPainter()
        self._done = False
        self._steps = self._work()
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._step)
        # A page whose pictures are still being decoded waits for them.
        self._pictures.arrived.connect(lambda: None if self._done else self._turn.start())

    def start(self) -> None:
        """Begin."""
        self._turn.start()

    def cancel(self) -> None:
        """Stop; what was painted is of no use."""
        self._end(whole=False)

    def _step(self) -> None:
        try:
            waits = next(self._steps)
        except StopIteration as end:
            self._end(whole=bool(end.value))
            return
        if waits:
            self._turn.stop()

    def _end(self, *, whole: bool) -> None:
        if self._done:
            return
        self._done = True
        self._turn.stop()
        self._steps.close()
        if self._painter.isActive():
            whole = self._painter.end() and whole
        self._pictures.close()
        self.finished.emit(whole)

    def _work(self) -> Generator[bool, None, bool]:
        """Do it step by step; yields whether the next one has to wait for pictures. Returns whether all is there."""
        built = Built(empty_document(self._page.lang, _TYPOGRAPHY.px, self))
        yield from self._write(built)
        document = built.document
        layout = document.documentLayout()
        layout.registerHandler(PICTURE_OBJECT, self._handler)
        document.setUseDesignMetrics(True)
        columns.fit(document, self._size.width())
        document.setPageSize(self._size)
        if not self._painter.begin(self._device):
            return False
        self._painter.scale(self._scale, self._scale)
        number = 1
        yield from self._lay_out(layout)
        while True:
            self._keep_headings(layout, number)
            while self._awaits_pictures(layout, number):
                yield True
            self._paint(built, layout, number)
            self.painted.emit(number)
            yield False
            if self._is_last(layout, number):
                return True
            if not self._device.newPage():
                return False
            number += 1

    def _write(self, built: Built) -> Iterator[bool]:
        """Write the document, a few blocks at a time."""
        writer = Writer(built, _PaperLook(LIGHT, _TYPOGRAPHY, self._page.lang))
        edit = QTextCursor(built.document)
        edit.beginEditBlock()
        try:
            document_header.write(writer, self._page)
            builder = Builder(writer, whole=True)
            began = time.perf_counter()
            for block in self._page.blocks:
                builder.flow((block,), Level())
                if isinstance(block, b.Heading):
                    self._headings.add(writer.cursor.block().blockNumber())
                if time.perf_counter() - began > _SLICE_SECONDS:
                    yield False
                    began = time.perf_counter()
        finally:
            edit.endEditBlock()

    def _lay_out(self, layout: QAbstractTextDocumentLayout) -> Iterator[bool]:
        """Lay all of it out, some pages at a time.

        A heading that goes to the next page changes the document, and what was not laid out by then Qt never lays out.
        """
        number = _PAGES_AT_ONCE
        yield False
        while not self._is_last(layout, number):
            number += _PAGES_AT_ONCE
            yield False
        layout.documentSize()

    # --- one page

    def _area(self, number: int) -> QRectF:
        return QRectF(QPointF(0, (number - 1) * self._size.height()), self._size)

    def _block_at(self, layout: QAbstractTextDocumentLayout, y: float) -> QTextBlock:
        """Return the block there; what is above is laid out for it, and nothing else."""
        position = layout.hitTest(QPointF(1, y), Qt.HitTestAccuracy.FuzzyHit)
        return layout.document().findBlock(max(0, position))

    def _is_last(self, layout: QAbstractTextDocumentLayout, number: int) -> bool:
        bottom = self._area(number).bottom()
        block = self._block_at(layout, bottom)
        if block.next().isValid():
            return False
        return layout.blockBoundingRect(block).bottom() <= bottom + 0.5

    def _keep_headings(self, layout: QAbstractTextDocumentLayout, number: int) -> None:
        """Let no heading stand alone at the foot of a page, above what is too high for the rest of it."""
        area = self._area(number)
        block = self._block_at(layout, area.bottom() - 2)
        # Below a blank rest of the page that is what did not fit into it.
        while block.previous().isValid() and _first_line(layout, block) > area.bottom() - 2:
            block = block.previous()
        while block.blockNumber() in self._headings and block.next().isValid():
            if layout.blockBoundingRect(block).top() < area.top() + 1:
                return
            form = QTextBlockFormat()
            form.setPageBreakPolicy(QTextBlockFormat.PageBreakFlag.PageBreak_AlwaysBefore)
            QTextCursor(block).mergeBlockFormat(form)
            block = block.previous()

    def _awaits_pictures(self, layout: QAbstractTextDocumentLayout, number: int) -> bool:
        """Ask for the pictures of a page; whether some are still to come."""
        area = self._area(number)
        block, waits = self._block_at(layout, area.top()), False
        while block.isValid():
            if layout.blockBoundingRect(block).top() > area.bottom() and QTextCursor(block).currentTable() is None:
                break
            for part in block.textFormats():
                waits |= part.format.objectType() == PICTURE_OBJECT and self._awaits(part.format)
            block = block.next()
        return waits

    def _awaits(self, form: QTextCharFormat) -> bool:
        key = str(form.property(Property.KEY.value) or "")
        size = self._pictures.size(key)
        if not all(size) or self._pictures.broken(key):
            return False
        asked = int(form.property(Property.ASKED.value) or 0)
        shown = fitted(size, asked, room(form, self._stage), 0.9 * self._stage.height) * _SCALE
        image = self._pictures.image(key, round(shown.width()), round(shown.height()))
        return image is None and not self._pictures.broken(key)  # Its file may be gone by now.

    def _paint(self, built: Built, layout: QAbstractTextDocumentLayout, number: int) -> None:
        painter, area = self._painter, self._area(number)
        painter.save()
        painter.translate(0, -area.top())
        painter.setClipRect(area)
        column = QRectF(0, 0, self._size.width(), area.bottom())
        first = self._block_at(layout, area.top())
        first = first.previous() if first.previous().isValid() else first
        Backdrop(painter, built.document, LIGHT, column, _TYPOGRAPHY.px).paint(first, area.top(), area.bottom())
        paper_lines.draw(painter, first, area)
        painter.restore()
        if self._numbers:
            painter.setFont(fonts.font("ui", "", 11))
            painter.setPen(QColor(LIGHT.text2))
            foot = QRectF(0, self._size.height() + 12, self._size.width(), 24)
            painter.drawText(foot, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, str(number))


def _first_line(layout: QAbstractTextDocumentLayout, block: QTextBlock) -> float:
    """Return where the first line of a block begins: on the next page if it is too high, where its block is not."""
    lines = block.layout()
    return layout.blockBoundingRect(block).top() + (lines.lineAt(0).y() if lines.lineCount() else 0.0)
