"""Lists in an order that no index of the shelf has: by title, or by source.

A list is fetched newest or oldest first, as any is, and its places are put into the other order. Where it is much of
the library, one walk through an index tells the order of all; of a short list each article is looked up.
"""

from __future__ import annotations

import heapq
import json
import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from reader.domain import ArticleQuery, Order
from reader.library.store.transactions import transaction
from reader.library.words.collating import name_key, sort_key

# A list of less than this share of the library is looked up article by article.
_SHARE = 8
_TOGETHER = 5_000
# Titles whose place is computed and written in one step: some twenty milliseconds.
_FILLED = 250
# So many are sorted at a go: the interpreter belongs to nobody else until that is over.
_SORTED = 2_000

_ALL_IN_ORDER = "SELECT title, article_id FROM sorting WHERE title IS NOT NULL ORDER BY title, article_id DESC"
_SOME = "SELECT article_id, title FROM sorting WHERE article_id IN (SELECT value FROM json_each(?))"
_MISSING = "SELECT article.id, article.title FROM sorting JOIN article ON id = article_id WHERE sorting.title IS NULL"
_ALL_SOURCES = "SELECT id, source_id FROM article INDEXED BY article_source"
_SOME_SOURCES = "SELECT id, source_id FROM article WHERE id IN (SELECT value FROM json_each(?))"


def is_wanted(query: ArticleQuery) -> bool:
    """Whether a list stands in such an order."""
    return query.order in (Order.TITLE, Order.SOURCE) or query.by_source


def arranged(
    db: sqlite3.Connection, query: ArticleQuery, ids: Sequence[int]
) -> tuple[list[int], tuple[tuple[int, str], ...]]:
    """Return the places of a list's articles in the order that is asked for.

    And, where it is grouped by source, at which of these a source begins, with its name.
    """
    places: Sequence[int] = range(len(ids))
    if query.order is Order.TITLE:
        places = _by_title(db, ids)
    if query.order is Order.SOURCE or query.by_source:
        places, heads = _by_source(db, ids, places)
        return places, heads if query.by_source else ()
    return list(places), ()


def fill(db: sqlite3.Connection) -> Iterator[None]:
    """Compute where new titles stand among the others, in short transactions; may be closed at any of them."""
    while rows := db.execute(f"{_MISSING} LIMIT ?", (_FILLED,)).fetchall():
        with transaction(db):
            # A title may have become another meanwhile, which is computed next time.
            db.executemany(
                "UPDATE sorting SET title = ? WHERE article_id = ?"
                " AND EXISTS (SELECT 1 FROM article WHERE id = ?2 AND title = ?3)",
                [(sort_key(title), article, title) for article, title in rows],
            )
        yield


def _by_title(db: sqlite3.Connection, ids: Sequence[int]) -> list[int]:
    if _is_few(db, ids):
        found = dict(_looked_up(db, _SOME, ids))
        keys = {article: sort_key(title) for article, title in _titles(db, [id_ for id_ in ids if not found.get(id_)])}
        keys.update((article, title) for article, title in found.items() if title)
        return sorted(range(len(ids)), key=lambda place: (keys.get(ids[place], ""), -ids[place]))
    place_of = _places(ids)
    ordered = in_order_of_titles(db)
    return [place_of[article] for article in ordered if article < len(place_of) and place_of[article] >= 0]


def in_order_of_titles(db: sqlite3.Connection) -> Iterator[int]:
    """Return all articles of the library by their titles, the newest of the same first."""
    missing = ((sort_key(title), article) for article, title in db.execute(_MISSING))
    runs: list[Iterable[tuple[str, int]]] = [db.execute(_ALL_IN_ORDER)]
    while some := sorted(islice(missing, _SORTED), key=_newest_of_same):
        runs.append(some)
    rows = heapq.merge(*runs, key=_newest_of_same) if len(runs) > 1 else runs[0]
    return (article for _, article in rows)


def lacks_many(db: sqlite3.Connection, many: int) -> bool:
    """Whether the places of more titles than these are still to be computed."""
    return len(db.execute("SELECT 1 FROM sorting WHERE title IS NULL LIMIT ?", (many + 1,)).fetchall()) > many


def sources_in_order(db: sqlite3.Connection) -> list[tuple[int, str]]:
    """Return id and name of every source by the sound of the names."""
    return sorted(db.execute("SELECT id, name FROM source"), key=lambda row: (name_key(row[1]), row[0]))


def _newest_of_same(row: tuple[str, int]) -> tuple[str, int]:
    return row[0], -row[1]


def _by_source(
    db: sqlite3.Connection, ids: Sequence[int], places: Sequence[int]
) -> tuple[list[int], tuple[tuple[int, str], ...]]:
    source_of: dict[int, int] | array[int]
    if _is_few(db, ids):
        source_of = dict(_looked_up(db, _SOME_SOURCES, ids))
    else:
        source_of = array("q", [0]) * (max(ids, default=0) + 1)
        for article, source in db.execute(_ALL_SOURCES):
            if article < len(source_of):
                source_of[article] = source
    names = sources_in_order(db)
    groups: dict[int, list[int]] = {source: [] for source, _ in names}
    for place in places:
        groups[source_of[ids[place]]].append(place)
    ordered: list[int] = []
    heads: list[tuple[int, str]] = []
    for source, name in names:
        if groups[source]:
            heads.append((len(ordered), name))
            ordered += groups[source]
    return ordered, tuple(heads)


def _is_few(db: sqlite3.Connection, ids: Sequence[int]) -> bool:
    (total,) = db.execute("SELECT articles FROM category WHERE id = 1").fetchone()
    return len(ids) * _SHARE < int(total)


def _places(ids: Sequence[int]) -> array[int]:
    """Return by article where it stands in a list, -1 where it does not."""
    found = array("q", [-1]) * (max(ids, default=0) + 1)
    for place, article in enumerate(ids):
        found[article] = place
    return found


def _titles(db: sqlite3.Connection, ids: Sequence[int]) -> Iterator[tuple[int, str]]:
    yield from _looked_up(db, "SELECT id, title FROM article WHERE id IN (SELECT value FROM json_each(?))", ids)


def _looked_up(db: sqlite3.Connection, sql: str, ids: Sequence[int]) -> Iterator[tuple[int, Any]]:
    for at in range(0, len(ids), _TOGETHER):
        yield from db.execute(sql, (json.dumps(list(ids[at : at + _TOGETHER])),))
