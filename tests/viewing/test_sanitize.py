"""Whatever an author wrote, what is shown can only be read."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.references import short_ref
from reader.viewing import allow
from reader.viewing.limits import MAX_DEPTH
from reader.viewing.sanitize import sanitize

KEYS = {"a.png": "0a1b", "https://pics.example/x?a=1&b=2": "2c3d"}
TAG = re.compile(r"<(/?)([a-z0-9]+)([^<>]*)>")
ATTRIBUTE = re.compile(r' ([a-z-]+)="([^"]*)"')
PIECES = st.sampled_from(
    [
        "<", ">", '"', "'", "&", "&#106;", "&Tab;", "=", "/", "\n", "\x00", "中", " onerror=x", " style=color:red",
        "<p>", "</p>", "<pre>\n", "</pre>", "<b id=x>", "</b>", "<a href='https://e.example/'>", "</a>", "<a name=q>",
        "<a href=javascript:x>", "<img src=a.png>", "<img src=file:///x alt=y>", "<img src='//h.example/i'>",
        "<table>", "<tr>", "<td style='text-align:right' align=left>", "</td>", "</table>", "<caption>", "<svg>",
        "<script>", "</script>", "<style>", "</style>", "<!--", "-->", "<![CDATA[", "<math><mi>", "</svg>",
        "<iframe src=https://v.example/1 title='<b>'>", "</iframe>", "<video src=a.mp4>", "<source src=//h.example/v>",
        "</video>", "<object data=x>", "<embed src=y>", "<input type=checkbox checked>", "<form>", "<select>",
        "<details open>", "<summary>", "</summary>", "<ruby>", "<rt>", "<li>", "<ul>", "</ul>", "<h1>", "<noscript>",
        "<template>", "<title>", "<body onload=x>", "<div>", "</div>", "<code class='language-c evil'>",
    ]
)  # fmt: skip


def forbidden(html: str) -> list[str]:
    """Return whatever in sanitised HTML should not be there."""
    found = []
    for closing, tag, rest in TAG.findall(html):
        if tag not in allow.TAGS:
            found.append(tag)
        for name, value in ATTRIBUTE.findall(rest):
            allowed = name in allow.ATTRIBUTES["*"] | allow.ATTRIBUTES.get(tag, set()) and name != "style"
            if closing or not allowed:
                found.append(f"{tag} {name}")
            if name in ("href", "data-url") and not re.match(r"https?://|mailto:|#", value, re.I):
                found.append(f"{name}={value}")
            if name == "src" and not value.startswith("image:"):
                found.append(f"src={value}")
    return found


@pytest.mark.parametrize(
    ("hostile", "harmless"),
    [
        ("<script>alert(1)</script>a", "a"),
        ("a<style>p{background:url(file:///x)}</style>", "a"),
        ("<b onclick=x style='color:red' class=big>a</b>", "<b>a</b>"),
        ("<svg onload=x><a href='javascript:x'>b</a></svg>a", "a"),
        ("<math><mtext><table><mglyph><style><img src=x onerror=y>", ""),
        ("<a href='javascript:x'>a</a>", "<a>a</a>"),
        ("<a href='JaVa&#10;Script:x'>a</a>", "<a>a</a>"),
        ("<a href='&#106;avascript:x'>a</a>", "<a>a</a>"),
        ("<a href='data:text/html,x'>a</a>", "<a>a</a>"),
        ("<a href='file:///x'>a</a><a href='image:0a1b'>b</a>", "<a>a</a><a>b</a>"),
        ("<a href='../other.md'>a</a>", "<a>a</a>"),
        ("<td background='file:///x'>a", "a"),
        ("<form action=x><p>a</p><button>b</button></form>", "<p>a</p>"),
        ("<noscript><img src=x onerror=y></noscript>a", "a"),
        ("<img src=x onerror=y", ""),
        ("a\x00b\ud800c", "abc"),
    ],
)
def test_hostile_markup_becomes_harmless(hostile: str, harmless: str) -> None:
    assert sanitize(hostile, KEYS) == harmless


def test_links_lead_to_the_web_to_mail_or_into_the_page() -> None:
    html = '<a href="//e.example/x">a</a><a href="mailto:a@e.example">b</a><a href="#n">c</a>'
    assert sanitize(html, {}) == html.replace('"//', '"https://')


@pytest.mark.parametrize("field", ["?attach=/x", "?subject=s&attachment=file:///x", "?att%61ch=x", "?a=b;ATTACH=x"])
def test_no_link_attaches_a_file_to_a_mail(field: str) -> None:
    assert sanitize(f'<a href="mailto:a@e.example{field}">a</a>', {}) == "<a>a</a>"


def test_a_mail_may_speak_of_attaching() -> None:
    html = '<a href="mailto:attach@e.example?subject=attach=ment">a</a>'
    assert sanitize(html, {}) == html


def test_a_stored_picture_is_named_by_its_key() -> None:
    html = '<img src="a.png" alt="x"><img src="https://pics.example/x?a=1&b=2">'
    assert sanitize(html, KEYS) == '<img src="image:0a1b" alt="x"><img src="image:2c3d">'


def test_a_picture_elsewhere_keeps_its_words_and_its_host() -> None:
    html = '<img src="https://www.far.example/p.png" alt="x"><img src="file:///p.png" alt="y"><img src="b.png" alt="z">'
    assert sanitize(html, KEYS) == '<img data-remote="far.example" alt="x"><img alt="y"><img alt="z">'


def test_nobody_can_ask_for_a_key_of_another_article() -> None:
    assert sanitize('<img src="image:ffff">', KEYS) == "<img>"


def test_what_an_author_writes_about_addresses_is_no_picture() -> None:
    said = 'a &lt;img src="data:image/png;base64,AAAA"&gt; b'
    assert sanitize(f"<p>{said}</p>", {}) == f"<p>{said}</p>"


def test_an_embedded_picture_is_found_by_what_it_is_whatever_else_its_tag_says() -> None:
    data = "data:image/png;base64,AAAA"
    html = f'<p>src="x"</p><img alt="a > b src=" title="c" SRC="{data}"><img src="{data}B" alt="y">'
    clean = sanitize(html, {short_ref(data): "4e5f"})
    assert clean == '<p>src="x"</p><img alt="a &gt; b src=" title="c" src="image:4e5f"><img alt="y">'


def test_a_player_becomes_a_card() -> None:
    card = '<span data-card="video" title="A &amp; B" data-url="https://www.youtube.com/embed/x"></span>'
    assert sanitize('<iframe src="//www.youtube.com/embed/x" title="A &amp; B"></iframe>', {}) == card


def test_a_player_of_a_local_file_names_it() -> None:
    html = "<video controls><source src='/v/a.mp4'>old browser</video>"
    assert sanitize(html, {}) == '<span data-card="video" title="a.mp4"></span>'


def test_only_meaningful_classes_stay() -> None:
    html = '<code class="language-c++ x">a</code><section class="footnotes big">b</section>'
    assert sanitize(html, {}) == '<code class="language-c++">a</code><section class="footnotes">b</section>'


def test_alignment_of_cells_outlives_their_style() -> None:
    html = "<table><tr><td style='text-align:right;color:red'>1</td></tr></table>"
    assert '<td align="right">1</td>' in sanitize(html, {})


def test_tasks_keep_their_boxes() -> None:
    assert sanitize("<li><input type=checkbox checked> a</li>", {}).startswith("<li>☑")


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 200_000, "<a" * 500_000, '<a b="' * 200_000, "&" * 1_000_000, "<!--" * 250_000,
        "<table><tr><td>" * 60_000, "<iframe src='x" * 70_000, '<img src="data:' * 70_000,
        '<i "<i data:' * 90_000, "<b id=1></i></p>" * 60_000, "<select><option>" * 60_000,
        "<li><dd>" * 100_000, "<span><li></span><b><dt></b>" * 30_000, "<rt>" * 200_000,
        "<ruby><table><td>" + "<rp>" * 200_000,
        "<optgroup><option>" * 50_000, "<ul><li><dd></ul>" * 50_000, "<b><li></b><rt></li>" * 50_000,
        "<a " + " ".join(f"a{i}=1" for i in range(90_000)) + ">",
    ],
    ids=lambda html: html[:12],
)  # fmt: skip
def test_a_megabyte_of_malice_costs_little(html: str) -> None:
    start = time.process_time()
    clean = sanitize(html, {})
    assert time.process_time() - start < 10  # without the limits: minutes
    assert not forbidden(clean[:100_000])


def test_nesting_is_bounded() -> None:
    assert sanitize("<div>" * 5000 + "a", {}).count("<div>") == MAX_DEPTH


@pytest.mark.parametrize(
    "html",
    [
        "<ul>" + "<li>a" * 500 + "</ul>", "<dl>" + "<dt>a<dd>b" * 500 + "</dl>", "<ruby>a<rt>b</ruby>" * 500,
        "<ruby>" + "a<rp>(<rt>b<rp>)" * 500 + "</ruby>", "<ul><li><dl><dt>a<dd>b</dl></ul>" * 500,
        "<ul>" + "<li><dl><dt>a</dt><dd>b</dd></dl></li>" * 500 + "</ul>", "<div><li>a</li></div>" * 500,
        "<li>a</li><dd>b</dd>" * 500,
    ],
    ids=lambda html: html[:16],
)  # fmt: skip
def test_many_items_side_by_side_are_not_deep(html: str) -> None:
    clean = sanitize(html, {})
    for tag in ("<li>", "<dt>", "<dd>", "<rt>", "<rp>"):
        assert clean.count(tag) == html.count(tag)


@given(st.text() | st.lists(PIECES, max_size=30).map("".join))
def test_any_text_ends_clean(html: str) -> None:
    assert not forbidden(sanitize(html, KEYS))


@given(st.text() | st.lists(PIECES, max_size=12).map("".join))
def test_a_second_pass_changes_nothing(html: str) -> None:
    once = sanitize(html, KEYS)
    assert sanitize(once, KEYS) == once


@pytest.mark.parametrize("name", [*sorted(allow.FOREIGN), "tabs", "string"])
def test_what_stands_in_a_component_stays_whatever_it_is_called(name: str) -> None:
    """`<Card>` of MDX, or a `vector<set>` that nobody put into code and nothing closes."""
    html = f"<p>a</p><{name} title=b><p>c</p></{name}><p>d</p>"
    assert sanitize(html, {}) == "<p>a</p><p>c</p><p>d</p>"
    assert sanitize(f"<p>a <{name}> b</p><p>c</p>", {}) == "<p>a  b</p><p>c</p>"


@pytest.mark.parametrize(("open_tag", "close"), [("<svg viewBox=x>", "</svg>"), ("<math>", "</math>")])
def test_the_words_of_a_drawing_or_a_formula_do_not_stay(open_tag: str, close: str) -> None:
    assert sanitize(f"a{open_tag}<g><text>b</text></g><mi>c</mi><desc>d</desc>{close}e", {}) == "ae"
