"""Related articles of the open one, and those that link to it: looked up in the background, shown at its foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from reader.library.library import Library
from reader.ui.reading.article_viewer import ArticleViewer
from reader.ui.session import LibrarySession
from reader.ui.tasks import Task

if TYPE_CHECKING:
    from reader.ui.document import related
    from reader.viewing.page import Page

# Who goes quickly through a list wants none of them.
_STAYED_MS = 300


class Related(QObject):
    """Writes below each page what links to it and what the library holds of the same; the newest page wins."""

    def __init__(self, session: LibrarySession, viewer: ArticleViewer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._viewer = viewer
        self._article: int | None = None
        self._form = ""
        self._found: related.Foot = {}
        self._task: Task | None = None
        self._stayed = QTimer(self, singleShot=True, interval=_STAYED_MS)
        self._stayed.timeout.connect(self._look)

    def begin(self, page: Page) -> None:
        """Look for articles near to one that has just been opened."""
        if (page.article, self._session.titles.form) != (self._article, self._form):
            self._article, self._found = page.article, {}
            self._form = self._session.titles.form
        self._viewer.maker.show_foot(self._found)
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self._stayed.start()

    def looking(self) -> bool:
        """Whether something may still be found."""
        return self._stayed.isActive() or self._task is not None

    def _look(self) -> None:
        article = self._article
        if article is None:
            return

        showing = self._session.titles.showing()

        def job(library: Library) -> related.Foot:
            linking = library.links.to(article)
            near = [other for other in library.search.related(article) if other not in linking]
            newest = sorted(library.articles(linking), key=lambda other: other.published, reverse=True)
            return {"linking": showing(library, newest), "related": showing(library, library.articles(near))}

        self._task = self._session.consider(job, lambda found: self._arrived(article, found))

    def _arrived(self, article: int, found: related.Foot) -> None:
        self._task = None
        page = self._viewer.page()
        if article == self._article and not self._found and any(found.values()):
            self._found = found
            if page is not None and page.article == article:
                self._viewer.maker.show_foot(found)
