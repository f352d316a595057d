"""How complete the articles are offline, and how much space they take: counted by indexes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path

from reader.domain import ALL
from reader.offline import GIVEN_UP, Health
from reader.storage import StorageNumbers

LACKING_BY_CATEGORY = (
    "SELECT category_id, lacks, count(*) FROM article INDEXED BY article_lacking"
    " CROSS JOIN shelf ON shelf.article_id = id WHERE lacks > 0 GROUP BY category_id, lacks"
)
LACKING_BY_SOURCE = (
    "SELECT source_id, lacks, count(*) FROM article INDEXED BY article_lacking WHERE lacks > 0"
    " GROUP BY source_id, lacks"
)
MISSING = (
    "SELECT CASE WHEN picture.reason <> '' THEN picture.reason WHEN image.reason <> '' THEN image.reason"
    " WHEN refusal.reason IS NOT NULL THEN refusal.reason"
    " WHEN address IS NULL AND local IS NULL AND substr(ref, 1, 6) <> 'data:#' THEN 'it is not in the folder'"
    " ELSE '' END, count(*)"
    " FROM article INDEXED BY article_lacking CROSS JOIN picture ON picture.article_id = article.id"
    " LEFT JOIN image ON image.key = picture.key LEFT JOIN refusal USING (address)"
    " WHERE lacks > 0 AND stored_at IS NULL"
    # A lead picture that stands in the text as well is one.
    " AND (position >= 0 OR NOT EXISTS (SELECT 1 FROM picture AS same WHERE same.article_id = article.id"
    " AND same.position >= 0 AND same.ref = picture.ref)) GROUP BY 1"
)
_CATEGORY_TOTALS = "SELECT id, articles FROM category WHERE articles > 0"
_SOURCE_TOTALS = "SELECT source_id, count(*) FROM article INDEXED BY article_source GROUP BY source_id"
_SOURCE_POSTS = (
    "SELECT source_id, sum(length(body) + length(metadata)) FROM article INDEXED BY article_source"
    " CROSS JOIN content ON article_id = id GROUP BY source_id"
)
_SOURCE_PICTURES = (
    "SELECT source_id, sum(CASE WHEN stored_at IS NULL THEN 0 ELSE bytes END), sum((SELECT coalesce(sum(length(data)),"
    " 0) FROM thumbnail WHERE thumbnail.key = image.key)) FROM (SELECT DISTINCT source_id, key FROM picture"
    " INDEXED BY picture_key JOIN article ON id = article_id WHERE key <> '') JOIN image USING (key) GROUP BY source_id"
)


def overall(db: sqlite3.Connection) -> Health:
    """Return the health of all articles."""
    return _healths(db.execute(f"SELECT id, articles FROM category WHERE id = {ALL}"), (
        (ALL, lacks, number) for _, lacks, number in db.execute(LACKING_BY_SOURCE)
    ))[ALL]  # fmt: skip


def by_category(db: sqlite3.Connection) -> dict[int, Health]:
    """Return the health of the articles of each category, by its id; a category holds what lies below it."""
    return _healths(db.execute(_CATEGORY_TOTALS), db.execute(LACKING_BY_CATEGORY))


def by_source(db: sqlite3.Connection) -> dict[int, Health]:
    """Return the health of the articles of each source, by its id."""
    return _healths(db.execute(_SOURCE_TOTALS), db.execute(LACKING_BY_SOURCE))


def _healths(totals: Iterable[tuple[int, int]], lacking: Iterable[tuple[int, int, int]]) -> dict[int, Health]:
    lacks: dict[int, list[int]] = {}
    for group, kind, number in lacking:
        lacks.setdefault(group, [0, 0])[kind - 1] += number
    return {group: Health(total - sum(lacks.get(group, ())), *lacks.get(group, (0, 0))) for group, total in totals}


def missing(db: sqlite3.Connection) -> dict[str, int]:
    """Return how many pictures of articles are missing, by reason, the most first; "" for those never asked for."""
    found: dict[str, int] = {}
    for reason, number in db.execute(MISSING):
        words = GIVEN_UP.get(reason, reason)
        found[words] = found.get(words, 0) + number
    return dict(sorted(found.items(), key=lambda each: -each[1]))


def numbers(db: sqlite3.Connection, file: Path, budget: int) -> StorageNumbers:
    """Return what the library takes, by kind and by source."""

    def number(sql: str) -> int:
        return int(db.execute(sql).fetchone()[0] or 0)

    index = number("SELECT sum(length(block)) FROM search_data")
    thumbnails = number("SELECT sum(length(data)) FROM thumbnail")
    posts = dict(db.execute(_SOURCE_POSTS))
    shown = {source: (stored, small) for source, stored, small in db.execute(_SOURCE_PICTURES)}
    return StorageNumbers(
        database=sum(part.stat().st_size for part in file.parent.glob(f"{file.name}*")),
        index=index,
        pictures=number("SELECT sum(bytes) FROM image WHERE stored_at IS NOT NULL"),
        thumbnails=thumbnails,
        web_pictures=number("SELECT sum(bytes) FROM image WHERE remote = 1 AND stored_at IS NOT NULL"),
        budget=budget,
        sources={source: (posts.get(source, 0), *shown.get(source, (0, 0))) for source in posts.keys() | shown.keys()},
    )
