"""Lists by title and by source: the same articles, in an order that a reader of either script expects."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from reader.domain import ALL, UNCATEGORISED, ArticleQuery, Order, State
from reader.importing.undoing import remove_source
from reader.library.library import Library
from reader.library.listing import lists, ordering
from reader.library.words.collating import name_key, sort_key
from tests.factories import make_post
from tests.importing.folders import bring_in, write_post
from tests.importing.test_history import undo
from tests.library.test_library import add, titles

IN_ORDER = [
    "9 lives", "42", "阿里", "北京", "Éclair", "Part 9", "Part 10", "“Quoted” words", "事情", "是非", "西安", "先生",
    "zebra", "中国", "zoo", "かな", "…",
]  # fmt: skip
BY_TITLE = ArticleQuery(order=Order.TITLE)


def leave_unplaced(library: Library, which: str) -> None:
    """Make it a library of which some titles have no place yet, as after an undo or an update."""
    with closing(sqlite3.connect(library.file)) as db, db:
        db.execute(f"UPDATE sorting SET title = NULL WHERE {which}")


def test_titles_are_sorted_by_sound_and_by_number() -> None:
    assert sorted(set(IN_ORDER), key=sort_key) == IN_ORDER


def test_names_are_sorted_as_titles_are_and_never_tie() -> None:
    assert sorted(set(IN_ORDER), key=name_key) == IN_ORDER
    alike = ["C", "C#", "C++", "c", "Ç", "重2", "重10"]
    assert sorted(set(alike), key=name_key) == alike


def test_names_stand_in_the_order_of_their_sounds() -> None:
    names = ["文10", "重庆", "zebra", "安", "Book", "文2", "𠊎家", "Été"]
    ordered = ["𠊎家", "安", "Book", "Été", "文2", "文10", "zebra", "重庆"]
    assert sorted(names, key=name_key) == ordered


@pytest.mark.parametrize("share", [8, 0.01], ids=["of much", "of little"])
@pytest.mark.parametrize("tidied", [False, True])
def test_a_list_by_title_holds_new_titles_as_well(
    library: Library, monkeypatch: pytest.MonkeyPatch, share: float, tidied: bool
) -> None:
    monkeypatch.setattr(ordering, "_SHARE", share)
    monkeypatch.setattr(ordering, "_SORTED", 3)
    add(library, *(make_post(number, title=title) for number, title in enumerate(IN_ORDER[::2], 1)))
    for _ in library.tidy():
        pass
    add(library, *(make_post(number, title=title) for number, title in enumerate(IN_ORDER[1::2], 100)))
    add(library, make_post(1, title="Part 11"))
    leave_unplaced(library, f"article_id > {len(IN_ORDER) // 2} OR title LIKE 'part%'")
    if tidied:
        for _ in library.tidy():
            pass
    wanted = sorted([*IN_ORDER[1:], "Part 11"], key=sort_key)
    assert titles(library, BY_TITLE) == wanted
    listing = library.listing(BY_TITLE)
    assert [article.published for article in library.articles(listing.ids)] == list(listing.times)
    library.set_read(library.listing(ArticleQuery()).ids[:4], read=True)
    unread = titles(library, ArticleQuery(state=State.UNREAD, order=Order.TITLE))
    assert unread == [title for title in wanted if title in unread]
    assert len(unread) == len(wanted) - 4
    assert library.check() == []


def test_an_import_leaves_no_title_to_be_placed_by_the_first_list(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number, title in enumerate(IN_ORDER):
        write_post(tmp_path / "blog", f"source/_posts/{number}.md", f"'{title}'", "x", "2022-01-01")
    bring_in(library, tmp_path / "blog")
    monkeypatch.delattr(ordering, "sort_key")
    assert titles(library, BY_TITLE) == IN_ORDER


def test_the_oldest_come_first_when_that_is_asked(library: Library) -> None:
    add(library, *map(make_post, range(1, 6)))
    assert titles(library, ArticleQuery(order=Order.OLDEST)) == [f"Post {number}" for number in range(1, 6)]
    assert titles(library, ArticleQuery(order=Order.TITLE, text="is:unread")) == [f"Post {n}" for n in range(1, 6)]


@pytest.mark.parametrize("share", [8, 0.01], ids=["of much", "of little"])
def test_sources_stand_one_after_the_other_in_the_order_of_their_names(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, share: float
) -> None:
    monkeypatch.setattr(ordering, "_SHARE", share)
    for name, day in (("中文", 1), ("atlas", 2), ("zoo", 3)):
        for number in range(2):
            write_post(
                tmp_path / name, f"source/_posts/{number}.md", f"{name} {number}", "x", f"2022-01-0{day + number}"
            )
        bring_in(library, tmp_path / name)
    grouped = library.listing(ArticleQuery(order=Order.NEWEST, by_source=True))
    assert grouped.sources == ((0, "atlas"), (2, "中文"), (4, "zoo"))
    in_order = [f"{name} {number}" for name in ("atlas", "中文", "zoo") for number in (1, 0)]
    assert [article.title for article in library.articles(grouped.ids)] == in_order
    assert titles(library, ArticleQuery(order=Order.SOURCE)) == in_order
    oldest = titles(library, ArticleQuery(order=Order.OLDEST, by_source=True))
    assert oldest == [f"{name} {number}" for name in ("atlas", "中文", "zoo") for number in (0, 1)]
    assert titles(library, ArticleQuery(order=Order.TITLE, by_source=True)) == oldest
    assert library.first(ArticleQuery(order=Order.SOURCE), 3).ids == grouped.ids[:3]


ARRANGED = [
    ArticleQuery(category, text=text, state=state, order=order, by_source=by_source)
    for category, text, state in (
        (ALL, "", State.ANY),
        (UNCATEGORISED, "", State.UNREAD),
        (ALL, "body -is:read", State.ANY),
    )
    for order in (Order.NEWEST, Order.OLDEST, Order.TITLE, Order.SOURCE)
    for by_source in (False, True)
    if by_source or order in (Order.TITLE, Order.SOURCE)
]


@pytest.mark.parametrize("query", ARRANGED)
def test_such_a_list_begins_before_it_is_whole(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, query: ArticleQuery
) -> None:
    for name in ("中文", "atlas", "zoo"):
        for number in range(6):
            day = f"2022-01-{1 + (number * 7 + len(name)) % 28:02}"
            write_post(tmp_path / name, f"source/_posts/{number}.md", f"{name} {(number * 5) % 6}", "body", day)
        bring_in(library, tmp_path / name)
    while library.index_some():
        pass
    for _ in library.tidy():
        pass
    write_post(tmp_path / "atlas", "source/_posts/new.md", "A new one", "body", "2022-01-09")
    bring_in(library, tmp_path / "atlas")
    while library.index_some():
        pass
    library.set_read(library.listing(ArticleQuery()).ids[3:6], read=True)
    monkeypatch.setattr(lists, "_MANY", 5)
    monkeypatch.setattr(lists, "_BEGINNING", 5)
    monkeypatch.setattr("reader.library.listing.beginning._TOGETHER", 4)
    begun, whole = library.growing(query)
    assert (begun.whole, whole.whole, len(begun.ids)) == (False, True, 5)
    assert (begun.ids, begun.times) == (whole.ids[:5], whole.times[:5])
    assert begun.sources == tuple(head for head in whole.sources if head[0] < 5)
    assert whole == library.listing(query)
    assert library.first(query, 5).ids == begun.ids
    monkeypatch.setattr("reader.library.listing.beginning._MOST", 3)
    (alone,) = library.growing(query)
    assert alone == whole


def test_what_an_undone_import_brings_back_has_its_place(library: Library, tmp_path: Path) -> None:
    write_post(tmp_path / "blog", "source/_posts/a.md", "Zebra", "x")
    bring_in(library, tmp_path / "blog")
    for _ in library.tidy():
        pass
    write_post(tmp_path / "blog", "source/_posts/a.md", "Ant", "y")
    write_post(tmp_path / "blog", "source/_posts/b.md", "Bee", "z")
    bring_in(library, tmp_path / "blog")
    assert titles(library, BY_TITLE) == ["Ant", "Bee"]
    undo(library)
    assert titles(library, BY_TITLE) == ["Zebra"]
    assert library.check() == []


@pytest.mark.parametrize("share", [8, 0.01], ids=["of much", "of little"])
@pytest.mark.parametrize("order", [Order.SOURCE, Order.TITLE])
def test_a_list_that_is_put_in_order_while_its_articles_go_is_of_one_moment(
    library: Library, monkeypatch: pytest.MonkeyPatch, share: float, order: Order
) -> None:
    monkeypatch.setattr(ordering, "_SHARE", share)
    add(library, make_post(1), make_post(2))

    def meanwhile(sql: str) -> None:
        # The list was fetched, and is about to be put in order.
        if "articles FROM category" in sql:
            library._db.set_trace_callback(None)
            with Library(library.folder) as other:
                list(remove_source(other, 1))

    library._db.set_trace_callback(meanwhile)
    assert len(library.listing(ArticleQuery(order=order)).ids) == 2
    assert titles(library) == []
