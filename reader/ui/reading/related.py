"""Other articles near to the open one, and those that link to it: looked for aside, and shown at its foot."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from reader.domain import Article
from reader.late import late
from reader.library.library import Library
from reader.ui.reading.article_viewer import ArticleViewer
from reader.ui.session import LibrarySession
from reader.ui.tasks import Task

with late():
    from reader.ui.document import look
    from reader.ui.document import related as related_part

if TYPE_CHECKING:
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
        self._linking: Sequence[Article] = ()
        self._found: Sequence[Article] = ()
        self._task: Task | None = None
        self._stayed = QTimer(self, singleShot=True, interval=_STAYED_MS)
        self._stayed.timeout.connect(self._look)
        viewer.rebuilt.connect(self._write)

    def begin(self, page: Page) -> None:
        """Look for articles near to one that has just been opened."""
        if (page.article, self._session.titles.form) != (self._article, self._form):
            self._article, self._linking, self._found = page.article, (), ()
            self._form = self._session.titles.form
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

        def job(library: Library) -> tuple[list[Article], list[Article]]:
            linking = library.links.to(article)
            near = [other for other in library.search.related(article) if other not in linking]
            newest = sorted(library.articles(linking), key=lambda other: other.published, reverse=True)
            return showing(library, newest), showing(library, library.articles(near))

        self._task = self._session.consider(job, lambda found: self._arrived(article, *found))

    def _arrived(self, article: int, linking: Sequence[Article], found: Sequence[Article]) -> None:
        self._task = None
        if article == self._article and not (self._linking or self._found):
            self._linking, self._found = linking, found
            self._write()

    def _write(self) -> None:
        """Write the foot of the page, which is a new document."""
        page, built = self._viewer.page(), self._viewer.built
        shown = self._linking or self._found
        if shown and built is not None and page is not None and page.article == self._article:
            dress = look.Look(self._viewer.stage.theme, self._viewer.typography(), page.lang)
            related_part.append(built, dress, {"linking": self._linking, "related": self._found})
