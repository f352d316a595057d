"""Makes a library with missing rows consistent again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import zstandard

from reader.library.shelf.details import Details
from reader.library.shelf.relisting import paths_of
from reader.library.shelf.shelving import listed_in
from reader.library.store.packing import Packer
from reader.library.store.transactions import transaction

# Rows that point to nothing. Files without their article are read again by the next import.
_ORPHANS = """
DELETE FROM article WHERE source_id NOT IN (SELECT id FROM source);
DELETE FROM article WHERE id NOT IN (SELECT article_id FROM content);
DELETE FROM sorting WHERE article_id NOT IN (SELECT id FROM article);
DELETE FROM content WHERE article_id NOT IN (SELECT id FROM article);
DELETE FROM file WHERE source_id NOT IN (SELECT id FROM source);
DELETE FROM file WHERE article_id IS NOT NULL AND article_id NOT IN (SELECT id FROM article);
DELETE FROM problem WHERE source_id NOT IN (SELECT id FROM source);
DELETE FROM mark WHERE article_id NOT IN (SELECT id FROM article);
DELETE FROM article_tag WHERE article_id NOT IN (SELECT id FROM article) OR tag_id NOT IN (SELECT id FROM tag);
DELETE FROM picture WHERE article_id NOT IN (SELECT id FROM article);
UPDATE picture SET key = '', reason = '' WHERE key <> '' AND key NOT IN (SELECT key FROM image);
DELETE FROM thumbnail WHERE key NOT IN (SELECT key FROM image);
DELETE FROM consent WHERE source_id IS NOT NULL AND source_id NOT IN (SELECT id FROM source);
UPDATE category SET merged_into = NULL WHERE merged_into NOT IN (SELECT id FROM category);
DELETE FROM misplaced WHERE article_id NOT IN (SELECT id FROM article);
DELETE FROM shelf WHERE article_id NOT IN (SELECT id FROM article) OR category_id NOT IN (SELECT id FROM category)
"""
#: Deletes categories whose parent is not there; run until it finds none.
LOST_CATEGORIES = "DELETE FROM category WHERE parent_id IS NOT NULL AND parent_id NOT IN (SELECT id FROM category)"
# Articles of which the list entries are not complete.
_MISPLACED = (
    "SELECT id FROM article WHERE ?1 OR id NOT IN (SELECT article_id FROM shelf WHERE category_id = 1)"
    " OR id NOT IN (SELECT article_id FROM shelf WHERE direct = 1)"
    " OR id IN (SELECT article_id FROM shelf AS below JOIN category ON category.id = below.category_id"
    " WHERE parent_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM shelf AS above"
    " WHERE above.article_id = below.article_id AND above.category_id = parent_id))"
)
# What stands in two places, from the one that counts. The search index was not taken over, and fills by itself.
_DERIVED = """
UPDATE shelf SET published = article.published, unread = read_at IS NULL
    FROM article LEFT JOIN mark ON mark.article_id = article.id WHERE article.id = shelf.article_id;
UPDATE category SET articles = (SELECT count(*) FROM shelf WHERE category_id = category.id),
    unread = (SELECT count(*) FROM shelf WHERE category_id = category.id AND shelf.unread = 1);
UPDATE source SET (articles, unread) = (SELECT count(*), coalesce(sum(shelf.unread), 0)
    FROM article JOIN shelf ON shelf.article_id = article.id AND category_id = 1 WHERE source_id = source.id);
UPDATE tag SET (articles, unread) = (SELECT count(*), coalesce(sum(shelf.unread), 0)
    FROM article_tag JOIN shelf ON shelf.article_id = article_tag.article_id AND category_id = 1
    WHERE tag_id = tag.id);
UPDATE article SET indexed = 0, lacks = coalesce((
    SELECT CASE count(stored_at) WHEN count(*) THEN 0 WHEN 0 THEN 2 ELSE 1 END
    FROM picture LEFT JOIN image USING (key) WHERE article_id = article.id), 0)
"""


def mend(db: sqlite3.Connection, damaged: set[str]) -> Iterator[None]:
    """Drop what is not whole and make anew what can be derived; `damaged` are the tables that lack rows."""
    packer = Packer()
    with transaction(db):
        yield from _drop_unreadable(db, packer)
        while db.execute(LOST_CATEGORIES).rowcount:
            yield
        for statement in _ORPHANS.split(";"):
            db.execute(statement)
            yield
        yield from _shelve_again(db, every=bool(damaged & {"shelf", "category"}))
        for statement in _DERIVED.split(";"):
            db.execute(statement)
            yield


def _drop_unreadable(db: sqlite3.Connection, packer: Packer) -> Iterator[None]:
    """Drop texts that SQLite returned and that are none."""
    broken: list[int] = []
    for article, body in db.execute("SELECT article_id, body FROM content"):
        try:
            packer.unpack(body)
        except (zstandard.ZstdError, ValueError):
            broken.append(article)
            yield
    db.executemany("DELETE FROM content WHERE article_id = ?", [(article,) for article in broken])


def _shelve_again(db: sqlite3.Connection, *, every: bool) -> Iterator[None]:
    details = Details(db)
    for article, published, unread in db.execute(
        "SELECT id, published, read_at IS NULL FROM article LEFT JOIN mark ON article_id = id"
        f" WHERE id IN ({_MISPLACED})",
        (every,),
    ).fetchall():
        # Before it leaves the shelf, which tells the paths of what lost its files.
        paths = paths_of(db, article) or listed_in(db, article)
        db.execute("DELETE FROM shelf WHERE article_id = ?", (article,))
        details.shelve(article, published, paths, unread=bool(unread))
        yield
