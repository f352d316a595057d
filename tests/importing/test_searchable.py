"""Articles are made searchable with the help of other processes: whatever happens to these, search finds the same."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import replace

import pytest

from reader.domain import ArticleQuery
from reader.importing import searchable
from reader.importing.searchable import index
from reader.library.library import Library
from reader.library.search.indexing import tokenize
from tests.factories import make_post
from tests.importing.deadly import die
from tests.library.test_library import add, titles


@pytest.mark.parametrize("work", [tokenize, die])
def test_search_finds_the_same_whoever_makes_the_tokens(
    library: Library, monkeypatch: pytest.MonkeyPatch, work: Callable[..., object]
) -> None:
    monkeypatch.setattr(searchable, "tokenize", work)
    monkeypatch.setattr(searchable, "_MANY", 5)
    # What is dealt with here must not end this process.
    monkeypatch.setattr(searchable, "_AT_ONCE", 2 if work is tokenize else 0)
    monkeypatch.setattr(searchable, "_TOGETHER", 2)
    add(library, *map(make_post, range(1, 5)), make_post(9, title="茶", text="臺灣 and C++"))
    assert [step.done for step in index(library)][-1] == 5
    assert library.unindexed() == 0
    assert titles(library, ArticleQuery(text="台湾 c++")) == ["茶"]
    assert len(titles(library, ArticleQuery(text="post"))) == 4
    assert library.check() == []


@pytest.mark.parametrize("changed", ["title", "author"])
def test_an_article_that_gets_another_title_or_author_meanwhile_waits_as_well(library: Library, changed: str) -> None:
    post = make_post(1, title="Rivers", text="The same words.")
    add(library, post)
    some = library.index.read()
    add(library, replace(post, title="Lakes") if changed == "title" else replace(post, author="Somebody Else"))
    library.index.write(some, tokenize(some.texts), seconds=60)
    list(index(library))
    wanted = "lakes" if changed == "title" else "author:somebody"
    assert len(titles(library, ArticleQuery(text=wanted))) == 1
    # What the index was not given cannot be taken out of it again.
    add(library, make_post(1, title="Seas", text="Other words."))
    list(index(library))
    assert titles(library, ArticleQuery(text="rivers OR lakes OR same OR author:somebody")) == []


@pytest.mark.parametrize("elsewhere", [False, True])
def test_an_article_that_is_read_anew_while_its_tokens_are_made_waits_for_its_turn(
    library: Library, *, elsewhere: bool
) -> None:
    add(library, make_post(1, text="old words"), make_post(2, text="old words, too"))
    some = library.index.read()
    with Library(library.folder) if elsewhere else nullcontext(library) as writer:
        add(writer, make_post(1, text="new words"))
    assert library.index.write(some, tokenize(some.texts), seconds=60) == 2
    assert library.unindexed() == 1
    assert [step.done for step in index(library)] == [1]
    assert titles(library, ArticleQuery(text="old")) == ["Post 2"]
    assert titles(library, ArticleQuery(text="new")) == ["Post 1"]
    assert library.check() == []
