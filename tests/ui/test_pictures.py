"""What is painted can be read: no words are cut, each sign has a glyph, nothing leaves the column, colours differ."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QFontMetrics, QTextBlock, QTextDocument, QTextLayout
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reader import resources
from reader.domain import ImportOptions
from reader.importing.importer import import_folder
from reader.library.library import Library
from reader.ui.looks.fonts import application_font
from reader.ui.looks.icons import Icons
from reader.ui.looks.theme import LIGHT, THEMES, contrast
from reader.ui.main_window import MainWindow
from reader.ui.parts.empty_state import balanced
from tests.ui.test_theme import needed
from tests.ui.windows import MakeWindow, idle
from tests.viewing.pages import make_page

DIALOGS = (
    "shortcuts", "search_help", "settings", "folders", "history", "pictures", "storage", "backups", "export", "pdf",
    "import", "save_search",
)  # fmt: skip
#: How high buttons and fields of a dialog are, in every language.
FIELD_PX = 30
#: Whatever could be too wide for a column.
WIDE = f"""
<p>https://example.org/{"a-very-long-address/" * 12}</p><p>{"漢" * 200}</p><p>{"W" * 300}</p>
<ul><li>one<ul><li>two<ul><li>{"three " * 40}</li></ul></li></ul></li></ul>
<blockquote><blockquote><p>{"deep " * 60}</p></blockquote></blockquote>
<table><tr>{"".join(f"<th>Column {n}</th>" for n in range(6))}</tr>
<tr>{"".join(f"<td>{'long' * 9} {n}</td>" for n in range(6))}</tr></table>
<pre><code>{"x = 1; " * 60}</code></pre>
"""


@pytest.fixture
def full(library: Library, make_window: MakeWindow) -> Iterator[MainWindow]:
    """A window over the sample posts, which leaves English behind."""
    for _ in import_folder(library, resources.path("sample"), ImportOptions()):
        pass
    window = make_window()
    yield window
    window.appearance._settings.set("language", "en")
    window.appearance.apply_language()


def shown(over: QWidget, *kinds: type[QWidget]) -> Iterator[QWidget]:
    """Yield what can be seen of these kinds."""
    for each in over.findChildren(QWidget):
        if isinstance(each, kinds) and each.isVisible() and each.window() is over.window():
            yield each


def cut(over: QWidget) -> list[str]:
    """Return the words that do not fit where they stand."""
    found = []
    for each in shown(over, QLabel, QPushButton, QCheckBox):
        assert isinstance(each, QLabel | QAbstractButton)
        room, words = each.size(), each.text()
        if isinstance(each, QLabel) and each.wordWrap():
            fits = each.heightForWidth(room.width()) <= room.height() + 1
        else:
            fits = each.minimumSizeHint().width() <= room.width() and each.fontMetrics().height() <= room.height()
        if words and not fits:
            found.append(f"{type(over).__name__}: {words}")
    return found


def uneven(dialog: QWidget) -> list[str]:
    """Return what stands out: buttons and fields are of one height, and the last button is where it always is."""
    parts = [*shown(dialog, QPushButton, QComboBox, QLineEdit, QSpinBox)]
    parts = [each for each in parts if not isinstance(each.parentWidget(), QComboBox | QSpinBox)]
    found = [f"{type(each).__name__} is {each.height()} high" for each in parts if each.height() != FIELD_PX]
    buttons = [each for each in parts if isinstance(each, QPushButton) and not each.visibleRegion().isEmpty()]
    corners = [each.mapTo(dialog, QPoint(each.width(), each.height())) for each in buttons]
    low = [corner.x() for corner in corners if corner.y() == max(each.y() for each in corners)]
    if low and (dialog.width() - max(low), dialog.height() - max(each.y() for each in corners)) != (24, 20):
        found.append(f"the last button is {dialog.width() - max(low)} from the edge")
    return found


def assert_well_laid_out(dialog: QWidget, qtbot: QtBot) -> None:
    """What was just said has its room in the next turn of the loop, when Qt lays out anew."""

    def fits() -> None:
        assert cut(dialog) == []
        assert uneven(dialog) == []

    qtbot.waitUntil(fits)


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_no_dialog_cuts_its_words(full: MainWindow, qtbot: QtBot, language: str) -> None:
    full.appearance._settings.set("language", language)
    full.appearance.apply_language()
    full.list_pane.list.choose(full.list_pane.model.ids[0])
    qtbot.waitUntil(lambda: full.reader.open_page() is not None)
    seen = 0
    for name in DIALOGS:
        full.actions_[name].trigger()
        dialogs = [each for each in QApplication.topLevelWidgets() if each.isVisible() and each is not full]
        assert len(dialogs) == 1, name
        qtbot.waitUntil(lambda: idle(full))
        QApplication.processEvents()
        seen += len([*shown(dialogs[0], QLabel, QPushButton)])
        assert_well_laid_out(dialogs[0], qtbot)
        dialogs[0].close()
    assert seen > len(DIALOGS)


@pytest.mark.parametrize("width", [560, 640, 900, 1280])
def test_the_buttons_above_the_panes_have_room_at_each_width(full: MainWindow, qtbot: QtBot, width: int) -> None:
    full.list_pane.list.choose(full.list_pane.model.ids[0])
    qtbot.waitUntil(lambda: full.reader.open_page() is not None)
    full.resize(width, 700)
    QApplication.processEvents()
    assert full.width() == width
    for pane in (full.sidebar, full.list_pane, full.reader):
        buttons = [each for each in shown(pane, QToolButton) if each.y() < 52 and each.size() == QSize(32, 32)]
        areas = [QRect(each.mapTo(pane, QPoint(0, 0)), each.size()) for each in buttons]
        assert all(pane.rect().contains(area) for area in areas)
        assert not any(one.intersects(other) for one in areas for other in areas if one is not other)
    printing = [
        each for each in full.reader.findChildren(QToolButton) if each.defaultAction() is full.actions_["print"]
    ]
    assert printing[0].isVisible() == (width == 1280)


def test_rows_are_parted_from_rows_alone(full: MainWindow) -> None:
    view = full.list_pane.list
    lines = full.list_pane.model.geometry
    heading = next(row for row in range(1, lines.rows) if lines.section_at(row) is not None)
    view.choose(full.list_pane.model.ids[lines.articles_above(heading)])
    image = view.viewport().grab().toImage()

    def line_below(row: int) -> bool:
        colour = image.pixelColor(100, view.visualRect(full.list_pane.model.index(row)).bottom()).name()
        return bool(colour == full.appearance.icons.theme.line)

    rows = [
        row for row in range(lines.rows - 1) if lines.section_at(row) is None and lines.top(row + 2) < image.height()
    ]
    assert [line_below(row) for row in rows] == [lines.section_at(row + 1) is None for row in rows]


def test_nothing_shifts_when_there_is_something_to_scroll(full: MainWindow, qtbot: QtBot) -> None:
    tree, view = full.sidebar.tree, full.list_pane.list
    before = (tree.viewport().width(), view.viewport().width())
    full.resize(1280, 500)
    tree.expandAll()
    qtbot.waitUntil(lambda: tree.verticalScrollBar().maximum() > 0 and view.verticalScrollBar().maximum() > 0)
    assert (tree.viewport().width(), view.viewport().width()) == before
    full.resize(1280, 2400)
    qtbot.waitUntil(lambda: view.verticalScrollBar().maximum() == 0)
    assert (tree.viewport().width(), view.viewport().width()) == before


def test_a_hint_leaves_no_word_over(qapp: QApplication) -> None:
    metrics = QFontMetrics(application_font("en"))
    words = "Markdown or HTML files, such as those of Hexo, Jekyll and Hugo. They are only read."
    width = balanced(words, metrics, 360)
    assert metrics.horizontalAdvance(words) / 2 <= width < 0.65 * metrics.horizontalAdvance(words)
    assert balanced("Nothing open", metrics, 360) == 360


def test_what_a_page_is_for_goes_with_it(full: MainWindow, qtbot: QtBot) -> None:
    def offered() -> set[str]:
        shown_now = [each for each in full.reader.findChildren(QToolButton) if each.isVisible()]
        buttons = {each.defaultAction() for each in shown_now}
        return {name for name in ("find", "print", "open_original", "toggle_later") if full.actions_[name] in buttons}

    full.resize(1280, 700)
    assert offered() == set()
    full.list_pane.list.choose(full.list_pane.model.ids[0])
    qtbot.waitUntil(lambda: full.reader.open_page() is not None)
    assert offered() == {"find", "print", "open_original", "toggle_later"}


def test_a_name_shows_whole_where_the_number_can_give_way(full: MainWindow, qtbot: QtBot) -> None:
    full.resize(640, 700)
    qtbot.waitUntil(lambda: full.list_pane.width() < 320)
    assert full.list_pane.title.text() == "All articles"
    assert full.list_pane.number.isHidden()
    full.resize(1280, 700)
    qtbot.waitUntil(lambda: full.list_pane.number.isVisible())


def test_every_sign_of_the_windows_words_has_a_glyph(qapp: QApplication) -> None:
    words = ET.parse(resources.path("i18n", "broadsheet_zh_CN.ts")).getroot().iter()
    signs = {sign for each in words if each.tag in {"source", "translation", "numerusform"} for sign in each.text or ""}
    text = "".join(sorted(sign for sign in signs if sign.isprintable()))
    assert len(text) > 500
    for language in ("en", "zh_CN"):
        assert missing(QTextLayout(text, application_font(language))) == ""


def missing(layout: QTextLayout) -> str:
    """Return the signs that are painted as empty boxes."""
    if not layout.lineCount():
        layout.beginLayout()
        layout.createLine()
        layout.endLayout()
    text = layout.text().encode("utf-16-le")
    found = ""
    for run in layout.glyphRuns(-1, -1, QTextLayout.GlyphRunRetrievalFlag.RetrieveAll):
        pairs = zip(run.glyphIndexes(), run.stringIndexes(), strict=False)
        found += "".join(text[2 * at : 2 * at + 2].decode("utf-16-le", "replace") for glyph, at in pairs if not glyph)
    return re.sub(r"[\ufffc\u2028\s]", "", found)


@pytest.mark.parametrize("width", [560, 1280])
def test_nothing_leaves_the_column(full: MainWindow, qtbot: QtBot, width: int) -> None:
    full.resize(width, 700)
    QApplication.processEvents()
    full.reader.show_page(make_page(WIDE, lang="en"))
    viewer = full.reader.viewer
    assert viewer.horizontalScrollBar().maximum() == 0
    lines = [*_lines(viewer.document())]
    assert len(lines) > 40
    assert [words for words, right in lines if right > viewer.viewport().width()] == []
    assert [missing(block.layout()) for block in _blocks(viewer.document()) if missing(block.layout())] == []


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _lines(document: QTextDocument) -> Iterator[tuple[str, float]]:
    """Yield each line with the right end of its words, in pixels of the document."""
    for block in _blocks(document):
        left = document.documentLayout().blockBoundingRect(block).left()
        for number in range(block.layout().lineCount()):
            line = block.layout().lineAt(number)
            yield block.text()[line.textStart() :][: line.textLength()], left + line.naturalTextRect().right()


def test_what_is_painted_can_be_read_in_each_theme(full: MainWindow, qtbot: QtBot) -> None:
    full.list_pane.list.choose(full.list_pane.model.ids[0])
    qtbot.waitUntil(lambda: full.reader.open_page() is not None)
    for theme in THEMES.values():
        full.appearance.choose_theme(theme.name)
        qtbot.waitUntil(lambda theme=theme: full.reader.viewer.stage.theme is theme)  # type: ignore[misc]
        places = {
            "title of the list": full.list_pane.title.grab(),
            "number of articles": full.list_pane.number.grab(),
            "row of the list": full.list_pane.list.viewport().grab(QRect(20, 30, 200, 40)),
            "line of the sidebar": full.sidebar.tree.viewport().grab(QRect(50, 60, 80, 30)),
            "status": full.statusBar().grab(QRect(0, 0, 300, 24)),
            "article": full.reader.viewer.viewport().grab(QRect(30, 60, 400, 60)),
        }
        for place, pixmap in places.items():
            image = pixmap.toImage()
            colours = Counter(
                image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
            )
            ground = colours.most_common(1)[0][0]
            assert max(contrast(ground, each) for each in colours) >= needed(theme), (theme.name, place)


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
def test_an_icon_has_as_many_pixels_as_the_screen(qapp: QApplication, scale: float) -> None:
    pixmap = Icons(LIGHT).icon("print").pixmap(QSize(18, 18), scale)
    assert abs(pixmap.width() - 18 * scale) < 1
    assert pixmap.devicePixelRatio() == pytest.approx(scale, abs=0.03)
