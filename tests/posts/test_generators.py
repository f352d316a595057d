"""Bodies read as the generators themselves read them: each rule was tried out on Hugo, Jekyll or Pelican."""

from __future__ import annotations

import pytest

from reader.domain import Dialect
from tests.posts.reading import body, post

HUGO, JEKYLL, PELICAN = Dialect.HUGO, Dialect.JEKYLL, Dialect.PELICAN
RAW, END = "{% raw %}", "{% endraw %}"


@pytest.mark.parametrize("dialect", [JEKYLL, Dialect.ELEVENTY])
@pytest.mark.parametrize(
    ("source", "code"),
    [
        (f"`{RAW}{{{{ a }}}}{END}`", "{{ a }}"),
        (f"```\n{RAW}\n{{% b %}}\n{END}\n```", "{% b %}\n"),
        (f"```\n{RAW}{{% b %}}{END}\n```", "{% b %}\n"),
        (f"`{RAW}`", RAW),
    ],
)
def test_raw_marks_in_code_are_not_shown(source: str, code: str, dialect: Dialect) -> None:
    """Liquid runs before Markdown (Jekyll, docs/liquid/tags; Eleventy, docs/languages/liquid)."""
    assert f"<code>{code}</code>" in body(f"x {source}" if source[1] != "`" else source, dialect)


def test_escaped_shortcodes_in_code_are_as_readers_see_them() -> None:
    """Hugo, content-management/shortcodes: shortcodes are called in code, too, unless they are escaped."""
    html = body("`{{</* a */>}}`\n\n```\n{{%/* b */%}}\n```\n", HUGO)
    assert "<code>{{&lt; a &gt;}}</code>" in html
    assert "<code>{{% b %}}\n</code>" in html


def test_comments_of_hugo_are_not_shown() -> None:
    assert body("a {{< comment >}}hidden{{< /comment >}} b", HUGO) == "<p>a  b</p>"


@pytest.mark.parametrize("dialect", [HUGO, JEKYLL, PELICAN])
def test_a_note_that_is_named_again_keeps_its_number(dialect: Dialect) -> None:
    html = body("a[^n] b[^n]\n\n[^n]: note\n", dialect)
    assert html.count(">[1]</a>") == 2


def test_keys_of_pelican_end_at_the_first_blank_line() -> None:
    """Python-Markdown, extensions/meta_data."""
    read = post("Title: T\nDate: 2020-01-02\n\nFoo\n---\n\nx\n", PELICAN)
    assert (read.title, read.html) == ("T", '<h2 id="foo">Foo</h2>\n<p>x</p>')
    assert post("Title: T\nDate: 2020-01-02\n---\nx\n", PELICAN).html == "<p>x</p>"


@pytest.mark.parametrize("dialect", [JEKYLL, PELICAN])
@pytest.mark.parametrize(
    "source",
    [
        "<div>x</div>\n**b**",
        "<figure>\n  <img src='a.png'>\n</figure>\n**b**",
        "<p>\nx\n</p>\n**b**",
        "<blockquote><p>x</p></blockquote>\n**b**",
    ],
)
def test_an_element_ends_where_its_closing_tag_stands(source: str, dialect: Dialect) -> None:
    """In CommonMark all below is HTML up to an empty line (kramdown, "HTML Blocks"; Python-Markdown, htmlparser.py)."""
    assert "<p><strong>b</strong></p>" in body(source, dialect)
    assert "**b**" in body(f"<div>\n{source}\n</div>", dialect)


@pytest.mark.parametrize("dialect", [JEKYLL, PELICAN, HUGO])
@pytest.mark.parametrize("blank", ["", "\n"])
def test_terms_share_a_definition(blank: str, dialect: Dialect) -> None:
    """PHP Markdown Extra; kramdown, "Definition Lists"; goldmark, extension/definition_list.go."""
    html = body(f"one\n*two*\n{blank}: both\n", dialect)
    assert html.count("<dt>one<br><em>two</em></dt>") == 1
    assert "both" in html.partition("<dd>")[2]


@pytest.mark.parametrize("dialect", [JEKYLL, PELICAN])
@pytest.mark.parametrize(
    ("source", "link"),
    [
        ("[a b](http://c.d/e f)", '<a href="http://c.d/e%20f">a b</a>'),
        ('[a](/b "say "c" too")', '<a href="/b" title=\'say "c" too\'>a</a>'),
        ("[a b] [1]\n\n[1]: http://c.d/", '<a href="http://c.d/">a b</a>'),
        ("[a b]\n[1]\n\n[1]: http://c.d/", '<a href="http://c.d/">a b</a>'),
    ],
)
def test_links_are_those_of_the_first_markdown(source: str, link: str, dialect: Dialect) -> None:
    """kramdown, parser/kramdown/link.rb; Python-Markdown, inlinepatterns.py. CommonMark takes them for text."""
    assert body(source, dialect) == f"<p>{link}</p>"


