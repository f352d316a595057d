"""Tags of themes that hold words of the author: none of the words is lost, and nothing below is swallowed."""

from __future__ import annotations

import pytest

from reader.domain import Dialect
from tests.posts.reading import body, post

HEXO, JEKYLL, HUGO, ZOLA, PLAIN = Dialect.HEXO, Dialect.JEKYLL, Dialect.HUGO, Dialect.ZOLA, Dialect.PLAIN


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("{% timeline 2022,blue %}\n<!-- timeline 01-02 -->\nb\n<!-- endtimeline -->\n{% endtimeline %}",
         "<strong>2022</strong></p>\n<p><strong>01-02</strong></p>\n<p>b</p>"),
        ("{% timenode 2020-07-24 [3.0](/a) %}\nb\n{% endtimenode %}",
         '<strong>2020-07-24 <a href="/a">3.0</a></strong>'),
        ("{% folders %}\n<!-- folder One -->\nb\n{% endfolders %}", "<strong>One</strong></p>\n<p>b</p>"),
        ("{% galleryGroup 'A' 'B c' '/d' https://e.org/f.png %}",
         '<figure><a href="/d"><img src="https://e.org/f.png" alt="A"></a><figcaption>A: B c</figcaption></figure>'),
        ("{% site A b, url=https://e.org, description=C, d %}", '<a href="https://e.org">A b</a> C'),
        ("{% cell A, /b/, fas fa-c %}", '<a href="/b/">A</a>'),
        ("a {% bubble b , \"c\" ,\"#d1e8ff\" %} d", 'a <span title="c">b</span> d'),
        ("a {% ruby b|c %} d", "a <ruby>b<rt>c</rt></ruby> d"),
        ("{% image https://e.org/a.png A b c. download:true %}", "<figcaption>A b c.</figcaption>"),
        ("{% note color:cyan A b %}", "<p><strong>A</strong></p>\n<p>b</p>"),
        ("{% box A color:blue %}\nb\n{% endbox %}", "<strong>A</strong></p>\n<p>b</p>"),
        ("{% poetry A author:B %}\nc\n{% endpoetry %}", "<strong>A</strong></p>\n<p><cite>B</cite></p>\n<p>c</p>"),
        ("{% quot A b icon:c %}", "<strong>A b</strong>"),
        ("{% checkbox checked, a **b** %}", "☑ a <strong>b</strong>"),
        ("{% checkbox symbol:plus checked:true A b %}", "<p>☑ A b</p>"),
        ("{% folding child:codeblock open:true A b %}\nc\n{% endfolding %}", "<summary>A b</summary>\n<p>c</p>"),
        ("{% grid A color:yellow %}\nb\n{% endgrid %}", "<strong>A</strong></p>\n<p>b</p>"),
        ("{% link https://e.org A&nbsp;b %}", '<a href="https://e.org">A\xa0b</a>'),
        ("{% mermaid graph TD %}\nA-->B\n{% endmermaid %}", 'class="language-mermaid">graph TD\nA--&gt;B'),
        ("{% chartjs %}\n{\"a\": 1}\n{% endchartjs %}", '<code class="language-json">{"a": 1}'),
        (("{% flink %}\n- class_name: A\n  link_list:\n  - name: B\n    link: https://e.org/\n    descr: c\n"
         "{% endflink %}"),
         '<p><strong>A</strong></p>\n<p><a href="https://e.org/">B</a> c</p>'),
    ],
)  # fmt: skip
def test_tags_of_themes_of_hexo_keep_their_words(source: str, expected: str) -> None:
    assert expected in body(source, HEXO)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('{{< figure src="a.png" caption="B [c](/d) **e**" >}}',
         '<figcaption>B <a href="/d">c</a> <strong>e</strong><'),
        ('{{< figure src="a.png" caption="<b class=\\"x\\">F 1: </b>c" >}}', '<figcaption><b class="x">F 1: </b>c<'),
        ('{{< figure src="a.png" title="B" caption="C" attr="D" attrlink="https://e.org" >}}',
         '<figcaption><strong>B</strong><br>C <a href="https://e.org">D</a></figcaption>'),
        ('{{< figure src="a.png" link="https://e.org" >}}', '<a href="https://e.org"><img src="a.png" alt=""></a>'),
        ('{{< figure src="a.png" caption="B `c`" >}}', "<figcaption>B <code>c</code></figcaption>"),
        ('{{< figure src="a.png" caption=`B "c"` >}}', '<figcaption>B "c"</figcaption>'),
        ('{{< image "a.png" "B" "C" >}}', '<img src="a.png" alt="B"><figcaption>C</figcaption>'),
        ("{{< admonition warning >}}b{{< /admonition >}}", "<strong>Warning</strong></p>\n<p>b</p>"),
        ('{{% notice tip "A" %}}b{{% /notice %}}', "<strong>A</strong></p>\n<p>b</p>"),
        ('{{< timelineItem header="A" badge="B" >}}c{{< /timelineItem >}}', "<strong>A · B</strong></p>\n<p>c</p>"),
        ('{{< accordionItem title="A" >}}b{{< /accordionItem >}}', "<summary>A</summary>\n<p>b</p>"),
        ('{{< card link="/a" title="B" subtitle="C" >}}', '<a href="/a">B</a> C'),
        ('a {{< person url="/b" name="C d" >}} e', 'a <a href="/b">C d</a> e'),
        ('{{% tab header="**A**" /%}}{{% tab header="B" %}}c{{% /tab %}}', "<strong>B</strong></p>\n<p>c</p>"),
        ('{{< alert text="A" />}}\n\n{{< alert >}}b{{< /alert >}}', "<p>A</p>\n</blockquote>\n<blockquote>\n<p>b</p>"),
        ('{{< tabs items="A,B" >}}{{< tab >}}c{{< /tab >}}{{< tab >}}d{{< /tab >}}{{< /tabs >}}',
         "<strong>A</strong></p>\n<p>c</p>\n<p><strong>B</strong></p>\n<p>d</p>"),
        ('{{< tabs tabName1="A" >}}{{< tab tabNum="1" >}}c{{< /tab >}}{{< /tabs >}}', "<strong>A</strong>"),
        ("a\n\n<--->\n\nb", "<p>a</p>\n<p>b</p>"),
        ("a\n\n{{< script >}}\nb()\n{{< /script >}}\n\nc", "<p>a</p>\n<p>c</p>"),
    ],
)  # fmt: skip
def test_shortcodes_of_hugo_keep_their_words(source: str, expected: str) -> None:
    assert expected in body(source, HUGO)


