"""Each list and each count is one range of one covering index: no table is walked, nothing is sorted."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from reader.domain import ArticleQuery, State
from reader.library import queries, schema


def plan(sql: str, values: list[object]) -> list[str]:
    with closing(sqlite3.connect(":memory:")) as db:
        db.executescript(schema.SCHEMA)
        return [row[3] for row in db.execute(f"EXPLAIN QUERY PLAN {sql}", values)]


@pytest.mark.parametrize(
    "query",
    [
        ArticleQuery(),
        ArticleQuery(category=7),
        ArticleQuery(state=State.UNREAD),
        ArticleQuery(category=7, state=State.UNREAD),
        ArticleQuery(since=1_600_000_000),
        ArticleQuery(since=1_600_000_000, state=State.UNREAD),
    ],
)
def test_a_list_is_one_range_of_a_covering_index(query: ArticleQuery) -> None:
    sql = queries.listing(query)
    assert sql is not None
    (step,) = plan(*sql)
    assert step.startswith("SEARCH shelf USING COVERING INDEX")


@pytest.mark.parametrize("sql", [queries.CATEGORY_TOTALS, queries.CATEGORY_UNREAD])
def test_counting_walks_one_covering_index(sql: str) -> None:
    (step,) = plan(sql, [])
    assert step.startswith("SCAN shelf USING COVERING INDEX")
