"""Quotes, dashes, line breaks and bold text as each generator shows them."""

from __future__ import annotations

import pytest

from reader.domain import Dialect
from tests.posts.reading import body, post

HEXO, JEKYLL, HUGO, ZOLA, PLAIN = Dialect.HEXO, Dialect.JEKYLL, Dialect.HUGO, Dialect.ZOLA, Dialect.PLAIN


@pytest.mark.parametrize("dialect", [HEXO, JEKYLL, HUGO])
@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ('"so" it goes', "“so” it goes"),
        ("it's 'so', the authors' own", "it’s ‘so’, the authors’ own"),
        ("he said---well--that... is it", "he said—well–that… is it"),
        ("one -- two", "one – two"),
        ('*"a"* "`b`" ("c")', "<em>“a”</em> “<code>b</code>” (“c”)"),
        ('"**a** b"', "“<strong>a</strong> b”"),
        ('他说"你好"，又说"再见"的人', "他说“你好”，又说“再见”的人"),
        ('“已有” 和 "新的"', "“已有” 和 “新的”"),
        ("rock 'n' roll", "rock ‘n’ roll"),
    ],
)
def test_signs_become_typographic(dialect: Dialect, source: str, shown: str) -> None:
    assert body(source, dialect) == f"<p>{shown}</p>"


@pytest.mark.parametrize(
    "source",
    [
        "npm install --save x",
        "git log -- and a lone \" or 'one",
        '5" of 6',
        "`\"a\" -- b...`",
        "<span title=\"a--b\">x</span>",
        "a ---- b .... c",
        "[x](y--z)",
        "<https://e.org/a--b>",
        '<code>"a" -- b...</code> <kbd>"</kbd>',
        "https://e.org/a--b",
    ],
)  # fmt: skip
def test_what_is_typed_or_addressed_stays(source: str) -> None:
    assert body(source, HUGO).replace("<code>", "`").replace("</code>", "`").count("–") == ("git log" in source)
    assert not any(sign in body(source, HUGO) for sign in "“”‘’—…")


@pytest.mark.parametrize("dialect", [ZOLA, PLAIN, Dialect.PELICAN, Dialect.ELEVENTY, Dialect.NEXT, Dialect.OBSIDIAN])
def test_other_generators_leave_signs_alone(dialect: Dialect) -> None:
    assert body('"a" -- it\'s...', dialect) == '<p>"a" -- it\'s...</p>'


def test_a_line_that_repeats_the_title_is_known_in_typographic_signs_too() -> None:
    assert post('---\ntitle: "It\'s \\"so\\" -- yes"\n---\nIt\'s "so" -- yes\n\nText.').summary == "Text."


@pytest.mark.parametrize("dialect", [HEXO, Dialect.OBSIDIAN])
def test_a_line_ends_where_its_author_ended_it(dialect: Dialect) -> None:
    assert body("第一行\n第二行\n\n- a\n  b\n\n> c\n> d", dialect).count("<br>") == 3
    assert post("---\ntitle: T\n---\n第一行\n第二行", dialect).text == "第一行\n第二行"


@pytest.mark.parametrize("dialect", [JEKYLL, HUGO, ZOLA, PLAIN, Dialect.PELICAN, Dialect.ELEVENTY, Dialect.NEXT])
def test_elsewhere_a_line_goes_on(dialect: Dialect) -> None:
    assert "<br>" not in body("a\nb", dialect)
    assert "<br>" in body("a  \nb", dialect)


def test_what_eleventy_s_templates_indent_is_no_code() -> None:
    assert body("a\n\n    b", Dialect.ELEVENTY) == "<p>a</p>\n<p>b</p>"
    assert "<pre>" in body("a\n\n    b", PLAIN)


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("一套**工具（Tool-based）**的机制", "一套<strong>工具（Tool-based）</strong>的机制"),
        ("是：**一个“引号”**的", "是：<strong>一个“引号”</strong>的"),
        ("**`code`**的", "<strong><code>code</code></strong>的"),
        ("这是*（a）*的", "这是<em>（a）</em>的"),
        ("**한국어(Korean)**는", "<strong>한국어(Korean)</strong>는"),
        ("a **(b)**c 中", "a **(b)**c 中"),
        ("2 * 3 * 4 中", "2 * 3 * 4 中"),
        ("中 ** 文 **", "中 ** 文 **"),
        ("snake_case_名 _a_", "snake_case_名 <em>a</em>"),
    ],
)
def test_bold_text_ends_beside_a_chinese_letter(source: str, shown: str) -> None:
    assert body(source, PLAIN) == f"<p>{shown}</p>"


@pytest.mark.parametrize("dialect", [Dialect.JEKYLL, Dialect.HUGO])
def test_guillemets_are_written_with_two_signs(dialect: Dialect) -> None:
    """kramdown, parser/kramdown/typographic_symbol.rb; goldmark, extension/typographer.go."""
    html = body("Le <<mot>>, <<*un* autre>> a<<b>>, 1 << 2, `<<x>>` <<a.\n\n    <<EOF>>\n", dialect)
    assert html.startswith(
        "<p>Le «mot», «<em>un</em> autre» a«b», 1 &lt;&lt; 2, <code>&lt;&lt;x&gt;&gt;</code> &lt;&lt;a."
    )
    assert html.endswith("<code>&lt;&lt;EOF&gt;&gt;\n</code></pre>")
