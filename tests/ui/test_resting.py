"""Hidden dialogs that keep nothing go before all is dressed or worded anew, and come back as they were."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from reader.library.library import Library
from reader.ui.importing.folders_dialog import FoldersDialog
from reader.ui.keeping.backups_dialog import BackupsDialog
from reader.ui.keeping.storage_dialog import StorageDialog
from reader.ui.main_window import MainWindow
from reader.ui.reading.text_panel import TextPanel
from tests.factories import make_post
from tests.library.test_library import add
from tests.ui.windows import MakeWindow, idle

_COMMANDS = ("folders", "history", "pictures", "backups", "storage", "change_keys", "manual", "typography")
_TITLES = [
    *("Folders", "Import history", "Offline pictures", "Backups", "Storage", "Change keyboard shortcuts", "Manual"),
    "Text and colours",
]


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
    return sorted(type(each).__name__ for kind in (QDialog, TextPanel) for each in window.findChildren(kind))


def speak(window: MainWindow, language: str, qtbot: QtBot) -> None:
    """Choose another language, and wait until it is spoken."""
    with qtbot.waitSignal(window.appearance.language_changed):
        window.dialogs._settings.set("language", language)


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
    speak(window, "zh_CN", qtbot)
    assert window.dialogs.folders_dialog is None
    assert shown(window, "folders").windowTitle() == "文件夹"
    qtbot.waitUntil(lambda: idle(window))


def test_an_answer_to_one_that_is_gone_is_heard_by_nobody(window: MainWindow, qtbot: QtBot) -> None:
    window.session.hold(lambda: None)
    folders = shown(window, "folders")
    folders.close()
    speak(window, "zh_CN", qtbot)
    assert window.dialogs.folders_dialog is None
    window.session.release()
    qtbot.waitUntil(lambda: idle(window))
    assert shown(window, "folders").windowTitle() == "文件夹"
    qtbot.waitUntil(lambda: idle(window))


def test_one_that_is_to_tell_what_became_of_a_change_stays_for_that(
    window: MainWindow, qtbot: QtBot, library: Library
) -> None:
    told: list[tuple[int, bool]] = []
    folders = shown(window, "folders")
    qtbot.waitUntil(lambda: idle(window))
    assert isinstance(folders, FoldersDialog)
    window.dialogs.watch_changed.connect(lambda source, watched: told.append((source, watched)))
    (source,) = library.sources()
    window.session.hold(lambda: None)
    QTest.keyClick(folders.table, Qt.Key.Key_Space)
    folders.close()
    speak(window, "zh_CN", qtbot)
    window.session.release()
    qtbot.waitUntil(lambda: told == [(source.id, not source.watched)] and idle(window))
    speak(window, "en", qtbot)
    assert window.dialogs.folders_dialog is None


def test_one_with_a_job_of_its_own_stays_until_that_is_done(window: MainWindow, qtbot: QtBot) -> None:
    backups = shown(window, "backups")
    qtbot.waitUntil(lambda: idle(window))
    window.session.hold(lambda: None)
    assert isinstance(backups, BackupsDialog)
    QTest.mouseClick(backups.make, Qt.MouseButton.LeftButton)
    backups.close()
    speak(window, "zh_CN", qtbot)
    assert "BackupsDialog" in over(window)
    window.session.release()
    qtbot.waitUntil(lambda: idle(window))
    speak(window, "en", qtbot)
    assert "BackupsDialog" not in over(window)


def test_what_a_check_found_stays_to_be_read(window: MainWindow, qtbot: QtBot) -> None:
    storage = shown(window, "storage")
    qtbot.waitUntil(lambda: idle(window))
    assert isinstance(storage, StorageDialog)
    QTest.mouseClick(storage.verify, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: idle(window))
    told = storage.told.text()
    storage.close()
    with qtbot.waitSignal(window.appearance.theme_changed):
        window.appearance.choose_theme("dark")
    assert shown(window, "storage") is storage
    assert storage.told.text() == told != ""
    qtbot.waitUntil(lambda: idle(window))
