"""A page becomes a document: text, formats, and what is told to the painter."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCharFormat, QTextDocument, QTextTable
from pytestqt.qtbot import QtBot

from reader.ui.document.document import Builder, Draft, Level, build, empty_document
from reader.ui.document.image_objects import described, fitted, missing
from reader.ui.document.kinds import CARD_OBJECT, OBJECT_CHARACTER, PICTURE_OBJECT, Kind, Property
from reader.ui.document.lists import label
from reader.ui.document.look import Look
from reader.ui.document.tables import placed
from reader.ui.document.typography import Typography
from reader.ui.document.writer import Built, Writer
from reader.ui.looks.theme import DARK, LIGHT
from reader.viewing.blocks import Cell, Picture, Table
from tests.viewing.pages import make_page

_alive: list[Built] = []  # blocks of a document that is gone must not be touched


@pytest.fixture(autouse=True)
def english(qtbot: QtBot) -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)
    _alive.clear()


def made(html: str, **changes: object) -> Built:
    _alive.append(build(Draft(make_page(html, **changes), LIGHT, Typography())))  # type: ignore[arg-type]
    return _alive[-1]


def blocks(document: QTextDocument) -> list[QTextBlock]:
    found, block = [], document.begin()
    while block.isValid():
        found.append(block)
        block = block.next()
    return found


def block_with(built: Built, text: str) -> QTextBlock:
    return next(block for block in blocks(built.document) if text in block.text())


def char(built: Built, text: str) -> QTextCharFormat:
    return built.document.find(text).charFormat()


def test_the_lead_picture_stands_above_the_text() -> None:
    built = made("<p>Words.</p>", pictures={"k": (640, 480)}, hero=Picture("k", "A hill"))
    objects = [block.text() for block in blocks(built.document)]
    assert objects.index(OBJECT_CHARACTER) == objects.index("Words.") - 1
    assert built.pictures == [("k", "A hill")]


def test_the_title_of_code_is_shown_above_it() -> None:
    lines = [
        block.text() for block in blocks(made("<figure><figcaption>a.js</figcaption><pre>b()</pre></figure>").document)
    ]
    assert lines.index("a.js") < lines.index("\ufffcb()")


def test_text_at_the_end_of_a_figure_is_shown() -> None:
    html = "<figure><img src=a.png><p>said</p><figcaption>who</figcaption></figure>"
    for figure in (html, "<figure><figcaption>who</figcaption><figcaption>said</figcaption></figure>"):
        text = made(figure).document.toPlainText()
        assert ("said" in text, "who" in text) == (True, True)


def test_the_head_says_where_what_when_and_who() -> None:
    lines = [block.text() for block in blocks(made("").document)]
    about = "Thursday, 20 January 2022, 02:24 · A. Writer · about\u00a03\u00a0min"
    assert lines == ["World · Europe", "A title", about]


def test_a_date_without_hour_shows_none() -> None:
    assert "02:24" not in made("", timed=False).document.toPlainText()


@pytest.mark.parametrize(("lang", "height"), [("en", 29), ("zh", 32)])
def test_lines_have_a_fixed_height(lang: str, height: int) -> None:
    form = block_with(made("<p>Text 字</p>", lang=lang), "Text").blockFormat()
    assert form.lineHeightType() == QTextBlockFormat.LineHeightTypes.FixedHeight.value
    assert form.lineHeight() == height


def test_pictures_have_a_line_of_their_own_height() -> None:
    built = made("<p>a<img src=k.png>", pictures={"k": (600, 400)})
    block = next(b for b in blocks(built.document) if b.text() == "\ufffc")
    assert block.blockFormat().lineHeightType() == QTextBlockFormat.LineHeightTypes.SingleHeight.value
    assert block.charFormat().objectType() != PICTURE_OBJECT
    assert built.document.find("\ufffc").charFormat().objectType() == PICTURE_OBJECT


def test_chinese_is_never_slanted() -> None:
    built = made("<p><em>slanted</em> and <em>强调</em></p>")
    assert char(built, "slanted").fontItalic()
    assert not char(built, "强调").fontItalic()


def test_chinese_comes_first_only_on_a_chinese_page() -> None:
    def first(lang: str) -> str:
        return str(next(iter(char(made("<p>Text.</p>", lang=lang), "Text").fontFamilies())))

    assert "CJK" not in first("en")
    assert first("zh") != first("en")


def test_links_are_anchors() -> None:
    form = char(made('<p><a href="https://e.example/">there</a>'), "there")
    assert (form.isAnchor(), form.anchorHref()) == (True, "https://e.example/")


def test_places_are_remembered() -> None:
    built = made('<p>one</p><p id="n">two</p>')
    assert built.document.findBlock(built.places["n"]).text() == "two"


def test_quotations_carry_their_bars() -> None:
    built = made("<blockquote>outer<blockquote>inner</blockquote></blockquote>")
    outer, inner = (block_with(built, text).blockFormat().property(Property.BARS.value) for text in ("outer", "inner"))
    assert inner.startswith(outer)
    assert len(inner.split()) == 2


def test_code_is_one_panel() -> None:
    block = block_with(made("<pre>one\n\ttwo</pre>"), "one")
    assert block.text() == "\ufffcone\u2028\ttwo"
    assert block.blockFormat().property(Property.KIND.value) == Kind.CODE


def test_lists_hang_their_markers() -> None:
    built = made("<ol><li>one<ul><li>two</ul></ol><ul><li>☑ done</ul>")
    assert [block.text() for block in blocks(built.document)][3:] == ["1.\tone", "•\ttwo", "☑\tdone"]
    assert block_with(built, "one").blockFormat().textIndent() < 0


@pytest.mark.parametrize(
    ("number", "form", "expected"),
    [(3, "1", "3"), (3, "a", "c"), (28, "A", "AB"), (4, "i", "iv"), (1994, "I", "MCMXCIV")],
)
def test_numbers_of_lists(number: int, form: str, expected: str) -> None:
    assert label(number, form) == expected


def test_numbers_in_tables_stand_to_the_right() -> None:
    built = made("<table><tr><th>City<th>People<tr><td>Lviv<td>717,273</table>")
    assert block_with(built, "717").blockFormat().alignment() & Qt.AlignmentFlag.AlignRight
    assert not block_with(built, "Lviv").blockFormat().alignment() & Qt.AlignmentFlag.AlignRight


def test_a_wide_low_table_is_turned() -> None:
    row = "".join(f"<td>{n}" for n in range(9))
    built = made(f"<table><tr>{row}<tr>{row}</table>")
    assert not built.tables
    assert built.document.rootFrame().childFrames()


def test_a_wide_high_table_becomes_a_card() -> None:
    built = made("<table>" + ("<tr>" + "<td>x" * 9) * 9 + "</table>")
    assert (len(built.tables), built.document.rootFrame().childFrames()) == (1, [])


def test_a_span_over_more_columns_than_there_are_widens_no_table() -> None:
    built = made("<table><tr><th colspan=40>Cities<tr><td>Lviv<td>Odesa</table>")
    (table,) = built.document.rootFrame().childFrames()
    assert isinstance(table, QTextTable)
    assert (built.tables, table.columns(), table.cellAt(0, 0).columnSpan()) == ([], 2, 2)


def test_a_cell_over_several_columns_and_rows_is_laid_out_over_them() -> None:
    built = made("<table><tr><th colspan=2>Cities<th>Land<tr><td rowspan=2>Lviv<td>b<td>c<tr><td>d<td>e</table>")
    (table,) = built.document.rootFrame().childFrames()
    assert isinstance(table, QTextTable)
    head, side = table.cellAt(0, 0), table.cellAt(1, 0)
    assert (head.columnSpan(), head.rowSpan(), side.columnSpan(), side.rowSpan()) == (2, 1, 1, 2)
    built.document.setTextWidth(600)
    layout = built.document.documentLayout()
    wide, land, single = (layout.blockBoundingRect(block_with(built, word)) for word in ("Cities", "Land", "Lviv"))
    assert single.width() * 1.5 < wide.width() < land.left()


def right_edges(html: str, *words: str, **changes: object) -> list[float]:
    built = made(html, **changes)
    built.document.setTextWidth(684)
    layout = built.document.documentLayout()
    return [layout.blockBoundingRect(block_with(built, word)).right() for word in words]


def test_a_small_table_is_no_wider_than_it_needs_and_a_large_one_as_wide_as_the_text() -> None:
    (small,) = right_edges("<table><tr><th>City<th>Founded<tr><td>Lviv<td>1256</table>", "1256")
    words = "a long description " * 6
    (large,) = right_edges(f"<table><tr><th>City<th>What<tr><td>Lviv<td>{words}</table>", "description")
    assert small < 684 / 2
    assert large == pytest.approx(684, abs=1)


def test_the_first_column_of_a_table_from_right_to_left_is_the_right_one() -> None:
    html = "<table><tr><th>first<th>second<tr><td colspan=2>joined<tr><td>a<td>b</table>"
    first, second, joined = right_edges(html, "first", "second", "joined", lang="ar")
    assert second < first == joined == pytest.approx(684, abs=1)


def test_the_figures_of_a_wide_table_stay_whole_on_paper() -> None:
    row = "".join(f"<td>1{column}.25" for column in range(10, 25))
    built = Built(empty_document("en", 15))
    _alive.append(built)
    writer = Writer(built, Look(LIGHT, Typography(px=15), "en"))
    Builder(writer, whole=True).flow(make_page(f"<table>{f'<tr>{row}' * 9}</table>").blocks, Level())
    built.document.setTextWidth(642)  # A4 within its margins
    built.document.documentLayout().documentSize()
    assert {block.layout().lineCount() for block in blocks(built.document) if ".25" in block.text()} == {1}


def test_cells_are_centred_as_their_author_wants() -> None:
    built = made('<table><tr><td align="center">mid<td>side</table>')
    assert block_with(built, "mid").blockFormat().alignment() & Qt.AlignmentFlag.AlignHCenter
    assert not block_with(built, "side").blockFormat().alignment() & Qt.AlignmentFlag.AlignHCenter


def test_a_picture_among_words_makes_its_line_as_high_as_it_needs() -> None:
    built = made('<table><tr><td>a <img src="k.png"> b<td>c</table><p>words</p>', pictures={"k": (24, 24)})
    least = QTextBlockFormat.LineHeightTypes.MinimumHeight.value
    kinds = [block_with(built, word).blockFormat().lineHeightType() for word in ("a \ufffc b", "c", "words")]
    assert [kind == least for kind in kinds] == [True, False, False]


def test_spans_never_leave_the_table() -> None:
    cell = Cell((), columns=5, rows=9)
    grid = placed(Table(((Cell((), rows=3), cell), (cell, cell)), 3))
    assert [(row, column, found.columns, found.rows) for row, column, found in grid] == [(0, 0, 1, 2), (0, 1, 2, 2)]


def test_details_open_by_number() -> None:
    page = make_page("<details><summary>a</summary>first</details><details><summary>b</summary>second</details>")
    assert "second" not in build(Draft(page, LIGHT, Typography())).document.toPlainText()
    built = build(Draft(page, LIGHT, Typography(), frozenset({1})))
    assert "second" in built.document.toPlainText()
    assert "first" not in built.document.toPlainText()


def test_text_from_right_to_left() -> None:
    form = block_with(made('<p dir="rtl">abc</p>'), "abc").blockFormat()
    assert form.layoutDirection() is Qt.LayoutDirection.RightToLeft


@pytest.mark.parametrize(("text", "to_the_left"), [("שלום is a greeting", False), ("שלום עולם, Ada", True)])
def test_one_foreign_word_does_not_turn_a_paragraph(text: str, to_the_left: bool) -> None:
    built = made(f"<p>{text}</p>")
    built.document.documentLayout().documentSize()
    direction = block_with(built, text).textDirection()
    assert (direction is Qt.LayoutDirection.RightToLeft) == to_the_left


def test_details_from_right_to_left_point_to_the_left_and_stand_apart_from_their_words() -> None:
    built = made("<details><summary>تفاصيل</summary>x</details>", lang="ar")
    assert block_with(built, "تفاصيل").text().startswith("◂\u2002")


def test_a_player_is_a_card() -> None:
    built = made('<iframe src="https://v.example/1" title="Film"></iframe>')
    form = built.document.find("\ufffc").charFormat()
    assert (form.objectType(), form.anchorHref()) == (CARD_OBJECT, "https://v.example/1")


def test_dark_pages_have_light_text() -> None:
    built = build(Draft(make_page("<p>Text.</p>"), DARK, Typography()))
    assert char(built, "Text").foreground().color().name() == DARK.text


@pytest.mark.parametrize(
    ("size", "asked", "expected"),
    [
        ((800, 400), 0, (600, 300)),
        ((400, 200), 0, (600, 300)),
        ((200, 100), 0, (200, 100)),
        ((600, 3000), 0, (100, 500)),
        ((800, 400), 200, (200, 100)),
    ],
)
def test_pictures_fit_the_column(size: tuple[int, int], asked: int, expected: tuple[int, int]) -> None:
    found = fitted(size, asked, 600, 500)
    assert (round(found.width()), round(found.height())) == expected


def test_cards_say_why() -> None:
    assert missing("A bridge", "p.example", broken=False) == ("A bridge", "Picture not saved yet · p.example")
    assert missing("", "", broken=True) == ("Picture file is damaged", "")
    assert described("video", "", "v.example") == ("Video", "v.example · opens in your browser")
