"""Each list and each count is one range of one covering index; what a search adds is looked up, not walked through."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date

import pytest

from reader.domain import ArticleQuery, Order, State
from reader.library.conditions import query_names
from reader.library.conditions.query_language import parse
from reader.library.conditions.query_tree import Node
from reader.library.listing import queries
from reader.library.navigation.switching import LISTED, NEWEST
from reader.library.search.completion import ALL_AUTHORS, ALL_LANGUAGES
from reader.library.store import schema
from reader.library.store.database import Sql
from tests.library.statements import explain, plan

TODAY = date(2026, 1, 31)


def plan_of(query: ArticleQuery, made: Callable[[ArticleQuery, Node | None], Sql] = queries.listing) -> list[str]:
    """Return the plan of a list, or of something else made of a query.

    The library has a category, a tag and a source called "one".
    """
    with closing(sqlite3.connect(":memory:")) as db:
        db.executescript(schema.SCHEMA)
        db.execute("INSERT INTO source (root, name, dialect) VALUES (x'00', 'one', 'hexo')")
        db.execute("INSERT INTO tag (name) VALUES ('one')")
        db.execute("INSERT INTO category (id, parent_id, name) VALUES (3, 1, 'one')")
        root = query_names.resolve(db, parse(query.text, TODAY)).root
        sql, values = made(query, root)
        return explain(db, sql, values)


@pytest.mark.parametrize(
    "query",
    [
        ArticleQuery(),
        ArticleQuery(category=7),
        ArticleQuery(state=State.UNREAD),
        ArticleQuery(category=7, state=State.UNREAD),
        ArticleQuery(since=1_600_000_000),
        ArticleQuery(since=1_600_000_000, state=State.UNREAD),
        ArticleQuery(text="is:unread"),
        ArticleQuery(text="category:one"),
        ArticleQuery(text="category:one is:unread after:7d"),
        ArticleQuery(text="on:2022-01"),
    ],
)
def test_a_list_is_one_range_of_a_covering_index(query: ArticleQuery) -> None:
    (step,) = plan_of(query)
    assert step.startswith("SEARCH shelf USING COVERING INDEX")


#: What may be walked: the hits of the index, a list of ids that was made by a name, marks, articles that are gone.
WALKED = ("SCAN search VIRTUAL TABLE", "SCAN json_each", "SCAN mark", "SCAN article USING INDEX article_gone")
IN_ORDER = ["-snow", "snow OR is:unread", "source:one", "has:picture", "has:thumbnail", "lang:zh", "-is:gone",
            "-tag:one", "-(is:bookmarked OR lang:en)", "snow OR category:one", "is:read"]  # fmt: skip
SORTED = ["snow", "snow -pass", "snow OR pass", "snow tag:one", "snow lang:zh -has:picture", "tag:one", "is:bookmarked",
          "is:gone", "author:one", "category:one snow", "snow is:unread on:2022"]  # fmt: skip


@pytest.mark.parametrize("text", IN_ORDER + SORTED)
def test_a_search_walks_no_articles(text: str) -> None:
    for state in State:
        steps = plan_of(ArticleQuery(text=text, state=state))
        assert [step for step in steps if step.startswith("SCAN") and not step.startswith(WALKED)] == []
        assert not [step for step in steps if "AUTOMATIC" in step]


@pytest.mark.parametrize("text", IN_ORDER)
def test_what_may_find_most_articles_sorts_nothing(text: str) -> None:
    assert not [step for step in plan_of(ArticleQuery(text=text)) if "TEMP B-TREE" in step]


@pytest.mark.parametrize("text", SORTED)
def test_what_finds_few_begins_with_them(text: str) -> None:
    steps = plan_of(ArticleQuery(text=text))
    assert any(step.startswith("SEARCH shelf USING PRIMARY KEY (article_id=?") for step in steps)


def test_the_first_hits_are_asked_for_by_ranges_of_ids() -> None:
    (step,) = plan(queries.HITS, ["snow", 1, 2])
    assert step == "SCAN search VIRTUAL TABLE INDEX 0:M3><"
    (step,) = plan(*queries.newest(ArticleQuery(), []))
    assert step == "SEARCH shelf USING COVERING INDEX shelf_newest (category_id=?)"


def test_relevance_is_asked_of_the_index_alone() -> None:
    steps = plan_of(ArticleQuery(text="snow", order=Order.RELEVANCE))
    assert steps[0].startswith("SCAN search VIRTUAL TABLE")


@pytest.mark.parametrize("text", IN_ORDER + SORTED)
def test_the_number_of_a_smart_folder_walks_no_articles_and_sorts_nothing(text: str) -> None:
    steps = plan_of(ArticleQuery(text=text, state=State.UNREAD), queries.counting)
    assert [step for step in steps if step.startswith("SCAN") and not step.startswith(WALKED)] == []
    assert not [step for step in steps if "AUTOMATIC" in step or "TEMP B-TREE" in step]


def test_where_one_can_jump_to_is_looked_up_by_indexes() -> None:
    for sql in LISTED.values():
        first, *others = plan(sql, [])
        assert first.startswith("SCAN")
        assert not [step for step in others if step.startswith("SCAN")]
    assert plan(NEWEST, [5000])[0].startswith("SEARCH shelf USING COVERING INDEX shelf_newest")
    assert not [step for step in plan(NEWEST, [5000]) if "SCAN" in step or "TEMP B-TREE" in step]


@pytest.mark.parametrize("sql", [ALL_AUTHORS, ALL_LANGUAGES])
def test_different_values_are_found_by_steps_through_an_index(sql: str) -> None:
    assert [step for step in plan(sql, []) if step.startswith("SCAN") and step != "SCAN one"] == []
