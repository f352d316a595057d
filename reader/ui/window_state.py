"""What the window looked like and what was open, kept from one start to the next."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reader.ui.document import typography
from reader.ui.preferences.following import Following
from reader.ui.settings import Settings
from reader.ui.sidebar.lines import Folder, Section, key_of

if TYPE_CHECKING:
    from reader.ui.main_window import MainWindow


class WindowState:
    """Saves a window's state into the settings, and brings it back."""

    def __init__(self, window: MainWindow, settings: Settings) -> None:
        self._window = window
        self._settings = settings
        self._list_waits = True
        #: Whether the window is where it was last: Qt gives back no place that was on a wider screen.
        self.in_place = window.restoreGeometry(settings.state("window/geometry"))
        splitter = settings.state("window/splitter")
        if not splitter.isEmpty():
            window.splitter.restoreState(splitter)
        window.sidebar.setVisible(settings.flag("window/sidebar", default=True))
        chosen = typography.load(settings)
        window.reader.viewer.set_typography(chosen)
        self._set_characters(chosen)
        window.reader.viewer.typography_changed.connect(self._set_characters)
        # At once: what was chosen with care must outlive a fall, too.
        window.reader.viewer.typography_changed.connect(partial(typography.store, settings))
        Following(settings, window.reader.viewer, window.searching, window)

    def _set_characters(self, chosen: typography.Typography) -> None:
        """Show pages and titles in the characters that are chosen."""
        self._window.navigator.set_characters(chosen.characters)
        self._window.session.titles.choose(chosen.characters)

    def restore_place(self) -> None:
        """Choose the folder that was listed last."""
        window, settings = self._window, self._settings
        tree = window.sidebar.tree
        tree.set_open_categories(settings.numbers("place/open"))
        tree.set_folded(settings.text("place/folded", Section.TAGS).split())
        tree.choose(key_of(settings.text("place/folder", Folder.ALL)))
        tree.folded_changed.connect(self._note_folded)
        window.actions_["show_hidden"].setChecked(settings.flag("place/show_hidden", default=False))
        window.times.restore(settings)
        window.course.restore(settings)
        window.actions_["only_unread"].setChecked(settings.flag("place/only_unread", default=False))
        # Now, not when the list is there: one may be typing a search by then.
        window.list_pane.list.setFocus()

    def restore_list(self) -> None:
        """Once the first list is there: its scroll position, and the article that was open."""
        if not self._list_waits:
            return
        self._list_waits = False
        if self._window.navigator.article is not None:
            return  # Somebody was quicker, with the beginning of a long list.
        article = self._settings.number("place/article", 0)
        offset = self._settings.number("place/scroll", 0)
        if article:
            # A list of unread articles does not hold it any more, since it was opened.
            self._window.list_pane.choose_quietly(article)
            # Seen again, not read again: an article marked unread stays so.
            self._window.navigator.open(article, mark=False)
        if not self._window.list_pane.search_bar.text():
            self._window.list_pane.list.verticalScrollBar().setValue(offset)

    def _note_folded(self) -> None:
        """Remember at once what is open, which a fall must not undo."""
        tree = self._window.sidebar.tree
        self._settings.set("place/open", tree.open_categories())
        self._settings.set("place/folded", " ".join(tree.folded()))

    def save(self) -> None:
        """Remember everything."""
        window, settings = self._window, self._settings
        settings.set("window/geometry", window.saveGeometry())
        settings.set("window/splitter", window.splitter.saveState())
        settings.set("window/sidebar", window.splitter.sidebar_wanted())
        settings.set("place/show_hidden", window.actions_["show_hidden"].isChecked())
        self._note_folded()
        settings.set("place/folder", str(window.sidebar.tree.current()))
        settings.set("place/only_unread", window.actions_["only_unread"].isChecked())
        settings.set("place/article", window.navigator.article or 0)
        window.times.save(settings)
        window.course.save(settings)
        settings.set("place/scroll", window.list_pane.list.verticalOffset())
        settings.save()
