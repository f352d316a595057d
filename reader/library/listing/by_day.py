"""How many articles of a list were published on each day, in the reader's time zone."""

from __future__ import annotations

import sqlite3
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from reader.days import local_day, midnight
from reader.domain import ALL, ArticleQuery, State
from reader.library.listing import queries
from reader.library.store.database import Sql

if TYPE_CHECKING:
    from reader.library.conditions.query_tree import Node

#: After any time that an article may have.
_END = 1 << 62


def by_day(db: sqlite3.Connection, query: ArticleQuery, root: Node | None) -> dict[date, int]:
    """Return the numbers of the days that have any articles, the newest first; `root` are the query's conditions.

    Of a category or a source each day is a range of a covering index, at whose end the day before is found.
    """
    index = _index(query) if root is None else None
    if index is None:
        times = sorted(time for (_, time) in db.execute(*queries.members(query, root)))
        return _count(
            lambda end: _last_of(times, end), lambda start, end: bisect_left(times, end) - bisect_left(times, start)
        )
    table, values = index
    newest = f"SELECT published FROM {table} AND published < ? ORDER BY published DESC LIMIT 1"
    within = f"SELECT count(*) FROM {table} AND published >= ? AND published < ?"

    def last(end: int) -> int | None:
        row = db.execute(newest, (*values, end)).fetchone()
        return None if row is None else int(row[0])

    return _count(last, lambda start, end: int(db.execute(within, (*values, start, end)).fetchone()[0]))


def _count(last: Callable[[int], int | None], within: Callable[[int, int], int]) -> dict[date, int]:
    """Walk back from day to day: `last` is the last time before another, `within` counts those of a period."""
    found: Counter[date] = Counter()
    end = _END
    while (newest := last(end)) is not None:
        day = local_day(newest)
        # Before the first day of the calendar no midnight is early enough.
        start = min(midnight(day), newest)
        found[day] += within(start, end)
        end = start
    return dict(found)


def _index(query: ArticleQuery) -> Sql | None:
    """Return the table and the condition of a list that is a range of an index, None for another."""
    if query.periods or query.since is not None or query.tag is not None or query.state is State.BOOKMARKED:
        return None
    if query.source is None:
        unread = " AND unread = 1" if query.state is State.UNREAD else ""
        return f"shelf WHERE category_id = ?{unread}", [query.category]
    if query.category == ALL and query.state is State.ANY:
        return "article WHERE source_id = ?", [query.source]
    return None


def _last_of(times: list[int], end: int) -> int | None:
    place = bisect_left(times, end)
    return times[place - 1] if place else None
