"""The user's smart folders with their counts, computed when there is time for it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from reader.domain import ArticleQuery, Changes, State
from reader.library.library import Library
from reader.library.navigation.saved import SavedSearch
from reader.ui.session import LibrarySession
from reader.ui.tasks import Task

# Counting takes a fifth of one core at most: it pauses for four times as long as it took. A second search for a common
# word in a million articles would otherwise follow each mark that is made.
_SHARE = 4
_LEAST_MS, _MOST_MS = 200, 60_000

Count = tuple[int, int]


class SmartFolders(QObject):
    """Loads and counts in workers. `listed` when others are there, `counted` tells of one how many are unread."""

    listed = Signal()
    counted = Signal(int, int)

    def __init__(self, session: LibrarySession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.searches: Sequence[SavedSearch] = ()
        self.unread: dict[int, int] = {}
        self._task: Task | None = None
        self._again = False
        self._began = 0.0
        self._pause = QTimer(self, singleShot=True, interval=_LEAST_MS)
        self._pause.timeout.connect(self._count)
        session.changed.connect(self._on_changes)

    def load(self) -> None:
        """Read anew which ones there are."""
        self._session.read(lambda library: library.saved.all(), self._loaded)

    def _loaded(self, searches: Sequence[SavedSearch]) -> None:
        texts = {saved.id: saved.text for saved in self.searches}
        self.searches = searches
        # Of one that finds something else now the number is not known.
        self.unread = {
            saved.id: self.unread[saved.id]
            for saved in searches
            if saved.id in self.unread and texts.get(saved.id) == saved.text
        }
        self.listed.emit()
        if self._task is not None:
            self._task.cancel()
            self._again = True
        self._pause.setInterval(0)
        self._count_later()

    def _on_changes(self, changes: Changes) -> None:
        if changes.searches:
            self.load()
        elif changes.articles or changes.categories or changes.marks:
            self._count_later()

    def _count_later(self) -> None:
        if self._task is not None:
            self._again = True
        elif not self._pause.isActive():
            self._pause.start()

    def _count(self) -> None:
        if self.searches:
            self._began = time.monotonic()
            # Those that have no number yet come first.
            searches = sorted(self.searches, key=lambda saved: saved.id in self.unread)
            self._task = self._session.look(_counting(searches), self._note, self._session.refused.emit, self._ended)

    def _note(self, count: Count) -> None:
        search, unread = count
        if self.unread.get(search) != unread:
            self.unread[search] = unread
            self.counted.emit(search, unread)

    def _ended(self) -> None:
        cancelled = self._task is not None and self._task.cancelled
        self._task = None
        took = round((time.monotonic() - self._began) * 1000)
        self._pause.setInterval(0 if cancelled else min(max(_LEAST_MS, _SHARE * took), _MOST_MS))
        if self._again:
            self._again = False
            self._pause.start()


def _counting(searches: Sequence[SavedSearch]) -> Callable[[Library], Iterator[Count]]:
    def job(library: Library) -> Iterator[Count]:
        for saved in searches:
            yield saved.id, library.count(ArticleQuery(within=saved.text, state=State.UNREAD))

    return job
