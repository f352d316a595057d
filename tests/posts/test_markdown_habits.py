"""What generators add to Markdown, beyond tags and boxes: formulas, components, chunks of code, notes of a vault."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.domain import Dialect
from tests.posts.reading import body, post

HEXO, JEKYLL, HUGO, NEXT, PLAIN = Dialect.HEXO, Dialect.JEKYLL, Dialect.HUGO, Dialect.NEXT, Dialect.PLAIN


def html_of(source: str, path: str) -> str:
    return post(f"---\ntitle: T\n---\n{source}", PLAIN, path).html


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (r"a $x_{1} * y_{2}$ b", "a <code>x_{1} * y_{2}</code> b"),
        (r"a $\alpha * \beta*$ b", r"<code>\alpha * \beta*</code>"),
        (r"其中$a_i$是", "其中<code>a_i</code>是"),
        (r"a \(x^2 * y^2 *\) b", "<code>x^2 * y^2 *</code>"),
        (r"a \\(x_{i} * y\\) b", "<code>x_{i} * y</code>"),
        ("\\[\n\\sum_i x_i\n\\]", '<code class="language-latex">\\sum_i x_i\n</code>'),
        ("\\\\[\n\\frac{a}{b}\n\\\\]", '<code class="language-latex">\\frac{a}{b}\n</code>'),
        ("it costs $5 and $6 or 5$ or $a$", "it costs $5 and $6 or 5$ or $a$"),
        (
            "a $x_1$ of $u$, $f(n)$ and $i = 1$ for $5",
            "of <code>u</code>, <code>f(n)</code> and <code>i = 1</code> for $5",
        ),
        ("a $x_1$, $5 or 6$", "a <code>x_1</code>, $5 or 6$"),
        ("set $HOME and $PATH_X to x", "set $HOME and $PATH_X to x"),
        (r"\[no link\] and \(no formula\)", "[no link] and (no formula)"),
        ("`$a_1$`", "<code>$a_1$</code>"),
        ("x\n\n<p>\na \\(x_{1} < 2\\) b\n</p>", "<p>\na <code>x_{1} &lt; 2</code> b\n</p>"),
        ("x\n\n<div>\n$$\na_1 < *b*\n$$\n</div>", '<pre><code class="language-latex">a_1 &lt; *b*\n</code></pre>'),
        ("1~~~ a\n\n$$\na_1\n$$", '<pre><code class="language-latex">a_1\n</code>'),  # No list, and so no fence.
        ("- a\n\n  $$\n  a_1\n  $$\n\n  b", '<pre><code class="language-latex">a_1\n</code></pre>\n<p>b</p>\n</li>'),
    ],
)
def test_formulas_keep_their_signs(source: str, expected: str) -> None:
    assert expected in body(source, PLAIN)


@pytest.mark.parametrize(
    ("fence", "language"),
    [
        ("{r setup, echo=FALSE}", "r"), ("{python}", "python"), ("{.js .numberLines}", "js"), ("js{1,3-4}", "js"),
        ("c++ title", "c++"), ("go", "go"), ("{}", ""), ("", ""),
    ],
)  # fmt: skip
def test_the_language_of_code_is_known(fence: str, language: str) -> None:
    html = html_of(f"```{fence}\nx\n```", "p.Rmd")
    assert html == f'<pre><code class="language-{language}">x\n</code></pre>'.replace(' class="language-"', "")


@pytest.mark.parametrize(
    "chunk", ["```{r setup, include=FALSE}\nx\n```", "```{r}\n#| label: a\n#| include: false\nx\n```"]
)
def test_code_that_only_prepares_is_not_shown(chunk: str) -> None:
    assert html_of(f"a\n\n{chunk}\n\nb", "p.qmd") == "<p>a</p>\n<p>b</p>"


@pytest.mark.parametrize(
    "mark", ["[TOC]", "[toc]", "[[toc]]", "[[_TOC_]]", "@[TOC](words)", "[:contents]", "<!-- toc -->", "* a\n{:toc}"]
)
def test_the_place_of_a_table_of_contents_is_empty(mark: str) -> None:
    assert body(f"{mark}\n\nB", JEKYLL).endswith("<p>B</p>")
    html = body(f"{mark}\n\nB", JEKYLL).lower()
    assert "toc" not in html
    assert "contents" not in html


def test_the_place_of_a_table_of_contents_in_code_or_text_stays() -> None:
    assert "[TOC]" in body("```\n[TOC]\n```")
    assert "the [TOC] mark" in body("the [TOC] mark")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('<div markdown="1">\n**b**\n</div>', "<p><strong>b</strong></p>\n</div>"),
        ("<div class='x' markdown=1>**b**</div>\n\nc", "<strong>b</strong></p>\n</div>\n<p>c</p>"),
        ("a\n\n{::comment}\nhidden\n{:/comment}\n\nb", "<p>a</p>\n<p>b</p>"),
        ("[!INCLUDE [a](b.md)]", '<a href="b.md">a</a>'),
    ],
)
def test_attributes_that_make_markdown_of_html(source: str, expected: str) -> None:
    assert expected in body(source, JEKYLL)
    assert "markdown=" not in body(source, JEKYLL)


@pytest.mark.parametrize("dialect", [NEXT, PLAIN])
def test_between_a_component_s_tags_stands_markdown(dialect: Dialect) -> None:
    html = body(
        "<code-group>\n  <code-block title='A'>\n  ```bash\n  x\n  ```\n  </code-block>\n</code-group>", dialect
    )
    assert '<pre><code class="language-bash">x\n</code></pre>' in html
    assert "<strong>b</strong>" in body("<Note>\n**b**\n</Note>", dialect)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("import A from 'a'\nimport {\n  B,\n  C,\n} from 'b';\n\nD", "D"),
        ("export const meta = {\n  title: 'x',\n};\n\nD", "D"),
        ("export default ({children}) => <Layout>{children}</Layout>;\n\nD", "D"),
        ("export const a = 1\n\nD", "D"),
        ("<Note onClick={() => go()} style={{a: {b: 1}}}>D</Note>", "D"),
        ("a{' '}b {\"c\"}", "a b c"),
        ("    D", "D"),
        ("We import 'goods' and export them.", "We import 'goods' and export them."),
    ],
)
def test_the_program_of_a_module_goes(source: str, text: str) -> None:
    assert post(f"---\ntitle: T\n---\n{source}", NEXT, "p.mdx").text == text


@pytest.mark.parametrize("src", ["{require('./a.png').default}", '{useBaseUrl("./a.png")}', '"./a.png"'])
def test_a_computed_address_in_a_module_is_found(src: str) -> None:
    assert [each.ref for each in post(f"---\ntitle: T\n---\n<img src={src} />", NEXT, "p.mdx").pictures] == ["./a.png"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a ==b c== d==e", "a <mark>b c</mark> d==e"),
        ("中==文==字", "中<mark>文</mark>字"),
        ("a %%hidden%% b", "<p>a  b</p>"),
        ("a\n\n%%\nhidden\n%%\n\nb", "<p>a</p>\n<p>b</p>"),
        ("a ^1a2b3c\n\nb", "<p>a</p>\n<p>b</p>"),
        ("- a ^id\n- b", "<li>a</li>"),
        ("x^2 and a^b", "x^2 and a^b"),
        ("![[p.png|200]]", '<img src="p.png" alt="" width="200">'),
        ("![words|100x50](p.png)", '<img src="p.png" alt="words" width="100" height="50">'),
        ("![a|b](p.png)", 'alt="a|b">'),
        ("`==a== %%b%%`", "<code>==a== %%b%%</code>"),
        ("![[Note#Heading]]", '<em><a href="Note#heading">Note &gt; Heading</a></em>'),
    ],
)
def test_notes_of_a_vault(source: str, expected: str) -> None:
    assert expected in post(source, Dialect.OBSIDIAN, "p.md", Path("/nonexistent")).html


def test_the_marks_of_a_vault_are_text_elsewhere() -> None:
    assert body("a ==b== %%c%% ^d", PLAIN) == "<p>a ==b== %%c%% ^d</p>"


@pytest.mark.parametrize("dialect", [JEKYLL, Dialect.PELICAN])
def test_an_element_reaches_to_its_end_however_it_is_indented(dialect: Dialect) -> None:
    rows = "    <tr>\n      <td>a</td>\n\n      <td><code>b</code></td>\n    </tr>\n"
    html = body(f"<table>\n  <tbody>\n\n{rows}  </tbody>\n</table>\n\n    c", dialect)
    assert html.count("<pre>") == 1
    assert "<td>a</td>" in html
    assert html.endswith("<pre><code>c\n</code></pre>")


def test_code_in_an_element_keeps_its_indent() -> None:
    html = body("<div>\n<pre>\n    a\n</pre>\n</div>\n\n```\n    b\n```\n\n<div>\n\n    c", JEKYLL)
    assert [part in html for part in ("    a\n", "    b\n", "<code>c")] == [True, True, True]


@pytest.mark.parametrize("dialect", [HEXO, HUGO, PLAIN])
def test_a_table_keeps_the_rows_that_are_indented(dialect: Dialect) -> None:
    html = body("   Name | Age\n--------|------\n    Bob | 27\n  Alice | 23\n\n    code | x", dialect)
    assert html.count("<tr>") == 3
    assert html.endswith("<pre><code>code | x\n</code></pre>")


def test_a_note_that_is_named_twice_has_one_number() -> None:
    """So do remark-gfm, kramdown, goldmark and Python-Markdown."""
    html = body("a[^b] c[^b]\n\n[^b]: d", Dialect.HUGO)
    assert html.count(">[1]</a>") == 2


def test_text_that_begins_with_a_tab_is_code_as_with_blanks() -> None:
    """CommonMark 0.31, 2.2: a tab stands for four blanks there."""
    assert body("\ta\n\nb", Dialect.HUGO) == body("    a\n\nb", Dialect.HUGO) == "<pre><code>a\n</code></pre>\n<p>b</p>"
