"""Code on the page: its colours can be read in every theme, and a key or a click copies it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.library.library import Library
from reader.ui.document.code import colour
from reader.ui.looks.theme import LIGHT, THEMES, Theme, contrast
from reader.ui.main_window import MainWindow
from reader.viewing.blocks import Ink
from tests.factories import make_post
from tests.library.test_library import add
from tests.test_journeys import User

Key = Qt.Key
CODE = "def snow():\n    return 'deep'"


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_every_colour_can_be_read(theme: Theme) -> None:
    least = 7 if theme.name.startswith("contrast") else 4.5
    found = {ink: colour(ink, theme) for ink in Ink}
    assert min(contrast(each, theme.code) for each in found.values()) >= least
    if least < 7:
        assert len(set(found.values())) == len(Ink)


@pytest.fixture
def user(library: Library, make_window: Callable[[], MainWindow], qtbot: QtBot) -> User:
    html = f'<p>See:</p><pre><code class="language-python">{CODE}</code></pre><p>After.</p>'
    add(library, replace(make_post(1, title="Code"), html=html))
    user = User(make_window(), qtbot)
    user.window.list_pane.list.choose(1)
    user.sees("Code")
    user.window.reader.viewer.setFocus()
    QGuiApplication.clipboard().clear()
    return user


def test_code_is_copied_by_keys_and_by_a_click(user: User) -> None:
    viewer = user.window.reader.viewer
    user.press(Key.Key_Tab, Key.Key_Return)
    assert QGuiApplication.clipboard().text() == CODE
    assert user.window.toast._label.text() == "Code copied"
    QGuiApplication.clipboard().clear()
    place = viewer.cursorRect(viewer.document().find("def"))
    QTest.mouseClick(viewer.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place.left() + 300, place.top() - 8))
    assert QGuiApplication.clipboard().text() == CODE


def test_it_is_drawn_in_colours_and_read_without_the_row(user: User) -> None:
    viewer = user.window.reader.viewer
    found = viewer.document().find("def", 0)
    assert found.charFormat().foreground().color().name() == colour(Ink.KEYWORD, LIGHT)
    viewer.selectAll()
    viewer.copy()
    assert CODE in QGuiApplication.clipboard().text()
    assert "python" not in QGuiApplication.clipboard().text()


def test_code_without_a_language_has_no_row_but_a_button_beside_its_first_line(
    library: Library, make_window: Callable[[], MainWindow], qtbot: QtBot
) -> None:
    html = "<p>See:</p><pre>make\nall</pre><details><summary>More</summary><pre>more</pre></details>"
    add(library, replace(make_post(1, title="Plain"), html=html))
    user = User(make_window(), qtbot)
    user.window.list_pane.list.choose(1)
    user.sees("Plain")
    viewer = user.window.reader.viewer
    see, first, second = (viewer.cursorRect(viewer.document().find(word)) for word in ("See", "make", "all"))
    assert first.top() - see.bottom() < 60
    assert second.top() - first.top() < 30
    column = viewer.document().rootFrame().frameFormat()
    right = QPoint(round(viewer.viewport().width() - column.rightMargin()) - 30, first.center().y())
    QTest.mouseClick(viewer.viewport(), Qt.MouseButton.LeftButton, pos=right)
    assert QGuiApplication.clipboard().text() == "make\nall"
    more = viewer.cursorRect(viewer.document().find("More"))
    assert all(viewer.anchorAt(QPoint(right.x(), more.top() + y)) == "" for y in range(100))


def test_code_in_a_cell_has_a_row_that_copies_it(
    library: Library, make_window: Callable[[], MainWindow], qtbot: QtBot
) -> None:
    html = "<table><tr><th>one<th>two<tr><td><pre>make</pre><td>b</table>"
    add(library, replace(make_post(1, title="Cells"), html=html))
    user = User(make_window(), qtbot)
    user.window.list_pane.list.choose(1)
    user.sees("Cells")
    viewer = user.window.reader.viewer
    make, two = (viewer.cursorRect(viewer.document().find(word)) for word in ("make", "two"))
    ends = [x for x in range(two.left()) if viewer.anchorAt(QPoint(x, make.top() - 8)).startswith("copy:")]
    assert len(ends) > 150
