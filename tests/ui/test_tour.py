"""The three hints for who is new: one at a time, each once, and none for who has been here before."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.library.library import Library
from reader.ui.settings import Settings
from reader.ui.tour import Tour
from tests.factories import make_post
from tests.library.test_library import add
from tests.ui.windows import MakeWindow, idle

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def test_each_hint_goes_by_a_click_by_escape_or_by_doing_it_and_never_comes_again(
    make_window: MakeWindow, qtbot: QtBot, ini: Path
) -> None:
    window = make_window()
    tour = Tour(window, Settings(ini))
    assert (tour.shown, tour.hint.isVisible()) == ("import", True)
    assert window.rect().contains(tour.hint.geometry())
    window.import_sample()
    qtbot.waitUntil(lambda: idle(window) and tour.shown == "search", timeout=30_000)
    assert "Ctrl+F" in tour.hint.accessibleName()
    window.toast.dismiss()  # it would take the first Escape
    window.list_pane.list.setFocus()
    QTest.keyClick(window.list_pane.list, Qt.Key.Key_Escape)
    assert (tour.shown, tour.hint.isVisible()) == ("", False)
    QTest.keyClick(window.list_pane.list, Qt.Key.Key_J)
    qtbot.waitUntil(lambda: tour.shown == "go")
    window.actions_.keys.assign("go_to", ["Ctrl+O"])
    assert tour.hint.accessibleName().startswith("Ctrl+O goes anywhere")
    window.list_pane.search.setFocus()
    assert not tour.hint.isVisible()  # It would lie over what is typed.
    window.list_pane.list.setFocus()
    assert tour.hint.isVisible()
    QTest.mouseClick(tour.hint, Qt.MouseButton.LeftButton)
    assert not tour.hint.isVisible()
    QTest.keyClick(window.list_pane.list, Qt.Key.Key_J)
    qtbot.waitUntil(lambda: idle(window))
    assert tour.shown == ""


def test_a_hint_leaves_the_way_of_who_reads_on_or_opens_what_it_would_cover(
    make_window: MakeWindow, qtbot: QtBot, ini: Path
) -> None:
    window = make_window()
    tour = Tour(window, Settings(ini))
    window.import_sample()
    qtbot.waitUntil(lambda: idle(window) and tour.shown == "search", timeout=30_000)
    for _ in range(3):
        assert tour.shown == "search"
        with qtbot.waitSignal(window.navigator.opened):
            QTest.keyClick(window.list_pane.list, Qt.Key.Key_J)
    qtbot.waitUntil(lambda: tour.shown == "go")
    window.actions_["time_machine"].trigger()
    assert not tour.hint.isVisible()
    assert Settings(ini).flag("tour/go", default=False)


def test_who_has_articles_from_before_sees_none(make_window: MakeWindow, library: Library, ini: Path) -> None:
    add(library, make_post(1))
    window = make_window()
    settings = Settings(ini)
    tour = Tour(window, settings)
    assert (tour.shown, tour.hint.isVisible()) == ("", False)
    assert settings.flag("tour/go", default=False)
