"""Boxes and formulas: their text stays, their fences never show."""

from __future__ import annotations

import pytest

from reader.domain import Dialect
from tests.posts.reading import body

HEXO, JEKYLL, HUGO, PLAIN = Dialect.HEXO, Dialect.JEKYLL, Dialect.HUGO, Dialect.PLAIN


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("::: tip Title\ntext\n:::", "<strong>Title</strong></p>\n<p>text"),
        ("::: warning\ntext\n:::", "<blockquote>\n<p><strong>Warning</strong></p>\n<p>text"),
        (":::message alert\ntext\n:::", "<blockquote>\n<p>text"),
        (":::note warn\ntext\n:::", "<strong>Warning</strong>"),
        ("::: aside\ntext\n:::", "<blockquote>\n<p>text"),
        (":::note[Title]\ntext\n:::", "<strong>Title</strong>"),
        ('::: tip {title="Title"}\ntext\n:::', "<strong>Title</strong>"),
        ("::: {.callout-note}\ntext\n:::", "<blockquote>\n<p><strong>Note</strong></p>\n<p>text"),
        ("::: {.callout-note}\n## Title\ntext\n:::", '<blockquote>\n<h2 id="title">Title</h2>\n<p>text'),
        ("::: {.column width=9}\ntext\n:::", "<div>\n<p>text</p>\n</div>"),
        ("::: details Title {open}\ntext\n:::", "<details><summary>Title</summary>\n<p>text</p>\n</details>"),
        ("::: details A `b` *c*\ntext\n:::", "<summary>\n<p>A <code>b</code> <em>c</em></p>\n</summary>\n<p>text</p>"),
        ('::: tabs#id\n::: tab "Title"\ntext\n:::\n:::', "<div>\n<div>\n<p><strong>Title</strong></p>\n<p>text"),
        ("::: code-tabs\n@tab:active Title#id\ntext\n:::", "<div>\n<p><strong>Title</strong></p>\n<p>text</p>\n</div>"),
        (":::: a\n::: b\ntext\n:::\n::::", "<blockquote>\n<blockquote>\n<p>text"),
        (
            '!!! note "Title"\n    text *b*\n\n    more\n\nafter',
            "<strong>Title</strong></p>\n<p>text <em>b</em></p>\n<p>more",
        ),
        ("!!! warning\n\n    text\nafter", "<strong>Warning</strong></p>\n<p>text"),
        ('!!! note ""\n    text', "<blockquote>\n<p>text"),
        ('???+ tip inline "Title"\n\ttext', "<strong>Title</strong></p>\n<p>text"),
        ("!!! a\n    ```\n    code\n    ```\n    text", "<pre><code>code\n</code></pre>\n<p>text"),
        ("!!! a\n    !!! b\n        text", "<strong>B</strong></p>\n<p>text"),
    ],
)
def test_a_box_is_a_quotation(source: str, expected: str) -> None:
    html = body(source, PLAIN)
    assert expected in html
    assert not any(fence in html for fence in (":::", "!!!", "???", "{"))
    assert html.count("<blockquote>") == html.count("</blockquote>")


def test_text_after_an_admonition_is_outside() -> None:
    assert body("!!! a\n    text\n\nafter", PLAIN).endswith("</blockquote>\n<p>after</p>")


@pytest.mark.parametrize("dialect", [JEKYLL, HUGO])
def test_a_generator_without_boxes_shows_what_was_written(dialect: Dialect) -> None:
    assert "::: a" in body("::: a", dialect)
    assert "!!! a" in body("!!! a", dialect)


@pytest.mark.parametrize("fence", ["::: a\ntext\n:::", "!!! a\n    text", "> [!note]", "$$a_1$$"])
def test_boxes_and_formulas_in_code_are_left_alone(fence: str) -> None:
    assert fence.replace(">", "&gt;") in body(f"```\n{fence}\n```", PLAIN)


