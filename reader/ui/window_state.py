"""What the window looked like and what was open, kept from one start to the next."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray

from reader.ui.document import typography
from reader.ui.settings import Settings
from reader.ui.sidebar.category_model import Folder, Key, Saved

if TYPE_CHECKING:
    from reader.ui.main_window import MainWindow


class WindowState:
    """Saves a window's state into the settings, and brings it back."""

    def __init__(self, window: MainWindow, settings: Settings) -> None:
        self._window = window
        self._settings = settings
        self._list_waits = True
        geometry: QByteArray = settings.state("window/geometry")
        if not geometry.isEmpty():
            window.restoreGeometry(geometry)
        splitter = settings.state("window/splitter")
        if not splitter.isEmpty():
            window.splitter.restoreState(splitter)
        window.sidebar.setVisible(settings.flag("window/sidebar", default=True))
        chosen = typography.load(settings)
        window.reader.viewer.set_typography(chosen)
        window.navigator.set_characters(chosen.characters)
        # At once: what was chosen with care must outlive a fall, too.
        window.reader.viewer.typography_changed.connect(partial(typography.store, settings))

    def restore_place(self) -> None:
        """Choose the folder that was listed last."""
        window, settings = self._window, self._settings
        window.sidebar.tree.set_open_categories(settings.numbers("place/open"))
        key = settings.text("place/folder", Folder.ALL)
        window.sidebar.tree.choose(_key(key))
        window.course.restore(settings)
        window.actions_["only_unread"].setChecked(settings.flag("place/only_unread", default=False))

    def restore_list(self) -> None:
        """Once the first list is there: its scroll position, and the article that was open."""
        if not self._list_waits:
            return
        self._list_waits = False
        article = self._settings.number("place/article", 0)
        offset = self._settings.number("place/scroll", 0)
        if article:
            # A list of unread articles does not hold it any more, since it was opened.
            self._window.list_pane.choose_quietly(article)
            # Seen again, not read again: an article marked unread stays so.
            self._window.navigator.open(article, mark=False)
        self._window.list_pane.list.verticalScrollBar().setValue(offset)
        self._window.list_pane.list.setFocus()

    def save(self) -> None:
        """Remember everything."""
        window, settings = self._window, self._settings
        settings.set("window/geometry", window.saveGeometry())
        settings.set("window/splitter", window.splitter.saveState())
        settings.set("window/sidebar", window.sidebar.isVisibleTo(window))
        settings.set("place/open", window.sidebar.tree.open_categories())
        settings.set("place/folder", str(window.sidebar.tree.current()))
        settings.set("place/only_unread", window.actions_["only_unread"].isChecked())
        settings.set("place/article", window.navigator.article or 0)
        window.course.save(settings)
        settings.set("place/scroll", window.list_pane.list.verticalOffset())
        settings.save()


def _key(text: str) -> Key:
    kind, _, number = text.rpartition(":")
    if number.isdecimal() and len(number) < 19 and kind in ("", "saved"):
        return Saved(int(number)) if kind else int(number)
    return Folder(text) if text in set(Folder) else Folder.ALL
