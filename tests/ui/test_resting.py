"""Hidden dialogs that keep nothing go before all is dressed or worded anew, and come back as they were."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from reader.library.library import Library
from reader.ui.main_window import MainWindow
from tests.factories import make_post
from tests.library.test_library import add
from tests.ui.windows import MakeWindow, idle

_COMMANDS = ("folders", "history", "pictures", "backups", "change_keys", "manual")
_TITLES = ["Folders", "Import history", "Offline pictures", "Backups", "Change keyboard shortcuts", "Manual"]


@pytest.fixture
def window(make_window: MakeWindow, qtbot: QtBot, library: Library) -> MainWindow:
    add(library, make_post(1), make_post(2))
    window = make_window()
    qtbot.waitUntil(lambda: idle(window))
    return window


def shown(window: MainWindow, command: str) -> QWidget:
    """Return what a command opens over the window."""
    window.actions_[command].trigger()
    return next(each for each in QApplication.topLevelWidgets() if each.isVisible() and each is not window)


def over(window: MainWindow) -> list[str]:
    """Return the kinds of all that may lie over the window and is its own."""
    return sorted(type(each).__name__ for each in window.findChildren(QDialog))


def test_they_go_and_are_made_again(window: MainWindow, qtbot: QtBot) -> None:
    before = over(window)
    for _ in range(2):
        titles = []
        for command in _COMMANDS:
            opened = shown(window, command)
            titles.append(opened.windowTitle())
            qtbot.waitUntil(lambda: idle(window))
            opened.close()
        qtbot.waitUntil(lambda: idle(window))
        assert titles == _TITLES
        assert len(over(window)) > len(before)
        window.appearance.choose_theme("dark" if window.appearance.mode() == "light" else "light")
        qtbot.waitUntil(lambda: over(window) == before)


def test_what_is_in_sight_stays(window: MainWindow, qtbot: QtBot) -> None:
    folders = shown(window, "folders")
    qtbot.waitUntil(lambda: idle(window))
    with qtbot.waitSignal(window.appearance.theme_changed):
        window.appearance.choose_theme("dark")
    assert folders.isVisible()
    assert window.dialogs.folders_dialog is folders


def test_they_go_before_another_language_is_spoken(window: MainWindow, qtbot: QtBot) -> None:
    shown(window, "folders").close()
    qtbot.waitUntil(lambda: idle(window))
    window.dialogs._settings.set("language", "zh_CN")
    assert window.dialogs.folders_dialog is None
    assert shown(window, "folders").windowTitle() == "文件夹"
    qtbot.waitUntil(lambda: idle(window))


def test_an_answer_on_its_way_finds_who_asked(window: MainWindow, qtbot: QtBot) -> None:
    folders = shown(window, "folders")
    folders.close()
    assert not idle(window)
    window.dialogs._settings.set("language", "zh_CN")
    assert window.dialogs.folders_dialog is folders
    qtbot.waitUntil(lambda: idle(window))
