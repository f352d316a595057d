"""Lets the window follow settings that are changed elsewhere than where they are used."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from reader.ui.document import typography
from reader.ui.reading.article_viewer import ArticleViewer
from reader.ui.search.searching import Searching
from reader.ui.settings import Settings


class Following(QObject):
    """Theme, language, motion and keys follow by themselves; this is for the page and the list."""

    def __init__(self, settings: Settings, viewer: ArticleViewer, searching: Searching, parent: QObject) -> None:
        super().__init__(parent)
        self._settings, self._searching = settings, searching
        # Several settings of the page are stored one by one: the page is set anew once for all of them.
        self._page = QTimer(self, singleShot=True, interval=0)
        self._page.timeout.connect(lambda: viewer.set_typography(typography.load(settings)))
        settings.changed.connect(self._on_setting)

    def _on_setting(self, name: str) -> None:
        if name == "search/best_first":
            self._searching.choose_order(best_first=self._settings.flag(name, default=False))
        elif name.startswith("reading/"):
            self._page.start()
