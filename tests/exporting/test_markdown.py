"""An article as Markdown says the same when it is read again, whatever is in it."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from reader.domain import Dialect
from reader.exporting.piece import line
from reader.exporting.plain import markdown_to_paste
from reader.viewing import blocks as b
from reader.viewing.blocks import Style
from tests.exporting.hostile import HOSTILE
from tests.exporting.pieces import blocks_again, make_piece, read_again, written

# Letters of several scripts, and every sign that means something to Markdown, HTML, YAML or a template.
SIGNS = "ab Zé中文。，\"'#*_`~[]()<>}%$^=+-.!|\\/:;&@?1234\n"
MARKUP = (
    "<script>alert(1)</script>", "{% raw %}", "{{ site.x }}", "{{< note >}}", "<!-- more -->", "[TOC]", "$$x^2$$",
    "\\(a_b\\)", "---", "***", "1. x", "::: tip", "&lt;", "&amp;amp;", "==x==", "[[link]]", "^[x]", ":smile:",
    "| a | b |\n|---|---|", "Title\n===", "http://a.b/c_d_e*", "a@b.cd", "![x](y)", "<http://x>", "~~~\nx", "{: .a}",
    '[caption id="attachment_1"]x[/caption]', "{.a}", "@[card](http://x)", '::github{repo="a/b"}', "*[a]: b",
    '<Card title="a">', "@tab b", "#a", "[:contents]", "[^1]: x", "[^1]", "- [ ] z", "[a]: b", "<details>",
    "</details>",
)  # fmt: skip
texts = st.text(SIGNS, max_size=20) | st.sampled_from(MARKUP)
styles = st.sampled_from([Style.PLAIN, *Style, Style.BOLD | Style.ITALIC, Style.CODE | Style.STRIKE])
hrefs = st.sampled_from(["", "", "https://example.org/a_(b)?c=1&copy=2", "mailto:a@b.cd", "http://x.y/*a*_b_"])


def drawn(text: str) -> str:
    """Return text as the outline has it: white space collapsed, none beside a break."""
    return "\n".join(" ".join(part.split()) for part in text.split("\n") if part.strip())


runs = st.builds(b.Run, texts.map(drawn), styles, hrefs)
lines = st.lists(runs, min_size=1, max_size=4).map(tuple)
paragraphs = st.builds(b.Paragraph, lines)
codes = st.builds(b.Code, texts.map(str.rstrip), st.sampled_from(["", "python", "c++"]))
simple = paragraphs | st.builds(b.Heading, st.integers(1, 6), lines) | codes | st.just(b.Rule())


def nested(inner: st.SearchStrategy[b.Block]) -> st.SearchStrategy[b.Block]:
    several = st.lists(inner, min_size=1, max_size=3).map(tuple)
    items = st.lists(several, min_size=1, max_size=3)
    return (
        st.builds(b.Quote, several)
        | items.map(lambda found: b.ListBlock(tuple(b.Item(x) for x in found)))
        | items.map(lambda found: b.ListBlock(tuple(b.Item(x, n) for n, x in enumerate(found, 3)), ordered=True))
        | st.builds(b.Details, lines, several)
    )


trees = st.lists(st.recursive(simple, nested, max_leaves=6), min_size=1, max_size=4).map(tuple)


def letters(blocks: tuple[b.Block, ...]) -> str:
    """Return the letters and signs without white space, and without what stands for an empty summary."""
    return "".join(b.plain_text(blocks).replace("…", "").split())


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(trees)
@example((b.Paragraph((b.Run("]: x", Style.CODE, "http://x.y/"),)),))
@example((b.Paragraph((b.Run('[caption id="attachment_1"]x[/caption]', Style.PLAIN),)),))
@example((b.Paragraph((b.Run("http://x)", Style.PLAIN), b.Run("1", Style.PLAIN, "http://x.y/"))),))
@example((b.Heading(1, (b.Run("C#", Style.PLAIN),)), b.Heading(2, (b.Run("##", Style.PLAIN),))))
@example((b.Heading(1, (b.Run("{: .a}", Style.PLAIN),)),))
@example((b.Paragraph((b.Run("[a", Style.PLAIN), b.Run("]: b", Style.CODE))),))
def test_every_text_says_the_same_when_it_is_read_again(blocks: tuple[b.Block, ...]) -> None:
    piece = make_piece(*blocks)
    assert letters(blocks_again(piece)) == letters(blocks), written(piece)


# The import takes tags out of names.
letters_of_names = st.characters(categories=["L", "N", "P", "S", "Zs"], exclude_characters="<>&")
names = st.text(letters_of_names, min_size=1, max_size=30).map(line).filter(bool)
days = st.datetimes(datetime(1970, 1, 2), datetime(2200, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


@settings(max_examples=150, deadline=None)
@given(names, names.filter(lambda name: "," not in name), days)
def test_what_is_known_of_an_article_is_read_back_from_its_front_matter(
    title: str, author: str, moment: datetime
) -> None:
    piece = make_piece(html="<p>x</p>", title=title, author=author, moment=moment.replace(microsecond=0))
    found = read_again(piece, Dialect.HEXO)
    assert (found.published, found.link, found.lang) == (piece.moment, piece.link, piece.lang)
    assert (found.categories, found.tags) == (piece.categories, piece.tags)
    assert [line(found.title), line(found.author)] == [line(title), line(author)]
    assert found.problems == ()


def test_a_day_without_an_hour_stays_one_and_several_categories_stay_apart() -> None:
    piece = make_piece(html="<p>x</p>", timed=False, categories=(("A", "B"), ("C",)), tags=(), author="")
    found = read_again(piece, Dialect.HEXO)
    assert (found.date_text, found.timed) == ("2022-01-20", False)
    assert (found.categories, found.tags, found.author) == ((("A", "B"), ("C",)), (), "")


RICH = """
<h2>H</h2><p>It is <b>bold</b>, <i>slanted</i>, <del>gone</del>, H<sub>2</sub>O and <kbd>F5</kbd>.<br>Second line.</p>
<p>粗<strong>体。</strong>字</p><pre><code class="language-python">a = "```"\n</code></pre>
<table><tr><th>Name</th><th>Size</th></tr><tr><td>a|b</td><td align="right">1<br>2</td></tr></table>
<p>See<sup><a href="#fn1" id="r1">1</a></sup> and <a href="#here">there</a>. <a id="here"></a>Here.</p>
<ul><li>☑ done</li><li>one<ol start="4"><li>four</li></ol></li></ul>
<ol><li>x</li></ol><ol><li>y</li></ol><ol><li>z</li></ol>
<dl><dt>Tea</dt><dd>a drink</dd></dl>
<div class="footnotes"><hr><ol><li id="fn1"><p>A note. <a href="#r1">↩</a></p></li></ol></div>
"""


def test_markdown_is_what_a_person_would_write() -> None:
    text = written(make_piece(html=RICH)).split("lang: en\n---\n\n")[1]
    for expected in (
        "## H\n\nIt is **bold**, *slanted*, ~~gone~~, H<sub>2</sub>O and <kbd>F5</kbd>.\\\nSecond line.\n",
        "粗<strong>体。</strong>字\n",
        '````python\na = "```"\n````\n',
        "| Name | Size |\n| --- | --: |\n| a\\|b | 1<br>2 |\n",
        'See[^1] and [there](#p1). <a id="p1"></a>Here.\n',
        "- [x] done\n- one\n\n  4. four\n\n1. x\n\n1) y\n\n1. z\n",
        "Tea\n:   a drink\n",
        "[^1]: A note.\n",
    ):
        assert expected in text, text


RUBY = "<p><ruby><b>東</b>京<rp>（</rp><rt>とう<b>きょう</b></rt><rp>）</rp>都<rt>と</rt></ruby>に行く (ruby)。</p>"


def test_readings_are_above_their_characters_again_when_it_is_read_again() -> None:
    piece = make_piece(html=RUBY)
    assert "<ruby>**東**京<rt>とうきょう</rt>都<rt>と</rt></ruby>に行く (ruby)。" in written(piece)
    assert blocks_again(piece) == piece.blocks


def test_malice_is_text_in_markdown() -> None:
    for text in (written(make_piece(html=HOSTILE)), markdown_to_paste(make_piece(html=HOSTILE))):
        outside = re.sub(r"^(`{3,}).*?^\1$|(`+)(?!`).+?(?<!`)\2(?!`)", "", text, flags=re.MULTILINE | re.DOTALL)
        tags = re.findall(r"(?<!\\)<(?!https?://)/?([a-z!?][\w-]*)([^>]*)>?", outside, re.IGNORECASE)
        assert {name for name, _ in tags} <= {"br", "details", "summary", "a", "strong", "em", "sup", "sub", "kbd"}
        assert all(re.fullmatch(r'(?: id="p\d+")?', rest) for _, rest in tags), tags
        targets = re.findall(r"(?<!\\)\]\(<?([^)>\s]*)", outside)
        assert targets
        assert all(re.match(r"https?://|mailto:|#p\d|[0-9a-f]{32}\.png$", target) for target in targets), targets


def test_what_is_copied_has_its_source_and_its_pictures_where_they_are_on_the_web() -> None:
    stored, absent = b.Picture("0" * 32, "Hills"), b.Picture("absent-1", "Sea")
    addresses = {"0" * 32: "https://example.org/h.png", "absent-1": "https://example.org/s.png"}
    text = markdown_to_paste(make_piece(stored, absent, addresses=addresses))
    assert text.startswith("# A title\n\n[A. Writer · Daily · 2022-01-20 12:30](https://example.org/a)\n\n")
    assert "![Hills](https://example.org/h.png)\n\n[Sea](https://example.org/s.png)\n" in text
