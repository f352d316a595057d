"""Lists of articles as ids: whole, or the first page while the rest is still being found."""

from __future__ import annotations

import json
import sqlite3
import time
from array import array
from collections.abc import Iterator
from dataclasses import replace
from enum import Enum

from reader.domain import ArticleQuery, Order
from reader.frozen import frozen
from reader.late import late
from reader.library.listing import queries
from reader.library.listing.queries import split
from reader.library.store.database import Sql
from reader.library.store.transactions import one_moment

with late():
    from reader.library.conditions import query_conditions, query_tree, rare, search
    from reader.library.listing import beginning, ordering

# So many hits are fetched and sorted in some 30 ms.
_MANY = 20_000
# The first hits are looked for among so many of the newest articles, at first among few, then among more. Their ids are
# taken for so many runs at most; a gap of so many ids is no longer to read over than to begin again behind it.
_NEWEST = (2_000, 20_000)
_RUNS, _GAP = 24, 50
# How many hits there are is reckoned from so many samples of the index, each of so many ids.
_SAMPLES, _SAMPLE = 5, 400
# Of a list that takes longer than this (seconds), so many articles are shown before the rest is there.
_MOMENT, _BEGINNING = 0.02, 200
_TOGETHER = 500


@frozen
class Listing:
    """A list: the ids of its articles in order, and beside each its publication time (seconds, UTC).

    Not `whole`, it is only the beginning. `titles_first` where hits were too many to weigh each against the others.
    `sources` tells where each source begins, with its name, where the list is grouped so.
    """

    ids: array[int]
    times: array[int]
    whole: bool = True
    titles_first: bool = False
    sources: tuple[tuple[int, str], ...] = ()


def listing(db: sqlite3.Connection, query: ArticleQuery, root: query_tree.Node | None) -> Listing:
    """Return a whole list; `root` are the conditions of the query's text, None while it holds none: all are listed."""
    if ordering.is_wanted(query):
        return _arranged(db, query, root)
    kind, sql = _whole(db, query, root)
    return replace(_fetched(db, sql), titles_first=kind is _Found.MANY)


def _arranged(db: sqlite3.Connection, query: ArticleQuery, root: query_tree.Node | None) -> Listing:
    with one_moment(db):  # What is in the list must still be there when it is put in order.
        kind, sql = _whole(db, query, root)
        found = _fetched(db, sql)
        places, sources = ordering.arranged(db, query, found.ids)
    return replace(_at(found, places), titles_first=kind is _Found.MANY, sources=sources)


def _arranged_soon(
    db: sqlite3.Connection, query: ArticleQuery, root: query_tree.Node | None, most: int
) -> Listing | None:
    """Return the beginning of such a list, None where it is not there much sooner than the whole."""
    words, conditions = split(root)
    if words is not None and not _finds_many(db, words):
        return None
    hits = None if words is None else {row for (row,) in db.execute(queries.ALL_HITS, (words,))}
    found = beginning.beginning(db, query, conditions, hits, most)
    return None if found is None else Listing(found.ids, found.times, sources=found.sources)


def _has_many(db: sqlite3.Connection) -> bool:
    """Whether to arrange a list of this library may take longer than a moment."""
    return bool(db.execute("SELECT articles > ? FROM category WHERE id = 1", (_MANY,)).fetchone()[0])


def growing(db: sqlite3.Connection, query: ArticleQuery, root: query_tree.Node | None) -> Iterator[Listing]:
    """Yield a whole list; where that takes longer than a moment, its beginning before."""
    if ordering.is_wanted(query):
        if _has_many(db) and (soon := _arranged_soon(db, query, root, _BEGINNING)) is not None:
            yield replace(soon, whole=False)
        yield listing(db, query, root)
        return
    # Hits of words come in another order than they are shown in, so that their beginning is a question of its own.
    kind, sql = _whole(db, query, root)
    soon = _beginning(db, query, root, kind, _BEGINNING)
    if soon is None and kind is _Found.SOME:
        sql = _walked(db, query, root) or sql
    told = soon is not None and len(soon.ids) == _BEGINNING
    if soon is not None and told:
        yield replace(soon, whole=False)
    began = time.monotonic()
    ids, times = array("q"), array("q")
    found = db.execute(*sql)
    while rows := found.fetchmany(_TOGETHER):
        _add(rows, ids, times)
        if not told and time.monotonic() - began > _MOMENT:
            told = True
            yield Listing(ids[:_BEGINNING], times[:_BEGINNING], whole=False)
    yield Listing(ids, times, titles_first=kind is _Found.MANY)


