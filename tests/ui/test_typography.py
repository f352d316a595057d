"""Articles are set as the reader wants them: by script, live, without losing the place, and so again next time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QTextBlock, QTextCharFormat
from pytestqt.qtbot import QtBot

from reader.ui.document.document import Draft, build
from reader.ui.document.emphasis import MOST
from reader.ui.document.readings import paint
from reader.ui.document.scripts import Piece, pieces
from reader.ui.document.typography import INDENTED, LEADING_MOST, ZOOM_MOST, Typography, load, store
from reader.ui.document.writer import Built
from reader.ui.looks import fonts
from reader.ui.looks.theme import LIGHT
from reader.ui.reading.article_viewer import ArticleViewer
from reader.ui.settings import Settings
from tests.viewing.pages import make_page

LONG = "".join(f"<p>第 {n} 段。Paragraph {n} " + "我小时候不懂这句话with words " * 12 + "</p>" for n in range(60))

_alive: list[Built] = []  # blocks of a document that is gone must not be touched


@pytest.fixture(autouse=True)
def linux(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr("sys.platform", "linux")
    yield
    _alive.clear()


def made(html: str, lang: str = "zh", **chosen: object) -> Built:
    _alive.append(build(Draft(make_page(html, lang=lang), LIGHT, replace(Typography(), **chosen))))  # type: ignore[arg-type]
    return _alive[-1]


def block_with(built: Built, text: str) -> QTextBlock:
    return built.document.find(text).block()


def char(built: Built, text: str) -> QTextCharFormat:
    return built.document.find(text).charFormat()


def family(built: Built, text: str) -> str:
    return str(char(built, text).fontFamilies()[0])


# --- fonts by script


def test_each_script_has_the_font_that_is_chosen_for_it() -> None:
    built = made("<p>祖父说 wait a minute，看你</p>", latin="Charter", cjk="sans")
    assert family(built, "祖父") == "Noto Sans CJK SC"
    assert family(built, "wait a minute") == "Charter"
    assert family(built, "，看你") == "Noto Sans CJK SC"


def test_where_both_scripts_have_the_same_kind_the_chinese_face_draws_the_letters() -> None:
    built = made("<p>祖父说 wait</p>")
    assert family(built, "wait") == family(built, "祖父") == "Noto Serif CJK SC"


def test_chinese_in_an_english_article_has_the_chosen_font_too() -> None:
    families = char(made("<p>The word 茶 is tea.</p>", "en", latin="Charter", cjk="LXGW WenKai"), "word").fontFamilies()
    assert families[0] == "Charter"
    assert families.index("LXGW WenKai") < families.index("Noto Serif CJK SC")


@pytest.mark.parametrize(
    ("lang", "chosen", "expected"),
    [
        ("zh-tw", "Noto Sans CJK SC", "Noto Sans CJK TC"),
        ("ja", "Source Han Serif SC", "Source Han Serif JP"),
        ("zh", "LXGW WenKai", "LXGW WenKai"),
        ("ja", "LXGW WenKai", "Noto Serif CJK JP"),
        ("ko", "sans", "Noto Sans CJK KR"),
    ],
)
def test_no_language_is_drawn_with_the_shapes_of_another(lang: str, chosen: str, expected: str) -> None:
    assert fonts.reading_families(lang, fonts.SERIF, chosen, latin_first=False)[0] == expected


def test_the_language_of_the_window_does_not_change_the_shapes_of_a_page() -> None:
    shapes, before = [], QLocale()
    for language in ("en", "zh_CN", "ja"):
        QLocale.setDefault(QLocale(language))
        built = made("<p>骨頭，直角。</p>", lang="zh-TW")
        place = built.document.documentLayout().blockBoundingRect(block_with(built, "骨頭"))
        shapes.append(QImage(200, 60, QImage.Format.Format_Grayscale8))
        shapes[-1].fill(255)
        painter = QPainter(shapes[-1])
        painter.translate(-place.topLeft())
        built.document.drawContents(painter, place)
        painter.end()
    QLocale.setDefault(before)
    assert shapes[0] == shapes[1] == shapes[2]


def test_code_and_headings_keep_their_fonts() -> None:
    built = made("<h2>Heading</h2><p><code>code</code> text</p>", "en", latin="Charter")
    assert family(built, "Heading") == "Inter"
    assert family(built, "code") == "JetBrains Mono"
    assert family(built, "text") == "Charter"


@pytest.mark.skipif(
    not hasattr(QTextCharFormat, "setFontFeatures"), reason="Qt before 6.9 has no features of characters"
)
def test_figures_in_a_table_stand_below_one_another() -> None:
    built = made("<table><tr><td>1111<td>a</tr><tr><td>0000<td>b</table>", "en")
    ones, noughts = (QFontMetricsF(char(built, text).font()).horizontalAdvance(text) for text in ("1111", "0000"))
    assert ones == noughts


def test_keys_are_named_as_on_a_keyboard() -> None:
    built = made("<p><kbd>Ctrl</kbd> and <code>code</code></p>", "en")
    assert char(built, "Ctrl").fontFamilies() == fonts.families("ui", "en")
    assert char(built, "code").fontFamilies() == fonts.families("mono", "en")


def test_only_the_letters_of_a_mixed_emphasis_are_slanted() -> None:
    built = made("<p><em>读 Walden 一书</em></p>")
    assert char(built, "Walden").fontItalic()
    assert not char(built, "读").fontItalic()
    assert not char(built, "一书").fontItalic()


def test_chinese_is_emphasised_by_dots_below_and_japanese_by_dots_above(viewer: ArticleViewer) -> None:
    def rows(html: str, lang: str) -> tuple[set[int], set[int]]:
        """Return which rows of pixels emphasis changes above the characters, and which below; their columns alike."""
        pictures = []
        for article, text in ((2, html), (3, re.sub("</?em>", "", html))):
            viewer.show_page(make_page(text, lang=lang, article=article))
            line = viewer.cursorRect(viewer.document().find("强"))
            pictures.append(viewer.viewport().grab().toImage().copy(0, line.top() - 8, 500, line.height() + 16))
        changed = {
            (x, y)
            for y in range(pictures[0].height())
            for x in range(500)
            if pictures[0].pixel(x, y) != pictures[1].pixel(x, y)
        }
        middle = pictures[0].height() // 2
        return {x for x, y in changed if y < middle}, {x for x, y in changed if y > middle}

    above, below = rows("<p>这里<em>强，𠀾调</em>一下</p>", "zh")
    assert (above, runs(below)) == (set(), 3)  # none at the comma
    above, below = rows("<p>これ<em>强調</em>です</p>", "ja")
    assert (runs(above), below) == (2, set())
    assert rows(f"<p>这里<em>强{'调' * MOST}</em></p>", "zh") == (set(), set())


def runs(columns: set[int]) -> int:
    """Return of how many stretches some columns are."""
    return sum(column - 1 not in columns for column in columns)


# --- spaces


def test_a_space_between_scripts_is_seen_but_not_in_the_text() -> None:
    html = "<p>用Python写，共<b>97</b>行。</p>"
    built = made(html)
    assert "用Python写，共97行。" in built.document.toPlainText()
    assert all(char(built, before).fontLetterSpacing() > 1 for before in ("用", "Python", "共", "97"))
    assert char(built, "ytho").fontLetterSpacing() == 0
    assert char(built, "写").fontLetterSpacing() == 0  # a full-width comma has its own
    assert char(made(html, han_space=False), "用").fontLetterSpacing() == 0


def test_code_gets_no_spaces() -> None:
    assert char(made("<p><code>打印print</code></p>"), "印").fontLetterSpacing() == 0


def test_pieces_put_together_are_the_text() -> None:
    text = "我 (see p. 3) 看了 Wikipedia，A中B文…"
    for scripts in (False, True):
        found = list(pieces(text, "C", scripts=scripts, seams=True))
        assert "".join(piece.text for piece in found) == text
    assert Piece("see p. 3", latin=True) in found
    assert Piece("中", spaced=True) in found


# --- paragraphs


def test_chinese_paragraphs_are_indented_by_two_characters() -> None:
    built = made("<p>头一段</p><p>第二段</p><h2>标题</h2><p>第三段</p>", paragraphs=INDENTED, px=20)
    forms = [block_with(built, text).blockFormat() for text in ("头一段", "第二段", "第三段")]
    assert [form.textIndent() for form in forms] == [40, 40, 40]
    assert forms[1].topMargin() == 0
    assert forms[2].topMargin() > 0


def test_english_paragraphs_are_indented_where_one_follows_another() -> None:
    built = made("<p>one</p><p>two</p><h2>head</h2><p>three</p><ul><li>four<li>five</ul>", "en", paragraphs=INDENTED)
    indents = {text: block_with(built, text).blockFormat().textIndent() for text in ("one", "two", "three")}
    assert indents == {"one": 0, "two": 27, "three": 0}
    assert block_with(built, "four").blockFormat().textIndent() < 0
    assert block_with(built, "four").blockFormat().topMargin() > 0


def test_an_indent_of_the_author_is_not_doubled() -> None:
    built = made("<p>　　旧式排版</p>", paragraphs=INDENTED)
    assert block_with(built, "旧式").blockFormat().textIndent() == 0


def test_text_from_right_to_left_is_indented_on_the_right(viewer: ArticleViewer) -> None:
    html = "<p>هذه فقرة بالعربية.</p><p>فقرة ثانية بالعربية.</p>"
    viewer.set_typography(Typography(paragraphs=INDENTED))
    viewer.show_page(make_page(html, lang="ar", article=2))
    starts = []
    for words in ("هذه فقرة", "فقرة ثانية"):
        cursor = viewer.document().find(words)
        assert cursor.block().textDirection() is Qt.LayoutDirection.RightToLeft
        cursor.setPosition(cursor.selectionStart())
        starts.append(viewer.cursorRect(cursor).left())
    assert starts[0] - starts[1] == 27


def test_spaced_paragraphs_stand_apart() -> None:
    form = block_with(made("<p>一</p><p>二</p>"), "二").blockFormat()
    assert form.textIndent() == 0
    assert form.topMargin() == 20


def test_lines_stand_closer_or_wider_but_not_those_of_headings() -> None:
    html = "<h2>标题</h2><p>正文</p>"
    near, far = (made(html, leading=leading) for leading in (80, 150))
    assert block_with(near, "正文").blockFormat().lineHeight() == round(18 * 1.75 * 0.8)
    assert block_with(far, "正文").blockFormat().lineHeight() == round(18 * 1.75 * 1.5)
    assert block_with(near, "标题").blockFormat().lineHeight() == block_with(far, "标题").blockFormat().lineHeight()


# --- readings

RUBY = "<p><ruby>東京<rp>(</rp><rt>とうきょう</rt><rp>)</rp></ruby>は、<ruby>漢<rt>かん</rt>字<rt>じ</rt></ruby>。</p>"


def with_readings(html: str) -> Built:
    page = make_page(html, lang="ja")
    _alive.append(build(Draft(page, LIGHT, Typography(leading=80), readings_above=True)))
    return _alive[-1]


def test_readings_take_no_room_in_the_line_but_stay_in_the_text() -> None:
    built = with_readings(RUBY)
    assert "東京(とうきょう)は、漢(かん)字(じ)。" in built.document.toPlainText()
    assert char(built, "とうきょう").font().pixelSize() == 1
    assert char(built, "東京").font().pixelSize() == 18


def spacing(html: str, *letters: str) -> list[bool]:
    """Return whether something stands after these letters that is not in the text."""
    built = with_readings(html)
    return [char(built, letter).fontLetterSpacing() > 0 for letter in letters]


def test_a_reading_hangs_over_its_neighbours_and_parts_its_characters_only_where_that_is_not_enough() -> None:
    assert spacing("<p>は<ruby>東京<rt>とうきょう</rt></ruby>は</p>", "東", "京") == [False, False]
    assert spacing("<p>は<ruby>東京<rt>とうきょうととう</rt></ruby>は</p>", "東", "京") == [True, False]
    # Two that stand side by side are kept apart.
    both = "<p><ruby>中<rt>ㄓㄨㄥ</rt></ruby><ruby>文<rt>ㄨㄣˊ</rt></ruby>は</p>"
    assert spacing(both, "中", "は") == [True, False]


def test_lines_with_readings_have_room_for_them() -> None:
    built = with_readings(RUBY + "<p>普通</p>")
    assert block_with(built, "東京").blockFormat().lineHeight() == round(18 * 1.7)
    assert block_with(built, "普通").blockFormat().lineHeight() == round(18 * 1.75 * 0.8)


@pytest.mark.parametrize(
    "html",
    [
        "<p><ruby>茶<rt>a long explanation of it</rt></ruby></p>",
        "<p><ruby>tea<rt>ti:</rt></ruby></p>",
        "<p>無<rt>む</rt></p>",
    ],
)
def test_what_is_no_reading_of_a_character_stays_in_its_line(html: str) -> None:
    built = with_readings(html)
    sizes = {part.format.font().pixelSize() for part in built.document.find("(").block().textFormats()}
    assert min(sizes) > 9


def test_where_nobody_paints_readings_they_stand_in_the_line() -> None:
    assert char(made(RUBY, "ja"), "とうきょう").font().pixelSize() == round(18 * 0.8)


# --- the viewer


@pytest.fixture
def viewer(qtbot: QtBot) -> ArticleViewer:
    viewer = ArticleViewer(LIGHT, lambda _: None)
    qtbot.addWidget(viewer)
    viewer.resize(900, 746)
    viewer.show()
    qtbot.waitExposed(viewer)
    viewer.show_page(make_page(LONG, lang="zh"))
    return viewer


def first_block(viewer: ArticleViewer) -> str:
    return viewer.cursorForPosition(QPoint(viewer.viewport().width() // 2, 8)).block().text()[:8]


def test_readings_are_seen_above_their_characters(viewer: ArticleViewer) -> None:
    pictures = []
    for reading in ("とうきょう", "・・・・・"):
        viewer.show_page(make_page(f"<p><ruby>東京<rt>{reading}</rt></ruby></p>", lang="ja", article=2))
        cursor = viewer.document().find("東京")
        cursor.setPosition(cursor.selectionStart())
        # Of the block's line only what lies above the characters themselves.
        line = viewer.cursorRect(cursor)
        pictures.append(viewer.viewport().grab().toImage().copy(line.left() - 4, line.top() - 12, 60, 16))
    assert pictures[0] != pictures[1]


class Pen:
    """Notes what is painted where, and with which font."""

    def __init__(self) -> None:
        self.painted: list[tuple[float, float, str]] = []

    def setFont(self, font: QFont) -> None:  # noqa: N802 as QPainter
        self.wide = QFontMetricsF(font).horizontalAdvance

    def setPen(self, colour: QColor) -> None:  # noqa: N802
        """Take any colour."""

    def drawText(self, at: QPointF, text: str) -> None:  # noqa: N802
        self.painted.append((at.x(), at.y(), text))


def test_the_reading_of_a_word_on_two_lines_is_on_both_and_none_leaves_the_column(viewer: ArticleViewer) -> None:
    ruby = "<ruby>魑魅魍魉<rt>chī mèi wǎng liǎng</rt></ruby>"
    for before in range(30, 46):
        viewer.show_page(make_page(f"<p>{'字' * before}{ruby}</p>", lang="zh", article=before))
        block = viewer.document().find("魑").block()
        viewer.cursorRect(viewer.document().find("魑"))  # lays it out
        pen = Pen()
        paint(pen, block, QPointF(), (before, before + 4), before + 4 + len("(chī mèi wǎng liǎng)"), "#000000")  # type: ignore[arg-type]
        assert " ".join(text for _x, _y, text in pen.painted) == "chī mèi wǎng liǎng"
        lines = {block.layout().lineForTextPosition(at).lineNumber() for at in range(before, before + 4)}
        assert len(pen.painted) == len(lines)
        assert all(x >= 0 and x + pen.wide(text) <= viewer.stage.column for x, _y, text in pen.painted)


def test_what_lies_behind_the_text_is_there_as_soon_as_the_text_is(viewer: ArticleViewer) -> None:
    # Of a long page most is laid out only later.
    viewer.show_page(make_page("<pre>code</pre>" + LONG, article=2))
    first = viewer.viewport().grab().toImage()
    at = viewer.cursorRect(viewer.document().find("code")).center()
    assert first.pixelColor(viewer.viewport().width() // 2, at.y()) == QColor(LIGHT.code)


@pytest.mark.parametrize("width", [900, 901])
def test_code_and_the_row_that_copies_it_are_one_panel(viewer: ArticleViewer, width: int) -> None:
    viewer.resize(width, 746)
    viewer.show_page(make_page("<pre><code class=language-sh>code</code></pre>", article=2))
    line = viewer.cursorRect(viewer.document().find("code"))
    shown = viewer.viewport().grab().toImage()
    ends = [
        max(x for x in range(shown.width()) if shown.pixelColor(x, y) == QColor(LIGHT.code))
        for y in (line.center().y(), line.top() - 12)
    ]
    assert ends[0] == ends[1]


CHANGES = [
    {"leading": 140},
    {"width": 70},
    {"latin": "sans"},
    {"cjk": "sans"},
    {"paragraphs": INDENTED},
    {"han_space": False},
    {"px": 25},
]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: next(iter(change)))
def test_every_change_is_seen_at_once_and_the_place_stays(viewer: ArticleViewer, change: dict[str, object]) -> None:
    viewer.restore((viewer.document().find("Paragraph 30").block().position(), 8))
    shown, before = first_block(viewer), viewer.grab().toImage()
    viewer.set_typography(replace(Typography(), **change))  # type: ignore[arg-type]
    assert first_block(viewer) == shown
    assert viewer.grab().toImage() != before


def test_many_changes_and_back_again_lead_to_the_same_line(viewer: ArticleViewer, qtbot: QtBot) -> None:
    viewer.verticalScrollBar().setValue(4321)
    place = viewer.position()
    for change in CHANGES * 3:
        viewer.set_typography(replace(viewer.typography(), **change))  # type: ignore[arg-type]
    viewer.set_typography(Typography())
    assert viewer.position() == place
    viewer.verticalScrollBar().setValue(5000)  # who scrolls on has another place
    viewer.set_typography(Typography(px=20))
    assert viewer.position() > place


def test_the_column_is_as_wide_as_is_wanted_and_never_wider_than_the_pane(viewer: ArticleViewer) -> None:
    widths = []
    for width in (60, 100, 180):
        viewer.set_typography(Typography(width=width))
        widths.append(viewer.stage.column)
    assert widths == [round(38 * 18 * 0.6), 38 * 18, viewer.viewport().width() - 56]


# --- remembered


def test_what_is_chosen_is_remembered(tmp_path: Path) -> None:
    chosen = Typography(22, 120, 80, "Charter, Light", "sans", INDENTED, "traditional", han_space=False)
    settings = Settings(tmp_path / "settings.ini")
    store(settings, chosen)
    settings.save()
    assert load(Settings(tmp_path / "settings.ini")) == chosen


def test_settings_that_make_no_sense_count_as_not_set(tmp_path: Path) -> None:
    ini = tmp_path / "settings.ini"
    ini.write_text(
        "[reading]\nzoom=99999\nleading=9000\nwidth=x\nlatin=\ncjk=\nparagraphs=sideways\nhan_space=2\ncharacters=x\n"
    )
    assert load(Settings(ini)) == Typography(px=ZOOM_MOST, leading=LEADING_MOST)
