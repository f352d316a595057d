"""An ArticleQuery as SQL: each list and each count is a range of one covering index."""

from __future__ import annotations

from reader.domain import ArticleQuery, Order, State
from reader.library.search import expression

Sql = tuple[str, list[object]]

#: A page of rows: the columns of domain.Article.
ROWS = """
SELECT article.id, title, summary, author, article.published, timed, source.name, thumbnail,
       read_at IS NULL, bookmarked_at IS NOT NULL, gone_at IS NOT NULL
FROM article JOIN source ON source.id = source_id LEFT JOIN mark ON article_id = article.id
WHERE article.id IN (SELECT value FROM json_each(?))
"""

CATEGORY_TOTALS = "SELECT category_id, count(*) FROM shelf INDEXED BY shelf_newest GROUP BY category_id"
CATEGORY_UNREAD = (
    "SELECT category_id, count(*) FROM shelf INDEXED BY shelf_unread WHERE unread = 1 GROUP BY category_id"
)


def listing(query: ArticleQuery) -> Sql | None:
    """Return the SQL for the (id, published) pairs of a list in order; None when the list must be empty."""
    if query.text.strip():
        words = expression(query.text)
        if not words:
            return None
        table = "search CROSS JOIN shelf ON shelf.article_id = search.rowid"
        where, values = ["search MATCH ?"], list[object]([words])
    elif query.state is State.BOOKMARKED:
        table = "mark CROSS JOIN shelf ON shelf.article_id = mark.article_id"
        where, values = [], []
    else:
        table, where, values = "shelf", [], []
    where.append("shelf.category_id = ?")
    values.append(query.category)
    if query.state is State.UNREAD:
        where.append("shelf.unread = 1")
    if query.state is State.BOOKMARKED:
        if query.text.strip():
            table += " JOIN mark ON mark.article_id = shelf.article_id"
        where.append("mark.bookmarked_at IS NOT NULL")
    if query.since is not None:
        where.append("shelf.published >= ?")
        values.append(query.since)
    if query.source is not None:
        table += " JOIN article ON article.id = shelf.article_id"
        where.append("article.source_id = ?")
        values.append(query.source)
    order = "shelf.published DESC, shelf.article_id DESC"
    if query.order is Order.NEWEST_MARK and query.state is State.BOOKMARKED:
        order = "mark.bookmarked_at DESC, mark.article_id DESC"
    return (
        f"SELECT shelf.article_id, shelf.published FROM {table} WHERE {' AND '.join(where)} ORDER BY {order}",
        values,
    )
