"""Finding words in the article being read."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.library.library import Library
from reader.ui.looks.theme import LIGHT
from reader.ui.reading.article_viewer import ArticleViewer
from reader.ui.reading.find_bar import FindBar
from tests.factories import make_post
from tests.library.test_library import add
from tests.ui.windows import MakeWindow, idle
from tests.viewing.pages import make_page

TEXT = "".join(f"<p>Line {n}" + (" snow" if n % 20 == 0 else "") + "</p>" for n in range(1, 101))


@pytest.fixture
def bar(qtbot: QtBot) -> FindBar:
    viewer = ArticleViewer(LIGHT, lambda _: None)
    qtbot.addWidget(viewer)
    viewer.resize(600, 500)
    viewer.show()
    viewer.show_page(make_page(TEXT))
    bar = FindBar(viewer, viewer)
    bar.open()
    return bar


def viewer_of(bar: FindBar) -> ArticleViewer:
    viewer = bar.parent()
    assert isinstance(viewer, ArticleViewer)
    return viewer


def test_it_counts_and_goes_round(bar: FindBar, qtbot: QtBot) -> None:
    QTest.keyClicks(bar.field, "SNOW")
    assert bar.count.text() == "1/5"
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert bar.count.text() == "2/5"
    QTest.keyClick(bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    bar.find_previous()
    assert bar.count.text() == "5/5"


def test_enter_on_a_button_presses_it(bar: FindBar, qtbot: QtBot) -> None:
    QTest.keyClicks(bar.field, "snow")
    bar.back.setFocus()
    QTest.keyClick(bar.back, Qt.Key.Key_Return)
    assert bar.count.text() == "5/5"
    bar.shut.setFocus()
    QTest.keyClick(bar.shut, Qt.Key.Key_Return)
    assert bar.isHidden()


def test_every_hit_is_coloured_the_current_one_stronger(bar: FindBar, qtbot: QtBot) -> None:
    QTest.keyClicks(bar.field, "snow")
    colours = [found.format.background().color().name() for found in viewer_of(bar).extraSelections()]
    assert colours == [LIGHT.found_now, *[LIGHT.found] * 4]
    words = {found.format.foreground().color().name() for found in viewer_of(bar).extraSelections()}
    assert words == {LIGHT.text}  # the one colour that is held to stand out from both


def test_the_current_hit_stands_at_a_third(bar: FindBar, qtbot: QtBot) -> None:
    QTest.keyClicks(bar.field, "snow")
    bar.find_next()
    viewer = viewer_of(bar)
    found = viewer.extraSelections()
    top = viewer.cursorRect(found[1].cursor).top()
    assert abs(top - viewer.viewport().height() // 3) < 3


def test_it_says_when_nothing_is_found(bar: FindBar, qtbot: QtBot) -> None:
    QTest.keyClicks(bar.field, "rain")
    assert bar.count.text() == "No results"


def test_escape_closes_it_and_takes_the_colours_away(bar: FindBar, qtbot: QtBot) -> None:
    QTest.keyClicks(bar.field, "snow")
    QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert viewer_of(bar).extraSelections() == []


def test_another_article_is_searched_anew(bar: FindBar, qtbot: QtBot) -> None:
    QTest.keyClicks(bar.field, "snow")
    viewer_of(bar).show_page(make_page("<p>snow snow</p>", article=2))
    assert bar.count.text() == "0/2"
    bar.find_next()
    assert bar.count.text() == "1/2"


def test_a_picture_that_tab_has_come_to_is_nothing_to_find(bar: FindBar) -> None:
    viewer = viewer_of(bar)
    viewer.show_page(make_page('<p>Snow</p><img src="a.png" alt="A lake"><p><a href="https://a.example">rain</a></p>'))
    viewer.moveCursor(QTextCursor.MoveOperation.End)
    for picture in (False, True):
        cursor = viewer.document().find("\ufffc" if picture else "rain")
        assert not cursor.isNull()
        viewer.setTextCursor(cursor)
        bar.open()
        assert bar.field.text() == "rain"


def test_words_in_closed_details_are_found_and_shown(bar: FindBar) -> None:
    viewer = viewer_of(bar)
    inner = "<details><summary>Inner</summary><p>A glacier.</p></details>"
    others = "<details><summary>Other</summary><p>Rain.</p></details><details open><p>A lake.</p></details>"
    viewer.show_page(make_page(f"{others}<details><summary>Outer</summary>{inner}</details>", article=2))
    QTest.keyClicks(bar.field, "GLACIER")
    assert bar.count.text() == "1/1"
    assert "A glacier." in viewer.toPlainText()
    assert "Rain." not in viewer.toPlainText()
    assert "A lake." in viewer.toPlainText()


def test_where_nothing_is_open_there_is_nothing_to_find(
    library: Library, make_window: MakeWindow, qtbot: QtBot
) -> None:
    (article,) = add(library, make_post(1))
    window = make_window()
    window.actions_["find"].trigger()
    window.navigator.open(article)
    qtbot.waitUntil(lambda: window.reader.open_page() is not None)
    assert not window.reader.find_bar.isVisible()
    qtbot.waitUntil(lambda: idle(window))


def test_of_many_hits_those_near_to_what_is_seen_are_coloured(bar: FindBar) -> None:
    viewer = viewer_of(bar)
    viewer.show_page(make_page("".join(f"<p>snow {n} snow</p>" for n in range(1000)), article=2))
    QTest.keyClicks(bar.field, "snow")
    assert bar.count.text() == "1/2000"
    for _ in range(3):
        found = {
            each.cursor.selectionStart(): each.format.background().color().name() for each in viewer.extraSelections()
        }
        top, bottom = viewer.span()
        seen = [start for start, _ in viewer.occurrences("snow") if top <= start < bottom]
        assert seen
        assert set(seen) <= set(found)
        assert len(found) < 1.6 * len(seen)
        assert list(found.values()).count(LIGHT.found_now) == 1
        bar.find_previous()
