"""Bodies: Markdown, HTML, template tags, pictures, text."""

from __future__ import annotations

import pytest

from reader.domain import Dialect
from reader.problems import ProblemKind
from tests.posts.reading import body, kinds, post

HEXO, JEKYLL, HUGO, PLAIN = Dialect.HEXO, Dialect.JEKYLL, Dialect.HUGO, Dialect.PLAIN


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("# A\n\ntext **b** ~~c~~", ['<h1 id="A">A</h1>', "<strong>b</strong>", "<s>c</s>"]),
        ("|a|b|\n|-|-|\n|1|2|", ["<table>", "<td>1</td>"]),
        ("x[^1]\n\n[^1]: note", ['id="fnref1"', 'id="fn1"', "note"]),
        ("- [x] done", ['type="checkbox"', "done"]),
        ("term\n: meaning", ["<dl>", "<dt>term</dt>", "<dd>meaning</dd>"]),
        ("```python\nx < 1\n```", ['<pre><code class="language-python">x &lt; 1\n</code></pre>']),
        ("<ruby>漢<rt>かん</rt></ruby> x<sup>2</sup>", ["<ruby>漢<rt>かん</rt></ruby>", "<sup>2</sup>"]),
        ("<details><summary>s</summary>\n\n*t*\n</details>", ["<details><summary>s</summary>", "<em>t</em>"]),
        ('<iframe src="https://e.org/v"></iframe>', ['<iframe src="https://e.org/v"></iframe>']),
        ("## A {#id}\n\ntext\n{: .note}", ['<h2 id="id">A</h2>', "<p>text</p>"]),
        ("> [!NOTE]\n> text", ["<strong>Note</strong>", "text"]),
        ("::: tip Title\ntext\n:::", ["<blockquote>", "<strong>Title</strong>", "</blockquote>"]),
        ("![a](my pic.png =100x20)", []),
        ("![a](pic.png =100x20)", ['<img src="pic.png" alt="a">']),
        ('![a](my pic.png "t")', ['<img src="my%20pic.png" alt="a" title="t">']),
        ("![a](https://e.org/long\n/address.png)", ['src="https://e.org/long/address.png"']),
        ("before<!--more-->after", ["beforeafter"]),
    ],
)
def test_markdown(source: str, expected: list[str]) -> None:
    html = body(source)
    assert [part for part in expected if part not in html] == []
    assert "{#" not in html
    assert "{:" not in html


