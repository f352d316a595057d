"""Lektor keeps a page's fields in one file, its text among them."""

from __future__ import annotations

import pytest

from reader.domain import Dialect
from reader.posts.front.lektor import read_fields
from tests.posts.reading import post, read

PAGE = """_model: post
---
title: Snow: on the pass
---
tags:
weather
mountains
---
author: A. Writer
---
pub_date: 2020-11-27
---
body:

The **pass** is closed.

----

It opens in May.
"""


def test_a_page_is_read_field_by_field() -> None:
    made = post(PAGE, Dialect.PLAIN, "content/blog/snow-on-the-pass/contents.lr")
    assert (made.title, made.author, made.tags) == ("Snow: on the pass", "A. Writer", ("weather", "mountains"))
    assert (made.slug, made.published.date().isoformat()) == ("snow-on-the-pass", "2020-11-27")
    assert "<p>The <strong>pass</strong> is closed.</p>" in made.html
    assert made.html.count("<hr>") == 1
    assert made.problems == ()


def test_a_translation_says_its_language() -> None:
    assert post(PAGE, Dialect.PLAIN, "blog/snow/contents+de.lr").lang == "de"


def test_a_page_of_children_is_no_post() -> None:
    result = read("_model: blog\n---\ntitle: Blog\n", Dialect.PLAIN, "blog/contents.lr")
    assert [problem.kind.value for problem in result.problems] == ["not-a-post"]


def test_a_hidden_page_is_a_draft() -> None:
    result = read(f"_hidden: yes\n---\n{PAGE}", Dialect.PLAIN, "blog/a/contents.lr")
    assert [problem.kind.value for problem in result.problems] == ["draft"]


@pytest.mark.parametrize(
    ("text", "fields", "body"),
    [
        ("a: 1\n---\nb:\n\ntwo\nlines\n", {"a": "1", "b": "two\nlines"}, ""),
        ("Title: A\n---\ntext: B", {"title": "A"}, "B"),
        ("_slug: x\n---\nbody:\n-----\n", {"slug": "x"}, "----"),
        ("tags: one\n---\ncategories:\na\nb\n", {"tags": "one", "categories": ["a", "b"]}, ""),
        ("nothing at all", {}, ""),
        ("a:\n---\nb: c: d\n", {"a": None, "b": "c: d"}, ""),
    ],
)
def test_fields(text: str, fields: dict[str, object], body: str) -> None:
    assert read_fields(text) == (fields, body)
