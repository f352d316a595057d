"""Conditions as SQL on the rows of `shelf`, each by an index; none scans the articles or their texts."""

from __future__ import annotations

import json

from reader.library.conditions.query_tree import And, Has, Is, Language, Named, Naming, Node, Not, Or, Published, Words
from reader.library.conditions.search import expression
from reader.library.store.database import Sql

# "+" keeps SQLite from beginning with the set and sorting afterwards: these may hold most of the library.
_NAMED = {
    Naming.CATEGORY: (
        "shelf.article_id IN (SELECT listed.article_id FROM shelf AS listed INDEXED BY shelf_newest"
        " WHERE listed.category_id IN (SELECT value FROM json_each(?)))"
    ),
    Naming.TAG: (
        "shelf.article_id IN (SELECT article_id FROM article_tag INDEXED BY article_tag_by_tag"
        " WHERE tag_id IN (SELECT value FROM json_each(?)))"
    ),
    Naming.SOURCE: (
        "+shelf.article_id IN (SELECT id FROM article INDEXED BY article_source"
        " WHERE source_id IN (SELECT value FROM json_each(?)))"
    ),
}
_MARKS: dict[Is | Has, str] = {
    Is.UNREAD: "shelf.unread = 1",
    Is.READ: "shelf.unread = 0",
    Is.BOOKMARKED: (
        "shelf.article_id IN (SELECT article_id FROM mark INDEXED BY mark_bookmarked WHERE bookmarked_at IS NOT NULL)"
    ),
    Is.GONE: "shelf.article_id IN (SELECT id FROM article INDEXED BY article_gone WHERE gone_at IS NOT NULL)",
    Has.PICTURE: "EXISTS (SELECT 1 FROM picture WHERE picture.article_id = shelf.article_id)",
    Has.THUMBNAIL: "EXISTS (SELECT 1 FROM article WHERE article.id = shelf.article_id AND thumbnail <> '')",
}
_FOUND = "shelf.article_id IN (SELECT rowid FROM search WHERE search MATCH ?)"
# A language and those that name a region of it: "." comes right after "-".
_LANGUAGE = (
    "+shelf.article_id IN (SELECT article_id FROM content INDEXED BY content_lang WHERE lang = ? COLLATE NOCASE"
    " UNION ALL SELECT article_id FROM content INDEXED BY content_lang"
    " WHERE lang > ? COLLATE NOCASE AND lang < ? COLLATE NOCASE"
    " UNION ALL SELECT article_id FROM content INDEXED BY content_lang"
    " WHERE lang > ? COLLATE NOCASE AND lang < ? COLLATE NOCASE)"
)


def condition(node: Node) -> Sql:
    """Return an SQL expression that is true of the rows of `shelf` which a condition is about."""
    match node:
        case Words():
            return _FOUND, [expression(node)]
        case Is() | Has():
            return _MARKS[node], []
        case Named(naming, ids=ids):
            return (_NAMED[naming], [json.dumps(ids)]) if ids else ("0", [])
        case Language(tag):
            return _LANGUAGE, [tag, f"{tag}-", f"{tag}.", f"{tag}_", f"{tag}`"]
        case Published(since, until):
            bounds = [(">=", since), ("<", until)]
            known = [(sign, bound) for sign, bound in bounds if bound is not None]
            return " AND ".join(f"shelf.published {sign} ?" for sign, _ in known), [bound for _, bound in known]
        case Not(inner):
            sql, values = condition(inner)
            return f"NOT ({sql})", values
        case And(items):
            return _joined(" AND ", items)
        case Or(items):
            # Words side by side are one question to the index.
            whole = expression(node)
            return (_FOUND, [whole]) if whole else _joined(" OR ", items)


def finds_few(node: Node) -> bool:
    """Whether a condition holds of so few articles that a list had better begin with these than with the newest."""
    return node in (Is.BOOKMARKED, Is.GONE) or (isinstance(node, Named) and node.naming is Naming.TAG)


def _joined(sign: str, items: tuple[Node, ...]) -> Sql:
    parts = [condition(item) for item in items]
    return "(" + sign.join(sql for sql, _ in parts) + ")", [value for _, values in parts for value in values]