@pytest.mark.parametrize(
    ("dialect", "source", "expected"),
    [
        (JEKYLL, "{% highlight rb %}\n{% raw %}{{ y }}{% endraw %}\n{% endhighlight %}", 'class="language-rb">{{ y }}'),
        (HEXO, "{% codeblock Title lang:js %}\na < b\n{% endcodeblock %}", '<code class="language-js">a &lt; b'),
        (HEXO, "{% raw %}<b>{{ x }}</b>{% endraw %}", "<b>{{ x }}</b>"),
        (HEXO, "{% asset_img cls a.png 10 20 \"title\" %}", '<img src="a.png" alt="title" width="10" height="20">'),
        (HEXO, "{% note info %}\ntext\n{% endnote %}", "<blockquote>\n<p>text</p>\n</blockquote>"),
        (HEXO, "{% blockquote A, B https://e.org %}\nq\n{% endblockquote %}", "<cite>A, B</cite>"),
        (HEXO, "{% youtube abcdefghijk %}", '<iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe>'),
        (HEXO, "{% post_link other 'A title' %}", '<a href="other">A title</a>'),
        (HEXO, "{% post_link a/other %}", '<a href="a/other">other</a>'),
        (HEXO, "{% post_link 另一篇 true %}", ">另一篇</a>"),
        (HEXO, "[a]({% post_link other %})", '<a href="other">a</a>'),
        (HEXO, '<a href="{% post_path other %}">a</a>', '<a href="other">a</a>'),
        (JEKYLL, "see {% post_url 2020-01-01-x %}", '<a href="2020-01-01-x">2020-01-01-x</a>'),
        (JEKYLL, "[a]({{ site.baseurl }}{% post_url 2020-01-01-x %}#b)", '<a href="2020-01-01-x#b">a</a>'),
        (JEKYLL, "[a][1]\n\n[1]: {{ site.baseurl }}{% link _posts/x.md %}", '<a href="_posts/x.md">a</a>'),
        (JEKYLL, "{% link _posts/x.md %}", '<a href="_posts/x.md">x.md</a>'),
        (HUGO, "{{< relref path=\"a/b.md\" >}}", '<a href="a/b.md">b.md</a>'),
        (HUGO, '[a]({{% relref "b.md#c" %}})', '<a href="b.md#c">a</a>'),
        (HUGO, '<a href="{{< ref "b.md" >}}">a</a>', '<a href="b.md">a</a>'),
        (PLAIN, "[a]({filename}../b.md)", '<a href="../b.md">a</a>'),
        (PLAIN, "![a]({static}/images/a.png)", 'src="/images/a.png"'),
        (PLAIN, "![a](|filename|/images/a.png)", 'src="/images/a.png"'),
        (PLAIN, "![a](|static|/images/a.png)", 'src="/images/a.png"'),
        (PLAIN, "![a]({photo}a.png)", 'src="a.png"'),
        (PLAIN, "![a]({Static}/images/a.png)", 'src="/images/a.png"'),
        (PLAIN, '<img src="{attach}a.png">', 'src="a.png"'),
        (PLAIN, "[a][1]\n\n[1]: {static}/b.pdf", '<a href="/b.pdf">a</a>'),
        (PLAIN, "`[a]({static}/b)`", "[a]({static}/b)"),
        (PLAIN, "a {static} word", "a {static} word"),
        (JEKYLL, "a **{{ page.x }}** b", "<p>a  b</p>"),
        (JEKYLL, "a _{{ x }}_ __{{ y }} {{ z }}__ b", "<p>a   b</p>"),
        (JEKYLL, "[{{ x }}]({{ y }}) a", "<p>a</p>"),
        (JEKYLL, "[text]({{ y }}) a", "<p>text a</p>"),
        (JEKYLL, "[text]({{ y }}/b) a", '<a href="/b">text</a>'),
        (JEKYLL, "- a\n- {{ x }}\n", "<ul>\n<li>a</li>\n</ul>"),
        (JEKYLL, "# {{ page.title }}\n\na", "<p>a</p>"),
        (HEXO, "{% link text https://e.org %}", '<a href="https://e.org">text</a>'),
        (HEXO, "{% unknown %}inside{% endunknown %}", "<p>inside</p>"),
        (HEXO, "a{% comment %}hidden{% endcomment %}b", "<p>ab</p>"),
        (JEKYLL, "[a]({% link _posts/x.md %})", '<a href="_posts/x.md">a</a>'),
        (JEKYLL, "![a]({{ site.baseurl }}/img/a.png)", 'src="/img/a.png"'),
        (JEKYLL, '<a href="{{ "/a" | relative_url }}">x</a>', '<a href="/a">x</a>'),
        (HUGO, '{{< figure src="a.png" title="T" >}}', "<figcaption>T</figcaption>"),
        (HUGO, "{{< youtube abcdefghijk >}}", "https://www.youtube.com/embed/abcdefghijk"),
        (HUGO, '[a]({{< ref "post.md" >}})', '<a href="post.md">a</a>'),
        (HUGO, "{{< note >}}\ninside\n{{< /note >}}", "<blockquote>\n<p>inside</p>\n</blockquote>"),
        (HUGO, "{{< highlight go >}}\na\n{{< /highlight >}}", '<pre><code class="language-go">a'),
        (HUGO, "Click {{< highlight >}}File{{< /highlight >}} here", "<p>Click <mark>File</mark> here</p>"),
        (HUGO, "{{</* shown */>}}", "{{&lt; shown &gt;}}"),
    ],
)  # fmt: skip
def test_template_tags(dialect: Dialect, source: str, expected: str) -> None:
    assert expected in body(source, dialect)


@pytest.mark.parametrize("tag", ["{% note %}", "{{ x }}", "{{< ref a >}}", "{: .a}", "<!--more-->x"[11:], "{% raw %}"])
@pytest.mark.parametrize("code", ["```\n{}\n```", "    text\n\n```js\n{}\n```\n", "`{}`", "~~~\n{}\n~~~", "``a ` {}``"])
def test_code_is_left_alone(tag: str, code: str) -> None:
    shown = tag.replace("<", "&lt;").replace(">", "&gt;")
    assert shown in body(code.replace("{}", tag) + "\n\n{% note %}x{% endnote %}")


