"""Links: bare addresses, and places within a post."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reader.domain import Dialect
from reader.posts.body.converter import to_html
from tests.posts.reading import body

HEXO, JEKYLL, HUGO, PLAIN = Dialect.HEXO, Dialect.JEKYLL, Dialect.HUGO, Dialect.PLAIN


def links(html: str) -> list[tuple[str, str]]:
    return re.findall(r'<a href="([^"]*)">(.*?)</a>', html)


@pytest.mark.parametrize("dialect", [HEXO, HUGO, PLAIN])
@pytest.mark.parametrize(
    ("source", "href"),
    [
        ("see https://e.org/a_b_c?x=1&y=2.", "https://e.org/a_b_c?x=1&amp;y=2"),
        ("见https://e.org/a，然后", "https://e.org/a"),
        ("（https://e.org/a）", "https://e.org/a"),
        ("《https://e.org/a》", "https://e.org/a"),
        ("“https://e.org/a”。", "https://e.org/a"),
        ("地址：https://e.org/a。下一句", "https://e.org/a"),
        ("(https://e.org/a_(b))", "https://e.org/a_(b)"),
        ("**https://e.org/a**", "https://e.org/a"),
        ("**https://e.org/a**的", "https://e.org/a"),
        ("see <b>https://e.org/a</b>", "https://e.org/a"),
        ("https://zh.e.org/wiki/中国", "https://zh.e.org/wiki/%E4%B8%AD%E5%9B%BD"),
        ("www.e.org/a, say", "http://www.e.org/a"),
        ("ftp://e.org/a!", "ftp://e.org/a"),
        ("me@example.org", "mailto:me@example.org"),
        ("<https://e.org/a>", "https://e.org/a"),
    ],
)
def test_a_bare_address_becomes_a_link(dialect: Dialect, source: str, href: str) -> None:
    assert [link for link, _ in links(body(source, dialect))] == [href]


def test_a_link_or_a_footnote_right_behind_an_address_is_no_part_of_it() -> None:
    assert links(body("(https://e.org/a)[b c](https://e.org/d)")) == [
        ("https://e.org/a", "https://e.org/a"),
        ("https://e.org/d", "b c"),
    ]
    assert 'href="https://e.org/a">https://e.org/a</a><sup' in body("https://e.org/a[^1]\n\n[^1]: b")


@pytest.mark.parametrize(
    "source", ["README.md and e.org", "//e.org/a", "`https://e.org`", "    https://e.org", "http://", "x:y", "a @ b"]
)
def test_what_is_no_address_stays_text(source: str) -> None:
    assert "<a" not in body(f"text\n\n{source}", HUGO)


def test_a_link_is_not_linked_again() -> None:
    html = body('[https://e.org/a](https://e.org/b) <a href="https://e.org/c">https://e.org/d</a>')
    assert [href for href, _ in links(html)] == ["https://e.org/b", "https://e.org/c"]


def test_an_address_beside_a_link_is_found_in_capitals_too() -> None:
    html = body("[a](https://e.org/b) and WWW.e.org/c, not README.md")
    assert [href for href, _ in links(html)] == ["https://e.org/b", "http://WWW.e.org/c"]


_PARTS = [
    "http://",
    "HTTP://",
    "//",
    "/",
    "../",
    "a",
    "B.c",
    "x" * 62,
    "e.org",
    "xn--a",
    "中",
    "%20",
    "%z",
    "[",
    "]",
    "\\",
]
_PARTS += [*"-_~?#=&:@()'*!;+,. ", "mailto:", "javascript:", "data:"]


@given(st.lists(st.sampled_from(_PARTS), max_size=7).map("".join))
def test_an_address_is_written_as_the_converter_itself_writes_it(address: str) -> None:
    source = f"[a](<{address}>)"
    expected = MarkdownIt("commonmark").render(source)
    assume("<a " in expected)
    assert to_html(source, JEKYLL) == expected


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("## C# {#c-sharp}", "C#</h2>"),
        ("## C# ## {#c-sharp}", "C#</h2>"),
        ("## A {.wide}", ">A</h2>"),
        ("## A \\{.wide}", ">A {.wide}</h2>"),
        ("## A &#123;#b}", ">A {#b}</h2>"),
    ],
)
def test_what_is_given_in_braces_is_cut_off_and_nothing_else(source: str, shown: str) -> None:
    assert shown in body(source, HUGO)


def test_kramdown_makes_no_links_of_bare_addresses() -> None:
    assert "<a" not in body("see https://e.org/a", JEKYLL)
    assert "<a" in body("see <https://e.org/a>", JEKYLL)


@pytest.mark.parametrize(
    ("dialect", "source", "expected"),
    [
        (HUGO, "## Hello, World", "hello-world"),
        (HUGO, "## 前言 与 `code`", "前言-与-code"),
        (JEKYLL, "1.2 Foo_Bar\n=======", "12-foo_bar"),
        (HEXO, "## Hello, World!", "Hello-World"),
        (HEXO, "## 一、前言", "一、前言"),
        (HEXO, "[x](#hello-world)\n\n## Hello World", "hello-world"),
        (HUGO, "[x](#Hello-World)\n\n## Hello World", "Hello-World"),
        (HUGO, "[x](#%E5%89%8D%E8%A8%80)\n\n## 前言", "前言"),
        (HUGO, "## A {#given}", "given"),
        (HUGO, "## A {#given .class}", "given"),
        (JEKYLL, "## A {#given}", "given"),
        (JEKYLL, "## A\n{: #given .class}", "given"),
        (JEKYLL, "## A {: #given}", "given"),
        (PLAIN, "A {#given}\n---", "given"),
    ],
)
def test_headings_have_the_ids_that_links_name(dialect: Dialect, source: str, expected: str) -> None:
    html = body(source, dialect)
    assert f' id="{expected}">' in html
    assert "{" not in html


def test_equal_headings_have_ids_of_their_own() -> None:
    assert re.findall(r' id="(\w[\w-]*)"', body("# A\n\n## A\n\n## A")) == ["A", "A-1", "A-2"]


def test_the_comment_that_names_a_heading_of_react_is_its_id() -> None:
    assert body("## A b {/*given*/}", PLAIN, "p.mdx") == '<h2 id="given">A b</h2>'


def test_a_place_that_code_shows_is_left_alone() -> None:
    assert "{#id}" in body("```\n## A {#id}\n```")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("@[card](https://e.org/a)", '<a href="https://e.org/a">https://e.org/a</a>'),
        ("@[youtube](abcdefghijk)", '<iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe>'),
        ("@[code js{1}](./a.js)", '<a href="./a.js">./a.js</a>'),
        ("[https://e.org/a:embed:cite]", '<a href="https://e.org/a">https://e.org/a</a>'),
        ("@[someone](https://e.org/a)", '@<a href="https://e.org/a">someone</a>'),
        ("mail me@[x](y)", 'me@<a href="y">x</a>'),
    ],
)
def test_what_is_embedded_is_a_link_that_leads_there(source: str, expected: str) -> None:
    """Zenn, VuePress and Hatena."""
    assert expected in body(source, PLAIN)
