"""An ArticleQuery as SQL: each list and each count is a range of one covering index."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import chain

from reader.domain import ALL, ArticleQuery, Order, State
from reader.late import late
from reader.library.store.database import Sql

with late():
    from reader.library.conditions import query_conditions, query_tree, search

#: A page of rows: the columns of domain.Article.
ROWS = """
SELECT article.id, title, summary, author, article.published, timed, source.name, thumbnail,
       read_at IS NULL, bookmarked_at IS NOT NULL, gone_at IS NOT NULL
FROM article JOIN source ON source.id = source_id LEFT JOIN mark ON article_id = article.id
WHERE article.id IN (SELECT value FROM json_each(?))
"""


def split(root: query_tree.Node | None) -> tuple[str | None, list[query_tree.Node]]:
    """Return what the index can find of conditions, and what is left of them; None and nothing where there are none."""
    return (None, []) if root is None else search.split(root)


def listing(query: ArticleQuery, root: query_tree.Node | None = None, hits: Sequence[int] | None = None) -> Sql:
    """Return the SQL for the (id, published) pairs of a list in order; `root` are the conditions of its text.

    `hits` are all articles that hold its words, where they are known; then the index is not asked, nor can it weigh.
    """
    words, conditions = split(root)
    sql, values = _pairs(query, words, conditions, hits)
    return f"{sql} ORDER BY {_order(query, words)}", values


def titles_first(query: ArticleQuery, root: query_tree.Node) -> Sql:
    """Return the SQL for the (id, published) pairs of a search: those with the words in the title, then the others."""
    sql, values = _pairs(query, *split(root))
    titles, _ = split(search.titled(root))
    first = "shelf.article_id IN (SELECT rowid FROM search WHERE search MATCH ?) DESC"
    return f"{sql} ORDER BY {first}, {_order(query, None)}", [*values, titles]


def counting(query: ArticleQuery, root: query_tree.Node | None) -> Sql:
    """Return the SQL for the number of articles in a list: the same rows, in no order."""
    sql, values = members(query, root)
    return f"SELECT count(*) FROM ({sql})", values


def members(query: ArticleQuery, root: query_tree.Node | None) -> Sql:
    """Return the SQL for the (id, published) pairs of a list, in no order."""
    return _pairs(query, *split(root))


def newest(query: ArticleQuery, conditions: list[query_tree.Node]) -> Sql:
    """Return the SQL for the (id, published) pairs of a list, newest first, whatever words it is asked for."""
    sql, values = _pairs(query, None, conditions)
    return f"{sql} ORDER BY {_order(query, None)}", values


def among(query: ArticleQuery, conditions: list[query_tree.Node]) -> Sql:
    """Return the SQL for the (id, published) pairs of a list, whatever words it is asked for, among some articles.

    Their ids, as JSON, go before its values.
    """
    category, left = _category(query, conditions)
    where, values = ["shelf.category_id = ?"], list[object]([category])
    if query.state is State.UNREAD:
        where.append("shelf.unread = 1")
    if query.source is not None:
        where.append("(SELECT source_id FROM article WHERE id = shelf.article_id) = ?")
        values.append(query.source)
    if query.periods:
        _in_periods(query.periods, "shelf", where, values, ranged=False)
    for each in [*left, *([query_tree.Published(query.since, None)] if query.since is not None else [])]:
        sql, bound = query_conditions.condition(each)
        where.append(sql)
        values += bound
    table = "json_each(?) AS one CROSS JOIN shelf ON shelf.article_id = one.value"
    return f"SELECT shelf.article_id, shelf.published FROM {table} WHERE {' AND '.join(where)}", values


#: The hits of words, and those within a range of ids: the index goes to its beginning, and no further than its end.
ALL_HITS = "SELECT rowid FROM search WHERE search MATCH ?"
HITS = "SELECT rowid FROM search WHERE search MATCH ? AND rowid BETWEEN ? AND ?"
#: Those of some articles, as JSON, within a range of ids. "+" keeps SQLite from asking the index about each of them.
HITS_AMONG = f"{HITS} AND +rowid IN (SELECT value FROM json_each(?))"


#: When a row of the periods that are asked for begins, and when it is over.
_PERIOD = ("json_extract(period.value, '$[0]')", "json_extract(period.value, '$[1]')")


def _pairs(
    query: ArticleQuery, words: str | None, conditions: list[query_tree.Node], hits: Sequence[int] | None = None
) -> Sql:
    category, conditions = _category(query, conditions)
    if query.tag is not None:
        conditions = [*conditions, query_tree.Named(query_tree.Naming.TAG, "", 0, 0, (query.tag,))]
    # "+" takes the order by date from SQLite, for which it would rather walk through the whole category.
    few = "+" if any(query_conditions.finds_few(each) for each in conditions) else ""
    where, values = [f"{few}shelf.category_id = ?"], list[object]([category])
    table = "shelf"
    if words:
        # The index finds fewer articles than a category lists, as a rule, so it goes first.
        table = "search CROSS JOIN shelf ON shelf.article_id = search.rowid"
        if hits is None:
            where.insert(0, "search MATCH ?")
        else:
            table = "json_each(?) CROSS JOIN shelf ON shelf.article_id = json_each.value"
        values.insert(0, words if hits is None else json.dumps(hits))
    if query.state is State.BOOKMARKED:
        joined = "JOIN mark ON mark.article_id = shelf.article_id"
        table = f"{table} {joined}" if words else "mark CROSS JOIN shelf ON shelf.article_id = mark.article_id"
        where.append("mark.bookmarked_at IS NOT NULL")
    if query.source is not None:
        if _by_source(query, words):
            table = "article INDEXED BY article_source CROSS JOIN shelf ON shelf.article_id = article.id"
        else:
            table += " JOIN article ON article.id = shelf.article_id"
        where.append("article.source_id = ?")
        values.append(query.source)
    if query.state is State.UNREAD:
        where.append("shelf.unread = 1")
    if query.periods:
        table = _in_periods(query.periods, table, where, values, ranged=not few)
    for each in [*conditions, *([query_tree.Published(query.since, None)] if query.since is not None else [])]:
        sql, bound = query_conditions.condition(each)
        where.append(sql)
        values += bound
    return f"SELECT shelf.article_id, shelf.published FROM {table} WHERE {' AND '.join(where)}", values


def _in_periods(
    periods: tuple[tuple[int, int], ...], table: str, where: list[str], values: list[object], *, ranged: bool
) -> str:
    """Add what was published in any of these periods to the conditions and their values; return what to read from."""
    column = "article.published" if table.startswith("article") else "shelf.published"
    if len(periods) > 1 and ranged and table.startswith(("article", "shelf")):
        # Each is a range of the index; as conditions they would be looked for in all of the list.
        where.append(f"{column} >= {_PERIOD[0]} AND {column} < {_PERIOD[1]}")
        values.insert(0, json.dumps(periods))
        return f"json_each(?) AS period CROSS JOIN {table}"
    where.append(f"({' OR '.join([f'{column} >= ? AND {column} < ?'] * len(periods))})")
    values += chain.from_iterable(periods)
    return table


def _order(query: ArticleQuery, words: str | None) -> str:
    order = "shelf.published DESC, shelf.article_id DESC"
    if query.source is not None and _by_source(query, words):
        order = "article.published DESC, article.id DESC"  # The same, in the order of another index.
    if query.order is Order.OLDEST:
        return order.replace(" DESC", "")
    if query.order is Order.NEWEST_MARK and query.state is State.BOOKMARKED:
        return "mark.bookmarked_at DESC, mark.article_id DESC"
    return f"{search.RELEVANCE}, {order}" if query.order is Order.RELEVANCE and words else order


def _by_source(query: ArticleQuery, words: str | None) -> bool:
    """Whether the list of a source is a range of the index of sources; words and bookmarks find fewer articles."""
    return not words and query.state is not State.BOOKMARKED and query.tag is None


def _category(query: ArticleQuery, conditions: list[query_tree.Node]) -> tuple[int, list[query_tree.Node]]:
    """Return the category to list: one that is asked for by name has a range of the index of its own."""
    if query.category == ALL:
        for each in conditions:
            if (
                isinstance(each, query_tree.Named)
                and each.naming is query_tree.Naming.CATEGORY
                and each.ids
                and len(each.ids) == 1
            ):
                return each.ids[0], [other for other in conditions if other is not each]
    return query.category, conditions
