"""Footnotes by keys: the note comes to its mark, its links work, Esc goes back to the line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.library.library import Library
from reader.ui.main_window import MainWindow
from reader.ui.reading.footnote import FootnotePopover
from reader.viewing.notes import note
from reader.viewing.outline import outline
from tests.factories import make_post
from tests.library.test_library import add
from tests.test_journeys import User

Key = Qt.Key
NOTES = (
    '<section class="footnotes"><ol>'
    '<li id="fn1"><p>Snow is <a href="https://snow.example/">white</a>. <a href="#fnref1">↩︎</a></p></li>'
    '<li id="fn2"><p>Rain.</p><pre>wet</pre><p><a href="#fnref2">↩</a></p></li></ol></section>'
)
HTML = (
    '<p>It snows<sup id="fnref1"><a href="#fn1">1</a></sup> and rains<sup id="fnref2"><a href="#fn2">2</a></sup>.</p>'
    + "<p>More words. </p>" * 60
    + NOTES
)


@pytest.fixture
def user(library: Library, make_window: Callable[[], MainWindow], qtbot: QtBot) -> User:
    add(library, replace(make_post(1, title="Weather"), html=HTML))
    user = User(make_window(), qtbot)
    user.window.list_pane.list.choose(1)
    user.sees("Weather")
    user.window.reader.viewer.setFocus()
    return user


@pytest.fixture
def popover(user: User) -> FootnotePopover:
    return user.window.reader.viewer.notes.popover()


def test_a_mark_shows_its_note_and_esc_goes_back(user: User, popover: FootnotePopover) -> None:
    viewer = user.window.reader.viewer
    user.press(Key.Key_Tab, Key.Key_Return)
    assert popover.isVisible()
    assert popover.view.toPlainText() == "Snow is white."
    assert viewer.verticalScrollBar().value() == 0
    QTest.keyClick(popover.view, Key.Key_Escape)
    assert not popover.isVisible()
    assert QApplication.focusWidget() is viewer
    user.press(Key.Key_Tab, Key.Key_Return)
    assert popover.view.toPlainText() == "Rain.\nwet"
    assert "Snow is white" in viewer.toPlainText()


def test_links_in_a_note_work(user: User, popover: FootnotePopover, qtbot: QtBot) -> None:
    user.press(Key.Key_Tab, Key.Key_Return)
    user.window.commands.blockSignals(True)
    user.window.reader.viewer.link_activated.disconnect()
    with qtbot.waitSignal(user.window.reader.viewer.link_activated, timeout=2000) as told:
        QTest.keyClick(popover.view, Key.Key_Tab)
        QTest.keyClick(popover.view, Key.Key_Return)
    assert told.args == ["https://snow.example/"]
    assert not popover.isVisible()


def test_it_keeps_within_the_screen_and_the_theme(user: User, popover: FootnotePopover) -> None:
    user.window.appearance.choose_theme("dark")
    user.window.reader.viewer.set_zoom(28)
    user.press(Key.Key_Tab, Key.Key_Return)
    # The offscreen platform draws a frame around it.
    room = QGuiApplication.primaryScreen().availableGeometry().adjusted(0, 0, 4, 4)
    assert room.contains(QRect(popover.pos(), popover.size()))
    assert popover.view.stage.theme is user.window.reader.viewer.stage.theme
    assert popover.view.verticalScrollBar().maximum() == 0


def test_what_is_no_note_is_none() -> None:
    blocks = outline(HTML)
    assert note(blocks, "fnref1") == ()
    assert note(blocks, "") == ()
    assert len(note(blocks, "fn2")) == 2
