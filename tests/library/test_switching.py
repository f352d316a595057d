"""What one can jump to is found by a few letters, whatever its kind, and articles by the words of their titles."""

from __future__ import annotations

import pytest

from reader.library.library import Library
from reader.library.navigation.switching import MOST, MOST_ARTICLES, Kind, Target, Targets
from tests.factories import make_post
from tests.library.test_library import add

COMMANDS = [Target(Kind.FOLDER, "unread", "All unread"), Target(Kind.COMMAND, "read_all", "Mark all as read")]


@pytest.fixture
def filled(library: Library) -> Library:
    add(
        library,
        make_post(1, title="Snow on the pass", categories=(("World", "Asia"),), tags=("phone", "手机")),
        make_post(2, title="下雪了 today", categories=(("新媒体",),), tags=("snowdrop",)),
        make_post(3, title="All about the pass of snow"),
    )
    library.saved.add("Snow days", "snow")
    while library.index_some():
        pass
    return library


def found(library: Library, typed: str) -> list[tuple[str, str]]:
    targets = Targets([*COMMANDS, *library.switching.targets()])
    return [(hit.target.kind.value, hit.target.name) for hit in targets.find(typed, library.switching.titles(typed))]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("asia", [("category", "World/Asia")]),
        ("xmt", [("category", "新媒体")]),
        ("sj", [("tag", "手机")]),
        ("fold", [("source", "folder")]),
        ("mar", [("command", "Mark all as read")]),
        ("aur", [("folder", "All unread")]),
        ("xiaxue", [("article", "下雪了 today")]),
        ("雪了", [("article", "下雪了 today")]),
        ("pass snow", [("article", "All about the pass of snow"), ("article", "Snow on the pass")]),
        ("snow", [
            ("smart", "Snow days"), ("tag", "snowdrop"),
            ("article", "Snow on the pass"), ("article", "All about the pass of snow"),
        ]),
        ("nothing", []),
    ],
)  # fmt: skip
def test_what_is_found(filled: Library, typed: str, expected: list[tuple[str, str]]) -> None:
    assert found(filled, typed) == expected


def test_titles_that_are_not_in_memory_are_found_by_their_words(
    filled: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.library.navigation.switching._NEWEST", 1)
    assert found(filled, "on pass") == [("article", "Snow on the pass")]
    assert found(filled, "sno on pa") == [("article", "Snow on the pass")]
    (title,) = filled.switching.titles("on pass")
    assert (title.detail, title.published) == ("folder", filled.articles([int(title.key)])[0].published)


def test_the_index_is_not_asked_for_long(filled: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.library.navigation.switching._STEPS", 1)
    assert len(filled.switching.titles("snow")) == 2
    assert filled.switching.titles("snow", seconds=-1) == []
    assert filled.switching.titles("snow", lambda: True) == []
    assert len(filled.switching.titles("snow")) == 2


def test_the_hits_of_each_kind_are_few(library: Library) -> None:
    add(library, *(make_post(number, title=f"Snow {number}", tags=(f"snow {number}",)) for number in range(40)))
    hits = found(library, "snow")
    assert [kind for kind, _ in hits].count("tag") == MOST
    assert [kind for kind, _ in hits].count("article") == MOST_ARTICLES


def test_what_lists_nothing_is_not_offered(library: Library) -> None:
    library.saved.add("Snow", "snow")
    assert [(target.kind, target.name) for target in library.switching.targets()] == [(Kind.SMART, "Snow")]
    assert [hit.target.name for hit in Targets([*COMMANDS, *library.switching.targets()]).first()] == [
        "All unread", "Snow",
    ]  # fmt: skip


@pytest.mark.parametrize("typed", ['"', "a:b OR (", "*", "\0", "\ud800", "x" * 10_000, "雪" * 300, "-", " "])
def test_odd_input_raises_nothing(filled: Library, typed: str) -> None:
    found(filled, typed)
