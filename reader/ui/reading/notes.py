"""The footnotes of a page: which of them a position is in, and what shows it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl

from reader.late import late
from reader.ui.document.pictures import PictureFile
from reader.ui.document.view import DocumentView

with late():
    from reader.ui.reading import footnote
    from reader.viewing import notes

if TYPE_CHECKING:
    from reader.viewing.page import Page


class Notes:
    """What shows footnotes is made when the first is wanted."""

    def __init__(self, view: DocumentView, picture_file: PictureFile, follow: Callable[[QUrl], None]) -> None:
        self._made_of = view, picture_file, follow
        self._popover: footnote.FootnotePopover | None = None

    def popover(self) -> footnote.FootnotePopover:
        """Return what shows them."""
        if self._popover is None:
            self._popover = footnote.FootnotePopover(*self._made_of)
        return self._popover

    def open(self, page: Page | None, place: str) -> bool:
        """Show the footnote that a place of a page is in; return whether it is in one."""
        said = notes.note(page.blocks, place) if page is not None else ()
        if page is not None and said:
            self.popover().open_note(page, said)
        return bool(said)