@pytest.mark.parametrize(
    "source", ["[see](below and here)", "- [ ] [1]\n\n[1]: http://c.d/", "[1] [2]\n\n[1]: /a\n[2]: /b"]
)
def test_prose_in_brackets_stays(source: str) -> None:
    assert "see](below" in body(source, JEKYLL) or ">1</a>" in body(source, JEKYLL)


@pytest.mark.parametrize("dialect", [JEKYLL, PELICAN])
def test_a_bar_in_code_parts_no_cells(dialect: Dialect) -> None:
    """kramdown, parser/kramdown/table.rb; Python-Markdown, extensions/tables.py."""
    table = "| a | `b|c` |\n|---|---|\n| d | ``e|f`` |\n"
    html = body(f"{table}\n```\n{table}```", dialect)
    assert html.count("<code>b|c</code>") == html.count("<code>e|f</code>") == 1
    assert f"<pre><code>{table}</code></pre>" in html


@pytest.mark.parametrize("code", ["[a b] [1]", "[a](/b c)", "x \\\\"])
def test_indented_code_stays_as_it_is(code: str) -> None:
    assert f"<pre><code>{code}\n</code></pre>" in body(f"x\n\n    {code}\n\n[1]: /a\n", JEKYLL)


@pytest.mark.parametrize(
    ("title", "slug"),
    [("My C++ Post -- it's", "my-c-post-its"), ("A & <em>B</em>", "a-b"), ("中文 a", "file"), ("++", "file")],
)
def test_the_slug_of_pelican_is_made_of_the_title(title: str, slug: str) -> None:
    """Pelican, docs/settings.rst, SLUGIFY_SOURCE and SLUG_REGEX_SUBSTITUTIONS."""
    text = f"Title: {title}\nDate: 2020-01-02\n\nx"
    assert post(text, PELICAN, "content/2020-01-02-file.md").slug == slug


def test_posts_of_pelican_in_html_have_their_keys_in_the_head() -> None:
    """Pelican, docs/content.rst, "File metadata"."""
    names = {"date": "2020-01-02", "tags": "a, b", "category": "c", "authors": "D", "summary": "S", "slug": "e"}
    head = "".join(f'<meta name="{name}" content="{value}">' for name, value in names.items())
    read = post(f"<html><head><title>T</title>{head}</head><body>b</body></html>", PELICAN, "content/p.html")
    assert (read.title, read.tags, read.categories, read.author) == ("T", ("a", "b"), (("c",),), "D")
    assert (read.summary, read.slug, read.html) == ("S", "e", "b")


@pytest.mark.parametrize(("dialect", "start", "end"), [(HUGO, "{{<", ">}}"), (JEKYLL, "{%", "%}")])
def test_a_tag_of_the_site_s_own_in_an_address_leaves_its_path(dialect: Dialect, start: str, end: str) -> None:
    html = body(f'![a]({start} at "img/b.png" {end}) [c]({start} at d.pdf {end}) [e]({start} name f {end})', dialect)
    assert html == '<p><img src="img/b.png" alt="a"> <a href="d.pdf">c</a> e</p>'


@pytest.mark.parametrize(
    ("dialect", "source"),
    [(JEKYLL, "{{ page.Cover }}"), (Dialect.ELEVENTY, "{{ cover | url }}"), (HUGO, '{{< param "cover" >}}')],
)
def test_values_of_the_front_matter_are_shown(dialect: Dialect, source: str) -> None:
    """Jekyll, docs/variables; Eleventy, docs/data-frontmatter; Hugo, shortcodes/param."""
    text = (
        f"---\ntitle: A *B*\ncover: /c.png\n---\n{source} ![d]({source}) {source.lower().replace('cover', 'other')}.\n"
    )
    assert post(text, dialect).html == '<p>/c.png <img src="/c.png" alt="d"> .</p>'


def test_a_long_value_is_not_shown_over_and_over() -> None:
    text = f"---\ntitle: T\na: {'x' * 1000}\n---\n{'{{ page.a }} ' * 10_000}y"
    assert len(post(text, JEKYLL).html) < 200_000


@pytest.mark.parametrize(
    "source", ['[a]({{ site.b }} "c")', "[a][b]\n\n[b]: {{ site.c }}", '[a][b]\n\n[b]: {{ site.c }} "d"']
)
def test_a_link_to_what_is_unknown_keeps_its_words(source: str) -> None:
    html = body(source, JEKYLL)
    assert html.startswith('<p><a href=""')
    assert html.endswith(">a</a></p>")


def test_a_control_character_is_no_part_of_an_address() -> None:
    """URL Standard, 4.4, "URL parsing"."""
    assert body("[a](\x02https://b.c/)", PELICAN) == '<p><a href="https://b.c/">a</a></p>'
