"""Which of a post's words stand for it in a list."""

from __future__ import annotations

import pytest

from reader.domain import Dialect
from tests.posts.reading import post

HEXO, JEKYLL, HUGO, ZOLA, NEXT = Dialect.HEXO, Dialect.JEKYLL, Dialect.HUGO, Dialect.ZOLA, Dialect.NEXT
PELICAN, ELEVENTY, OBSIDIAN, PLAIN = Dialect.PELICAN, Dialect.ELEVENTY, Dialect.OBSIDIAN, Dialect.PLAIN
ALL = "excerpt: E\ndescription: D\nsummary: S"
MARKED = "Before.\n\n<!-- more -->\n\nAfter."


def test_a_post_without_a_body_says_its_summary() -> None:
    assert post("---\ntitle: T\ndescription: D\n---\n").text == "D"
    assert post("---\ntitle: T\ndescription: D\n---\n![](a.png)").text == ""


def summary(body: str, dialect: Dialect = HEXO, head: str = "x: y") -> str:
    return post(f"---\ntitle: T\n{head}\n---\n{body}", dialect).summary


@pytest.mark.parametrize(
    ("dialect", "head", "expected"),
    [
        (HEXO, ALL, "E"),
        (HEXO, "description: D", "Before."),
        (JEKYLL, ALL, "E"),
        (JEKYLL, "description: D", "Before."),
        (HUGO, ALL, "Before."),
        (ZOLA, ALL, "Before."),
        (PELICAN, ALL, "S"),
        (PELICAN, "description: D", "Before."),
        (ELEVENTY, ALL, "D"),
        (NEXT, ALL, "D"),
        (NEXT, "summary: S", "S"),
        (OBSIDIAN, "description: D", "D"),
        (PLAIN, "x: y", "Before."),
    ],
)
def test_each_generator_has_its_order(dialect: Dialect, head: str, expected: str) -> None:
    assert summary(MARKED, dialect, head) == expected


@pytest.mark.parametrize(
    ("dialect", "head", "expected"),
    [
        (HUGO, ALL, "S"),
        (ZOLA, ALL, "D"),
        (HEXO, "description: D", "D"),
        (HEXO, "deck: K", "K"),
        (HUGO, "teaser: Some words", "Some words"),
        (HUGO, "teaser: a.png", "One. Two."),
        (HEXO, "excerpt: true\ndescription: ''\nsummary:", "One. Two."),
        (HEXO, "description: [a, b]", "One. Two."),
        (JEKYLL, "x: y", "One."),
        (JEKYLL, "description: D", "D"),
        (PLAIN, "x: y", "One. Two."),
    ],
)
def test_without_a_mark_the_author_s_words_win_over_the_beginning(dialect: Dialect, head: str, expected: str) -> None:
    assert summary("# T\n\nOne.\n\nTwo.", dialect, head) == expected


@pytest.mark.parametrize(
    "mark",
    ["<!--more-->", "<!-- MORE -->", "<!-- excerpt -->", "<!-- end-excerpt -->", "<!--truncate-->",
     "<!-- PELICAN_END_SUMMARY -->", "{/* truncate */}"],
)  # fmt: skip
def test_every_generator_s_mark_ends_an_excerpt(mark: str) -> None:
    result = post(f"---\ntitle: T\n---\nBefore, with [a link][1].\n\n{mark}\n\nAfter.\n\n[1]: https://e.org")
    assert result.summary == "Before, with a link."
    assert "After." in result.text
    assert "more" not in result.html.lower()


def test_pelican_marks_both_ends() -> None:
    body = "Head.\n\n<!-- PELICAN_BEGIN_SUMMARY -->\nWithin.\n<!-- PELICAN_END_SUMMARY -->\n\nAfter."
    assert summary(body, PELICAN) == "Within."


@pytest.mark.parametrize("body", ["```\na\n<!-- more -->\n```\n\nAfter.", "Write `<!-- more -->` for it.\n\nAfter."])
def test_a_mark_in_code_is_code(body: str) -> None:
    result = post(f"---\ntitle: T\n---\n{body}")
    assert "&lt;!-- more --&gt;" in result.html
    assert result.summary.endswith("After.")


@pytest.mark.parametrize(
    "body", ["<!-- more -->\n\nAfter.", "# T\n\n<!-- more -->\n\nAfter.", "![](a.png)\n<!-- more -->\nAfter."]
)
def test_an_excerpt_without_words_is_none(body: str) -> None:
    assert summary(body) == "After."


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("A **bold** [link](https://e.org) and `code`", "A bold link and code"),
        ("<p>A &amp; B</p>", "A & B"),
        ("snake_case, 5 * 3 * 2", "snake_case, 5 * 3 * 2"),
        ('"Two\\n\\nlines"', "Two lines"),
        ("{{ page.x }}A{% raw %}", "A"),
    ],
)
def test_a_written_summary_is_shown_as_plain_words(written: str, shown: str) -> None:
    head = f"description: {written}" if written[0] == '"' else f"description: '{written}'"
    assert summary("Body.", PLAIN, head) == shown


def test_a_summary_is_short_however_much_was_written() -> None:
    assert len(summary("Body.", PLAIN, f"description: {'word ' * 9000}")) <= 300
    assert len(summary("word " * 90_000 + "\n\n<!-- more -->\n\nAfter.")) <= 300
