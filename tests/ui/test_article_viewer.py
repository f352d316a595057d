"""The viewer shows a page, keeps the reading place, and opens nothing."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PIL import Image, features
from PySide6.QtCore import QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage, QImageReader, QTextDocument, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.library.conditions.query_tree import Words
from reader.library.search.highlight import marks
from reader.ui.document.pictures import decode, probe
from reader.ui.document.table_dialog import TableDialog
from reader.ui.document.typography import ZOOM_MOST, Typography
from reader.ui.looks.theme import DARK, LIGHT
from reader.ui.reading.article_viewer import ArticleViewer
from reader.ui.reading.page_menu import page_menu
from reader.ui.reading.progress import ReadingProgress
from reader.viewing.blocks import Table
from tests.viewing.pages import make_page

LONG = "".join(f"<p>Paragraph {n} " + "with some words " * 20 + "</p>" for n in range(60))
Make = Callable[..., ArticleViewer]


@pytest.fixture
def make(qtbot: QtBot) -> Make:
    def made(files: dict[str, Path] | None = None) -> ArticleViewer:
        viewer = ArticleViewer(LIGHT, (files or {}).get)
        qtbot.addWidget(viewer)
        viewer.resize(666, 746)
        viewer.show()
        qtbot.waitExposed(viewer)
        return viewer

    return made


@pytest.fixture
def viewer(make: Make) -> ArticleViewer:
    return make()


def click_link(viewer: ArticleViewer, href: str) -> None:
    viewer.anchorClicked.emit(QUrl(href))


def first_line(viewer: ArticleViewer) -> str:
    viewer_top = viewer.cursorForPosition(QPoint(viewer.viewport().width() // 2, 8))
    return viewer_top.block().text()[:13]


def is_laid_out(viewer: ArticleViewer) -> bool:
    return viewer.document().lastBlock().layout().lineCount() > 0


def test_it_shows_a_page_and_clears_it(viewer: ArticleViewer) -> None:
    viewer.show_page(make_page("<p>Words.</p>"))
    assert "Words." in viewer.toPlainText()
    viewer.clear_page()
    assert viewer.toPlainText() == ""
    assert viewer.accessibleName() == "Article"


def test_old_documents_are_let_go(viewer: ArticleViewer, qtbot: QtBot) -> None:
    for number in range(5):
        viewer.show_page(make_page(article=number))
    qtbot.waitUntil(lambda: len(viewer.findChildren(QTextDocument)) == 1)


def test_text_stays_in_the_column(viewer: ArticleViewer) -> None:
    viewer.show_page(make_page(LONG + f"<p>https://e.example/{'x' * 300}</p><pre>{'y' * 300}</pre>"))
    assert viewer.horizontalScrollBar().maximum() == 0
    picture = viewer.grab().toImage()
    background = picture.pixelColor(2, 300)
    assert all(picture.pixelColor(x, y) == background for x in (4, 20) for y in range(0, 740, 3))


def test_reading_goes_on_where_it_stopped(viewer: ArticleViewer) -> None:
    viewer.show_page(make_page(LONG))
    offset = viewer.document().find("Paragraph 30").selectionStart()
    viewer.show_page(make_page(LONG, article=2, position=offset))
    assert first_line(viewer) == "Paragraph 30 "
    assert abs(viewer.position() - offset) < 100  # the same line


def test_it_goes_on_behind_tall_pictures_of_which_none_is_laid_out_yet(viewer: ArticleViewer) -> None:
    few = LONG[: LONG.index("<p>Paragraph 12 ")]
    html = few + '<p><img src="tall.png"></p>' * 4 + "<p>Here it was left.</p>" + few
    pages = [make_page(html, article=n, pictures={"tall": (900, 900)}) for n in (1, 2)]
    viewer.show_page(pages[0])
    offset = viewer.document().find("Here it was left.").selectionStart()
    viewer.show_page(replace(pages[1], position=offset))
    assert first_line(viewer) == "Here it was l"


@pytest.mark.parametrize(
    "change", [lambda v: v.set_zoom(24), lambda v: v.set_theme(DARK), lambda v: v.resize(500, 746)]
)
def test_the_place_outlives_changes(viewer: ArticleViewer, change: Callable[[ArticleViewer], None]) -> None:
    viewer.show_page(make_page(LONG, position=0))
    viewer.restore((viewer.document().find("Paragraph 30").selectionStart(), 8))
    change(viewer)
    assert first_line(viewer) == "Paragraph 30 "


def test_a_long_page_is_resized_where_it_is_seen_and_the_rest_of_it_bit_by_bit(
    viewer: ArticleViewer, qtbot: QtBot
) -> None:
    viewer.show_page(make_page("".join(f"<p>Paragraph {n} with a few words</p>" for n in range(1500))))

    def width_far_down() -> float:
        lines = viewer.document().findBlockByNumber(1400).layout()
        return lines.lineAt(0).width() if lines.lineCount() else 0

    qtbot.waitUntil(lambda: width_far_down() > 0)
    before, column = width_far_down(), viewer.stage.column
    viewer.resize(500, 746)
    assert width_far_down() == 0  # not laid out yet
    qtbot.waitUntil(lambda: width_far_down() == before - column + viewer.stage.column)
    assert viewer.verticalScrollBar().value() == 0


@pytest.mark.parametrize("html", ["", '<p><img src="tall.png">'])
def test_a_long_page_stays_where_it_is_when_only_its_height_changes(viewer: ArticleViewer, html: str) -> None:
    paragraphs = "".join(f"<p>Paragraph {n} with a few words</p>" for n in range(6000))
    viewer.show_page(make_page(html + paragraphs, pictures={"tall": (900, 900)} if html else None))
    viewer.restore((viewer.document().find("Paragraph 3000").selectionStart(), 8))
    viewer.resize(666, 700)  # as when the find bar opens
    assert first_line(viewer) == "Paragraph 300"
    assert viewer.verticalScrollBar().pageStep() == viewer.viewport().height()


@pytest.mark.parametrize("html", [f"<ul>{'<li>Snow' * 300}</ul>", f"<table>{'<tr><td>a<td>b' * 150}</table>"])
def test_a_page_of_one_long_part_is_set_otherwise_once_it_is_ready(
    viewer: ArticleViewer, qtbot: QtBot, html: str
) -> None:
    viewer.show_page(make_page(html))
    before = viewer.document()
    with qtbot.waitSignal(viewer.rebuilt):
        viewer.set_zoom(30)
        assert viewer.document() is before
    assert viewer.document() is not before


def test_the_place_is_told_once_scrolling_has_settled(viewer: ArticleViewer, qtbot: QtBot) -> None:
    viewer.show_page(make_page(LONG))
    with qtbot.waitSignal(viewer.position_changed, timeout=2000) as told:
        viewer.verticalScrollBar().setValue(2000)
    assert told.args == [viewer.position()]
    assert viewer.position() > 0


def test_space_turns_pages_and_then_the_article(viewer: ArticleViewer, qtbot: QtBot) -> None:
    viewer.show_page(make_page(LONG))
    bar = viewer.verticalScrollBar()
    QTest.keyClick(viewer, Qt.Key.Key_Space)
    assert bar.value() == round(0.9 * viewer.viewport().height())
    QTest.keyClick(viewer, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    with qtbot.waitSignal(viewer.previous_requested, timeout=500):
        QTest.keyClick(viewer, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: is_laid_out(viewer))
    bar.setValue(bar.maximum())
    with qtbot.waitSignal(viewer.next_requested, timeout=500):
        QTest.keyClick(viewer, Qt.Key.Key_Space)


def test_no_article_ends_where_the_rest_of_it_is_still_to_be_laid_out(viewer: ArticleViewer, qtbot: QtBot) -> None:
    progress, read, ended = ReadingProgress(viewer), list[float](), list[None]()
    progress.changed.connect(lambda now: read.append(now.fraction))
    viewer.next_requested.connect(lambda: ended.append(None))
    viewer.show_page(make_page("".join(f"<p>Paragraph {n} with a few words</p>" for n in range(6000))))
    changes: list[Callable[[], None]] = [lambda: viewer.set_theme(DARK), lambda: viewer.resize(500, 746)]
    for change in changes:
        qtbot.waitUntil(lambda: is_laid_out(viewer))
        viewer.turn_page(back=False)
        viewer.turn_page(back=False)
        change()
        seen = viewer.position()
        viewer.turn_page(back=False)
        assert viewer.position() > seen
    qtbot.waitUntil(lambda: bool(read))
    assert not ended
    assert max(read) < 1


def test_the_wheel_zooms_with_control(viewer: ArticleViewer, qtbot: QtBot) -> None:
    viewer.show_page(make_page(LONG))
    told: list[Typography] = []
    viewer.typography_changed.connect(told.append)
    # A notch of a wheel, then two pads that tell of a third and of half of one.
    for turned in (120, 40, 40, 40, -60, -60):
        none, where = QPoint(), QPointF(100, 100)
        event = QWheelEvent(
            where, where, none, QPoint(0, turned), Qt.MouseButton.NoButton, Qt.KeyboardModifier.ControlModifier,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(viewer.viewport(), event)
    assert told == [Typography(px=px) for px in (19, 20, 19)]
    viewer.set_zoom(99)
    assert viewer.zoom() == ZOOM_MOST


def test_links_are_told_and_never_followed(viewer: ArticleViewer, qtbot: QtBot) -> None:
    viewer.show_page(make_page('<p><a href="https://e.example/a">a</a></p>'))
    with qtbot.waitSignal(viewer.link_activated, timeout=500) as told:
        click_link(viewer, "https://e.example/a")
    assert told.args == ["https://e.example/a"]
    with qtbot.assertNotEmitted(viewer.link_activated):
        for href in ("file:///x", "javascript:x", "image:k", "#nowhere", "toggle:9", "table:9"):
            click_link(viewer, href)


def test_the_keyboard_walks_links(viewer: ArticleViewer, qtbot: QtBot) -> None:
    viewer.show_page(make_page('<p><a href="https://e.example/a">a</a></p>'))
    viewer.setFocus()
    QTest.keyClick(viewer, Qt.Key.Key_Tab)
    with qtbot.waitSignal(viewer.link_activated, timeout=500):
        QTest.keyClick(viewer, Qt.Key.Key_Return)


def test_footnotes_are_gone_to(viewer: ArticleViewer) -> None:
    viewer.show_page(make_page(f'<p><a href="#n">1</a></p>{LONG}<p id="n">The note.</p>{LONG}'))
    click_link(viewer, "#n")
    assert viewer.cursorForPosition(QPoint(300, 30)).block().text() == "The note."


def test_details_open_and_close(viewer: ArticleViewer) -> None:
    viewer.show_page(make_page("<details><summary>More</summary>Hidden</details>"))
    assert "Hidden" not in viewer.toPlainText()
    click_link(viewer, "toggle:0")
    assert "Hidden" in viewer.toPlainText()
    click_link(viewer, "toggle:0")
    assert "Hidden" not in viewer.toPlainText()


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_a_wide_table_opens_in_a_window(viewer: ArticleViewer, qtbot: QtBot) -> None:
    viewer.show_page(make_page("<table>" + ("<tr>" + "<td>x" * 9) * 9 + "</table>"))
    click_link(viewer, "table:0")
    (dialog,) = viewer.findChildren(TableDialog)
    assert (dialog.view.rowCount(), dialog.view.columnCount()) == (9, 9)
    dialog.close()


def test_a_table_of_its_own_is_filled_to_its_end(qtbot: QtBot) -> None:
    rows = [f"<tr><td>{row}</td><td>Words of row {row}, {'more and ' * 40}more</td></tr>" for row in range(210)]
    html = f"<table><tr><th>Number</th><th colspan=2>Words</th></tr>{''.join(rows)}</table>"
    (table,) = (block for block in make_page(html).blocks if isinstance(block, Table))
    dialog = TableDialog(table)
    qtbot.addWidget(dialog)
    dialog.show()
    view = dialog.view

    def text(row: int, column: int) -> str:
        item = view.item(row, column)
        return item.text() if item is not None else ""

    qtbot.waitUntil(lambda: text(209, 1).startswith("Words of row 209,"))
    qtbot.waitUntil(lambda: view.rowHeight(209) > 2 * view.fontMetrics().height())
    assert text(0, 0) == "0"
    names = [view.model().headerData(column, Qt.Orientation.Horizontal) for column in range(2)]
    assert names == ["Number", "Words"]
    assert view.columnWidth(1) == 320
    aligned = view.item(209, 0)
    assert aligned is not None
    assert Qt.AlignmentFlag(aligned.textAlignment()) & Qt.AlignmentFlag.AlignRight


def test_a_table_of_its_own_has_every_line_of_its_head(qtbot: QtBot) -> None:
    head = "<tr><th rowspan=2>Place</th><th colspan=2>2023</th></tr><tr><th>Low</th><th>High</th></tr>"
    html = f"<table><thead>{head}</thead>{'<tr><td>Here</td><td>1</td><td>2</td></tr>' * 3}</table>"
    (table,) = (block for block in make_page(html).blocks if isinstance(block, Table))
    dialog = TableDialog(table)
    qtbot.addWidget(dialog)
    model = dialog.view.model()
    names = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())]
    assert names == ["Place", "2023\nLow", "2023\nHigh"]


def test_copies_are_plain_text(viewer: ArticleViewer) -> None:
    viewer.show_page(make_page("<p><b>a</b><br>b</p><p>c<img src=k.png></p>", pictures={"k": (600, 400)}))
    viewer.selectAll()
    data = viewer.createMimeDataFromSelection()
    assert data.formats() == ["text/plain"]
    assert data.text().endswith("a\nb\nc\n")


def test_the_menu_offers_only_what_is_safe(viewer: ArticleViewer) -> None:
    viewer.show_page(make_page())
    actions = [action.text() for action in page_menu(viewer, QPoint(5, 5)).actions() if action.text()]
    assert actions == ["Copy", "Select all"]


def test_words_searched_for_are_marked(viewer: ArticleViewer) -> None:
    viewer.show_page(make_page("<p>😀 Snow on snow, 臺灣.</p>"))
    viewer.mark_words([Words("snow"), Words("台湾")])
    assert [found.cursor.selectedText() for found in viewer.extraSelections()] == ["Snow", "snow", "臺灣"]
    viewer.set_zoom(20)
    assert len(viewer.extraSelections()) == 3
    viewer.show_page(make_page("<p>snow</p>", article=2))
    assert viewer.extraSelections() == []


def test_of_many_marks_those_near_to_what_is_seen_are_coloured(viewer: ArticleViewer) -> None:
    viewer.show_page(make_page("".join(f"<p>snow {n}</p>" for n in range(300))))
    viewer.mark_words([Words("snow")])
    bar, seen = viewer.verticalScrollBar(), set[int]()
    for _ in range(100):
        coloured = {found.cursor.selectionStart() for found in viewer.extraSelections()}
        top, bottom = viewer.span()
        assert {start for start, _ in viewer.marks.places if top <= start < bottom} <= coloured
        assert len(coloured) < 100
        seen |= coloured
        if bar.value() == bar.maximum():
            break
        bar.setValue(bar.value() + 300)
    assert seen == {start for start, _ in viewer.marks.places}


def test_words_in_a_very_long_article_are_marked_a_moment_later(
    viewer: ArticleViewer, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, asked = Event(), list[Sequence[Words]]()

    def slowly(text: str, words: Sequence[Words]) -> list[tuple[int, int]]:
        asked.append(words)
        go_on.wait(20)
        return marks(text, words)

    monkeypatch.setattr("reader.ui.reading.hits.marks", slowly)
    viewer.show_page(make_page(f"<p>{'Tea and 😀. ' * 3000}Snow</p>"))
    viewer.mark_words([Words("rain")])
    for words in ("tea", "snow"):
        viewer.mark_words([Words(words)])
    assert viewer.extraSelections() == []
    go_on.set()
    qtbot.waitUntil(lambda: [found.cursor.selectedText() for found in viewer.extraSelections()] == ["Snow"])
    assert [words for words in asked if words] == [[Words("rain")], [Words("snow")]]
    viewer.mark_words([Words("tea")])
    viewer.show_page(make_page("<p>snow and tea</p>", article=2))
    qtbot.waitUntil(lambda: viewer.marks._inquiry._asking is None)
    assert viewer.extraSelections() == []


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "picture"
    Image.new("RGB", (600, 400), "#aa3311").save(path, "PNG")
    return path


def test_pictures_arrive_from_workers(make: Make, picture: Path, qtbot: QtBot) -> None:
    viewer = make({"k": picture})
    viewer.show_page(make_page("<p>a</p><img src=k.png>", pictures={"k": (600, 400)}))
    colours: set[str] = set()

    def arrived() -> bool:
        image = viewer.viewport().grab().toImage()
        colours.update(image.pixelColor(300, y).name() for y in range(0, 700, 10))
        return "#aa3311" in colours

    qtbot.waitUntil(arrived, timeout=3000)
    viewer.pictures.close()


def test_of_each_picture_one_width_is_kept_for_the_next_article(make: Make, picture: Path, qtbot: QtBot) -> None:
    viewer = make({"k": picture})
    viewer.show_page(make_page("<img src=k.png>", pictures={"k": (600, 400)}))
    kept = viewer.pictures._images

    def show_at(width: int, many: int) -> None:
        viewer.resize(width, 746)
        qtbot.waitUntil(lambda: len(kept) == many)

    for many, width in enumerate((400, 450, 500), 1):
        show_at(width, many)
    largest = max(image.sizeInBytes() for image in kept.values())
    viewer.show_page(make_page("<p>a</p>", article=2))
    assert [image.sizeInBytes() for image in kept.values()] == [viewer.pictures._bytes] == [largest]


def test_a_broken_picture_becomes_a_card(make: Make, tmp_path: Path, qtbot: QtBot) -> None:
    broken = tmp_path / "k"
    broken.write_bytes(b"no picture")
    viewer = make({"k": broken})
    viewer.show_page(make_page("<img src=k.png><p>below</p>", pictures={"k": (600, 400)}))
    qtbot.waitUntil(lambda: viewer.pictures.broken("k"))
    qtbot.waitUntil(lambda: viewer.cursorRect(viewer.document().find("below")).top() < 300)


def test_drawings_that_may_open_files_are_refused(tmp_path: Path, qtbot: QtBot) -> None:
    drawing = tmp_path / "k"
    drawing.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    assert probe(drawing) == (0, 0)
    assert decode(drawing, 9, 9).isNull()


@pytest.mark.skipif(not features.check("avif"), reason="this Pillow reads no AVIF")
def test_what_qt_does_not_read_is_decoded_by_the_library(tmp_path: Path) -> None:
    Image.new("RGB", (80, 60), "teal").save(tmp_path / "a.avif")
    shown = decode(tmp_path / "a.avif", 40, 40)
    assert (shown.width(), shown.height()) == (40, 30)
    assert abs(shown.pixelColor(20, 15).green() - 128) < 8


HOSTILE = """<p background="file:///etc/hostname">a<img src="file:///etc/hostname"><img src="../../k.png">
<img src="image:../../k"><a href="file:///etc/hostname">b</a><td background="k.png"><link href="k.css" rel="stylesheet">
<style>@import "k.css"; p { background-image: url(k.png) }</style><iframe src="file:///x"></iframe>
<video poster="k.png" src="k.mp4"></video><object data="k.swf"></object><img src="https://e.example/k.png"></p>"""


def test_nothing_is_opened_but_what_the_store_hands_out(
    make: Make, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    opened: list[Any] = []
    monkeypatch.setattr(QImageReader, "__init__", lambda self, *args: opened.append(args))
    monkeypatch.setattr(QImage, "load", lambda self, *args: opened.append(args))
    viewer = make()
    monkeypatch.setattr(viewer.pictures, "_file", lambda key: opened.append(key))
    viewer.show_page(make_page(HOSTILE))
    viewer.grab()
    for href in ("file:///etc/hostname", "k.png", "../../k", "qrc:/x"):
        click_link(viewer, href)
    assert opened == []
    assert viewer.loadResource(QTextDocument.ResourceType.ImageResource.value, QUrl("file:///etc/hostname")) is None
    assert viewer.source() == QUrl()


def test_what_was_copied_does_not_outlive_the_interpreter() -> None:
    program = """
from PySide6.QtWidgets import QApplication
from reader.ui.reading.article_viewer import ArticleViewer
from reader.ui.looks.theme import LIGHT
from reader.ui.reading.progress import ReadingProgress
from reader.viewing.blocks import Table
from tests.viewing.pages import make_page
app = QApplication([])
viewer = ArticleViewer(LIGHT, lambda _: None)
viewer.show_page(make_page("<p>words</p>"))
viewer.selectAll()
viewer.copy()
"""
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr


def test_dragging_and_the_clipboard_carry_no_markup(viewer: ArticleViewer) -> None:
    viewer.show_page(make_page('<p><a href="https://e.example/secret">word</a></p>'))
    viewer.selectAll()
    viewer.copy()
    assert not QGuiApplication.clipboard().mimeData().hasHtml()
