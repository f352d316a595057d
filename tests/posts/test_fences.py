"""Code with a title, and marks for lines in it: the title shows, the marks do not."""

from __future__ import annotations

import pytest

from reader.domain import Dialect
from tests.posts.reading import body

HEXO, JEKYLL, HUGO, ZOLA, NEXT = Dialect.HEXO, Dialect.JEKYLL, Dialect.HUGO, Dialect.ZOLA, Dialect.NEXT
PELICAN, PLAIN = Dialect.PELICAN, Dialect.PLAIN


@pytest.mark.parametrize(
    ("dialect", "info", "title"),
    [
        (HEXO, "js a b.js", "a b.js"),
        (HEXO, "js a.js https://e.org/a 原文", 'a.js <a href="https://e.org/a">原文</a>'),
        (HEXO, "js a.js https://e.org/a", 'a.js <a href="https://e.org/a">link</a>'),
        (HEXO, "js a.js line_number:false mark:1,2", "a.js"),
        (NEXT, 'js title="src/a.js" {1,3} showLineNumbers', "src/a.js"),
        (NEXT, "js [a.js]", "a.js"),
        (NEXT, "js:title=src/a.js", "src/a.js"),
        (NEXT, 'js{1}{title="a.js"}', "a.js"),
        (PLAIN, "js:src/a.js", "src/a.js"),
        (HUGO, 'js {linenos=table,filename="a.js"}', "a.js"),
        (ZOLA, "js,linenos,name=src/a.js", "src/a.js"),
        (PLAIN, '{.js filename="a.js"}', "a.js"),
        (PLAIN, 'js title="a<b"', "a&lt;b"),
    ],
)
def test_the_title_of_code_stands_above_it(dialect: Dialect, info: str, title: str) -> None:
    expected = f'<figure><figcaption>{title}</figcaption><pre><code class="language-js">b\n</code></pre>\n</figure>'
    assert body(f"```{info}\nb\n```", dialect) == expected


@pytest.mark.parametrize(
    ("dialect", "info"),
    [
        (HEXO, "js {1,3}"),
        (NEXT, "js {1,3} live"),
        (HUGO, "js {linenos=true}"),
        (JEKYLL, "js A title"),
        (ZOLA, "js,linenos"),
    ],
)
def test_options_are_no_title(dialect: Dialect, info: str) -> None:
    assert body(f"```{info}\nb\n```", dialect) == '<pre><code class="language-js">b\n</code></pre>'


def test_a_file_named_below_a_fence_is_its_title() -> None:
    """Chirpy, for a fence in a list as well."""
    html = body("```js\nb\n```\n{: file='a.js' .c }\n\n- d\n\n  ```\n  e\n  ```\n  {: file=\"f.js\" }\n", JEKYLL)
    assert html.count("<figure>") == 2
    assert "<figcaption>a.js</figcaption>" in html
    assert "<figcaption>f.js</figcaption><pre><code>e\n</code></pre>" in html
    assert "{:" not in html


def test_marks_for_lines_are_no_code() -> None:
    code = (
        "// highlight-next-line\na() // [!code ++]\n# highlight-start\nb()\n# highlight-end\nc() /* [!code hl:2] */\n"
    )
    assert "<code>a()\nb()\nc()\n</code>" in body(f"```\n{code}```", NEXT)
    assert "[!code ++]" in body(f"```\n{code}```", HUGO)


def test_options_of_a_chunk_are_no_code() -> None:
    assert ">a\n</code>" in body('```{python}\n#| label: b\n#| fig-cap: "C"\na\n```', PLAIN)


@pytest.mark.parametrize("line", [":::python", "#!python", ':::python hl_lines="1"'])
def test_the_first_line_of_code_names_its_language_in_python_markdown(line: str) -> None:
    assert (
        body(f"a\n\n    {line}\n    b()\n", PELICAN)
        == '<p>a</p>\n<pre><code class="language-python">b()\n</code></pre>'
    )
    assert "#!/bin/sh" in body("a\n\n    #!/bin/sh\n    b\n", PELICAN)