def count(db: sqlite3.Connection, query: ArticleQuery, root: query_tree.Node | None) -> int:
    """Return how many articles a list has."""
    return int(db.execute(*queries.counting(query, root)).fetchone()[0])


def first(db: sqlite3.Connection, query: ArticleQuery, root: query_tree.Node | None, most: int) -> Listing:
    """Return the beginning of a list, in a time that hardly grows with it."""
    if ordering.is_wanted(query):
        if (soon := _arranged_soon(db, query, root, most)) is not None:
            return soon
        whole = listing(db, query, root)
        sources = tuple(source for source in whole.sources if source[0] < most)
        return replace(whole, ids=whole.ids[:most], times=whole.times[:most], sources=sources)
    kind, whole_list = _whole(db, query, root)
    soon = _beginning(db, query, root, kind, most)
    if soon is None and kind is _Found.SOME:
        whole_list = _walked(db, query, root) or whole_list
    sql, values = whole_list
    return soon or _fetched(db, (f"{sql} LIMIT ?", [*values, most]))


class _Found(Enum):
    """How many articles hold the words, as far as that decides how they are listed."""

    FEW = "few"
    SOME = "some"
    MANY = "many"


def _whole(db: sqlite3.Connection, query: ArticleQuery, root: query_tree.Node | None) -> tuple[_Found, Sql]:
    """Return the SQL for a whole list, and of how many hits: of very many, their titles decide what is best.

    BM25 looks at all hits, and at each of them twice: at a million articles it would take seconds.
    """
    words, _ = split(root)
    if root is None or words is None:
        return _Found.SOME, queries.listing(query, root)
    if query.order is Order.RELEVANCE:
        if _finds_many(db, words):
            return _Found.MANY, queries.titles_first(query, root)
    elif (found := rare.all_hits(db, words)) is not None:
        return _Found.FEW, queries.listing(query, root, found)
    return _Found.SOME, queries.listing(query, root)


def _walked(db: sqlite3.Connection, query: ArticleQuery, root: query_tree.Node | None) -> Sql | None:
    """Return the SQL for a whole list of all hits, where there are words and these hits are not too many after all."""
    words, _ = split(root)
    hits = None if words is None or query.order is Order.RELEVANCE else rare.all_hits(db, words, reckoned=False)
    return None if hits is None else queries.listing(query, root, hits)


def _beginning(
    db: sqlite3.Connection, query: ArticleQuery, root: query_tree.Node | None, kind: _Found, most: int
) -> Listing | None:
    """Return the beginning of a list where it can be had before the whole, else None."""
    if kind is _Found.MANY:
        return _titles_first(db, query, root, most)
    return _soon(db, query, root, most) if kind is _Found.SOME else None


def _titles_first(
    db: sqlite3.Connection, query: ArticleQuery, root: query_tree.Node | None, most: int
) -> Listing | None:
    """Return the beginning of hits of which those with the words in the title come first."""
    if root is None:
        return None
    by_date = replace(query, order=Order.NEWEST)
    best = first(db, by_date, search.titled(root), most)
    ids, times, known = best.ids[:], best.times[:], set(best.ids)
    if len(ids) < most:
        newest = first(db, by_date, root, most)
        left = [place for place, article in enumerate(newest.ids) if article not in known][: most - len(ids)]
        others = _at(newest, left)
        ids, times = ids + others.ids, times + others.times
    return Listing(ids, times, titles_first=True)


