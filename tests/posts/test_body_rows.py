"""One case for each thing that a survey met in the bodies of real posts, and what becomes of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.domain import Dialect
from reader.problems import ProblemKind as Kind
from tests.posts.reading import body, kinds, post
from tests.posts.test_site import fill

HEXO, JEKYLL, HUGO, PLAIN = Dialect.HEXO, Dialect.JEKYLL, Dialect.HUGO, Dialect.PLAIN


@pytest.mark.parametrize(
    ("source", "src"),
    [
        ("![a](https://e.org/a.png)", "https://e.org/a.png"),
        ("![a][1]\n\n[1]: https://e.org/a.png", "https://e.org/a.png"),
        ("![a]\n\n[a]: /a.png", "/a.png"),
        ("![a](../img/a.png)", "../img/a.png"),
        ("![a](/img/a.png)", "/img/a.png"),
        ("![a](//e.org/a.png)", "//e.org/a.png"),
        ("![a]({{ site.baseurl }}/a.png)", "/a.png"),
        ("![a]({{ site.url }}{{ site.baseurl }}/a.png)", "/a.png"),
        ("![a](img\\a.png)", "img%5Ca.png"),
        ("![a](data:image/png;base64,iVBORw0KGgo=)", "data:image/png;base64,iVBORw0KGgo="),
        ("![a](https:/e.org/a.png)", "https://e.org/a.png"),
        ("![a](hhttps://e.org/a.png)", "https://e.org/a.png"),
        ('![a](a.png "title")', "a.png"),
        ("![a](a.png =100*20)", "a.png"),
        ("![a](a b.png)", "a%20b.png"),
        ("![a](https://e.org/a\nb.png)", "https://e.org/ab.png"),
        ('<img className="x" style="zoom:50%" loading="lazy" width="9" src="a.png">', "a.png"),
        ("<img :src=\"$withBase('/a.png')\">", "/a.png"),
        ('text <img src="a.png" sizes="1px" srcset="b.png 2x">', "a.png"),
    ],
)
def test_addresses_of_pictures(source: str, src: str) -> None:
    found = post(f"---\ntitle: T\n---\n{source}", JEKYLL)
    assert [picture.ref for picture in found.pictures] == [src]


@pytest.mark.parametrize("source", ["text ![a]()", 'text <img alt="a">', 'text <img src="">'])
def test_a_picture_without_an_address_is_none(source: str) -> None:
    found = post(f"---\ntitle: T\n---\n{source}")
    assert (found.pictures, "<img" in found.html) == ((), False)


@pytest.mark.parametrize(
    ("ref", "kind"),
    [
        ("C:\\pictures\\a.png", Kind.PICTURE_OUTSIDE),
        ("file:///a/b.png", Kind.PICTURE_OUTSIDE),
        ("no.png", Kind.PICTURE_MISSING),
    ],
)
def test_a_picture_of_another_computer_is_told(ref: str, kind: Kind) -> None:
    assert kind in kinds(post(f'---\ntitle: T\n---\n<p>x</p>\n<img src="{ref}">\n'))


@pytest.mark.parametrize(
    ("there", "dialect", "path", "ref"),
    [
        ("content/a/p.png", HUGO, "content/a/index.es.md", "p.png"),
        ("_posts/p/a.png", HEXO, "_posts/p.md", "a.png"),
        ("source/images/a.png", HEXO, "source/_posts/p.md", "/images/a.png"),
        ("a/图 1.png", PLAIN, "a/p.md", "%E5%9B%BE%201.png"),
        ("a/b.png", PLAIN, "a/p.md", ".\\b.png"),
    ],
)
def test_where_generators_keep_pictures(tmp_path: Path, there: str, dialect: Dialect, path: str, ref: str) -> None:
    fill(tmp_path, {there: "x"})
    found = post(f'---\ntitle: T\n---\n<p>x</p>\n<img src="{ref}">\n', dialect, path, tmp_path)
    assert [picture.local for picture in found.pictures] == [there]


@pytest.mark.parametrize(
    ("head", "lead"),
    [
        ("cover: //e.org/a.png", "//e.org/a.png"),
        ("image: /img/a.png", None),
        ("primary_image: some-picture-id", None),
        ("featured_image:\n  uid: some-picture-id", None),
        ("featured_image:\n  src: https://e.org/a.png\n  alt: x", "https://e.org/a.png"),
        ("header:\n  overlay_image: https://e.org/a.png", "https://e.org/a.png"),
        ("thumbnail:\ncover: ''", None),
        ("teaser: Some words about it.", None),
    ],
)
def test_lead_pictures(head: str, lead: str | None) -> None:
    found = post(f"---\ntitle: T\n{head}\n---\nB").lead
    assert (found.ref if found else None) == lead


@pytest.mark.parametrize(
    ("dialect", "source", "expected"),
    [
        (HEXO, "B\n\n<!--more-->\n\nC", "<p>B</p>\n<p>C</p>"),
        (HEXO, "B<!-- More -->C", "<p>BC</p>"),
        (HEXO, "{# a note #}B{#- one more -#}", "<p>B</p>"),
        (HEXO, '{% img left /a.png 10 20 "t" %}', '<img src="/a.png" alt="t" width="10" height="20">'),
        (HEXO, "{% image https://e.org/a.png %}", 'src="https://e.org/a.png"'),
        (HEXO, "{% codeblock %}\n{{ x }}\n{% endcodeblock %}", "<pre><code>{{ x }}"),
        (JEKYLL, "{% include figure image_path='/a.png' alt='x' caption='C' %}", "<figcaption>C</figcaption>"),
        (JEKYLL, "B {% include toc.html %} C", "<p>B  C</p>"),
        (JEKYLL, "{% for a in b %}- x{% endfor %}", "<ul>\n<li>x</li>\n</ul>"),
        (JEKYLL, "{%- if a -%}B{%- endif -%}", "<p>B</p>"),
        (HUGO, '{{< legacy-img src="a.png" alt="x" >}}', '<img src="a.png" alt="x">'),
        (HUGO, '{{< img src="a.png" >}}', 'src="a.png"'),
        (
            HUGO,
            '{{< figure src="a.png" title="T" alt="x" width="30px" >}}',
            'alt="x" width="30"><figcaption>T</figcaption>',
        ),
        (HUGO, "{{% tweet user=a id=123 %}}", "https://twitter.com/a/status/123"),
        (HUGO, '{{< youtube id="abcdefghijk" autoplay="true" >}}', "embed/abcdefghijk"),
        (HUGO, "{{% box %}}\n**B**\n{{% /box %}}", "<strong>B</strong>"),
        (PLAIN, "<details>\n<summary>S</summary>\n\nB\n\n</details>", "<summary>S</summary>"),
        (PLAIN, "[[1, 2], [3, 4]] and [[a]]", "[[1, 2], [3, 4]] and [[a]]"),
        (JEKYLL, 'B\n{: .note}\n\n[a](b){:target="_blank"}', '<p><a href="b">a</a></p>'),
        (JEKYLL, "* TOC\n{:toc}\n\nB", "<p>B</p>"),
        (JEKYLL, "x[^n]\n\n[^n]: note *a*", "note <em>a</em>"),
        (PLAIN, "<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>", "<rt>kan</rt>"),
        (PLAIN, "<center>B</center>\n\n<font color=red>C</font>", '<center>B</center>\n\n<font color="red">C</font>'),
        (
            PLAIN,
            "<figure><img src=a.png><figcaption>C</figcaption></figure>\n\n**B**",
            '<figure><img src="a.png"><figcaption>C</figcaption></figure>\n<p><strong>B</strong></p>',
        ),
        (PLAIN, "<video src=a.mp4></video>", '<video src="a.mp4"'),
        (PLAIN, "a<br>b<br/>c", "a<br>b<br>c"),
        (PLAIN, "<Intro>\n\nB **b**\n\n</Intro>", "<strong>b</strong>"),
    ],
)
def test_what_stands_in_bodies(dialect: Dialect, source: str, expected: str) -> None:
    html = body(source, dialect)
    assert expected in html
    assert not any(mark in html.replace("{{ x }}", "") for mark in ("{%", "{{", "{:", "{#", "%}", "<!--"))


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("import X from './x'\n\nexport const y = 1;\n\n<X a={1}>B</X>", "B"),
        ("{/* a note */}\n\nB", "B"),
        ("B <Y />", "B"),
    ],
)
def test_modules_keep_their_text(source: str, text: str) -> None:
    assert post(f"---\ntitle: T\n---\n{source}", PLAIN, "p.mdx").text == text


@pytest.mark.parametrize(("text", "html"), [("", ""), ("\n\n", ""), ("<p></p>", "<p></p>")])
def test_an_empty_body_is_one(text: str, html: str) -> None:
    found = post(f"---\ntitle: T\n---\n{text}")
    assert (found.html, found.text) == (html, "")


STYLED = "<style>\n.a &#123; color: red; &#125;\n</style>"


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (
            "<div>\n  <font color='red'><font face='宋体'>字</font>一<font>二</font></font>\n</div>\n            ",
            "字一二",
        ),
        (f"<div>\n{STYLED}<p>字</p>\n</div>\n            ", "字"),
        ("<div>\nT\n</div>\n            ", "T"),
        ("<div>\n字<br>一<br><br>二\n</div>\n            ", "字\n一\n二"),
        ("<div>\n<pre><code>a &#123;&#125;</code></pre>\n</div>\n            ", "a {}"),
        ("<div>\n" + " " * 24 + "<p>字\n" + " " * 24 + "</p>\n</div>\n            ", "字"),
    ],
)
def test_bodies_of_a_robot_that_saves_feeds(source: str, text: str) -> None:
    found = post(f"\n---\ntitle: 'T'\ndate: 2020-01-02 03:04:05\n---\n{source}")
    assert found.text == text
    assert not any(mark in found.html for mark in ("&#123;", "<style", "color: red;"))
    assert found.summary == ("" if text == "T" else text.replace("\n", " "))  # The title is not said again.


def test_emoji_by_name_stay_text() -> None:
    assert body("a :tada: b", JEKYLL) == "<p>a :tada: b</p>"
