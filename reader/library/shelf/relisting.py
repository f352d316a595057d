"""Which categories list an article: those that its files name, with merges followed."""

from __future__ import annotations

import sqlite3

from reader.domain import ALL
from reader.library.shelf.details import Details, pack_categories, unpack_categories
from reader.library.shelf.merging import any_merged
from reader.library.shelf.shelving import listed_in, put
from reader.library.store.statements import exists


def paths_of(db: sqlite3.Connection, article: int) -> list[tuple[str, ...]]:
    """Return the category paths that an article's files name; those an older version read name what is listed."""
    found: dict[tuple[str, ...], None] = {}
    for (packed,) in db.execute("SELECT categories FROM file WHERE article_id = ? ORDER BY path", (article,)):
        named = listed_in(db, article) if packed is None else unpack_categories(packed)
        found.update(dict.fromkeys(named))
    return list(found)


def relist(db: sqlite3.Connection, details: Details, article: int) -> bool:
    """Let an article stand in the lists where it now belongs, and in no other; return whether anything changed."""
    listed = db.execute(
        "SELECT published, unread FROM shelf WHERE article_id = ? AND category_id = ?", (article, ALL)
    ).fetchone()
    if listed is None:
        return False
    _name_categories(db, article)
    wanted = details.lists(paths_of(db, article))
    have = dict(db.execute("SELECT category_id, direct FROM shelf WHERE article_id = ?", (article,)).fetchall())
    changed = {node for node in wanted.keys() | have.keys() if wanted.get(node) != have.get(node)}
    db.executemany(
        "DELETE FROM shelf WHERE article_id = ? AND category_id = ?",
        [(article, node) for node in sorted(changed & have.keys())],
    )
    put(db, [(article, node, *listed, wanted[node]) for node in sorted(changed & wanted.keys())])
    return bool(changed)


def _name_categories(db: sqlite3.Connection, article: int) -> None:
    """Note what files name of which an older version noted nothing: once merged, the lists do not tell it any more."""
    if exists(db, "FROM file WHERE article_id = ? AND categories IS NULL", (article,)) and any_merged(db):
        named = pack_categories(listed_in(db, article))
        db.execute("UPDATE file SET categories = ? WHERE article_id = ? AND categories IS NULL", (named, article))
