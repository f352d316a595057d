"""Search finds every article that holds the words, in Chinese from one character up, and raises at nothing."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain import ArticleQuery
from reader.library.library import Library
from reader.library.search import expression, tokens
from tests.factories import make_post
from tests.library.test_library import add, category, titles


@pytest.fixture
def shelf(library: Library) -> Library:
    add(
        library,
        make_post(1, title="乌克兰：布林肯从基辅发出威胁", text="美国国务卿安东尼·布林肯威胁俄罗斯说，将面临后果。"),
        make_post(2, title="Snow closes the pass", text="Naïve drivers waited; the iPhone15手机 froze."),
        make_post(3, title="茶", text="ｆｕｌｌ width, カタカナ and 한국어.", categories=(("Tea",),)),
    )
    while library.index_some():
        pass
    return library


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("茶", ["茶"]),
        ("国", ["乌克兰：布林肯从基辅发出威胁"]),
        ("国务", ["乌克兰：布林肯从基辅发出威胁"]),
        ("务国", []),
        ("乌克兰 国务卿", ["乌克兰：布林肯从基辅发出威胁"]),
        ("naive", ["Snow closes the pass"]),
        ("SNOW pass", ["Snow closes the pass"]),
        ('"closes the"', ["Snow closes the pass"]),
        ('"the closes"', []),
        ("driv", ["Snow closes the pass"]),
        ("iphone15手", ["Snow closes the pass"]),
        ("full", ["茶"]),
        ("カタ", ["茶"]),
        ("한국", ["茶"]),
        ("nowhere", []),
        ("!!", []),
    ],
)
def test_what_words_find(shelf: Library, words: str, found: list[str]) -> None:
    assert titles(shelf, ArticleQuery(text=words)) == found


def test_search_stays_in_its_category(shelf: Library) -> None:
    assert titles(shelf, ArticleQuery(category=category(shelf, "Tea"), text="iphone15")) == []
    assert titles(shelf, ArticleQuery(category=category(shelf, "Tea"), text="and")) == ["茶"]


def test_a_changed_article_is_found_by_its_new_words_only(shelf: Library) -> None:
    add(shelf, make_post(3, title="咖啡", text="Coffee now."))
    while shelf.index_some():
        pass
    assert titles(shelf, ArticleQuery(text="茶")) == []
    assert titles(shelf, ArticleQuery(text="coffee")) == ["咖啡"]
    assert shelf.check() == []


def test_the_index_is_filled_by_and_by(library: Library) -> None:
    add(library, make_post(1), make_post(2), make_post(3))
    assert library.unindexed() == 3
    assert library.index_some(seconds=0) == 1
    assert library.unindexed() == 2


@given(words=st.text())
def test_no_input_is_refused(words: str) -> None:
    db = sqlite3.connect(":memory:")
    db.execute("CREATE VIRTUAL TABLE search USING fts5 (body)")
    found = expression(words)
    if found:
        db.execute("SELECT * FROM search WHERE search MATCH ?", (found,)).fetchall()
    db.close()


@given(before=st.text("国务卿 aé，"), word=st.text("国务卿", min_size=1, max_size=4), after=st.text("国务卿 aé，"))
def test_every_stretch_of_chinese_is_found(before: str, word: str, after: str) -> None:
    db = sqlite3.connect(":memory:")
    db.execute("CREATE VIRTUAL TABLE search USING fts5 (body, tokenize = 'unicode61 remove_diacritics 2')")
    db.execute("INSERT INTO search VALUES (?)", (tokens(before + word + after),))
    assert db.execute("SELECT count(*) FROM search WHERE search MATCH ?", (expression(word),)).fetchone()[0] == 1
    db.close()
