"""What every test of the window may ask for; nothing of the user's own is read or written."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QSettings, QStandardPaths
from PySide6.QtWidgets import QApplication

from reader.ui.collecting import Collector
from tests.ui.windows import ini, make_window, session, window

__all__ = ["ini", "make_window", "session", "window"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Pass over what the offscreen platform says of windows: it knows no size hints, raises and grabs nothing."""
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints", r"does not support (raise\(\)|grabbing)"))


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path) -> None:
    QStandardPaths.setTestModeEnabled(True)
    for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
        QSettings.setPath(QSettings.Format.IniFormat, scope, str(tmp_path / "qt-settings"))


@pytest.fixture(autouse=True)
def _collected_here(qapp: QApplication) -> Iterator[None]:
    """Collect garbage as the program does; what a test leaves goes with it, and not in a thread of another."""
    collector = Collector()
    yield
    collector.stop()
    gc.collect(1)


@pytest.fixture(autouse=True)
def _nothing_left_open(qapp: QApplication) -> Iterator[None]:
    """Let no window outlive its test: it would stand in the way of those that come after, in whatever order."""
    yield
    # What was closed is deleted by the loop.
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    for each in left:
        each.close()
    assert left == []


@pytest.fixture(autouse=True)
def _calm(qapp: QApplication) -> None:
    qapp.setCursorFlashTime(0)
