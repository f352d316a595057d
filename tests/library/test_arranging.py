"""Categories as the user wants them: what posts name stays what it is, and each change can be taken back exactly."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.domain import ALL, UNCATEGORISED, ArticleQuery
from reader.library.library import Library
from reader.library.navigation.arranging import Arranged
from reader.library.shelf import merging
from tests.factories import make_post
from tests.library.test_library import add, category, titles

Path_ = tuple[str, ...]


def merge(library: Library, one: str, other: str) -> Arranged:
    done = library.arranging.merge(category(library, one), category(library, other))
    sort_out(library)
    return done


def sort_out(library: Library) -> None:
    list(library.arranging.sort_out())
    assert library.check() == []


def listed(library: Library) -> dict[str, int]:
    """Return every category's path with how many articles it lists."""
    paths: dict[int | None, str] = {ALL: ""}
    for node in library.categories()[1:]:
        paths[node.id] = f"{paths[node.parent]}/{node.name}"
    return {paths[node.id][1:]: node.total for node in library.categories()[1:]}


@pytest.fixture
def shelves(library: Library) -> Library:
    """News with Asia below it, and World with an Asia of its own."""
    add(
        library,
        make_post(1, categories=(("News",),)),
        make_post(2, categories=(("News", "Asia"),)),
        make_post(3, categories=(("World", "Asia"), ("Tea",))),
        make_post(4, categories=(("Tea",),)),
    )
    return library


def test_a_renamed_category_is_met_again_by_the_next_import(shelves: Library) -> None:
    node = category(shelves, "News")
    shelves.arranging.rename(node, "  Reports \n from afar ")
    add(shelves, make_post(5, categories=(("News", "Europe"),)))
    assert listed(shelves)["Reports from afar"] == 3
    assert listed(shelves)["Reports from afar/Europe"] == 1
    assert category(shelves, "Reports from afar") == node
    assert "News" not in listed(shelves)


@pytest.mark.parametrize("name", ["", "News"])
def test_its_own_name_or_none_takes_the_other_away(shelves: Library, name: str) -> None:
    node = category(shelves, "News")
    shelves.arranging.rename(node, "Reports")
    assert next(each for each in shelves.categories() if each.id == node).renamed
    shelves.arranging.rename(node, name)
    assert not next(each for each in shelves.categories() if each.id == node).renamed


def test_search_finds_a_renamed_category_by_both_names(shelves: Library) -> None:
    shelves.arranging.rename(category(shelves, "News"), "Reports")
    by_either = [titles(shelves, ArticleQuery(text=f"category:{name}")) for name in ("News", "Reports", "Reports/Asia")]
    assert by_either == [["Post 2", "Post 1"], ["Post 2", "Post 1"], ["Post 2"]]
    offered = [each.name for each in shelves.search.complete("category:re", 11)]
    assert offered == ["Reports", "Reports/Asia"]


def test_what_was_done_to_a_category_is_taken_back_and_nothing_else(shelves: Library) -> None:
    news, tea = category(shelves, "News"), category(shelves, "Tea")
    before = shelves.categories()
    arranging = shelves.arranging
    done = [
        arranging.rename(news, "Reports"),
        arranging.hide(tea, hidden=True),
        arranging.colour(news, "red"),
        arranging.put_in_order([tea, news]),
    ]
    shown = {node.id: node for node in shelves.categories()}
    assert (shown[news].name, shown[news].colour, shown[news].place) == ("Reports", "red", 1)
    assert shown[tea].hidden
    again = [arranging.restore(each) for each in reversed(done)]
    assert shelves.categories() == before
    for each in reversed(again):
        arranging.restore(each)
    assert {node.id: node for node in shelves.categories()} == shown


def test_nothing_is_to_be_taken_back_where_nothing_changed(shelves: Library) -> None:
    arranging, news = shelves.arranging, category(shelves, "News")
    assert not arranging.rename(news, "News")
    assert not arranging.colour(news, "no colour at all")
    assert not arranging.hide(ALL, hidden=True)
    assert not arranging.hide(99, hidden=True)
    assert not arranging.merge(news, category(shelves, "Asia"))
    assert not arranging.merge(news, news)


def test_a_merged_category_is_listed_in_the_other_with_what_lies_below_it(shelves: Library) -> None:
    before = shelves.categories()
    done = merge(shelves, "News", "World")
    assert listed(shelves) == {"World": 3, "World/Asia": 2, "Tea": 2}
    shelves.arranging.restore(done)
    sort_out(shelves)
    assert shelves.categories() == before


@pytest.mark.parametrize("target", [ALL, UNCATEGORISED])
def test_nothing_is_merged_into_what_is_no_category(shelves: Library, target: int) -> None:
    before = listed(shelves)
    done = shelves.arranging.merge(category(shelves, "News"), target)
    sort_out(shelves)
    shelves.arranging.restore(done)
    sort_out(shelves)
    assert not done
    assert listed(shelves) == before


def test_later_posts_of_a_merged_category_arrive_in_the_other(shelves: Library) -> None:
    done = merge(shelves, "News", "Tea")
    add(shelves, make_post(1, title="Corrected"), make_post(6, categories=(("News", "Sport", "Chess"),)))
    assert shelves.check() == []
    assert listed(shelves) == {"World": 1, "World/Asia": 1, "Tea": 5, "Tea/Asia": 1, "Tea/Sport": 1,
                               "Tea/Sport/Chess": 1}  # fmt: skip
    assert len(titles(shelves, ArticleQuery(text="category:News"))) == 5
    shelves.arranging.restore(done)
    sort_out(shelves)
    assert listed(shelves) == {"News": 3, "News/Asia": 1, "News/Sport": 1, "News/Sport/Chess": 1, "World": 1,
                               "World/Asia": 1, "Tea": 2}  # fmt: skip


