"""The numbers and names of the sidebar and the status bar, read anew whenever something changed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QObject, Signal

from reader.domain import Category, Changes, Counts
from reader.library.library import Library
from reader.ui.parts.days import midnight
from reader.ui.session import LibrarySession
from reader.ui.tasks import Task


class Summary(QObject):
    """Loads in a worker; while one load runs, a further wish waits for its end."""

    changed = Signal()

    def __init__(self, session: LibrarySession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._task: Task | None = None
        self._again = False
        self.categories: Sequence[Category] = ()
        self.counts = Counts(0, 0, 0, 0, None)
        session.changed.connect(self._on_changes)

    def load(self) -> None:
        """Read everything anew."""
        if self._task is not None:
            self._again = True
            return
        today = midnight(date.today())  # noqa: DTZ011 - the reader's own day is meant

        def job(library: Library) -> tuple[list[Category], Counts]:
            return library.categories(), library.counts(today)

        self._task = self._session.read(job, self._loaded, self._ended)

    def _loaded(self, found: tuple[list[Category], Counts]) -> None:
        self.categories, self.counts = found
        self.changed.emit()

    def _ended(self) -> None:
        self._task = None
        if self._again:
            self._again = False
            self.load()

    def _on_changes(self, changes: Changes) -> None:
        if changes.categories or changes.articles or changes.marks:
            self.load()
