"""What the library itself does at scale: lists, counts and marks, each beside the bare SQL."""

from __future__ import annotations

import json
import sqlite3
import time
from contextlib import closing
from pathlib import Path

from benchmarks.figures import Figures, share
from benchmarks.table import best, timed
from reader.domain import ALL, ArticleQuery, State
from reader.library.library import Library
from reader.library.store.database import FILE_NAME

_MARKED = 50_000


def run(folder: Path, figures: Figures) -> None:
    """Measure the library in `folder`, and leave it as it was."""
    with Library(folder) as library, closing(sqlite3.connect(folder / FILE_NAME, isolation_level=None)) as db:
        _counts(library, db, figures)
        _lists(library, db, figures)
        _marks(library, db, figures)
        size = sum(part.stat().st_size for part in folder.glob(f"{FILE_NAME}*"))
        figures.add("library, index included", size / 1e6, "MB")
        _upkeep(library, figures)


def _counts(library: Library, db: sqlite3.Connection, figures: Figures) -> None:
    midnight = int(time.time())
    ours = best(lambda: (library.categories(), library.counts(midnight)))
    counted = "SELECT category_id, count(*), sum(unread) FROM shelf GROUP BY category_id"
    bare = best(lambda: db.execute(counted).fetchall(), 2)
    figures.add("all numbers of the sidebar", ours * 1000, "ms", "", "counting them", bare * 1000)


def _lists(library: Library, db: sqlite3.Connection, figures: Figures) -> None:
    many = max((node for node in library.categories() if node.id > ALL), key=lambda node: node.total).id
    for name, query, where in (
        ("All", ArticleQuery(), f"category_id = {ALL}"),
        ("Unread", ArticleQuery(state=State.UNREAD), f"category_id = {ALL} AND unread = 1"),
        ("the largest category", ArticleQuery(category=many), f"category_id = {many}"),
    ):
        sql = f"SELECT article_id FROM shelf WHERE {where} ORDER BY published DESC, article_id DESC LIMIT 100"
        bare = best(lambda sql=sql: db.execute(sql).fetchall())  # type: ignore[misc]
        began = best(lambda query=query: next(library.growing(query)))  # type: ignore[misc]
        figures.add(f"{name}: its beginning", began * 1000, "ms", "< 100 ms", "bare SQL, 100 rows", bare * 1000)
    whole = "SELECT article_id, published FROM shelf WHERE category_id = 1 ORDER BY published DESC, article_id DESC"
    bare = best(lambda: db.execute(whole).fetchall(), 3)
    ours = best(lambda: library.listing(ArticleQuery()), 3)
    figures.add("All: every id", ours * 1000, "ms", "", "bare SQL", bare * 1000)
    ids = library.listing(ArticleQuery()).ids
    page = best(lambda: library.articles(ids[len(ids) // 2 :][:100]))
    figures.add("a page of 100 rows", page * 1000, "ms")


def _marks(library: Library, db: sqlite3.Connection, figures: Figures) -> None:
    ids = library.listing(ArticleQuery(state=State.UNREAD)).ids[:_MARKED]
    name = f"mark {_MARKED:,} read"
    db.execute("BEGIN IMMEDIATE")
    update = "UPDATE shelf SET unread = 0 WHERE article_id IN (SELECT value FROM json_each(?))"
    bare, _ = timed(lambda: db.execute(update, (json.dumps(list(ids)),)))
    db.execute("ROLLBACK")
    done, undone = [], []
    for _ in range(3):
        seconds, changes = timed(lambda: library.set_read(ids, read=True))
        done.append(seconds)
        undone.append(timed(lambda changes=changes: library.restore(changes))[0])  # type: ignore[misc]
    figures.add(name, min(done) * 1000, "ms", "< 500 ms", "the bare UPDATE", bare * 1000)
    figures.add(f"{name}, undone", min(undone) * 1000, "ms", "< 500 ms", "the bare UPDATE", bare * 1000)


def _upkeep(library: Library, figures: Figures) -> None:
    steps = []
    began = last = time.perf_counter()
    for _ in library.tidy():
        now = time.perf_counter()
        steps.append(now - last)
        last = now
    figures.add("upkeep of a library just made", time.perf_counter() - began, "s")
    if steps:
        figures.add("upkeep, a step at p99", share(steps, 0.99), "ms")