def test_what_was_merged_goes_along_when_its_target_is_merged(shelves: Library) -> None:
    first = merge(shelves, "Tea", "News")
    second = merge(shelves, "News", "World")
    assert listed(shelves) == {"World": 4, "World/Asia": 2}
    for done in (second, first):
        shelves.arranging.restore(done)
    sort_out(shelves)
    assert listed(shelves) == {"News": 2, "News/Asia": 1, "World": 1, "World/Asia": 1, "Tea": 2}


def test_a_merged_category_is_parted_again_long_after(shelves: Library) -> None:
    news, world = category(shelves, "News"), category(shelves, "World")
    shelves.arranging.rename(news, "Reports")
    merge(shelves, "Reports", "World")
    add(shelves, make_post(5, categories=(("News", "Sport"),)))
    shelves.arranging.hide(category(shelves, "Tea"), hidden=True)
    left_out = [(each.path, each.into, each.into_path) for each in shelves.arranging.aside()]
    assert left_out == [(("Reports",), world, ("World",)), (("Tea",), None, ())]
    parted = shelves.arranging.part(news)
    sort_out(shelves)
    apart = {"Reports": 3, "Reports/Asia": 1, "Reports/Sport": 1, "World": 1, "World/Asia": 1, "Tea": 2}
    assert listed(shelves) == apart
    assert not shelves.arranging.part(news)
    again = shelves.arranging.restore(parted)
    sort_out(shelves)
    assert listed(shelves)["World"] == 4
    shelves.arranging.restore(again)
    sort_out(shelves)
    assert listed(shelves) == apart


def test_a_merge_into_what_was_merged_meanwhile_is_not_brought_back(shelves: Library) -> None:
    parted = merge(shelves, "News", "World")
    apart = shelves.arranging.restore(parted)
    sort_out(shelves)
    merge(shelves, "World", "News")  # As from the command line, beside the window.
    assert not shelves.arranging.restore(apart)
    sort_out(shelves)
    assert listed(shelves) == {"News": 3, "News/Asia": 2, "Tea": 2}


def test_an_import_that_is_undone_after_a_merge_leaves_the_merge(shelves: Library) -> None:
    add(shelves, make_post(2, title="Moved", categories=(("Tea",),)))
    done = merge(shelves, "News", "World")
    batch = shelves.history.batches()[0].id
    swap(shelves, batch)
    assert listed(shelves) == {"World": 3, "World/Asia": 2, "Tea": 2}
    shelves.arranging.restore(done)
    sort_out(shelves)
    swap(shelves, batch)
    assert listed(shelves) == {"News": 1, "World": 1, "World/Asia": 1, "Tea": 3}


def swap(library: Library, batch: int) -> None:
    """Undo an import, or do it again."""
    for each in library.history.begin_swap(batch):
        rows = library.history.to_swap(each)
        while rows:
            del rows[: library.history.swap_some(rows, 1)]
        library.history.finish_swap(each)
    assert library.check() == []


def test_a_merge_that_was_interrupted_goes_on_later(shelves: Library, tmp_path: Path) -> None:
    shelves.arranging.merge(category(shelves, "News"), category(shelves, "Tea"))
    assert shelves.arranging.unsorted()
    assert shelves.check() == []
    assert "News" not in listed(shelves)
    with Library(tmp_path / "library") as another:
        sort_out(another)
    assert not shelves.arranging.unsorted()
    assert listed(shelves)["Tea"] == 4


def test_rules_that_feed_each_other_come_to_an_end() -> None:
    rules: dict[Path_, Path_] = {("b", "c"): ("a", "c", "c")}
    rules = merging.with_rule(rules, ("a",), ("b",)) or rules
    assert merging.followed(("a", "c"), rules) == ("b", "c")
    assert merging.followed(("b", "c"), rules) == ("b", "c")


names = st.lists(st.sampled_from("ab"), min_size=1, max_size=3).map(tuple)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(names, names), max_size=6), names)
def test_whatever_is_merged_no_rule_leads_to_what_is_merged(merges: list[tuple[Path_, Path_]], asked: Path_) -> None:
    rules: dict[Path_, Path_] = {}
    for which, target in merges:
        rules = merging.with_rule(rules, which, target) or rules
        for led_to in rules.values():
            assert merging.followed(led_to, rules) == led_to
    end = merging.followed(asked, rules)
    assert merging.followed(end, rules) == end


def test_sources_and_tags_are_counted_whatever_becomes_of_their_articles(library: Library) -> None:
    ids = add(library, *(make_post(number, tags=("snow", f"n{number % 2}")) for number in range(1, 6)))
    library.set_read(ids[:3], read=True)
    add(library, make_post(2, title="Without its tag"))
    tags = {tag.name: (tag.total, tag.unread) for tag in library.arranging.tags(9)}
    assert tags == {"snow": (4, 2), "n1": (3, 1), "n0": (1, 1)}
    assert [tag.name for tag in library.arranging.tags(1)] == ["snow"]
    assert [(each.name, each.total, each.unread) for each in library.arranging.sources()] == [("folder", 5, 2)]
    batch = library.history.batches()[-1].id
    swap(library, batch)
    assert (library.arranging.tags(9), library.arranging.sources()) == ([], [])
    swap(library, batch)
    library.set_read(ids, read=False)
    assert library.arranging.sources()[0].unread == 5
    assert library.check() == []


@pytest.mark.parametrize("table", ["source", "tag"])
def test_a_wrong_number_is_found(library: Library, table: str) -> None:
    add(library, make_post(1, tags=("snow",)))
    library._db.execute(f"UPDATE {table} SET unread = unread + 1")
    assert len(library.check()) == 1
