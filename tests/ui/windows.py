"""A window of one's own: library, settings and system folders are temporary, and it closes as a user closes it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.library.library import Library
from reader.ui.looks.appearance import Appearance
from reader.ui.main_window import MainWindow
from reader.ui.session import LibrarySession
from reader.ui.settings import Settings


class MakeWindow(Protocol):
    """Opens a window over the test's library, as a start of the program does."""

    def __call__(self) -> MainWindow: ...


@pytest.fixture
def ini(tmp_path: Path) -> Path:
    return tmp_path / "settings.ini"


@pytest.fixture
def session(library: Library) -> Iterator[LibrarySession]:
    """A session on the `library` of the test, which stays open for writing beside it."""
    opened = LibrarySession(library.folder)
    yield opened
    opened.close()


@pytest.fixture
def make_window(qapp: QApplication, qtbot: QtBot, library: Library, ini: Path) -> Iterator[MakeWindow]:
    windows: list[MainWindow] = []
    ini.write_text(ini.read_text("utf-8") if ini.exists() else "[General]\nlanguage=en\ntheme=light\n", "utf-8")

    def make() -> MainWindow:
        settings = Settings(ini)
        window = MainWindow(LibrarySession(library.folder), settings, Appearance(qapp, settings))
        windows.append(window)
        qtbot.addWidget(window)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        window.start()
        qtbot.waitUntil(lambda: idle(window))
        return window

    yield make
    for window in windows:
        window.close()
        # A test that failed may have left the application in another language, which is that of all windows after it.
        window.appearance._settings.set("language", "en")
        window.appearance.apply_language()
        qtbot.waitUntil(lambda window=window: window.appearance.language == "en")  # type: ignore[misc]


@pytest.fixture
def window(make_window: Callable[[], MainWindow]) -> MainWindow:
    return make_window()


def idle(window: MainWindow) -> bool:
    """Whether nothing is under way: no list, no article, no mark, no import."""
    return not window.session._tasks and not window.runner.running
