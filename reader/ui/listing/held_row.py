"""The open article keeps its row in a list of unread ones, until another is opened and the list is read again."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from reader.domain import ArticleQuery, Changes, MarkKind, Order, State
from reader.library.library import Library
from reader.library.listing.lists import Listing
from reader.ui.session import LibrarySession
from reader.ui.tasks import Task


def same_but_for_state(one: ArticleQuery, other: ArticleQuery) -> bool:
    """Whether two lists differ in nothing but whether they are of unread articles."""
    states = {one.state, other.state}
    return replace(one, state=other.state) == other and states <= {State.ANY, State.UNREAD}


def of_the_same(one: ArticleQuery, other: ArticleQuery) -> bool:
    """Whether two lists are of the same place, whatever their order, headings, times, and whether only the unread."""
    plain = [
        replace(each, state=State.ANY, periods=(), order=Order.NEWEST, by_day=False, by_source=False)
        for each in (one, other)
    ]
    states = {one.state, other.state}
    return plain[0] == plain[1] and (len(states) == 1 or states <= {State.ANY, State.UNREAD})


def holding(library: Library, query: ArticleQuery, listing: Listing, article: int, before: Listing) -> Listing:
    """Return a list with an article that stood in it `before` and was read since: where its time belongs, or it was.

    One that left it for another reason, such as that it is no longer there, is not held.
    """
    read = any(not row.unread for row in library.articles([article]))
    # Of a list by source it could stand under another source's heading.
    if query.state is not State.UNREAD or query.by_source or article in listing.ids or not read:
        return listing
    place = before.ids.index(article)
    time = before.times[place]
    if query.order is Order.NEWEST:
        # Articles of one second stand by their ids, the highest first.
        low = bisect_left(listing.times, -time, key=lambda each: -each)
        high = bisect_right(listing.times, -time, key=lambda each: -each)
        place = bisect_left(listing.ids, -article, low, high, key=lambda each: -each)
    return Listing(_inserted(listing.ids, place, article), _inserted(listing.times, place, time), listing.whole)


def _inserted(column: array[int], place: int, value: int) -> array[int]:
    return column[:place] + array("q", [value]) + column[place:]


class UnreadNumber(QObject):
    """Counts a list of unread articles anew when marks change; asks once at a time, and not behind anybody's back."""

    counted = Signal(int)

    def __init__(self, session: LibrarySession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._query: ArticleQuery | None = None
        self._task: Task | None = None
        self._again = False
        session.changed.connect(self._on_changes)

    def follow(self, query: ArticleQuery) -> None:
        """Count this list from now on, if it is one of unread articles."""
        self._query = query if query.state is State.UNREAD and not query.text else None

    def _on_changes(self, changes: Changes) -> None:
        if changes.kind is MarkKind.READ and changes.marks:
            self._count()

    def _count(self) -> None:
        query = self._query
        if query is None or self._task is not None:
            self._again = query is not None
            return

        def job(library: Library) -> int:
            return library.count(query)

        self._task = self._session.consider(job, lambda number: self._arrived(query, number), self._ended)

    def _arrived(self, query: ArticleQuery, number: int) -> None:
        if query == self._query:
            self.counted.emit(number)

    def _ended(self) -> None:
        self._task = None
        if self._again:
            self._again = False
            self._count()