@pytest.mark.parametrize("dialect", [PLAIN, Dialect.PELICAN])
@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("- ```\n  !!! a\n      text\n  ```", "!!! a\n    text\n"),
        ("1. ```md\n   !!! a\n       text\n   ```", "!!! a\n    text\n"),
        ("- - ~~~\n    !!! a\n        text\n    ~~~", "!!! a\n    text\n"),
        ("> - ```\n>   !!! a\n>   ```", "!!! a\n"),
        ("text\n\n<pre>\n!!! a\n    text\n</pre>", "!!! a\n    text\n"),
    ],
)
def test_an_admonition_in_code_is_code(dialect: Dialect, source: str, code: str) -> None:
    """Wherever the code stands; and a box behind it is one again."""
    html = body(f"{source}\n\nbetween\n\n!!! b\n    text", dialect)
    assert code in html
    assert html.count("<strong>") == html.count("<strong>B</strong>") == 1


def test_code_that_a_box_leaves_open_ends_with_the_box() -> None:
    html = body("!!! a\n    ```\n    code\n\nbetween\n\n!!! b\n    text", PLAIN)
    assert "<p>between</p>" in html
    assert "<strong>B</strong>" in html


def test_ticks_around_a_box_do_not_make_it_code() -> None:
    assert "<strong>A</strong>" in body("a ` tick\n!!! a\n    text ` here", PLAIN)


@pytest.mark.parametrize(
    "cells",
    ["`x` > [!NOTE] | `> [!NOTE]`", "\\` | `> [!NOTE]`", "`a` ::: tip | `::: tip`"],
)
def test_what_stands_behind_code_on_its_line_begins_no_line(cells: str) -> None:
    """A cell of a table holds no boxes, in code or beside it."""
    html = body(f"| a | b |\n|---|---|\n| {cells} |\n", PLAIN)
    written = cells.partition(" | ")[2].strip("`")
    assert f"<td><code>{written.replace('>', '&gt;')}</code></td>" in html
    assert "blockquote" not in html
    assert "<strong>" not in html


@pytest.mark.parametrize("written", ["[TOC]", "{: .a} {:x}"])
def test_text_behind_code_is_no_line_of_its_own(written: str) -> None:
    assert f"<code>x</code> {written}" in body(f"Write `x` {written}", PLAIN)


def test_the_id_of_a_heading_with_code_is_its_own() -> None:
    assert '<h2 id="b">A <code>x</code></h2>' in body("## A `x`\n{: #b}", JEKYLL)


@pytest.mark.parametrize("source", ["> [!note] Use `x` or `y`\n> text", "::: tip Use `x` or `y`\ntext\n:::"])
def test_the_title_of_a_box_may_hold_code(source: str) -> None:
    html = body(source, PLAIN)
    assert "<strong>Use <code>x</code> or <code>y</code></strong>" in html
    assert "text" in html


def test_a_picture_between_colons_begins_no_box() -> None:
    picture = ':::image type="complex" source="a.png" alt-text="A [b] & \'c\'."'
    html = body(f"1. one\n\n   {picture}:::\n\n1. two\n\n{picture}\ntold\n:::image-end:::\n\nend", PLAIN)
    assert html.count('<img src="a.png" alt="A [b] &amp; \'c\'."') == 2
    assert "<p>end</p>" in html
    assert "blockquote" not in html
    assert ":" not in html


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a $$x_1 * y_2 * z$$ b", "<code>x_1 * y_2 * z</code>"),
        ("$$\nx_1 \\\\\n*y*\n$$", '<code class="language-latex">x_1 \\\\\n*y*\n</code>'),
        ("$$a_1 + b_2$$", '<code class="language-latex">a_1 + b_2\n</code>'),
        ("text\n$$\na < b\n$$\nafter", "a &lt; b\n</code></pre>\n<p>after"),
        ("the shell $$ and $$ again", "shell $$ and $$ again"),
        ("$$ open", "$$ open"),
        ("a \\(x\\) b", "a (x) b"),
    ],
)
def test_a_formula_stays_readable(source: str, expected: str) -> None:
    assert expected in body(source, JEKYLL)
