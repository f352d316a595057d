"""The beginning of a list in an order that no index of the shelf has: by title, or by source.

Articles are taken in that order from the index that has it, some hundred at a time, until enough of them belong to the
list. Where too many do not, there is none: the list is then so short that the whole of it is soon there.
"""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import islice

from reader.domain import ALL, ArticleQuery, Order, State
from reader.library.conditions import query_tree
from reader.library.listing import ordering, queries

# So many articles are looked at, and so many of them together. Of more new titles than these the places are not
# computed for it.
_MOST, _TOGETHER, _NEW = 20_000, 500, 500


@dataclass(frozen=True, slots=True)
class Beginning:
    """The first articles with their times (seconds, UTC), and where each source begins, with its name."""

    ids: array[int]
    times: array[int]
    sources: tuple[tuple[int, str], ...] = ()


def beginning(
    db: sqlite3.Connection,
    query: ArticleQuery,
    conditions: list[query_tree.Node],
    hits: Collection[int] | None,
    most: int,
) -> Beginning | None:
    """Return the first `most` articles of a list, None where they are not soon found.

    `conditions` are those of its text but for the words, whose `hits` come by themselves, None where it has no words.
    """
    few = query.tag is not None or query.state is State.BOOKMARKED or _is_rare(db, query, most)
    if few or (query.order is Order.TITLE and ordering.lacks_many(db, _NEW)):
        return None
    sql, values = queries.among(query, conditions)
    found = Beginning(array("q"), array("q"))
    heads: list[tuple[int, int]] = []
    candidates = _candidates(db, query)
    looked_at = 0
    while len(found.ids) < most:
        some = list(islice(candidates, _TOGETHER)) if looked_at < _MOST else []
        looked_at += len(some)
        if not some:
            return None
        asked = [article for article, _ in some if article and (hits is None or article in hits)]
        times = dict(db.execute(sql, [json.dumps(asked), *values]))
        for article, source in some:
            if article in times and len(found.ids) < most:
                if query.by_source and (not heads or heads[-1][1] != source):
                    heads.append((len(found.ids), source))
                found.ids.append(article)
                found.times.append(times[article])
    names = dict(ordering.sources_in_order(db)) if heads else {}
    return Beginning(found.ids, found.times, tuple((at, names[source]) for at, source in heads))


def _is_rare(db: sqlite3.Connection, query: ArticleQuery, most: int) -> bool:
    """Whether so few articles stand in the category that too many of others would be looked at."""
    numbers = dict(db.execute("SELECT id, articles FROM category WHERE id IN (?, ?)", (ALL, query.category)))
    return bool(numbers.get(query.category, 0) * _MOST < numbers[ALL] * most)


def _candidates(db: sqlite3.Connection, query: ArticleQuery) -> Iterator[tuple[int, int]]:
    """Yield all articles in the order of the list, each with its source where these come one after the other.

    What is none of the list by its source comes as 0, since it was looked at all the same.
    """
    if query.order is Order.TITLE and not query.by_source:
        for article in ordering.in_order_of_titles(db):
            yield article, 0
        return
    for source, _ in ordering.sources_in_order(db):
        if query.source not in (None, source):
            continue
        if query.order is Order.TITLE:
            of_source = "SELECT source_id FROM article WHERE id = ?"
            for article in ordering.in_order_of_titles(db):
                yield article if db.execute(of_source, (article,)).fetchone() == (source,) else 0, source
        else:
            order = "published, id" if query.order is Order.OLDEST else "published DESC, id DESC"
            sql = f"SELECT id FROM article INDEXED BY article_source WHERE source_id = ? ORDER BY {order}"
            for (article,) in db.execute(sql, (source,)):
                yield article, source
