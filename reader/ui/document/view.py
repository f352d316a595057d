"""The part of the viewer that knows a document and nothing of articles: column, place, painting, safety."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QMimeData, QPoint, QPointF, QRectF, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget
from shiboken6 import isValid

from reader.late import late
from reader.ui.document.copy_row import CopyRow
from reader.ui.document.image_objects import CardObject, PictureObject, Stage
from reader.ui.document.kinds import CARD_OBJECT, COPY_OBJECT, OBJECT_CHARACTER, PICTURE_OBJECT
from reader.ui.document.pictures import PictureFile, Pictures
from reader.ui.document.typography import COLUMN_EM, Typography
from reader.ui.looks.theme import Theme
from reader.ui.parts.viewports import give_viewport

with late():
    from reader.ui.document import columns, paint


def flat(text: str) -> str:
    """Return a selection as plain text."""
    return text.replace("\u2029", "\n").replace("\u2028", "\n").replace(OBJECT_CHARACTER, "").replace("\u00a0", " ")


class DocumentView(QTextBrowser):
    """Shows a document in one column. It opens nothing: no file, no address, whatever the document says."""

    #: Pixels beside the column at least, above and below it.
    EDGES = (28, 28, 80)

    def __init__(self, theme: Theme, picture_file: PictureFile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        viewport = give_viewport(self)
        viewport.setMouseTracking(True)
        self.document().documentLayout().setPaintDevice(viewport)  # it has the one that is gone now
        self.stage = Stage(theme)
        self.wanted = self.stage.typography  # how the page is to be set, which may take a moment
        self._kept: tuple[int, tuple[int, int]] | None = None  # where the bar stood after that place was restored
        self.pictures = Pictures(picture_file, self)
        self.pictures.arrived.connect(self.viewport().update)
        self.pictures.failed.connect(self._lay_out_anew)
        # Qt keeps no reference to handlers.
        self._handlers = {
            PICTURE_OBJECT: PictureObject(self.pictures, self.stage, self),
            CARD_OBJECT: CardObject(self.stage, self),
            COPY_OBJECT: CopyRow(self.stage, self),
        }
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setAcceptDrops(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalScrollBar().rangeChanged.connect(self._stay_upright)
        self.recolour()

    def _stay_upright(self, _least: int, most: int) -> None:
        """Never move sideways. Qt rounds up each column of a table, and some are a pixel wider than the text then."""
        if most:
            self.horizontalScrollBar().setRange(0, 0)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Return nothing: Qt would open local files that a page names."""
        return None

    def createMimeDataFromSelection(self) -> QMimeData:
        """Return what is selected as plain text.

        The object has to be Qt's own: the clipboard keeps it, and one made here would call into Python after its end.
        """
        data = super().createMimeDataFromSelection()
        data.text()  # Qt fills it when it is first asked
        for form in data.formats():
            data.removeFormat(form)
        data.setText(flat(self.textCursor().selectedText()))
        return data

    def adopt(self, document: QTextDocument) -> None:
        """Show a document made for this view."""
        # Before there is a layout, and with no size, for which Qt lays nothing out: setDocument does, at our width, and
        # what there is before would be laid out in vain.
        self._set_column(document)
        document.setPageSize(QSizeF(0, 0))
        layout = document.documentLayout()
        for kind, handler in self._handlers.items():
            layout.registerHandler(kind, handler)
        self._kept = None
        old = self.document()
        self.setDocument(document)
        if isValid(old):  # Qt deletes its own first document, but not ours
            old.deleteLater()

    def zoom(self) -> int:
        """Return the size of the text in pixels."""
        return self.wanted.px

    def typography(self) -> Typography:
        return self.wanted

    def anchor(self) -> tuple[int, int]:
        """Return the text offset at the top and how many pixels below the top its line is.

        Until the reader scrolls it is what was last restored: many changes in a row do not let the place wander.
        """
        if self._kept is not None and self._kept[0] == self.verticalScrollBar().value():
            return self._kept[1]
        if not self.verticalScrollBar().value():
            # Above the first line Qt would find the last one, and to come back there is to lay out all of a page.
            return 0, self.cursorRect(QTextCursor(self.document())).top()
        cursor = self.cursorForPosition(QPoint(self.viewport().width() // 2, 8))
        return cursor.position(), self.cursorRect(cursor).top()

    def restore(self, anchor: tuple[int, int]) -> None:
        """Scroll so that a text offset stands where `anchor` says."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(max(0, min(anchor[0], self.document().characterCount() - 1)))
        bar = self.verticalScrollBar()
        self._scroll_to(bar.value() + self.cursorRect(cursor).top() - anchor[1])
        self._kept = (bar.value(), anchor)

    def _scroll_to(self, y: int) -> None:
        """Bring a height of the page to the top, also where the bar does not reach yet.

        The bar knows what was laid out when it was last told of it: of a long page, little.
        """
        bar = self.verticalScrollBar()
        if y > bar.maximum():
            layout = self.document().documentLayout()
            layout.hitTest(QPointF(0, y + self.viewport().height()), Qt.HitTestAccuracy.FuzzyHit)
            self._tell_bar()
        bar.setValue(y)

    def _tell_bar(self) -> None:
        """Have the scroll bar reach as far as the page is laid out."""
        self.document().documentLayout().documentSizeChanged.emit(QSizeF())  # Qt asks for the size itself

    def at_end(self) -> bool:
        """Whether nothing is left below: the bar ends before the page does while that is being laid out."""
        bar = self.verticalScrollBar()
        return bar.value() == bar.maximum() and self.document().lastBlock().layout().lineCount() > 0

    def position(self) -> int:
        """Return the text offset at the top."""
        if not self.verticalScrollBar().value():
            return 0
        # The line's beginning: what go_to_position brings back is then what was left, however often.
        cursor = self.cursorForPosition(QPoint(self.viewport().width() // 2, 8))
        cursor.movePosition(QTextCursor.MoveOperation.StartOfLine)
        return cursor.position()

    def span(self) -> tuple[int, int]:
        """Return the text offsets that the page is seen from and to: the lines at its top, and an em above its end."""
        middle, low = self.viewport().width() // 2, self.viewport().height() - self.stage.px
        below = self.cursorForPosition(QPoint(middle, low))
        below.movePosition(QTextCursor.MoveOperation.EndOfLine)
        return self.position(), below.position()

    def go_to_position(self, position: int) -> None:
        """Bring the line at a text offset to the top."""
        if position > 0:
            self.restore((position, 8))
        else:
            self.verticalScrollBar().setValue(0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        shift = self.verticalScrollBar().value()
        painter.translate(-self.horizontalScrollBar().value(), -shift)
        left = (self.viewport().width() - self.stage.column) / 2
        column = QRectF(left, 0, self.stage.column, shift + self.viewport().height())
        backdrop = paint.Backdrop(painter, self.document(), self.stage.theme, column, self.stage.px)
        seen = event.rect()
        backdrop.paint(self._block_above(seen.top()), shift + seen.top(), shift + seen.bottom() + 1)
        painter.end()
        super().paintEvent(event)
        self._paint_focus()

    def _block_above(self, y: int) -> QTextBlock:
        """Return a block that begins above a height in the viewport, as near to it as is easily found."""
        document = self.document()
        if self.verticalScrollBar().value() + y <= self.EDGES[1]:
            return document.begin()  # Above the first line Qt finds the last one that is laid out yet.
        found = self.cursorForPosition(QPoint(round((self.viewport().width() - self.stage.column) / 2) + 1, y)).block()
        return found.previous() if found.previous().isValid() else found

    def _paint_focus(self) -> None:
        """Draw a ring around the link, picture or card that Tab has come to: Qt's dots are hardly seen."""
        cursor = self.textCursor()
        form = cursor.charFormat()
        if not (self.hasFocus() and cursor.hasSelection() and form.isAnchor()):
            return
        handler = self._handlers.get(form.objectType())
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self.stage.theme.accent), 2))
        if handler is None:
            painter.translate(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
            for area in paint.areas_of(cursor):
                painter.drawRoundedRect(area.adjusted(-2, 0, 2, 0), 4, 4)
        else:
            start = cursor.selectionStart()
            size = handler.intrinsicSize(self.document(), start, form)
            begin = QTextCursor(self.document())
            begin.setPosition(start)
            at = self.cursorRect(begin)
            painter.drawRoundedRect(QRectF(at.left(), at.bottom() - size.height(), size.width(), size.height()), 6, 6)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.oldSize().width() == event.size().width() and not self.pictures.any():
            self.stage.height = self.viewport().height()
            super().resizeEvent(event)
            return
        place, document = self.anchor(), self.document()
        # Margins and width each have Qt lay the page out anew, the former for the width it had; and its own way with
        # this event lays it out once more, down to where the bar stood, which at another width is another place.
        document.setLayoutEnabled(False)
        self._set_column(document)
        document.setPageSize(QSizeF(self.viewport().width(), -1))
        document.setLayoutEnabled(True)
        self._tell_bar()
        self.restore(place)

    def select_extra(self, cursors: list[tuple[QTextCursor, str]]) -> None:
        """Lay colours behind passages, whose own colour would not stand out from all of these."""
        found = []
        text = self.palette().text()
        for cursor, colour in cursors:
            extra = QTextEdit.ExtraSelection()
            extra.cursor = cursor
            extra.format.setBackground(QColor(colour))
            extra.format.setForeground(text)
            found.append(extra)
        self.setExtraSelections(found)

    def place_at_third(self, cursor: QTextCursor) -> None:
        """Scroll a passage to a third of the height, where the eye looks for it."""
        top = self.verticalScrollBar().value() + self.cursorRect(cursor).top()
        self._scroll_to(top - self.viewport().height() // 3)

    def _lay_out_anew(self) -> None:
        place = self.anchor()
        self.document().markContentsDirty(0, self.document().characterCount())
        self.restore(place)

    def _set_column(self, document: QTextDocument) -> None:
        width = self.viewport().width()
        wanted = COLUMN_EM * self.stage.px * self.stage.typography.width / 100
        column = max(200, min(round(wanted), width - 2 * self.EDGES[0]))
        before, self.stage.column = self.stage.column, column
        self.stage.height = self.viewport().height()
        form = document.rootFrame().frameFormat()
        side = (width - column) / 2
        above, below = map(float, self.EDGES[1:])
        margins = (side, side, above, below)
        others = (form.leftMargin(), form.rightMargin(), form.topMargin(), form.bottomMargin()) != margins
        if others:
            form.setLeftMargin(side)
            form.setRightMargin(side)
            form.setTopMargin(above)
            form.setBottomMargin(below)
            document.rootFrame().setFrameFormat(form)
        # Narrower than the column would be, only that changes. For the empty page of the start nothing is loaded.
        if (others or column != before) and document.rootFrame().childFrames():
            columns.fit(document, column)

    def recolour(self) -> None:
        """Take over the colours of the theme.

        Selected text keeps its colour on a pale tint: strong colours look like errors on a page.
        """
        theme = self.stage.theme
        palette = self.palette()
        for role, colour in (
            (QPalette.ColorRole.Base, theme.page),
            (QPalette.ColorRole.Text, theme.text),
            (QPalette.ColorRole.Highlight, theme.tint),
            (QPalette.ColorRole.HighlightedText, theme.text),
        ):
            palette.setColor(role, QColor(colour))
        self.setPalette(palette)
        # A style sheet gives the viewport a palette of its own, which no longer follows.
        self.viewport().setPalette(palette)
