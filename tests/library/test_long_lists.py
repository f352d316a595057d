"""Lists that take longer than a moment: their beginning first, and nothing that nobody waits for any more."""

from __future__ import annotations

import sqlite3

import pytest

from reader.domain import ALL, ArticleQuery, State
from reader.library.library import Library
from reader.library.listing import lists
from reader.library.marking import marks
from tests.factories import make_post
from tests.library.test_library import add

COUNT = 40


@pytest.fixture
def shelf(library: Library, monkeypatch: pytest.MonkeyPatch) -> Library:
    """A library of forty articles for which everything takes long."""
    for number in range(0, COUNT, 10):
        add(library, *(make_post(number + each) for each in range(10)))
    monkeypatch.setattr(lists, "_MOMENT", -1.0)
    monkeypatch.setattr(lists, "_TOGETHER", 10)
    monkeypatch.setattr(lists, "_BEGINNING", 5)
    monkeypatch.setattr(lists, "_MANY", 5)
    return library


def test_a_list_that_takes_a_moment_begins_before_it_is_whole(shelf: Library) -> None:
    beginning, whole = shelf.growing(ArticleQuery())
    assert (beginning.whole, whole.whole) == (False, True)
    assert beginning.ids == whole.ids[:5]
    assert beginning.times == whole.times[:5]
    assert whole == shelf.listing(ArticleQuery())
    assert len(whole.ids) == COUNT


def test_so_does_a_search_that_finds_much(shelf: Library) -> None:
    while shelf.index_some():
        pass
    query = ArticleQuery(text="post")
    beginning, whole = shelf.growing(query)
    assert (beginning.ids, beginning.whole) == (whole.ids[:5], False)
    assert whole == shelf.listing(query)


def test_a_list_that_is_there_at_once_comes_whole(shelf: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lists, "_MOMENT", 60.0)
    (whole,) = shelf.growing(ArticleQuery())
    assert whole == shelf.listing(ArticleQuery())


def test_an_empty_list_is_whole(shelf: Library) -> None:
    (whole,) = shelf.growing(ArticleQuery(state=State.BOOKMARKED))
    assert (list(whole.ids), whole.whole) == ([], True)


def test_what_nobody_waits_for_ends(shelf: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.library.library._STEPS_BETWEEN", 10)
    given_up: list[int] = []
    shelf.give_up_when(lambda: bool(given_up))
    growing = shelf.growing(ArticleQuery())
    assert not next(growing).whole
    given_up.append(1)
    with pytest.raises(sqlite3.OperationalError, match="interrupted"):
        next(growing)


def test_many_marks_are_made_in_several_steps_and_taken_back_as_one(
    shelf: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(marks, "_TOGETHER", 7)
    ids = shelf.listing(ArticleQuery()).ids
    monkeypatch.setattr("time.time", lambda: 1000)
    shelf.set_read(ids[:3], read=True)
    monkeypatch.setattr("time.time", lambda: 2000)
    shelf.set_read(ids[3:6], read=True)
    done = shelf.set_read(ids[2:30], read=False)
    assert sorted(done.marks) == sorted(ids[2:6])
    assert sorted(done.before) == [1000, 2000, 2000, 2000]
    again = shelf.set_read(ids, read=True)
    assert len(again.marks) == COUNT - 2
    assert unread(shelf) == 0
    shelf.restore(again)
    assert unread(shelf) == COUNT - 2
    shelf.restore(done)
    assert unread(shelf) == COUNT - 6
    assert shelf.check() == []


def test_the_next_unread_may_be_far(shelf: Library) -> None:
    ids = shelf.listing(ArticleQuery()).ids
    far = list(ids) * 30
    shelf.set_read(ids[1:], read=True)
    assert shelf.first_unread(far[1:]) == ids[0]
    shelf.set_read(ids, read=True)
    assert shelf.first_unread(far) is None


def unread(library: Library) -> int:
    """Return how many unread articles there are, counted and kept."""
    counted = len(library.listing(ArticleQuery(state=State.UNREAD)).ids)
    (everything,) = (node for node in library.categories() if node.id == ALL)
    assert everything.unread == library.counts(0).unread == counted
    return counted
