"""A footnote in a popover beside its mark; it is also at the foot of the page."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QEvent, QPoint, QRect, QSizeF, Qt, QUrl
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QVBoxLayout

from reader.ui.document.document import Builder, Level, empty_document
from reader.ui.document.look import Look, Role
from reader.ui.document.pictures import PictureFile
from reader.ui.document.view import DocumentView
from reader.ui.document.writer import Built, Writer
from reader.ui.reading.popover import Popover
from reader.viewing.blocks import Block
from reader.viewing.page import Page

#: Links that name things of a document by number mean those of the page.
_NUMBERED = frozenset({"toggle", "table", "picture", "copy"})
_WIDEST, _MARGIN, _HIGHEST = 440, 24, 0.45


class _NoteView(DocumentView):
    """A page of its own kind of safety, with narrow edges."""

    EDGES = (16, 12, 14)


class FootnotePopover(Popover):
    """Shows one note of a page; `follow` does what a link asks for, in it as on the page."""

    def __init__(self, page: DocumentView, picture_file: PictureFile, follow: Callable[[QUrl], None]) -> None:
        super().__init__(page)
        self._page, self._do_follow = page, follow
        self.view = _NoteView(page.stage.theme, picture_file, self)
        self.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.view.anchorClicked.connect(self._follow)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self.view)
        self.retranslate()

    def retranslate(self) -> None:
        """Show all words in the language that is now chosen."""
        self.setWindowTitle(self.tr("Footnote"))
        self.setAccessibleName(self.windowTitle())
        self.view.setAccessibleName(self.windowTitle())

    def open_note(self, page: Page, blocks: tuple[Block, ...]) -> None:
        """Show a note of a page below the text cursor, which stands at its mark."""
        stage, note = self._page.stage, self.view.stage
        note.theme, note.typography, note.offline = stage.theme, stage.typography, stage.offline
        self.view.recolour()
        self.view.pictures.show(dict(page.pictures), page.absent)
        built = Built(empty_document(page.lang, stage.px, self.view))
        writer = Writer(built, Look(stage.theme, stage.typography, page.lang, readings_above=True))
        edit = QTextCursor(built.document)
        edit.beginEditBlock()
        Builder(writer, inks=page.inks, whole=True).flow(blocks, Level(role=Role.NOTE))
        edit.endEditBlock()
        self._place(built)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _place(self, built: Built) -> None:
        seen = self._page.viewport().rect()
        self.setFixedWidth(max(200, min(_WIDEST, seen.width() - _MARGIN)))
        self.view.resize(self.width() - 2, self.view.height())
        self.view.adopt(built.document)
        built.document.setPageSize(QSizeF(self.width() - 2, -1))
        high = built.document.documentLayout().documentSize().height()
        self.setFixedHeight(ceil(min(high, max(120.0, _HIGHEST * seen.height()))) + 4)
        mark = (
            self._page.cursorRect() if self._page.cursorRect().intersects(seen) else QRect(seen.center(), seen.center())
        )
        # Beside its mark, but over the page alone.
        left = max(_MARGIN // 2, min(mark.left() - self.width() // 2, seen.width() - self.width() - _MARGIN // 2))
        corner = self._page.viewport().mapToGlobal(QPoint(left, mark.bottom() + 6))
        self.open_at(corner, above=mark.height() + 12)
        self.view.setFocus(Qt.FocusReason.PopupFocusReason)

    def _follow(self, url: QUrl) -> None:
        if url.scheme() not in _NUMBERED:
            self.close()
            self._do_follow(url)
