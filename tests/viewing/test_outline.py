"""Sanitised HTML becomes blocks."""

from __future__ import annotations

import inspect
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.viewing import blocks as b
from reader.viewing.outline import MAX_BLOCKS, outline
from reader.viewing.sanitize import sanitize
from reader.viewing.tables import MAX_COLUMNS


def read(html: str, **keys: str) -> tuple[b.Block, ...]:
    return outline(sanitize(html, {f"{name}.png": key for name, key in keys.items()}))


def words(block: b.Block) -> str:
    return b.run_text(b.inlines(block))


def test_runs_carry_style_and_link() -> None:
    (paragraph,) = read('<p>a <b>b <i>c</i></b> <a href="https://e.example/">d</a></p>')
    assert isinstance(paragraph, b.Paragraph)
    assert paragraph.inlines == (
        b.Run("a "),
        b.Run("b ", b.Style.BOLD),
        b.Run("c", b.Style.BOLD | b.Style.ITALIC),
        b.Run(" "),
        b.Run("d", href="https://e.example/"),
    )


def test_white_space_is_what_a_browser_would_show() -> None:
    assert [words(block) for block in read("<p> a\n  b<br> c </p>\n d")] == ["a b\nc", "d"]


def test_a_line_broken_between_chinese_characters_is_no_space() -> None:
    assert words(read("<p>中文\n换行 and\nLatin</p>")[0]) == "中文换行 and Latin"


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("他说\n<b>重点</b>\n内容", "他说重点内容"),
        ("<b>他说 \n</b><a id=x></a> <i>重点</i>", "他说重点"),
        ("<code>甲</code>\n<code>乙</code>", "甲乙"),
        ("<ruby>漢<rt>かん</rt></ruby>\n字", "漢(かん)字"),
        ("他说 <b>重点</b>", "他说 重点"),
        ("他说\n<b>so</b>\n<i>it</i> is", "他说 so it is"),
        ("say\n<b>重点</b>", "say 重点"),
        ("<b> </b> 甲 <br>\n乙", "甲\n乙"),
    ],
)
def test_a_broken_line_is_judged_by_what_stands_on_both_sides_in_whatever_element(html: str, shown: str) -> None:
    assert words(read(f"<p>{html}</p>")[0]) == shown


@pytest.mark.parametrize("tag", ["h2", "figcaption", "summary"])
def test_what_becomes_one_line_does_not_run_together(tag: str) -> None:
    """As the captions that Hugo makes: a title and a text, each in a paragraph of its own."""
    within = {"figcaption": "<figure>said{}</figure>", "summary": "<details>{}said</details>"}.get(tag, "{}")
    apart = within.format(f"<{tag}><div>Title</div><div>Said <b>so</b></div></{tag}>")
    pictured = within.format(f"<{tag}>Title <img src=https://e.example/a.png width=900> said</{tag}>")
    assert "Title\nSaid so" in map(words, read(apart))
    assert "Title said" in map(words, read(pictured))


@pytest.mark.parametrize("tag", ["address", "dialog", "center", "section"])
def test_what_is_a_block_to_a_browser_is_a_paragraph(tag: str) -> None:
    assert [words(block) for block in read(f"one<{tag}>two</{tag}>three")] == ["one", "two", "three"]


def test_text_that_stands_between_items_is_shown() -> None:
    shown = b.plain_text(
        read("<ul>one <li>two</li> three <li>four</li></ul><dl>five <dt>six</dt> <p>seven</p> eight</dl>")
    )
    assert shown.split() == ["-", "one", "-", "two", "three", "-", "four", "five", "six", "seven", "eight"]


@pytest.mark.parametrize(("cells", "shown"), [("<td>one", ["one", "said"]), ("<td>", ["said"])])
def test_the_caption_of_a_table_that_only_places_things_is_shown(cells: str, shown: list[str]) -> None:
    assert b.plain_text(read(f"<table><caption>said</caption><tr>{cells}</table>")).split() == shown


def test_two_breaks_part_paragraphs() -> None:
    assert [words(block) for block in read("a<br><br>b")] == ["a", "b"]


@pytest.mark.parametrize(
    "html", ["<img src=p.png><br>\na", "<i id=x></i><br>a", "<a id=x href=/y><img src=p.png></a><br>a"]
)
def test_no_break_begins_a_paragraph(html: str) -> None:
    assert words(read(html, p="k")[-1]) == "a"


