"""Searching in the window: where the search box, the sidebar, the list and the page meet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from reader.ui.actions import Actions
from reader.ui.listing.list_pane import ListPane
from reader.ui.navigator import Navigator, Shown, query_of
from reader.ui.reading.reader_pane import ReaderPane
from reader.ui.search.assist import SearchAssist
from reader.ui.search.going_back import SearchReturn
from reader.ui.search.recent import RecentSearches
from reader.ui.session import LibrarySession
from reader.ui.settings import Settings
from reader.ui.sidebar.lines import Folder
from reader.ui.sidebar.sidebar import Sidebar

if TYPE_CHECKING:
    from reader.library.conditions.query_tree import Words
    from reader.viewing.page import Page


class Searching(QObject):
    """Turns what is chosen and typed into what is listed."""

    def __init__(
        self,
        session: LibrarySession,
        navigator: Navigator,
        sidebar: Sidebar,
        list_pane: ListPane,
        reader: ReaderPane,
        actions: Actions,
        settings: Settings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._navigator = navigator
        self._sidebar = sidebar
        self._list = list_pane
        self._bar = list_pane.search_bar
        self._actions = actions
        self._recent = RecentSearches(settings)
        self._assist = SearchAssist(session, self._bar.box, list_pane.suggestions, self._recent, self)
        self._reader = reader
        self._words: tuple[Words, ...] = ()
        self._return = SearchReturn(navigator, sidebar, list_pane, reader, self)
        self._bar.confirmed.connect(self._note_search)
        list_pane.article_chosen.connect(lambda _article: self._note_search())
        self._bar.set_by_relevance(settings.flag("search/best_first", default=False))
        self._bar.changed.connect(self.show)
        self._bar.order_chosen.connect(lambda best: settings.set("search/best_first", best))
        sidebar.tree.chosen.connect(self._on_folder_chosen)
        sidebar.model.reshaped.connect(self.name_list)
        actions["search"].triggered.connect(lambda: self.begin())
        actions["search_everywhere"].triggered.connect(lambda: self.begin(everywhere=True))
        actions["only_unread"].toggled.connect(lambda _on: self.show())

    def begin(self, *, everywhere: bool = False) -> None:
        """Let the user type; what was searched for before is there to be replaced."""
        self._return.note_focus()
        moved = everywhere and not self._bar.searches_everywhere()
        if everywhere:
            self._bar.search_everywhere(True)
        self._bar.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._bar.box.selectAll()
        if moved and self._bar.text():
            self.show()

    def show(self) -> None:
        """List what is chosen in the sidebar, or what is searched for in it."""
        key = self._sidebar.tree.current()
        within = self._sidebar.model.text_of(key)
        if within is None:
            return  # A smart folder that has not come yet is shown when it has.
        self._return.note(searching=bool(self._bar.text()))
        query = query_of(
            key,
            within=within,
            unread=self._actions["only_unread"].isChecked(),
            text=self._bar.text(),
            everywhere=self._bar.searches_everywhere(),
            best_first=self._bar.by_relevance(),
            order=self._list.order,
            grouping=self._list.grouping,
        )
        self._navigator.show(query)

    def choose_order(self, *, best_first: bool) -> None:
        """List what is searched for in that order, here and from now on."""
        if best_first != self._bar.by_relevance():
            self._bar.set_by_relevance(best_first)
            if self._bar.text():
                self.show()

    def on_listed(self, shown: Shown) -> None:
        """Hear that a list is shown: the open article has its hits as well."""
        self._return.on_listed(shown)
        words = self._navigator.words()
        if words != self._words:
            self._words = words
            self._reader.viewer.mark_words(words)

    def on_opened(self, page: Page) -> None:
        """Hear that an article is shown."""
        self._words = self._navigator.words()
        self._reader.viewer.mark_words(self._words)
        self._return.on_opened(page)

    def assisting(self) -> bool:
        """Whether what may be typed next is still being looked for."""
        return self._assist.busy()

    def name_list(self) -> None:
        """Say above the list what it holds."""
        key, name_of = self._sidebar.tree.current(), self._sidebar.model.name_of
        self._bar.set_place("" if key == Folder.ALL else name_of(key))
        self._list.set_name(name_of(Folder.ALL if self._bar.searches_everywhere() else key))

    def _note_search(self) -> None:
        self._recent.add(self._bar.text())

    def _on_folder_chosen(self, _key: object) -> None:
        # Who chooses a category wants what is in it, also of a search.
        self._bar.search_everywhere(False)
        self.show()
