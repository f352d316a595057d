"""Other articles near to the open one: looked for aside once it is read, and shown at its foot."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, QUrl, Signal

from reader.domain import Article
from reader.library.library import Library
from reader.ui.document.look import Look
from reader.ui.document.related import ARTICLE, append
from reader.ui.reading.article_viewer import ArticleViewer
from reader.ui.session import LibrarySession
from reader.ui.tasks import Task
from reader.viewing.page import Page

# Who goes quickly through a list wants none of them.
_STAYED_MS = 300


class Related(QObject):
    """Writes below each page what the library holds of the same; the newest page wins."""

    wanted = Signal(int)  # an article that was clicked

    def __init__(self, session: LibrarySession, viewer: ArticleViewer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._viewer = viewer
        self._article: int | None = None
        self._found: Sequence[Article] = ()
        self._task: Task | None = None
        self._stayed = QTimer(self, singleShot=True, interval=_STAYED_MS)
        self._stayed.timeout.connect(self._look)
        viewer.rebuilt.connect(self._write)
        viewer.anchorClicked.connect(self._on_clicked)

    def begin(self, page: Page) -> None:
        """Look for articles near to one that has just been opened."""
        if page.article != self._article:
            self._article, self._found = page.article, ()
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

        def job(library: Library) -> list[Article]:
            return library.articles(library.search.related(article))

        self._task = self._session.consider(job, lambda found: self._arrived(article, found))

    def _arrived(self, article: int, found: Sequence[Article]) -> None:
        self._task = None
        if article == self._article and not self._found:
            self._found = found
            self._write()

    def _write(self) -> None:
        """Write the foot of the page, which is a new document."""
        page, built = self._viewer.page(), self._viewer.built
        if self._found and built is not None and page is not None and page.article == self._article:
            append(built, Look(self._viewer.stage.theme, self._viewer.typography(), page.lang), self._found)

    def _on_clicked(self, url: QUrl) -> None:
        if url.scheme() == ARTICLE:
            self.wanted.emit(int(url.path()))