def test_a_picture_stands_in_its_own_block() -> None:
    before, picture, after = read("<p>a <img src=p.png alt=x> b</p>", p="k")
    assert picture == b.Picture("k", "x")
    assert (words(before), words(after)) == ("a", "b")


@pytest.mark.parametrize(("asked", "size"), [("", (20, 20)), ("", (64, 64)), ("", (300, 50)), ("width=48", (512, 512))])
def test_a_small_picture_stays_in_its_line(asked: str, size: tuple[int, int]) -> None:
    (paragraph,) = outline(sanitize(f"a <img src=p.png {asked}> b", {"p.png": "k"}), {"k": size})
    _, picture, _ = b.inlines(paragraph)
    assert isinstance(picture, b.Picture)
    assert picture.inline


@pytest.mark.parametrize(("asked", "size"), [("", (65, 65)), ("width=60", (60, 600)), ("height=80", (20, 20))])
def test_a_picture_that_is_high_does_not(asked: str, size: tuple[int, int]) -> None:
    blocks = outline(sanitize(f"a <img src=p.png {asked}> b", {"p.png": "k"}), {"k": size})
    assert [type(block) for block in blocks] == [b.Paragraph, b.Picture, b.Paragraph]


def test_a_picture_that_counts_visits_is_dropped() -> None:
    assert read('a<img src="https://e.example/p" width="1" height="1">') == (b.Paragraph((b.Run("a"),)),)


def test_a_missing_picture_names_its_host() -> None:
    assert read('<img src="https://www.far.example/p.jpg" alt="x">') == (b.Picture("", "x", "far.example"),)


def test_the_title_of_code_stands_above_it() -> None:
    figure = read("<figure><figcaption>a.js</figcaption><pre><code>b()</code></pre></figure>")
    assert b.plain_text(figure) == "a.js\nb()"
    assert b.plain_text(read("<figure><img src=p.png alt=a><figcaption>b</figcaption></figure>", p="k")) == "a\nb"


def test_a_figure_keeps_its_caption() -> None:
    (figure,) = read("<figure><img src=p.png><figcaption>a <em>b</em></figcaption></figure>", p="k")
    assert isinstance(figure, b.Figure)
    assert (figure.blocks, words(figure)) == ((b.Picture("k"),), "a b")


def test_lists_nest_and_count() -> None:
    (numbered,) = read("<ol start=3><li>a<ul><li>b</ul><li value=7>c</ol>")
    assert isinstance(numbered, b.ListBlock)
    assert [item.number for item in numbered.items] == [3, 7]
    assert isinstance(numbered.items[0].blocks[1], b.ListBlock)


def test_code_keeps_its_lines_and_language() -> None:
    assert read('<pre><code class="language-py">\na\n  b\n</code></pre>') == (b.Code("a\n  b", "py"),)


def test_code_beside_its_line_numbers_is_code() -> None:
    html = "<figure><table><tr><td><pre>1<br>2</pre><td><pre>a<br>b</pre></table></figure>"
    assert read(html) == (b.Code("a\nb"),)


def test_a_table_of_data() -> None:
    (table,) = read("<table><tr><th>a<th>b<tr><td>1<td align=right>2</table>")
    assert isinstance(table, b.Table)
    assert (table.header, table.columns, table.rows[1][1].align) == (1, 2, "right")


@pytest.mark.parametrize(
    ("rows", "columns", "spans"),
    [
        ("<tr><th colspan=9>t<tr><td>a<td>b", 2, [[2], [1, 1]]),
        ("<tr><td>a<td colspan=9>b<tr><td>c<td>d<td>e", 3, [[1, 2], [1, 1, 1]]),
        ("<tr><td colspan=2>a<td colspan=2>b<tr><td>c<td>d<td colspan=50>e", 3, [[2, 1], [1, 1, 1]]),
        ("<tr><td colspan=2>a<td colspan=3>b<tr><td colspan=2>c<td colspan=3>d", 2, [[1, 1], [1, 1]]),
        ("<tr><td rowspan=2>a<td>b<tr><td>c<td>d", 3, [[1, 1], [1, 1]]),
        ("<tr><td rowspan=2>a<td>b<tr><td colspan=7>c", 2, [[1, 1], [1]]),
        ("<tr><td colspan=50 rowspan=9>a<tr><td>b<td>c", 3, [[1], [1, 1]]),
    ],
)
def test_a_table_has_the_columns_in_which_its_cells_begin(rows: str, columns: int, spans: list[list[int]]) -> None:
    """As in a browser: a span beyond them takes no room, and a cell beside one of several rows is moved, not lost."""
    (table,) = read(f"<table>{rows}</table>")
    assert isinstance(table, b.Table)
    assert (table.columns, [[cell.columns for cell in row] for row in table.rows]) == (columns, spans)


