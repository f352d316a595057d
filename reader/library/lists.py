"""Lists of articles as ids: whole, or the first page while the rest is still being found."""

from __future__ import annotations

import sqlite3
import time
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, replace

from reader.domain import ArticleQuery, Order
from reader.library import queries
from reader.library.query_conditions import Sql
from reader.library.query_tree import Node
from reader.library.search import split

# So many hits are fetched and sorted in some 30 ms. Of more, only those among the newest articles are looked for: at
# first among few, then among more.
_MANY = 20_000
_NEWEST = (2_000, 50_000)
# Of a list that takes longer than this (seconds), so many articles are shown before the rest is there.
_MOMENT, _BEGINNING = 0.05, 200
_TOGETHER = 5_000


@dataclass(frozen=True, slots=True)
class Listing:
    """A list: the ids of its articles in order, and beside each its publication time (seconds, UTC).

    Not `whole`, it is only the beginning.
    """

    ids: array[int]
    times: array[int]
    whole: bool = True


def listing(db: sqlite3.Connection, query: ArticleQuery, root: Node | None) -> Listing:
    """Return a whole list; `root` are the conditions of the query's text, None while it holds none: all are listed."""
    return _fetched(db, queries.listing(query, root))


def growing(db: sqlite3.Connection, query: ArticleQuery, root: Node | None) -> Iterator[Listing]:
    """Yield a whole list; where that takes longer than a moment, its beginning before."""
    # Hits of words come in another order than they are shown in, so that their beginning is a question of its own.
    told = _finds_many(db, split(root)[0])
    if told:
        yield replace(first(db, query, root, _BEGINNING), whole=False)
    began = time.monotonic()
    ids, times = array("q"), array("q")
    found = db.execute(*queries.listing(query, root))
    while rows := found.fetchmany(_TOGETHER):
        for article, published in rows:
            ids.append(article)
            times.append(published)
        if not told and time.monotonic() - began > _MOMENT:
            told = True
            yield Listing(ids[:_BEGINNING], times[:_BEGINNING], whole=False)
    yield Listing(ids, times)


def count(db: sqlite3.Connection, query: ArticleQuery, root: Node | None) -> int:
    """Return how many articles a list has."""
    return int(db.execute(*queries.counting(query, root)).fetchone()[0])


def first(db: sqlite3.Connection, query: ArticleQuery, root: Node | None, most: int) -> Listing:
    """Return the beginning of a list, in a time that hardly grows with it."""
    if query.order is Order.NEWEST and _finds_many(db, split(root)[0]):
        for newest in _NEWEST:
            found = _fetched(db, queries.first(query, root, newest, most))
            if len(found.ids) == most:
                return found
    sql, values = queries.listing(query, root)
    return _fetched(db, (f"{sql} LIMIT ?", [*values, most]))


def _fetched(db: sqlite3.Connection, sql: Sql) -> Listing:
    ids, times = array("q"), array("q")
    for article, published in db.execute(*sql):
        ids.append(article)
        times.append(published)
    return Listing(ids, times)


def _finds_many(db: sqlite3.Connection, words: str | None) -> bool:
    """Whether the index holds words in many articles; counting ends where that is sure."""
    if words is None:
        return False
    counted = db.execute("SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ? LIMIT ?)", (words, _MANY + 1))
    return bool(counted.fetchone()[0] > _MANY)
