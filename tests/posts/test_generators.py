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
