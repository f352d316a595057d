"""The outline of an article by keys: where one is, and a jump to another section."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.library.library import Library
from reader.ui.main_window import MainWindow
from reader.ui.reading.outline_panel import sections_of
from tests.factories import make_post
from tests.library.test_library import add
from tests.test_journeys import User

Key = Qt.Key
TEXT = "<p>" + "Some words to read. " * 120 + "</p>"
HTML = (
    f"{TEXT}<h2>First steps</h2>{TEXT}<h3>A <em>small</em>\n one</h3>{TEXT}<h2>Second\u202e &lt;b&gt;</h2>{TEXT}"
    f"<details><summary>More</summary><h2>Hidden</h2></details>{TEXT}"
)


@pytest.fixture
def user(library: Library, make_window: Callable[[], MainWindow], qtbot: QtBot) -> User:
    add(library, replace(make_post(1, title="Long"), html=HTML), make_post(2, title="Short"))
    user = User(make_window(), qtbot)
    user.window.list_pane.list.choose(1)
    user.sees("Long")
    user.window.reader.viewer.setFocus()
    return user


def heading_at_top(user: User) -> str:
    viewer = user.window.reader.viewer
    return viewer.cursorForPosition(QPoint(viewer.viewport().width() // 2, 40)).block().text()


def rows(user: User) -> list[str]:
    found = user.window.reader.outline.list
    return [found.item(row).text() for row in range(found.count())]


def test_it_lists_the_headings_and_jumps(user: User) -> None:
    user.press("o")
    panel = user.window.reader.outline
    assert panel.isVisible()
    assert rows(user) == ["First steps", "\u2003A small one", "Second\u202e <b>"]
    QTest.keyClick(panel.list, Key.Key_Down)
    QTest.keyClick(panel.list, Key.Key_Return)
    assert not panel.isVisible()
    assert heading_at_top(user) == "A small one"
    assert QApplication.focusWidget() is user.window.reader.viewer


def test_it_opens_at_the_section_that_is_read_and_esc_leaves_the_place(user: User) -> None:
    viewer = user.window.reader.viewer
    viewer.go_to_position(sections_of(viewer)[2].position + 200)
    before = viewer.anchor()
    user.press("o")
    panel = user.window.reader.outline
    assert panel.list.currentRow() == 2
    QTest.keyClick(panel.list, Key.Key_Escape)
    assert (panel.isVisible(), viewer.anchor()) == (False, before)


def test_an_article_without_headings_has_none(user: User) -> None:
    assert user.window.reader.outline_button.isVisible()
    user.window.list_pane.list.choose(2)
    user.sees("Short")
    user.window.reader.viewer.setFocus()
    user.press("o")
    assert not user.window.reader.outline.isVisible()
    assert not user.window.reader.outline_button.isVisible()
    assert not user.window.actions_["outline"].isEnabled()


def test_keys_go_from_heading_to_heading_which_are_spoken_with_their_levels(
    user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr("reader.ui.parts.speaking.announce", lambda _viewer, words: said.append(words))
    for key in ("]", "]", "[", "]", "]", "]", "]"):
        user.press(key)
    assert said == [
        "First steps, heading level 2", "A small one, heading level 3", "First steps, heading level 2",
        "A small one, heading level 3", "Second\u202e <b>, heading level 2", "No more headings", "No more headings",
    ]  # fmt: skip
    assert heading_at_top(user).startswith("Second")
    for _ in range(3):
        user.press("[")
    assert said[-1] == "Long, heading level 1"
    assert user.window.reader.viewer.verticalScrollBar().value() == 0
    user.press("o")
    panel = user.window.reader.outline.list
    assert panel.item(1).data(Qt.ItemDataRole.AccessibleTextRole) == "A small one, heading level 3"
    user.window.reader.outline.close()