def test_a_body_of_html_throughout_knows_no_indented_code() -> None:
    html = body("<div>\n\n        <p>a</p>\n\n            <p>- b</p>\n</div>\n            ")
    assert "<pre" not in html
    assert html.endswith("</div>")


def test_dead_weight_goes_and_the_text_beside_it_stays() -> None:
    html = body("<div>a<style>p{}</style>b<script>x()</script>c<!-- d -->e</div>")
    assert html == "<div>abce</div>"


@pytest.mark.parametrize(
    ("source", "pictures"),
    [
        ("<p>a</p><noscript><img src='b.png'> b</noscript>", ["b.png"]),
        ("<img data-src='b.png'><noscript><img src='b.png?x'></noscript>", ["b.png"]),
        ("<p>a</p><noscript>Enable JavaScript.</noscript>", []),
        ("<p>a</p><template><img src='b.png'></template>", []),
    ],
)
def test_what_is_for_browsers_without_programs_is_shown_where_it_is_all_there_is(
    source: str, pictures: list[str]
) -> None:
    found = post(f"---\ntitle: T\n---\n<div>{source}</div>", JEKYLL)
    assert [picture.ref for picture in found.pictures] == pictures
    assert found.html.count("<img") == len(pictures)
    assert "JavaScript" not in found.html


@pytest.mark.parametrize(
    ("image", "src"),
    [
        ('<img src="t.gif" data-original="https://e.org/a.jpg">', "https://e.org/a.jpg"),
        ('<img data-src="https://e.org/a.jpg">', "https://e.org/a.jpg"),
        ('<img data-original-src="//e.org/a.jpg">', "//e.org/a.jpg"),
        ('<img srcset="https://e.org/s.jpg 300w, https://e.org/b.jpg 900w">', "https://e.org/b.jpg"),
        ('<img src="data:image/gif;base64,R0" srcset="a.jpg 1x, b.jpg 2x">', "b.jpg"),
        ('<picture><source srcset="a.webp 1x"><img></picture>', "a.webp"),
        ('<picture><source srcset="a.webp 1x"><source srcset="a.avif"><img src="a.png"></picture>', "a.png"),
        ('<img src="https://cors.zfour.workers.dev/?http://e.org/a.jpg">', "http://e.org/a.jpg"),
        ('<img src=" 图 1.png ">', "%E5%9B%BE%201.png"),
        ('<img src="a|b[1].png?x={1}">', "a%7Cb%5B1%5D.png?x=%7B1%7D"),
    ],
)
def test_the_address_of_a_picture_is_the_same_in_html_and_list(image: str, src: str) -> None:
    result = post(f"---\ntitle: T\n---\n<div>{image}</div>")
    assert [picture.ref for picture in result.pictures] == [src]
    assert f'src="{src}"' in result.html
    assert "data-" not in result.html.replace("data:", "")


def test_text_has_a_block_a_line_and_no_markup() -> None:
    source = '<h2>H</h2><p>a<br>b &amp; <b>c</b></p><img alt="no"><ul><li>d</li></ul><ruby>漢<rt>x</rt>字</ruby>'
    assert post(f"---\ntitle: T\n---\n{source}").text == "H\na\nb & c\nd\n漢字"


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<p>一段被硬换\n行的中文。\n下一句 and\n中文 한국\n어</p>", "一段被硬换行的中文。下一句 and 中文 한국 어"),
        ("<p>硬 \r\n  换行</p><pre>一\n行</pre>", "硬换行\n一\n行"),
        ("|a|b|\n|-|-|\n|中文|国语|", "a b\n中文 国语"),
        (
            '<table><tr><td class="gutter"><pre><span>1</span><br>2<br></pre><td><pre><b>x</b> = 甲<br>y</pre></table>',
            "x = 甲\ny",
        ),
        ("<table><tr><td><div><pre>\n1\n</pre></div></td><td><div><pre>x</pre></div></td></tr></table>", "x"),
        ("<table><tr><td><pre>1</pre></td><td>x</td></tr></table>", "1\nx"),
        ('a <video src="x.mp4">Your browser cannot play this.</video> b', "a\nb"),
        ("<p>a<svg><text>t</text></svg><select><option>o</option></select></p>", "a"),
    ],
)
def test_text_is_what_a_page_shows(source: str, text: str) -> None:
    assert post(f"---\ntitle: T\n---\n{source}").text == text


