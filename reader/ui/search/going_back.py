"""The place from before a search, and the way back to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from reader.frozen import frozen
from reader.ui.listing.list_pane import ListPane
from reader.ui.navigator import Navigator, Shown
from reader.ui.parts.focus import FocusBefore
from reader.ui.reading.reader_pane import ReaderPane
from reader.ui.sidebar.lines import Folder, Key
from reader.ui.sidebar.sidebar import Sidebar

if TYPE_CHECKING:
    from reader.viewing.page import Page


@frozen
class _Place:
    """What was listed, how far the list was scrolled and chosen, and what was read, how far."""

    key: Key
    scrolled: tuple[int, int] | None
    chosen: int | None
    article: int | None
    read: tuple[int, int]


class SearchReturn(QObject):
    """Remembers a place when a search begins. Escape leads back to all of it; emptying the box only to the list."""

    def __init__(
        self, navigator: Navigator, sidebar: Sidebar, list_pane: ListPane, reader: ReaderPane, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._navigator = navigator
        self._sidebar = sidebar
        self._list = list_pane
        self._reader = reader
        self._place: _Place | None = None
        self._back_to: _Place | None = None
        self._page: _Place | None = None
        self._before = FocusBefore()
        list_pane.search_bar.left.connect(self.leave)
        # At the first letter, not when it is searched for: it may be taken back before.
        list_pane.search.textChanged.connect(self._on_typed)
        for widget in (list_pane.list, list_pane.empty, reader.viewer):
            widget.installEventFilter(self)

    def note_focus(self) -> None:
        """Remember where the keys are, before the search box takes them."""
        if not self._list.search.hasFocus():
            self._before.note()

    def _on_typed(self, text: str) -> None:
        if text.strip():
            self.note(searching=True)

    def note(self, *, searching: bool) -> None:
        """Hear that something else is about to be listed."""
        if searching and self._place is None:
            self._place = _Place(
                self._sidebar.tree.current(),
                self._list.list.anchor(),
                self._list.list.current_article(),
                self._navigator.article,
                self._reader.viewer.place(),
            )
        elif not searching and self._place is not None:
            self._back_to, self._place = self._place, None

    def leave(self) -> None:
        """End the search and go back to where one was."""
        place = self._place
        if place is not None:
            known = self._sidebar.model.find(place.key).isValid()
            self._sidebar.tree.choose(place.key if known else Folder.ALL)
            self._reopen(place)
        self._list.search.clear()
        self._before.give_back(self._list.list)

    def on_listed(self, shown: Shown) -> None:
        """Once the list of before is there again, show the part of it that was seen."""
        place = self._back_to
        if place is None or shown.query.text:
            return
        self._back_to = None
        if place.chosen is not None and place.chosen == self._navigator.article:
            self._list.choose_quietly(place.chosen)
        self._list.list.restore(place.scrolled)

    def on_opened(self, page: Page) -> None:
        """Once the article of before is there again, show the part of it that was read."""
        place, self._page = self._page, None
        if place is not None and place.article == page.article:
            self._reader.viewer.return_to(place.read)

    def _reopen(self, place: _Place) -> None:
        if place.article is None:
            self._navigator.close()
        elif place.article == self._navigator.article:
            self._reader.viewer.return_to(place.read)
        else:
            self._page = place
            # Seen again, not read again: an article marked unread stays so.
            self._navigator.open(place.article, mark=False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        # Of many selected articles it first leaves one.
        many = watched is self._list.list and self._list.list.count() > 1
        if escape and event.type() == QEvent.Type.KeyPress and self._list.search_bar.text() and not many:
            self.leave()
            return True
        return super().eventFilter(watched, event)
