"""The reading history: back and forward through the articles that were read, like a browser's."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from reader.domain import Article
from reader.late import late
from reader.library.library import Library
from reader.ui.listing.list_pane import ListPane
from reader.ui.navigator import Navigator
from reader.ui.reading.article_viewer import ArticleViewer
from reader.ui.session import LibrarySession

with late():
    from reader.viewing import page as pages

_MOST = 100
_LISTED = 20
_TITLE_PX = 420


class Trail(QObject):
    """Where one is on the way through the articles; `changed` when one can go back or forward where one could not."""

    changed = Signal()

    def __init__(
        self,
        session: LibrarySession,
        navigator: Navigator,
        list_pane: ListPane,
        viewer: ArticleViewer,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._navigator = navigator
        self._list = list_pane
        self._viewer = viewer
        self._articles: list[int] = []
        self._here = -1
        self._places: dict[int, int] = {}
        self._gone_to: int | None = None
        viewer.position_changed.connect(self._on_position)

    def state(self) -> tuple[list[int], int]:
        """Return the articles, the oldest first, and the place among them."""
        return list(self._articles), self._here

    def set_state(self, articles: Sequence[int], here: int) -> None:
        """Take up the way of an earlier start."""
        self._articles = list(articles)[-_MOST:]
        self._here = max(-1, min(here, len(self._articles) - 1))
        self.changed.emit()

    def can_go(self, step: int) -> bool:
        """Whether there is an article before (-1) or after (1) this one."""
        return 0 <= self._target(step) < len(self._articles)

    def go(self, step: int) -> None:
        """Open the article before or after; those that are no longer there are passed over."""
        while self.can_go(step):
            target = self._target(step)
            if self._session.library.articles([self._articles[target]]):
                self._go_to(target)
                break
            del self._articles[target]
            self._here -= target <= self._here
        self.changed.emit()

    def ask_titles(self, at: QPoint, parent: QWidget) -> None:
        """Show the articles as a menu there, the one read last first."""
        recent = list(enumerate(self._articles))[: -_LISTED - 1 : -1]
        ids = [article for _, article in recent]

        showing = self._session.titles.showing()

        def job(library: Library) -> dict[int, Article]:
            return {article.id: article for article in showing(library, library.articles(ids))}

        def done(found: dict[int, Article]) -> None:
            known = [(place, found[article].title) for place, article in recent if article in found]
            self._menu(known, parent).popup(at)

        self._session.read(job, done)

    def _menu(self, titles: list[tuple[int, str]], parent: QWidget) -> QMenu:
        menu = QMenu(parent)
        menu.setObjectName("trailMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        metrics = QFontMetrics(menu.font())
        for place, title in titles:
            words = metrics.elidedText(" ".join(title.split()) or "…", Qt.TextElideMode.ElideRight, _TITLE_PX)
            action = menu.addAction(words.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(place == self._here)
            action.triggered.connect(lambda _checked=False, place=place: self._choose(place))
        if not titles:
            menu.addAction(self.tr("Nothing read yet")).setEnabled(False)
        return menu

    def _choose(self, place: int) -> None:
        # The way may have changed while the menu was open.
        if place < len(self._articles):
            self._go_to(place)
            self.changed.emit()

    def _target(self, step: int) -> int:
        # Where nothing is open, the last article is one step back.
        return self._here if self._navigator.article is None and step < 0 else self._here + step

    def _go_to(self, place: int) -> None:
        self._viewer.settle()
        self._here = place
        article = self._gone_to = self._articles[place]
        if not self._list.choose_quietly(article):
            self._list.list.clearSelection()
        # Seen again, not read again: an article marked unread stays so.
        self._navigator.open(article, mark=False)

    def _on_position(self, position: int) -> None:
        page = self._viewer.page()
        if page is not None:
            self._places[page.article] = position

    def on_opened(self, page: pages.Page) -> None:
        """Hear that an article is shown by now."""
        gone_to, self._gone_to = self._gone_to, None
        if self._here < 0 or self._articles[self._here] != page.article:
            del self._articles[self._here + 1 :]
            self._articles = [*self._articles, page.article][-_MOST:]
            self._here = len(self._articles) - 1
            self.changed.emit()
        if gone_to == page.article in self._places:
            # The library may not have been told yet when it was asked.
            self._viewer.go_to_position(self._places[page.article])


class MouseWays(QObject):
    """Lets the fourth and fifth button of a mouse go back and forward, over every pane."""

    back = Signal()
    forward = Signal()

    def __init__(self, places: Sequence[QWidget], parent: QObject) -> None:
        super().__init__(parent)
        for place in places:
            place.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Pressed twice in quick succession it says that it was double-clicked.
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
            button = event.button() if isinstance(event, QMouseEvent) else None
            ways = {Qt.MouseButton.BackButton: self.back, Qt.MouseButton.ForwardButton: self.forward}
            if button in ways:
                ways[button].emit()
                return True
        return False