def test_the_summary_is_prose_without_the_title() -> None:
    result = post("---\ntitle: T\n---\nT\n\n# Head\n\n```\ncode\n```\n\nFirst. " + "Word " * 200)
    assert result.summary.startswith("First. Word")
    assert len(result.summary) <= 300


def test_only_a_vault_has_links_in_brackets() -> None:
    source = "---\ntitle: T\n---\n[[a|b]] and ![[p.png|200]] `[[c]]`"
    vault = post(source, Dialect.OBSIDIAN)
    assert '<p><a href="a">b</a> and' in vault.html
    assert 'src="p.png"' in vault.html
    assert "[[c]]" in vault.html
    assert "[[a|b]]" in post(source, PLAIN).html


def test_plain_text_is_no_markdown() -> None:
    assert post("# a\n1 < 2\n\nb", PLAIN, "p.txt").html == "<p># a<br>\n1 &lt; 2</p>\n<p>b</p>"


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "source",
    [
        "<div>" * 10_000 + "kept" + "</div>" * 10_000,
        "字" * 100_000 + "kept",
        "[" * 50_000 + "kept",
        "> " * 5_000 + "kept",
        "".join("  " * depth + "- x\n" for depth in range(200)) + "  " * 200 + "- kept",
        "> - " * 100 + "kept",
        "{% " * 30_000 + "kept",
        "{% highlight x %}" * 10_000 + "kept",
        "<!--" * 20_000 + "\n\n--> kept",
        "|a" * 40_000 + "kept",
        "`" + "``a" * 20_000 + "kept",
        "para\n\n" * 60_000 + "kept",
        "<b>" * 5_000 + "kept",
        "*a **b " * 10_000 + "kept",
        "$$a" * 30_000 + "kept",
        "$$ a\n" * 20_000 + "kept",
        "!!! a\n    " * 10_000 + "kept",
        "    " * 50 + "!!! a\n" + "kept",
        "::: a\n" * 100 + "kept",
        "http://a.b/ " * 15_000 + "kept",
        "https://" * 7_000 + " kept",
        "www.a.b" * 7_000 + " kept",
        "a@" * 20_000 + " kept",
        "# a\n\n" * 10_000 + "kept",
        "**{{ x }}" * 5_000 + "kept",
        "[{{ x }}](" * 4_000 + "kept",
    ],
)
def test_odd_bodies_end_soon_and_keep_their_text(source: str) -> None:
    result = post(f"---\ntitle: T\ndate: 2020-01-01\n---\n{source}")
    assert "kept" in result.text
    assert set(kinds(result)) <= {ProblemKind.BODY_SHORTENED}


@pytest.mark.parametrize("dialect", list(Dialect))
def test_an_escaped_backtick_starts_no_code(dialect: Dialect) -> None:
    """So what follows is code where the author wrote it, and nowhere else (CommonMark 0.31, 2.4 and 6.1)."""
    html = body("A \\` sign, `<!-- more -->` the mark, \\``{:a}`.", dialect)
    assert "A ` sign, <code>&lt;!-- more --&gt;</code> the mark, `<code>{:a}</code>." in html


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a \\\\`<!-- more -->` b", "a \\<code>&lt;!-- more --&gt;</code> b"),
        ("a `\\` <!-- more -->b ` c", "a <code>\\</code> b ` c"),
        ("a `b\\` <!-- more -->`<!-- more -->`", "a <code>b\\</code> <code>&lt;!-- more --&gt;</code>"),
        ("a \\`<!-- more --> b`", "a ` b`"),
        ("a \\\\\\`<!-- more --> b`", "a \\` b`"),
    ],
)
def test_a_backslash_escapes_before_code_and_is_a_sign_within(source: str, expected: str) -> None:
    assert expected in body(source, HUGO)
