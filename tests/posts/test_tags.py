"""Tags of themes and shortcodes that stand for something: what they become, and that their text is never lost."""

from __future__ import annotations

import pytest

from reader.domain import Dialect
from tests.posts.reading import body, post

HEXO, JEKYLL, HUGO, ZOLA, PLAIN = Dialect.HEXO, Dialect.JEKYLL, Dialect.HUGO, Dialect.ZOLA, Dialect.PLAIN


def test_code_stays_as_it_is_behind_letters_that_grow_in_lower_case() -> None:
    html = body("İİİ\n\n<pre>a</PRE>\n\n<pre>{{ b }}</pre>\n\n{{ c }}d\n", HEXO)
    assert "<pre>{{ b }}</pre>" in html
    assert "c }}" not in html


@pytest.mark.parametrize(
    ("dialect", "source", "expected"),
    [
        (HEXO, "{% vimeo 123456789 %}", '<iframe src="https://player.vimeo.com/video/123456789"></iframe>'),
        (HEXO, "{% bilibili BV1xx411c7mD %}", 'src="https://player.bilibili.com/player.html?bvid=BV1xx411c7mD"'),
        (HUGO, '{{< bilibili id="av170001" >}}', 'src="https://player.bilibili.com/player.html?aid=170001"'),
        (HUGO, "{{< instagram CxOWiQNP2MO >}}", '<a href="https://www.instagram.com/p/CxOWiQNP2MO">'),
        (HUGO, "{{< gist user 1234 >}}", '<a href="https://gist.github.com/user/1234">gist: user/1234</a>'),
        (HEXO, "{% jsfiddle abc12 %}", '<a href="https://jsfiddle.net/abc12">'),
        (HEXO, "{% codepen user abc12 %}", '<a href="https://codepen.io/user/pen/abc12">'),
        (HEXO, "{% pdf https://e.org/a.pdf %}", '<a href="https://e.org/a.pdf">'),
        (HEXO, "{% ghcard user/name %}", '<a href="https://github.com/user/name">'),
        (HEXO, "{% image a.png, width=400px, alt=Its text %}", '<img src="a.png" alt="Its text" width="400">'),
        (HEXO, "{% btn https://e.org/a, Its text, home fa-fw %}", '<a href="https://e.org/a">Its text</a>'),
        (HEXO, "{% link Its text, https://e.org/a, x.png %}", '<a href="https://e.org/a">Its text</a>'),
        (HEXO, "{% link https://e.org/a %}", '<a href="https://e.org/a">a</a>'),
        (HUGO, '{{< link "https://e.org/a" "Its text" >}}', '<a href="https://e.org/a">Its text</a>'),
        (HUGO, '{{< button href="/a" >}}Its text{{< /button >}}', '<a href="/a">Its text</a>'),
        (JEKYLL, '{% include youtube.html id="abcdefghijk" %}', "https://www.youtube.com/embed/abcdefghijk"),
        (JEKYLL, '{% include video id="123456789" provider="vimeo" %}', "player.vimeo.com/video/123456789"),
        (PLAIN, '{% include "linked-figure.html", image: "/a.png", alt: "x", caption: "C." %}', "<figcaption>C.</"),
        (PLAIN, '{% image_with_class "a.png" "card" "Its text" %}', '<img src="a.png" alt="Its text">'),
        (JEKYLL, '{% include note.html content="Its text." %}', "<blockquote>\n<p>Its text.</p>\n</blockquote>"),
        (HEXO, "{% note red, Its text %}\n\nafter", "<p>Its text</p>\n</blockquote>\n<p>after</p>"),
        (HUGO, '{{< alert text="Its text" >}}\n\nafter', "<p>Its text</p>\n</blockquote>\n<p>after</p>"),
        (HEXO, "{% note info no-icon Its summary %}\nb\n{% endnote %}", "<strong>Its summary</strong></p>\n<p>b</p>"),
        (HEXO, "{% note blue 'fas fa-bell' simple %}\nb\n{% endnote %}", "<blockquote>\n<p>b</p>"),
        (HUGO, '{{< admonition tip "Its title" >}}b{{< /admonition >}}', "<strong>Its title</strong></p>\n<p>b</p>"),
        (HEXO, "{% folding green, Its title %}\nb\n{% endfolding %}", "<summary>Its title</summary>\n<p>b</p>"),
        (HEXO, "{% hideToggle Its title %}\nb\n{% endhideToggle %}", "<summary>Its title</summary>\n<p>b</p>"),
        (HEXO, "{% fold info @Its title %}\nb\n{% endfold %}", "<summary>Its title</summary>\n<p>b</p>"),
        (HUGO, '{{< details summary="Its title" >}}\nb\n{{< /details >}}', "<summary>Its title</summary>\n<p>b</p>"),
        (HUGO, '{{% expand "Its title" %}}\nb\n{{% /expand %}}', "<summary>Its title</summary>\n<p>b</p>"),
        (HUGO, '{{< tabs >}}{{< tab "One" >}}b{{< /tab >}}{{< /tabs >}}', "<strong>One</strong></p>\n<p>b</p>"),
        (HEXO, "{% tabs x %}\n<!-- tab One@x -->b<!-- endtab -->\n{% endtabs %}", "<strong>One</strong></p>\n<p>b"),
        (HEXO, "a {% label primary @some words %} b", "a <mark>some words</mark> b"),
        (HEXO, "a {% label 几个字 red %} b", "a <mark>几个字</mark> b"),
        (HEXO, "a {% span red, some, words %} b", "a <span>some, words</span> b"),
        (HEXO, "a {% kbd Ctrl %}+{% u c %} b", "a <kbd>Ctrl</kbd>+<u>c</u> b"),
        (HEXO, "{% checkbox green checked, done %}", "☑ done"),
        (HEXO, "{% mermaid %}\ngraph TD\n A --> B\n{% endmermaid %}", 'class="language-mermaid">graph TD\n A --&gt; B'),
        (HUGO, "{{< mermaid >}}\ngraph TD\n{{< /mermaid >}}", '<code class="language-mermaid">graph TD'),
        (HEXO, "{% math %}\na_1 * b_1 * c\n{% endmath %}", '<code class="language-latex">a_1 * b_1 * c'),
        (ZOLA, '{{ youtube(id="abcdefghijk") }}', "https://www.youtube.com/embed/abcdefghijk"),
        (ZOLA, '{{ figure(src="a.png", caption="Its text") }}', '<img src="a.png" alt="Its text"><figcaption>'),
        (ZOLA, '{% quote(author="A") %}b{% end %}c', "<cite>A</cite></p>\n<p>b</p>\n</blockquote>\n<p>c"),
        (ZOLA, "[a](@/blog/b.md#c)", '<a href="/blog/b.md#c">a</a>'),
        (Dialect.ELEVENTY, "{% set codeBlock %}{% raw %}\nnpm i {{ x }}\n{% endraw %}{% endset %}{{ codeBlock }}",
         "<pre><code>npm i {{ x }}\n</code></pre>"),
    ],
)  # fmt: skip
def test_a_tag_becomes_what_it_stands_for(dialect: Dialect, source: str, expected: str) -> None:
    html = body(source, dialect)
    assert expected in html
    assert "{%" not in html
    assert html.count("<blockquote") == html.count("</blockquote")


