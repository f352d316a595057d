"""Hexo's own tags and fences, as Hexo 8 with its default renderer writes them."""

from __future__ import annotations

import pytest

from reader.domain import Dialect
from tests.posts.reading import body


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        # lib/plugins/filter/before_post_render/backtick_code_block.ts: wherever the fence and its end stand.
        (
            "1. a\n   ```js\n   b\n```\n2. c\n",
            '<li>a<pre><code class="language-js">b\n</code></pre>\n</li>\n<li>c</li>',
        ),
        ("1. a\n      ```js\n      b\n      ```\n2. c\n", '<li>a   <pre><code class="language-js">b\n</code></pre>'),
        ("- ```\n  a\n  ```\n- b\n", "<li>\n<pre><code>a\n</code></pre>\n</li>\n<li>b</li>"),
        ("b\n<div>\n```\na\n```\n</div>\n", "<div>\n<pre><code>a\n</code></pre>\n</div>"),
        ("> ```\n> a\n>  b\n> ```\n> c\n", "<blockquote>\n<pre><code>a\n b\n</code></pre>\n<p>c</p>"),
        ("    ```\n    a\n    ```\n\nb", "<pre><code>a\n</code></pre>\n<p>b</p>"),
        ("a\n```\nb\n```\nc", "<p>a</p>\n<pre><code>b\n</code></pre>\n<p>c</p>"),
        ("a\n\n```js\nb", '<pre><code class="language-js">b</code></pre>'),
        ("```\n<!-- {% a %} **b**\n```", "<pre><code>&lt;!-- {% a %} **b**\n</code></pre>"),
        # hexo-util, lib/highlight.ts: strip_indent.
        ("```\n    a\n\n      b\n```", "<pre><code>a\n\n  b\n</code></pre>"),
        ("{% codeblock %}\n  a\n    b\n{% endcodeblock %}", "<pre><code>a\n  b\n</code></pre>"),
        # lib/plugins/tag/code.ts
        ("{% code a.yml %}\nb\n{% endcode %}", "<figcaption>a.yml</figcaption>"),
        (
            "{% codeblock _.compact https://e.org/#c Underscore.js lang:js mark:1,2 %}\nb\n{% endcodeblock %}",
            '<figcaption>_.compact <a href="https://e.org/#c">Underscore.js</a></figcaption>',
        ),
        ("{% codeblock a https://e.org/ %}\nb\n{% endcodeblock %}", 'a <a href="https://e.org/">link</a></'),
        ("{% codeblock lang:md %}\n```\na\n```\n{% endcodeblock %}", '"language-md">```\na\n```\n</code></pre>'),
        ("```c =+10\na\n```", '<pre><code class="language-c">a\n</code></pre>'),
        # lib/plugins/tag/blockquote.ts: who is quoted stands below.
        (
            "{% blockquote A B https://e.org/c/ Its title %}\nd\n{% endblockquote %}",
            '<p>d</p>\n<p><cite>A B</cite> <a href="https://e.org/c/">Its title</a></p>\n</blockquote>',
        ),
        ("{% quote @a https://e.org/b %}\nc\n{% endquote %}", '<cite>@a</cite> <a href="https://e.org/b">e.org/b</a>'),
        ("{% quote A, B %}\nc\n{% endquote %}\n\nd", "<p>c</p>\n<p><cite>A, B</cite></p>\n</blockquote>\n<p>d</p>"),
        # lib/plugins/tag: url_for.ts, full_url_for.ts, include_code.ts
        ("{% url_for text /a %}", '<a href="/a">text</a>'),
        ("{% full_url_for text /a %}", '<a href="/a">text</a>'),
        ("{% include_code Its title lang:js a.js %}", '<a href="/downloads/code/a.js">Its title</a>'),
        ("{% include_code a.js lang:js Its title %}", '<a href="/downloads/code/a.js">Its title</a>'),
        ("{% notebook b/c.ipynb cells[2:] %}", '<a href="/b/c.ipynb">c.ipynb</a>'),
        # lib/hexo/post.ts: raw text is put behind the Markdown, with its fences; in code within a line its marks go.
        ("a {% raw %}**b** {{ c }}{% endraw %} d", "<p>a **b** {{ c }} d</p>"),
        ("{% raw %}\n<div>\n\n    <p>a *b*</p>\n\n</div>\n{% endraw %}", "<div>\n\n    <p>a *b*</p>\n\n</div>"),
        ("{% raw %}\n```js\n{{ a }}\n```\n{% endraw %}", '<pre><code class="language-js">{{ a }}\n</code></pre>'),
        ("`{% raw %}{{ a }}{% endraw %}`", "<code>{{ a }}</code>"),
        ("```\n{% raw %}{{ a }}{% endraw %}\n```", "<code>{% raw %}{{ a }}{% endraw %}\n</code>"),
        ("a\n\n    {{ b }}\n    {% img c %}", "<pre><code>{{ b }}\n{% img c %}\n</code></pre>"),
        ("- a\n\n      {{ b }}", "<pre><code>{{ b }}\n</code></pre>"),
    ],
)
def test_a_post_is_shown_as_hexo_shows_it(source: str, expected: str) -> None:
    assert expected in body(source)


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("{% codeblock %}\n   b\n\n   c\n   {% endcodeblock %}", "<pre><code>b\n\nc\n</code></pre>"),
        ("{% note info %}\n   b\n   {% endnote %}", "<blockquote>\n<p>b</p>\n</blockquote>"),
        ("{% youtube abcdefghijk %}", '<iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe>'),
    ],
)
def test_a_tag_in_an_item_stays_in_its_list(tag: str, expected: str) -> None:
    html = body(f"1. a\n\n   {tag}\n\n2. d\n")
    assert expected in html
    assert html.count("<ol") == 1


def test_a_tag_that_is_indented_but_not_closed_there_is_no_code() -> None:
    assert "{%" not in body("a\n\n      {% note info %}\nb\n\n      {{ c }}\n\n{% endnote %}\n")


def test_a_tag_in_indented_code_is_shown_behind_one_that_closes_nothing() -> None:
    assert "<code>{% b %}" in body("a {% endfor %}\n\n    {% b %}\n\n{% for c in d %}{% endfor %}\n")


def test_a_fence_within_a_comment_does_not_end_it() -> None:
    assert body("a\n\n<!-- b\n```\nc\n```\nd -->\n\ne") == "<p>a</p>\n\n<p>e</p>"


def test_what_begins_a_comment_within_code_begins_none() -> None:
    assert body("```\n<!-- a\n```\n\n- ```\n  b\n```\n").count("<pre>") == 2


def test_fences_that_nothing_closes_are_looked_for_once() -> None:
    assert body("```a\n" * 2000, Dialect.HEXO).count("<pre>") == 1


@pytest.mark.parametrize("dialect", [Dialect.JEKYLL, Dialect.ELEVENTY])
@pytest.mark.parametrize("code", ["`%s`", "```\n%s\n```"])
def test_engines_that_run_before_markdown_see_no_code(dialect: Dialect, code: str) -> None:
    assert "<code>{{ a }}" in body(code % "{% raw %}{{ a }}{% endraw %}", dialect)


def test_raw_text_of_a_body_that_no_parser_takes_is_kept() -> None:
    assert "{{ a }}" in body("{% raw %}{{ a }}{% endraw %}\n\n" + ">" * 100 + " b")
