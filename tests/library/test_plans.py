"""Whatever the window lists, counts or marks, the library goes through no table and sorts nothing, however large it is.

The statements are those that the library really runs, heard at its connection.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import product

import pytest

from reader.domain import ALL, ArticleQuery, Order, PictureRef, State
from reader.library.library import Library
from reader.library.listing import beginning, ordering
from tests.factories import make_post
from tests.library.statements import plans
from tests.library.test_library import add

MIDNIGHT = 1_640_995_200
#: What may be walked: what was asked for by id or is to be marked, the few rows of these tables, and indexes of the
#: exceptions alone.
FEW = (
    "SCAN json_each", "SCAN chosen", "SCAN source", "SCAN category", "SCAN batch", "SCAN setting", "SCAN consent",
    "SCAN misplaced", "SCAN CONSTANT ROW",
    "SCAN article USING COVERING INDEX article_unindexed", "SCAN article USING INDEX article_unindexed",
    "SCAN picture USING INDEX picture_waiting", "SCAN picture USING INDEX picture_embedded",
    "SCAN mark USING INDEX mark_bookmarked", "SCAN mark USING COVERING INDEX mark_bookmarked",
)  # fmt: skip


@pytest.fixture
def shelf(library: Library) -> Library:
    """A library that has something of everything."""
    pictures = (PictureRef("https://x.example/a.png"), PictureRef("a.png", "a.png"))
    posts = [make_post(number, pictures=pictures, tags=("snow",)) for number in range(1, 6)]
    posts[4] = replace(posts[4], html='<p><a href="1.md">first</a></p>')
    ids = add(library, *posts)
    library.set_read(ids[:2], read=True)
    library.set_bookmarked(ids[1:3], bookmarked=True)
    while library.index_some():
        pass
    return library


def assert_nothing_is_walked_or_sorted(library: Library, ask: Callable[[], object], *but: str) -> None:
    found = plans(library, ask)
    assert found
    walked = [
        (step, sql)
        for sql, steps in found.items()
        for step in steps
        if (step.startswith("SCAN") or "TEMP B-TREE" in step or "AUTOMATIC" in step)
        and not step.startswith((*FEW, *but))
    ]
    assert walked == []


LISTS = [
    ArticleQuery(category, state=state, since=since)
    for category, state, since in product((ALL, 3), State, (None, MIDNIGHT))
    if not (state is State.BOOKMARKED and (category != ALL or since))
]


@pytest.mark.parametrize("query", [*LISTS, ArticleQuery(text="is:unread"), ArticleQuery(text="category:News")])
def test_no_list_of_the_sidebar_walks_or_sorts(shelf: Library, query: ArticleQuery) -> None:
    if query.state is State.BOOKMARKED:
        query = ArticleQuery(state=State.BOOKMARKED, order=Order.NEWEST_MARK)
    assert shelf.listing(query).ids
    assert_nothing_is_walked_or_sorted(shelf, lambda: shelf.listing(query))
    assert_nothing_is_walked_or_sorted(shelf, lambda: shelf.first(query))


ARRANGED = [
    ArticleQuery(category, state=state, order=order, by_source=by_source)
    for category, state in ((ALL, State.ANY), (3, State.UNREAD))
    for order in (Order.OLDEST, Order.TITLE, Order.SOURCE)
    for by_source in (False, True)
]


@pytest.mark.parametrize("share", [0.01, 8], ids=["of little", "of much"])
@pytest.mark.parametrize("query", ARRANGED)
def test_no_list_in_another_order_sorts(
    shelf: Library, query: ArticleQuery, share: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in shelf.tidy():
        pass
    monkeypatch.setattr(ordering, "_SHARE", share)
    assert_nothing_is_walked_or_sorted(
        shelf,
        lambda: shelf.listing(query),
        # Of what is much of the library anyway.
        "SCAN article USING COVERING INDEX article_source",
    )
    # The beginning goes through the index that has the order, and looks up the rest.
    monkeypatch.setattr(beginning, "_MOST", 1_000_000)
    assert len(shelf.first(query, 1).ids) == 1
    assert_nothing_is_walked_or_sorted(shelf, lambda: shelf.first(query, 1), "SCAN one")


@pytest.mark.parametrize(
    ("asked", "range_of"),
    [(ArticleQuery(3), "shelf"), (ArticleQuery(3, state=State.UNREAD), "shelf"), (ArticleQuery(source=1), "article")],
)
def test_a_period_of_a_list_is_one_range_and_several_are_as_many(
    shelf: Library, asked: ArticleQuery, range_of: str
) -> None:
    day = (MIDNIGHT, MIDNIGHT + 86_400)
    query = replace(asked, periods=(day,))
    assert shelf.listing(query).ids
    assert_nothing_is_walked_or_sorted(shelf, lambda: shelf.listing(query))
    # What lies in several periods is little, and is sorted.
    years = replace(asked, periods=(day, (0, 1)))
    assert shelf.listing(years).ids == shelf.listing(query).ids
    assert_nothing_is_walked_or_sorted(
        shelf, lambda: shelf.listing(years), "SCAN period", "USE TEMP B-TREE FOR ORDER BY"
    )
    found = plans(shelf, lambda: shelf.listing(years))
    (steps,) = [steps for sql, steps in found.items() if "FROM json_each" in sql]
    two_bounds = rf"SEARCH {range_of} .*\(\w+_id=\? AND published>\? AND published<\?\)"
    for plan in (steps, *plans(shelf, lambda: shelf.listing(query)).values()):
        assert any(re.search(two_bounds, step) for step in plan)


@pytest.mark.parametrize(
    "query", [*(ArticleQuery(category, state=s) for category in (ALL, 3) for s in [State.ANY, State.UNREAD]),
              ArticleQuery(source=1)]
)  # fmt: skip
def test_the_days_of_a_list_are_counted_by_one_covering_index(shelf: Library, query: ArticleQuery) -> None:
    assert sum(shelf.by_day(query).values()) == len(shelf.listing(query).ids) > 0
    found = [step for steps in plans(shelf, lambda: shelf.by_day(query)).values() for step in steps]
    assert found
    assert all(re.match(r"SEARCH \w+ USING COVERING INDEX .*=\? AND published", step) for step in found)


ASKED: dict[str, Callable[[Library], object]] = {
    "a page of rows": lambda library: library.articles(range(1, 101)),
    "an article": lambda library: library.content(3),
    "the tree and its numbers": Library.categories,
    "sources and their numbers": lambda library: library.arranging.sources(),
    "the most used tags": lambda library: library.arranging.tags(40),
    "the list of a source": lambda library: library.listing(ArticleQuery(source=1)),
    "its unread articles": lambda library: library.listing(ArticleQuery(source=1, state=State.UNREAD)),
    "what is merged": lambda library: library.arranging.unsorted(),
    "the smart folders' numbers": lambda library: library.counts(MIDNIGHT),
    "the next unread": lambda library: library.first_unread([1, 2, 3]),
    "what search lacks": Library.unindexed,
    "what was interrupted": Library.unfinished,
    "importing another post": lambda library: add(library, make_post(9, tags=("rain",))),
    "making it searchable": lambda library: (add(library, make_post(9)), library.index_some()),
    "bookmarking": lambda library: library.set_bookmarked([1], bookmarked=True),
    "the links of an article": lambda library: library.links.inside(5),
    "what links to an article": lambda library: library.links.to(1),
    "the place in an article": lambda library: library.set_position(3, 7),
}


@pytest.mark.parametrize("name", ASKED)
def test_nothing_that_the_window_asks_walks_or_sorts(shelf: Library, name: str) -> None:
    assert_nothing_is_walked_or_sorted(shelf, lambda: ASKED[name](shelf))


MARKED: dict[str, Callable[[Library], object]] = {
    "as read": lambda library: library.set_read([1, 2, 3, 4], read=True),
    "as unread": lambda library: library.set_read([1, 2], read=False),
    "and taken back": lambda library: library.restore(library.set_read([3], read=True)),
}


@pytest.mark.parametrize("name", MARKED)
def test_marking_looks_at_nothing_but_what_is_marked(shelf: Library, name: str) -> None:
    assert_nothing_is_walked_or_sorted(shelf, lambda: MARKED[name](shelf))


def test_importing_a_post_again_sorts_nothing_but_its_files(shelf: Library) -> None:
    again = make_post(2, title="Corrected")
    assert_nothing_is_walked_or_sorted(shelf, lambda: add(shelf, again), "USE TEMP B-TREE FOR ORDER BY")


def test_the_sources_are_counted_by_one_index(shelf: Library) -> None:
    assert_nothing_is_walked_or_sorted(shelf, shelf.article_counts, "SCAN article USING COVERING INDEX article_source")
