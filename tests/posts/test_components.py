"""Components of MDX and attributes in braces: what they say of the text shows, and nothing else of them."""

from __future__ import annotations

import pytest

from reader.domain import Dialect
from tests.posts.reading import body, post

HUGO, NEXT, PLAIN, PELICAN = Dialect.HUGO, Dialect.NEXT, Dialect.PLAIN, Dialect.PELICAN


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            '<TabItem value="a" label="A b">\n**c**\n</TabItem>',
            "<p><strong>A b</strong></p>\n<p><strong>c</strong></p>",
        ),
        ('<TabItem value="a">\nb\n</TabItem>', "<p><strong>a</strong></p>\n<p>b</p>"),
        ('<Card title="A b" icon="x">\nc\n</Card>', "<p><strong>A b</strong></p>\n<p>c</p>"),
        ('<Aside title="A">b **c**</Aside>', "<p><strong>A</strong></p>\n<p>b <strong>c</strong></p>"),
        ('<LinkCard title="A b" href="/c" description="D" />', '<p><a href="/c">A b</a></p>\n<p>D</p>'),
        ('a <Badge type="x" text="^1.9" /> b', "<p>a ^1.9 b</p>"),
        ('a <Link to="/b">c</Link> d', 'a <a href="/b">c</a> d'),
        ("<Image\n  src='/a.png'\n  alt='b'\n/>\n", '<img src="/a.png" alt="b">'),
        ('<YouTube id="abcdefghijk" />', '<iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe>'),
        ('::github{repo="a/b"}', '<a href="https://github.com/a/b">a/b</a>'),
        ("A `Map<String, X>` and Vec<T> stay", "<code>Map&lt;String, X&gt;</code> and Vec"),
    ],
)
@pytest.mark.parametrize("name", ["a.mdx", "a.md"])
def test_components_show_what_their_attributes_say(source: str, expected: str, name: str) -> None:
    assert expected in body(source, NEXT, name)


def test_the_indent_within_components_says_nothing() -> None:
    """MDX knows no indented code; what Prettier moves in with its component is no deeper for that."""
    inside = "    - b\n    - c\n\n      ```\n      d\n        e\n      ```\n\n    f\n"
    html = body(f'<Tabs>\n  <Tab label="A">\n{inside}  </Tab>\n</Tabs>\n', NEXT, "a.mdx")
    assert html.count("<li>") == 2
    assert "<pre><code>d\n  e\n</code></pre>\n</li>" in html
    assert "<p>f</p>" in html


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<details>\n<summary>A **b** `c`</summary>\n\nd\n\n</details>", "<p>A <strong>b</strong> <code>c</code></p>"),
        ("<ul>\n  <li>a *b*</li>\n  <li>c</li>\n</ul>", "<p>a <em>b</em></p>\n</li>\n<li>c</li>"),
        ("- a\n\n  <p>b *c*</p>\n\n- d", "<p>b <em>c</em></p>\n\n</li>\n<li>"),
    ],
)
def test_an_element_of_one_line_holds_markdown(source: str, expected: str) -> None:
    """mdxjs.com, "What is MDX?": between the tags of JSX stands Markdown."""
    assert expected in body(source, NEXT, "a.mdx")


def test_a_picture_of_next_is_one() -> None:
    found = post('---\ntitle: T\n---\n<Image alt="b" src="/a.png" width={400} height={200} />', NEXT, "a.mdx")
    assert [(each.ref, each.alt) for each in found.pictures] == [("/a.png", "b")]


def test_what_a_module_would_compute_is_not_shown() -> None:
    html = body("a {props.b} c {2 + {d: 3}.d} e\n\n## F {#g}\n\n`{h}` $i_{j}$ \\{k}", NEXT, "a.mdx")
    assert html == '<p>a  c  e</p>\n<h2 id="g">F</h2>\n<p><code>{h}</code> <code>i_{j}</code> {k}</p>'
    assert "{props.b}" in body("a {props.b}", NEXT, "a.md")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("![a](b.png){width=50%}", '<p><img src="b.png" alt="a"></p>'),
        ('![a](b.png){#c .d width="9"} e', '<p><img src="b.png" alt="a"> e</p>'),
        ("a\n{.b}", "<p>a</p>"),
        ("> a\n{.b #c}\n\nd", "<blockquote>\n<p>a</p>\n</blockquote>\n<p>d</p>"),
        ("a [b c]{.d} e", "<p>a b c e</p>"),
        ("## A b {.c}", '<h2 id="a-b">A b</h2>'),
        ("## A ## {#c}", '<h2 id="c">A</h2>'),
        ("a {b} [c] {.d", "<p>a {b} [c] {.d</p>"),
        ("`![a](b){c=d}`", "<p><code>![a](b){c=d}</code></p>"),
    ],
)
@pytest.mark.parametrize("dialect", [HUGO, NEXT, PLAIN])
def test_attributes_in_braces_are_not_shown(source: str, expected: str, dialect: Dialect) -> None:
    assert body(source, dialect) == expected


def test_headings_of_python_markdown_need_no_blank() -> None:
    assert body("#A\n\n`#b`\n\n    #c\n", PELICAN).startswith(
        '<h1 id="a">A</h1>\n<p><code>#b</code></p>\n<pre><code>#c'
    )
    assert body("#A", HUGO) == "<p>#A</p>"
