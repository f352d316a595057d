"""Moves articles after categories were merged or unmerged, in a worker and in short steps."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject

from reader.domain import Changes
from reader.library.library import Library
from reader.ui.session import LibrarySession
from reader.ui.tasks import Task


class SortingOut(QObject):
    """Begins whenever categories changed; what is interrupted goes on at the next start."""

    def __init__(self, session: LibrarySession, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._task: Task | None = None
        self._again = False
        session.changed.connect(self._on_changes)
        session.giving_way.connect(self._give_way)

    def begin(self) -> None:
        """Look whether articles are to follow, and let them."""
        if self._session.sealed is not None:
            return
        if self._task is not None:
            self._again = True
        else:
            self._task = self._session.run(_sort_out, ended=self._ended)

    def _on_changes(self, changes: Changes) -> None:
        if changes.categories and not changes.articles:
            self.begin()

    def _give_way(self) -> None:
        if self._task is not None:
            self._again = True
            self._task.cancel()

    def _ended(self) -> None:
        self._task = None
        if self._again:
            self._again = False
            self.begin()


def _sort_out(library: Library) -> Iterator[Changes]:
    if library.arranging.unsorted():
        yield from library.arranging.sort_out()