@pytest.mark.parametrize(
    ("dialect", "source"),
    [
        (HEXO, "{% note %}kept"),
        (HEXO, "{% endnote %}kept{% endfold %}"),
        (HEXO, "{% fold %}kept{% endfold %}"),
        (HEXO, "{% bilibili %}{% instagram %}{% btn %}{% codepen a/b c %}kept"),
        (HUGO, "{{< callout >}}kept"),
        (HUGO, "{{< unknown a=b >}}kept{{< /unknown >}}"),
        (ZOLA, "{% end %}kept{% other() %}"),
        (PLAIN, "<!-- tab x -->kept"),
    ],
)
def test_a_tag_that_stands_for_nothing_goes(dialect: Dialect, source: str) -> None:
    assert post(f"---\ntitle: T\n---\n{source}", dialect, "content/p.md").text == "kept"


@pytest.mark.parametrize(
    ("dialect", "source", "expected"),
    [
        (Dialect.ELEVENTY, "![b]({{ image | url }})", '<img src="/a.png" alt="b">'),
        (Dialect.ELEVENTY, "by {{ writer.name }} {{ page.image }}{{ image | upcase }}{{ none }}.", "<p>by N .</p>"),
        (JEKYLL, "{{ page.title }}{{ title }}{{ page.tags }}{{- page.writer.name -}}", "<p>TN</p>"),
        (HEXO, "{{ title }} `{{ title }}`", "<p>T <code>{{ title }}</code></p>"),
        (HUGO, "a {{ title }}", "<p>a</p>"),
    ],
)
def test_a_name_of_the_front_matter_is_its_text(dialect: Dialect, source: str, expected: str) -> None:
    text = f"---\ntitle: T\nimage: /a.png\nwriter: {{name: N}}\ntags: [x]\n---\n{source}"
    assert expected in post(text, dialect).html
