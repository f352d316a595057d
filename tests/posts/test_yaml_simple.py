"""The short way through YAML says what the long way says, or nothing."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.posts.front.yaml_simple import load_simple
from reader.posts.front.yaml_text import YamlError, load_fully

PIECES = st.sampled_from(
    ["a", "key", "b c", ":", ": ", " ", "\n", "\n", "- ", " - ", "  - ", "-", "'", '"', "[", "]", ", ", ",", "#", " #",
     "~", "null", "x: ", "title: ", "y:\n", "\nz: ", "[a, b]", "'q'", '"d"', "2020-01-01 10:00", "https://e.org/a#c",
     "&", "*", "!", "|", ">", "%", "@", "`", "?", "{", "}", "\\", "图", "\t", "...", "---", "\u00a0", "\u0085",
     "\u2028", "<<: "]
)  # fmt: skip


def agree(text: str) -> None:
    simple = load_simple(text)
    if simple is None:
        return
    try:
        full = load_fully(text)
    except YamlError as error:
        pytest.fail(f"{text!r} is no YAML ({error}) but was read as {simple}")
    assert (full.value or {}) == simple
    assert full.duplicates == []


@settings(max_examples=1500, deadline=None)
@given(st.lists(PIECES, max_size=14).map("".join))
@example("title: 'A'\ncategories: \n - a\n - b c\ndate: Thu, 20 Jan 2022 02:24:38 GMT\ntags: [x, y]\n")
@example("a:\n- x\n-\n- ~\nb:\n\n")
@example("a: b\n  c\n")
@example("a: \u00a0")
@example("a: [x, y\n")
def test_both_ways_agree(text: str) -> None:
    agree(text)


def test_what_posts_write_goes_the_short_way() -> None:
    text = "title: 'A'\ncategories: \n - a\n - b c\ndate: Thu, 20 Jan 2022 02:24:38 GMT\ntags: [x, y]\nn:\n"
    assert load_simple(text) == {
        "title": "A",
        "categories": ["a", "b c"],
        "date": "Thu, 20 Jan 2022 02:24:38 GMT",
        "tags": ["x", "y"],
        "n": None,
    }
