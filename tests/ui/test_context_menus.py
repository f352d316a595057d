"""The page's menu by key belongs to the link that Tab has come to."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from reader.library.library import Library
from tests.importing.folders import bring_in, write_post
from tests.ui.windows import MakeWindow, idle


def test_the_menu_key_opens_the_menu_of_the_chosen_link(
    library: Library, tmp_path: Path, make_window: MakeWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    text = "Words before [a link](https://example.org/a) and [another](https://example.org/b)."
    write_post(tmp_path / "blog", "source/_posts/a.md", "Links", text)
    bring_in(library, tmp_path / "blog")
    window = make_window()
    window.list_pane.list.step(1)
    qtbot.waitUntil(lambda: window.reader.open_page() is not None and idle(window))
    viewer = window.reader.viewer
    viewer.setFocus()
    while viewer.textCursor().selectedText() != "another":
        QTest.keyClick(viewer, Qt.Key.Key_Tab)
    nowhere = QPoint(3, 3)
    QApplication.sendEvent(viewer, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, nowhere, nowhere))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    words = {action.text(): action for action in menu.actions()}
    assert {"Open in your browser", "Copy link", "Copy", "Share"} <= set(words)
    assert "Open link" not in words
    words["Copy link"].trigger()
    assert QUrl(QApplication.clipboard().text()) == QUrl("https://example.org/b")
    words["Open in your browser"].trigger()
    assert opened == ["https://example.org/b"]
    menu.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Qt does it there")
@pytest.mark.qt_log_ignore("does not support")
def test_shift_f10_opens_the_menu_of_what_has_the_keys(
    library: Library, tmp_path: Path, make_window: MakeWindow, qtbot: QtBot
) -> None:
    write_post(tmp_path / "blog", "source/_posts/a.md", "Tea\ncategories: [Town]", "Text.")
    bring_in(library, tmp_path / "blog")
    window = make_window()
    window.list_pane.list.step(1)
    qtbot.waitUntil(lambda: window.reader.open_page() is not None and idle(window))
    window.sidebar.tree.setCurrentIndex(window.sidebar.model.find(library.categories()[-1].id))
    for place in (window.sidebar.tree, window.list_pane.list, window.reader.viewer):
        place.setFocus()
        qtbot.waitUntil(place.hasFocus)
        QTest.keyClick(place, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu), place
        menu.close()