@pytest.mark.timeout(20)
def test_spans_made_to_be_slow_are_read_soon() -> None:
    (table,) = read("<table>" + "<tr><td colspan=50 rowspan=2000>a<td>b" * 2000 + "</table>")
    assert isinstance(table, b.Table)
    assert (table.columns <= MAX_COLUMNS, len(table.rows)) == (True, 2000)


def test_a_table_that_only_places_things_is_unwrapped() -> None:
    assert [words(block) for block in read("<table><tr><td>a<tr><td>b</table>")] == ["a", "b"]


def test_details_and_definitions() -> None:
    details, terms = read("<details><summary>s</summary>a</details><dl><dt>t<dd>d</dl>")
    assert isinstance(details, b.Details)
    assert (words(details), details.open) == ("s", False)
    assert isinstance(terms, b.Definitions)
    assert [entry.term for entry in terms.entries] == [True, False]


def test_footnotes_can_be_gone_to() -> None:
    html = '<p><a href="#fn1">1</a></p><hr><section class="footnotes"><ol><li id="fn1">a</ol></section>'
    _, notes = read(html)
    assert isinstance(notes, b.Footnotes)
    assert b.Place("fn1") in b.inlines(notes.items[0].blocks[0])


def test_a_player_is_a_card() -> None:
    assert read('<p>a<iframe src="https://v.example/1" title="t"></iframe></p>')[1] == b.Card(
        "frame", "t", "https://v.example/1"
    )


def test_direction_and_reading() -> None:
    rtl, ruby = read('<p dir="rtl">a</p><p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby></p>')
    assert isinstance(rtl, b.Paragraph)
    assert rtl.rtl is True
    assert words(ruby) == "漢(kan)"
    styles = [run.style for run in b.inlines(ruby) if isinstance(run, b.Run)]
    assert styles == [b.Style.BASE, b.Style.READING]


def test_plain_text_is_fit_to_be_copied() -> None:
    text = b.plain_text(read("<h2>h</h2><ol><li>a<p>b</ol><table><tr><td>1<td>2</table><blockquote>q</blockquote>"))
    assert text == "h\n\n1. a\n   \n   b\n\n1\t2\n\nq"


def test_blocks_are_bounded() -> None:
    assert len(read("<p>a" * (MAX_BLOCKS + 500))) <= MAX_BLOCKS + 1


@pytest.mark.parametrize(
    "html",
    ["<blockquote><ul><li><div><b>", "<table><tr><td>", "<dl><dd>", "<details><summary>a</summary>", "<b><i><span>",
     "<figure><figcaption>", "<ul><ul>", "<div><dl><div><dd>"],
)  # fmt: skip
def test_deep_nesting_is_read_without_deep_calls(html: str) -> None:
    clean = sanitize(html * 400 + "end", {})
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack()) + 450)
    try:
        assert "end" in b.plain_text(outline(clean))
    finally:
        sys.setrecursionlimit(before)


@given(st.text(alphabet="<>/abp \n\"'=&;dilu中"))
def test_any_text_can_be_outlined(html: str) -> None:
    b.plain_text(read(html))


ROW = '<p><img src="image:a">\n<a href="https://example.org/"><img src="image:b" width="200"></a></p>'


def test_narrow_pictures_of_one_paragraph_stand_side_by_side() -> None:
    (row,) = outline(ROW, {"a": (300, 200), "b": (900, 600)})
    assert isinstance(row, b.Paragraph)
    pictures = [each for each in row.inlines if isinstance(each, b.Picture)]
    assert [(each.key, each.href, each.inline) for each in pictures] == [
        ("a", "", False), ("b", "https://example.org/", False)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("html", "wide"), [(ROW, 500), (ROW.replace("image:a", ""), 300), (ROW.replace("</p>", "text</p>"), 300)]
)
def test_other_pictures_stand_one_below_the_other(html: str, wide: int) -> None:
    blocks = outline(html, {"a": (wide, 200), "b": (900, 600)})
    assert [type(block) for block in blocks[:2]] == [b.Picture, b.Picture]
