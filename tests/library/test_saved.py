"""Smart folders: searches that are kept, by name and in an order of the user's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.domain import ArticleQuery, State
from reader.importing.undoing import swap
from reader.library.library import Library
from reader.library.navigation.saved import LONGEST_NAME, SavedSearch
from tests.factories import make_post, write_posts
from tests.importing.folders import bring_in
from tests.library.test_library import add, titles


def names(library: Library) -> list[str]:
    return [saved.name for saved in library.saved.all()]


@pytest.fixture
def three(library: Library) -> list[SavedSearch]:
    return [library.saved.add(name, name.lower()) for name in ("Snow", "Rain", "Wind")]


def index(library: Library) -> None:
    while library.index_some():
        pass


def test_a_search_is_kept_as_it_was_typed(library: Library) -> None:
    kept = library.saved.add("  Snow\non  the pass ", " snow OR title:pass ")
    assert (kept.name, kept.text) == ("Snow on the pass", "snow OR title:pass")
    with Library(library.folder, writing=False) as again:
        assert again.saved.all() == [kept]
        assert again.saved.named("SNOW on the Pass") == kept
        assert again.saved.named("Rain") is None


def test_no_two_have_the_same_name(library: Library, three: list[SavedSearch]) -> None:
    library.saved.add("snow", "other")
    library.saved.add("SNOW", "other")
    assert library.saved.edit(three[1].id, "Wind", "rain")
    assert names(library) == ["Snow", "Wind 2", "Wind", "snow 2", "SNOW 3"]
    assert library.check() == []


def test_a_name_may_change_only_its_capitals(library: Library, three: list[SavedSearch]) -> None:
    edited = library.saved.edit(three[0].id, "SNOW", "snow -rain")
    assert edited == library.saved.all()[0]
    assert edited is not None
    assert (edited.name, edited.text, edited.id) == ("SNOW", "snow -rain", three[0].id)


@pytest.mark.parametrize("name", ["x" * 10_000, "汉" * 10_000, "\ud800\0a", "<b>&amp;</b>", "\u202eolleh", ""])
def test_odd_names_and_conditions_are_kept_in_bounds(library: Library, name: str) -> None:
    for _ in range(2):
        library.saved.add(name, name * 100 or "snow")
    first, second = library.saved.all()
    assert first.name != second.name
    assert all(0 < len(saved.name) <= LONGEST_NAME and 0 < len(saved.text) <= 2000 for saved in (first, second))
    assert library.check() == []


@pytest.mark.parametrize(
    ("place", "order"),
    [(0, ["Wind", "Snow", "Rain"]), (1, ["Snow", "Wind", "Rain"]), (99, ["Snow", "Rain", "Wind"])],
)
def test_one_is_moved_among_the_others(
    library: Library, three: list[SavedSearch], place: int, order: list[str]
) -> None:
    library.saved.move(three[2].id, place)
    assert names(library) == order
    assert [saved.place for saved in library.saved.all()] == [0, 1, 2]


def test_what_was_removed_comes_back_to_its_place(library: Library, three: list[SavedSearch]) -> None:
    library.saved.remove(three[1].id)
    later = library.saved.add("rain", "later")
    assert later.id > three[2].id
    library.saved.restore(three[1])
    assert library.saved.all()[1].id == three[1].id
    assert names(library) == ["Snow", "Rain 2", "Wind", "rain"]


def test_what_is_not_there_is_not_changed(library: Library, three: list[SavedSearch]) -> None:
    assert library.saved.edit(99, "Name", "text") is None
    library.saved.move(99, 0)
    library.saved.remove(99)
    assert library.saved.all() == three


def test_a_smart_folder_lists_what_its_search_finds_and_can_be_searched_in(library: Library) -> None:
    texts = ["Snow on the pass.", "Snow and rain.", "Rain.", "Snow, wind."]
    ids = add(library, *(make_post(number, text=text) for number, text in enumerate(texts)))
    index(library)
    library.set_read(ids[:1], read=True)
    assert titles(library, ArticleQuery(within="snow")) == ["Post 3", "Post 1", "Post 0"]
    assert titles(library, ArticleQuery(within="pass OR wind", text="snow -wind")) == ["Post 0"]
    assert titles(library, ArticleQuery(within="is:unread", text="snow")) == ["Post 3", "Post 1"]
    # What is open in one does not reach into the other.
    assert titles(library, ArticleQuery(within='wind OR "and', text="rain OR (snow")) == ["Post 3", "Post 1"]
    assert library.count(ArticleQuery(within="snow")) == 3
    assert library.count(ArticleQuery(within="snow", state=State.UNREAD)) == 2
    assert library.count(ArticleQuery(within="tag:none", state=State.UNREAD)) == 0


def test_a_number_is_that_of_the_list(library: Library) -> None:
    ids = add(library, *(make_post(number, text="Snow." * (number % 2) + "Rain.") for number in range(8)))
    index(library)
    library.set_read(ids[:3], read=True)
    library.set_bookmarked(ids[2:5], bookmarked=True)
    for within in (
        "snow",
        "rain -snow",
        "is:bookmarked",
        "category:News is:unread",
        "source:folder snow",
        "on:2022",
        "(",
    ):
        for state in State:
            query = ArticleQuery(within=within, state=state)
            assert library.count(query) == len(library.listing(query).ids), query


def test_undoing_an_import_leaves_them(library: Library, tmp_path: Path, three: list[SavedSearch]) -> None:
    report = bring_in(library, write_posts(tmp_path / "blog", 2))
    assert report.batch is not None
    for _ in swap(library, report.batch):
        pass
    assert titles(library) == []
    assert library.saved.all() == three


def test_the_check_finds_names_that_are_not_told_apart(library: Library, three: list[SavedSearch]) -> None:
    library._db.execute("UPDATE saved_search SET name = 'Rain'")
    library._db.execute("UPDATE saved_search SET text = '' WHERE id = 1")
    assert library.check() == ["1 smart folders without a name or conditions", "2 smart folders of the same name"]
