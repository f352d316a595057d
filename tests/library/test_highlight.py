"""What is marked in a text is what the index found there."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library.conditions.query_language import parse
from reader.library.conditions.query_tree import Words
from reader.library.search.highlight import marks, snippet
from tests.library.scanning import Cut, cut


def marked(text: str, typed: str) -> list[str]:
    return [text[start:end] for start, end in marks(text, parse(typed).terms())]


@pytest.mark.parametrize(
    ("text", "typed", "found"),
    [
        ("Snow, snowy SNOW", "snow ", ["Snow", "SNOW"]),
        ("Snow, snowy SNOW", "snow", ["Snow", "snowy", "SNOW"]),
        ("中国，美国 中国", "中国", ["中国", "中国"]),
        ("中国 美国", "国美", []),
        ("臺灣 and 台湾", "台灣", ["臺灣", "台湾"]),
        ("nai\u0308ve Straße", '"naive strasse"', ["nai\u0308ve Straße"]),
        ("iPhone15 手机", "iphone15手", ["iPhone15 手"]),
        ("ＡＢＣ ①", "abc OR 1", ["ＡＢＣ", "①"]),
        ("C, C++ and C#", "c++", ["C++"]),
        ("co\u00adoperate", "cooperate", ["co\u00adoperate"]),
        ("two\n words", '"two words"', ["two\n words"]),
        ("a b c d", '"a b c" "b c d"', ["a b c d"]),
        ("a b", "-a b", ["b"]),
    ],
)
def test_what_is_marked(text: str, typed: str, found: list[str]) -> None:
    assert marked(text, typed) == found


ALPHABET = "国务發发 aé-.，C+가\u0301\n😀ﬁs ß"


@given(st.text(ALPHABET), st.text(ALPHABET, min_size=1, max_size=4), st.booleans())
def test_marks_are_where_the_index_finds(text: str, phrase: str, beginning: bool) -> None:
    wanted = cut(phrase)
    if wanted:
        found = marks(text, [Words(phrase, unfinished=beginning)])
        assert bool(found) == Cut(text).holds(wanted, beginning=beginning)


def test_a_snippet_shows_the_place_with_most_words() -> None:
    text = "snow " + "x " * 200 + "then snow on the pass " + "y " * 200
    shown = snippet(text, parse("snow pass").terms(), 60)
    assert [shown.text[start:end] for start, end in shown.marks] == ["snow", "pass"]
    assert shown.text[0] == shown.text[-1] == "…"
    assert len(shown.text) <= 62


def test_a_snippet_without_words_is_the_beginning() -> None:
    assert snippet("one\n\ntwo three", ()).text == "one two three"
    assert snippet("字" * 300, parse("无").terms(), 100).text == "字" * 100 + "…"


@given(st.text(ALPHABET, max_size=200), st.text(ALPHABET, min_size=1, max_size=3), st.integers(10, 60))
def test_a_snippet_shows_a_hit_wherever_it_is(text: str, phrase: str, width: int) -> None:
    terms = parse(f'"{phrase}"').terms()
    shown = snippet(text, terms, width)
    assert len(shown.text) <= width + 2
    assert "\n" not in shown.text
    if terms and marks(text, terms):
        assert shown.marks


def test_long_texts_are_marked_at_once() -> None:
    text = "乌克兰 naïve words，" * 14_000
    began = time.process_time()
    assert len(marks(text, parse("克兰 naive").terms())) == 28_000
    assert time.process_time() - began < 2
