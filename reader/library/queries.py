"""An ArticleQuery as SQL: each list and each count is a range of one covering index."""

from __future__ import annotations

from reader.domain import ALL, ArticleQuery, Order, State
from reader.library.query_conditions import Sql, condition, finds_few
from reader.library.query_tree import Named, Naming, Node, Published
from reader.library.search import RELEVANCE, split, titled

#: A page of rows: the columns of domain.Article.
ROWS = """
SELECT article.id, title, summary, author, article.published, timed, source.name, thumbnail,
       read_at IS NULL, bookmarked_at IS NOT NULL, gone_at IS NOT NULL
FROM article JOIN source ON source.id = source_id LEFT JOIN mark ON article_id = article.id
WHERE article.id IN (SELECT value FROM json_each(?))
"""


def listing(query: ArticleQuery, root: Node | None = None) -> Sql:
    """Return the SQL for the (id, published) pairs of a list in order; `root` are the conditions of its text."""
    words, conditions = split(root)
    sql, values = _pairs(query, words, conditions)
    return f"{sql} ORDER BY {_order(query, words)}", values


def titles_first(query: ArticleQuery, root: Node) -> Sql:
    """Return the SQL for the (id, published) pairs of a search: those with the words in the title, then the others."""
    sql, values = _pairs(query, *split(root))
    titles, _ = split(titled(root))
    first = "shelf.article_id IN (SELECT rowid FROM search WHERE search MATCH ?) DESC"
    return f"{sql} ORDER BY {first}, {_order(query, None)}", [*values, titles]


def counting(query: ArticleQuery, root: Node | None = None) -> Sql:
    """Return the SQL for the number of articles in a list: the same rows, in no order."""
    sql, values = _pairs(query, *split(root))
    return f"SELECT count(*) FROM ({sql})", values


def newest(query: ArticleQuery, conditions: list[Node]) -> Sql:
    """Return the SQL for the (id, published) pairs of a list, newest first, whatever words it is asked for."""
    sql, values = _pairs(query, None, conditions)
    return f"{sql} ORDER BY {_order(query, None)}", values


#: The hits of words within a range of ids: the index goes to its beginning, and no further than its end.
HITS = "SELECT rowid FROM search WHERE search MATCH ? AND rowid BETWEEN ? AND ?"


def _pairs(query: ArticleQuery, words: str | None, conditions: list[Node]) -> Sql:
    category, conditions = _category(query, conditions)
    if query.tag is not None:
        conditions = [*conditions, Named(Naming.TAG, "", 0, 0, (query.tag,))]
    # "+" takes the order by date from SQLite, for which it would rather walk through the whole category.
    few = "+" if any(map(finds_few, conditions)) else ""
    where, values = [f"{few}shelf.category_id = ?"], list[object]([category])
    table = "shelf"
    if words:
        # The index finds fewer articles than a category lists, as a rule, so it goes first.
        table = "search CROSS JOIN shelf ON shelf.article_id = search.rowid"
        where.insert(0, "search MATCH ?")
        values.insert(0, words)
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
    for each in [*conditions, *([Published(query.since, None)] if query.since is not None else [])]:
        sql, bound = condition(each)
        where.append(sql)
        values += bound
    return f"SELECT shelf.article_id, shelf.published FROM {table} WHERE {' AND '.join(where)}", values


def _order(query: ArticleQuery, words: str | None) -> str:
    order = "shelf.published DESC, shelf.article_id DESC"
    if query.source is not None and _by_source(query, words):
        order = "article.published DESC, article.id DESC"  # The same, in the order of another index.
    if query.order is Order.OLDEST:
        return order.replace(" DESC", "")
    if query.order is Order.NEWEST_MARK and query.state is State.BOOKMARKED:
        return "mark.bookmarked_at DESC, mark.article_id DESC"
    return f"{RELEVANCE}, {order}" if query.order is Order.RELEVANCE and words else order


def _by_source(query: ArticleQuery, words: str | None) -> bool:
    """Whether the list of a source is a range of the index of sources; words and bookmarks find fewer articles."""
    return not words and query.state is not State.BOOKMARKED and query.tag is None


def _category(query: ArticleQuery, conditions: list[Node]) -> tuple[int, list[Node]]:
    """Return the category to list: one that is asked for by name has a range of the index of its own."""
    if query.category == ALL:
        for each in conditions:
            if isinstance(each, Named) and each.naming is Naming.CATEGORY and each.ids and len(each.ids) == 1:
                return each.ids[0], [other for other in conditions if other is not each]
    return query.category, conditions