@pytest.mark.parametrize(
    ("dialect", "source", "expected"),
    [
        (ZOLA, '{{/* a(b="c") */}} {%/* d() */%}', '<p>{{ a(b="c") }} {% d() %}</p>'),
        (ZOLA, "{% katex(block=true) %}\na_1 * b_1\n{% end %}", '<code class="language-latex">a_1 * b_1'),
        (JEKYLL, '{% include figure image_path="a.png" caption="B *c*" %}', "<figcaption>B <em>c</em></figcaption>"),
        (JEKYLL, '{% include figure.html filename="a.png" caption="B" %}', "<figcaption>B</figcaption>"),
        (JEKYLL, '{% include figure.liquid path="a.png" title="B" %} c', '<p><img src="a.png" alt="B"> c</p>'),
        (JEKYLL, "{% include image.html file='a/b.png' url='yes' caption='C' %}", '<img src="a/b.png" alt="C">'),
        (JEKYLL, '{% include image.html url="/a.png" text="B" %}', "<figcaption>B</figcaption>"),
        (JEKYLL, "{% include alert.html type='success' body='A *b*.' %}", "<p>A <em>b</em>.</p>\n</blockquote>"),
        (JEKYLL, "{% capture a %}b{% endcapture %}{% include alert.html text=a level='info' %}", "<p>b</p>"),
        (JEKYLL, "{% tabs a %}{% tab a B c %}d{% endtab %}{% endtabs %}", "<strong>B c</strong></p>\n<p>d</p>"),
        (JEKYLL, "{% include embed/video.html src='/a.mp4' title='B' %}", '<video src="/a.mp4"></video></p>\n<p>B</p>'),
        (JEKYLL, '{% include video.liquid path="https://www.youtube.com/embed/abcdefghijk" %}', "<iframe src="),
        (PLAIN, '{% code title="a.js" %}\n```js\nb()\n```\n{% endcode %}',
         '<figcaption>a.js</figcaption><pre><code class="language-js">b()\n</code></pre>'),
        (PLAIN, '{% embed url="https://www.youtube.com/watch?v=abcdefghijk" %}', "youtube.com/embed/abcdefghijk"),
        (PLAIN, '{% embed url="https://e.org/a" %}', '<a href="https://e.org/a">https://e.org/a</a>'),
        (PLAIN, '{% file src="a/b.pdf" %}', '<a href="a/b.pdf">b.pdf</a>'),
        (Dialect.ELEVENTY, "{% css %}.a{}{% endcss %}b", "<p>b</p>"),
    ],
)  # fmt: skip
def test_tags_of_other_generators_keep_their_words(dialect: Dialect, source: str, expected: str) -> None:
    assert expected in body(source, dialect)


def test_a_button_ends_where_its_closing_tag_stands() -> None:
    """An open link reached to the end of the article."""
    html = body('{{< button href="/a" >}}\nb\n{{< /button >}}\n\nc\n\nd', HUGO)
    assert html.index("</a>") < html.index("c")


@pytest.mark.parametrize("tag", ["{% asset_img a.png %}", "{% asset_img a.png 'b' %}", "{% image a.png b %}"])
def test_what_stands_right_below_a_picture_s_tag_is_markdown(tag: str) -> None:
    """Hexo renders tags apart from Markdown; as HTML in it a picture would take the lines below along."""
    assert "<strong>c</strong>" in body(f"a\n\n{tag}\n**c** d", HEXO)


def test_tags_that_leave_nothing_make_no_code_of_what_follows() -> None:
    assert "<p>a</p>" in body("{{< b >}} {{< c >}} {{< d >}} {{< e >}} a", HUGO)


def test_a_code_span_around_the_signs_of_a_tag_stays() -> None:
    assert post("---\ntitle: T\n---\nBetween `{%` and `%}`, as in `{% a %}`.", HEXO).text == (
        "Between {% and %}, as in {% a %}."
    )


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ('[caption id="attachment_5" width="300"]![a](b.png) Its *words*[/caption]', "Its words"),
        ('\\[caption id="attachment\\_5" width="300"\\][![a](b.png)](b.png) Its words\\[/caption\\]', "Its words"),
        ('[caption id="attachment_5" caption="Its words"]<img src="b.png">[/caption]', "Its words"),
        ("[caption]a[/caption] `[caption id='attachment_1']`", "[caption]a[/caption] [caption id='attachment_1']"),
    ],
)
def test_captions_of_wordpress_are_what_they_hold(source: str, text: str) -> None:
    assert post(f"---\ntitle: T\n---\n{source}", JEKYLL).text == text