def _soon(db: sqlite3.Connection, query: ArticleQuery, root: query_tree.Node | None, most: int) -> Listing | None:
    """Return the first hits of words as far as they are among the newest articles, None where most are not."""
    words, conditions = split(root)
    if words is None or query.order is not Order.NEWEST:
        return None
    if any(query_conditions.finds_few(each) for each in conditions) and not _finds_many(db, words):
        return None  # These few are no range of an index, in whose order they could be had.
    sql, values = queries.newest(query, conditions)
    number = _NEWEST[0]
    while True:
        newest = _fetched(db, (f"{sql} LIMIT ?", [*values, number]))
        hits = _hits(db, words, newest.ids)
        places = [place for place, article in enumerate(newest.ids) if article in hits]
        if len(places) >= most or len(newest.ids) < number:
            return _at(newest, places[:most])
        # Twice as many as hold enough if the hits lie evenly.
        wanted = 2 * most * number // max(len(places), 1)
        if number == _NEWEST[-1] or wanted > 2 * _NEWEST[-1]:
            return None  # So rare are they that more of the newest would not hold enough.
        number = min(wanted, _NEWEST[-1])


def _at(listing: Listing, places: list[int]) -> Listing:
    """Return the articles at some places of a list."""
    columns = (listing.ids, listing.times)
    ids, times = (array("q", [column[place] for place in places]) for column in columns)
    return Listing(ids, times)


def _hits(db: sqlite3.Connection, words: str, among: array[int]) -> set[int]:
    """Return which articles the index finds, all of those `among` at least; others may be with them.

    What was published together was most often imported together, so that their ids lie in a few runs. The index is
    asked about these; to walk through all of its hits takes up to half a second at a million articles.
    """
    if search.BEGINNING in words and among:
        # Put together anew for each question, it is asked for once; leaving out is cheaper than handing over.
        asked = (words, min(among), max(among), json.dumps(among.tolist()))
        return {row for (row,) in db.execute(queries.HITS_AMONG, asked)}
    found: set[int] = set()
    for low, high in _runs(sorted(among), _RUNS):
        found.update(row for (row,) in db.execute(queries.HITS, (words, low, high)))
    return found


def _runs(ids: list[int], most: int) -> Iterator[tuple[int, int]]:
    """Split ascending ids where the gaps between them are widest; yields the first and the last of each run."""
    wide = [place for place in range(1, len(ids)) if ids[place] - ids[place - 1] > _GAP]
    wide.sort(key=lambda place: ids[place - 1] - ids[place])
    start = 0
    for place in [*sorted(wide[: most - 1]), len(ids)]:
        if place > start:
            yield ids[start], ids[place - 1]
        start = place


def _fetched(db: sqlite3.Connection, sql: Sql) -> Listing:
    ids, times = array("q"), array("q")
    found = db.execute(*sql)
    while rows := found.fetchmany(_TOGETHER):
        _add(rows, ids, times)
    return Listing(ids, times)


def _add(rows: list[tuple[int, int]], ids: array[int], times: array[int]) -> None:
    """Take rows over: as columns, which is quicker than one by one."""
    more_ids, more_times = zip(*rows, strict=True)
    ids.extend(more_ids)
    times.extend(more_times)


def _finds_many(db: sqlite3.Connection, words: str) -> bool:
    """Whether the index holds words in some 20,000 articles or more.

    Of rare phrases of frequent characters, counting would look at each article that holds these.
    """
    (last,) = db.execute("SELECT coalesce(max(id), 0) FROM article").fetchone()
    # Of a word's beginning each sample would put all words together anew that begin so.
    if last <= _SAMPLES * _SAMPLE or search.BEGINNING in words:
        return _number(db, f"{queries.HITS} LIMIT ?", (words, 1, last, _MANY + 1)) > _MANY
    found = 0
    for sample in range(_SAMPLES):
        begin = last * sample // _SAMPLES
        found += _number(db, queries.HITS, (words, begin + 1, begin + _SAMPLE))
    return bool(found * last > _MANY * _SAMPLES * _SAMPLE)


def _number(db: sqlite3.Connection, sql: str, values: tuple[object, ...]) -> int:
    return int(db.execute(f"SELECT count(*) FROM ({sql})", values).fetchone()[0])
