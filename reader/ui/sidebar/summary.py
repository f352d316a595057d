"""The counts and names of the sidebar and the status bar, read again whenever something changed."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress

from PySide6.QtCore import QObject, Signal

from reader.days import today_began
from reader.domain import UNCATEGORISED, Changes, Counts, LibraryError
from reader.library.library import Library
from reader.library.listing.categories import Category, Label
from reader.library.words.collating import name_key
from reader.ui.parts.new_day import NewDay
from reader.ui.session import LibrarySession
from reader.ui.sidebar.contents import MOST_TAGS, Contents
from reader.ui.tasks import Task


class Summary(QObject):
    """Loads in a worker; while one load runs, a further wish waits for its end. Another day changes all there is."""

    changed = Signal()

    def __init__(self, session: LibrarySession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._task: Task | None = None
        self._again = False
        self.contents = Contents()
        self.loaded = False
        session.changed.connect(self._on_changes)
        self._days = NewDay(self)
        self._days.began.connect(lambda: session.announce(Changes(articles=True, categories=True)))

    @property
    def counts(self) -> Counts:
        """The numbers of the whole library."""
        return self.contents.counts

    def load(self) -> None:
        """Read everything anew."""
        if self._task is not None:
            self._again = True
            return
        today = today_began()
        self._task = self._session.read(lambda library: contents(library, today), self._loaded, self._ended)

    def look_again(self) -> None:
        """Have everything read anew if another program has imported something meanwhile, or taken it back.

        A library that cannot be read says so when it is asked for something.
        """
        if not self.loaded or self._task is not None:
            return
        with suppress(LibraryError):
            found = self._session.library.counts(today_began())
            # Not their marks: one that is being written in this window is no news.
            if (found.total, found.imported_at) != (self.counts.total, self.counts.imported_at):
                self._session.announce(Changes(articles=True, categories=True))

    def _loaded(self, found: Contents) -> None:
        self.contents, self.loaded = found, True
        self.changed.emit()

    def _ended(self) -> None:
        self._task = None
        if self._again:
            self._again = False
            self.load()

    def _on_changes(self, changes: Changes) -> None:
        if changes.categories or changes.articles or changes.marks:
            self.load()


def contents(library: Library, today: int) -> Contents:
    """Return what the tree shows of a library, in the order in which it does; `today` begins at that second, UTC."""
    tags = library.arranging.tags(MOST_TAGS + 1)
    return Contents(
        in_order(library.categories()),
        library.counts(today),
        by_name(library.arranging.sources()),
        by_name(tags[:MOST_TAGS]),
        more_tags=len(tags) > MOST_TAGS,
        aside=library.arranging.aside(),
    )


def in_order(categories: Iterable[Category]) -> list[Category]:
    """Return categories so that those beside one another stand as the user put them, and then by the sound of names."""
    return sorted(
        categories,
        key=lambda each: (
            each.id == UNCATEGORISED,
            each.place is None,
            each.place if each.place is not None else 0,
            name_key(each.name),
        ),
    )


def by_name(labels: Iterable[Label]) -> list[Label]:
    """Return sources or tags by the sound of their names."""
    return sorted(labels, key=lambda label: name_key(label.name))
