"""Verifies what must always hold in a library."""

from __future__ import annotations

import sqlite3

from reader.library.pictures.images import ImageStore

# Each returns the number of rows that break the rule.
_RULES = {
    "articles without a body": "SELECT count(*) FROM article WHERE id NOT IN (SELECT article_id FROM content)",
    "articles that no list by title would hold": (
        "SELECT count(*) FROM article WHERE id NOT IN (SELECT article_id FROM sorting)"
    ),
    "articles missing from the list of all": (
        "SELECT count(*) FROM article WHERE id NOT IN (SELECT article_id FROM shelf WHERE category_id = 1)"
    ),
    "articles on no shelf of their own": (
        "SELECT count(*) FROM article WHERE id NOT IN (SELECT article_id FROM shelf WHERE direct = 1)"
    ),
    "list entries with another date than their article": (
        "SELECT count(*) FROM shelf JOIN article ON article.id = article_id WHERE shelf.published <> article.published"
    ),
    "list entries whose unread state differs from the mark": (
        "SELECT count(*) FROM shelf LEFT JOIN mark USING (article_id) WHERE unread <> (read_at IS NULL)"
    ),
    "categories whose numbers differ from their list": (
        "SELECT count(*) FROM category LEFT JOIN (SELECT category_id, count(*) AS listed, sum(unread) AS left_unread"
        " FROM shelf GROUP BY category_id) ON category_id = category.id"
        " WHERE articles <> coalesce(listed, 0) OR unread <> coalesce(left_unread, 0)"
    ),
    "sources whose numbers differ from their articles": (
        "SELECT count(*) FROM source LEFT JOIN (SELECT source_id, count(*) AS listed, sum(unread) AS left_unread"
        " FROM article JOIN shelf ON shelf.article_id = article.id AND category_id = 1 GROUP BY source_id)"
        " ON source_id = source.id WHERE articles <> coalesce(listed, 0) OR unread <> coalesce(left_unread, 0)"
    ),
    "tags whose numbers differ from their articles": (
        "SELECT count(*) FROM tag LEFT JOIN (SELECT tag_id, count(*) AS listed, sum(unread) AS left_unread"
        " FROM article_tag JOIN shelf ON shelf.article_id = article_tag.article_id AND category_id = 1 GROUP BY tag_id)"
        " ON tag_id = tag.id WHERE articles <> coalesce(listed, 0) OR unread <> coalesce(left_unread, 0)"
    ),
    "list entries of merged categories": (
        "SELECT count(*) FROM shelf WHERE category_id IN (SELECT id FROM category WHERE merged_into IS NOT NULL)"
        " AND article_id NOT IN (SELECT article_id FROM misplaced)"
    ),
    "categories that are merged into one that is merged itself": (
        "SELECT count(*) FROM category AS merged JOIN category AS target ON target.id = merged.merged_into"
        " WHERE target.merged_into IS NOT NULL"
    ),
    "list entries missing from the category above": (
        "SELECT count(*) FROM shelf AS below JOIN category ON category.id = below.category_id"
        " WHERE parent_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM shelf AS above"
        " WHERE above.article_id = below.article_id AND above.category_id = parent_id)"
    ),
    "articles that are indexed but not found": (
        "SELECT count(*) FROM article WHERE indexed = 1 AND id NOT IN (SELECT id FROM search_docsize)"
    ),
    "index entries of no article": (
        "SELECT count(*) FROM search_docsize WHERE id NOT IN (SELECT id FROM article WHERE indexed = 1)"
    ),
    "articles that lack other pictures than is noted": (
        "SELECT count(*) FROM article WHERE lacks <> (SELECT CASE count(stored_at) WHEN count(*) THEN 0 WHEN 0 THEN 2"
        " ELSE 1 END FROM picture LEFT JOIN image USING (key) WHERE article_id = article.id)"
    ),
    "smart folders without a name or conditions": "SELECT count(*) FROM saved_search WHERE name = '' OR text = ''",
    "smart folders of the same name": "SELECT count(*) - count(DISTINCT name) FROM saved_search",
    "copied pictures that are not known": (
        "SELECT count(*) FROM picture WHERE key <> '' AND key NOT IN (SELECT key FROM image)"
    ),
}


def check(db: sqlite3.Connection, store: ImageStore) -> list[str]:
    """Return a sentence for each rule that is broken."""
    faults = [f"the file is damaged: {row[0]}" for row in db.execute("PRAGMA integrity_check") if row[0] != "ok"]
    broken = db.execute("PRAGMA foreign_key_check").fetchall()
    if broken:
        faults.append(f"{len(broken)} rows point to nothing")
    for rule, sql in _RULES.items():
        number = db.execute(sql).fetchone()[0]
        if number:
            faults.append(f"{number} {rule}")
    lost = [key for (key,) in db.execute("SELECT key FROM image WHERE stored_at IS NOT NULL") if not store.intact(key)]
    if lost:
        faults.append(f"{len(lost)} picture files are missing or damaged")
    return faults
