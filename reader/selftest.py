"""Tries out the whole program (the window, the sample, an article), and says how long each took."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QEventLoop
from PySide6.QtWidgets import QApplication

from reader.library.library import Library
from reader.ui.looks.appearance import Appearance
from reader.ui.main_window import MainWindow
from reader.ui.session import LibrarySession
from reader.ui.settings import Settings

_PATIENCE = 60.0


@contextmanager
def _raising() -> Iterator[None]:
    """Raise at the end the first fault of what Qt called, which prints it and goes on."""
    faults: list[BaseException] = []
    before = sys.excepthook

    def hear(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        faults.append(error)
        before(kind, error, trace)

    sys.excepthook = hear
    try:
        yield
    finally:
        sys.excepthook = before
    if faults:
        raise faults[0]


@_raising()
def selftest(app: QApplication, folder: Path) -> dict[str, float]:
    """Return the milliseconds each step took; raises TimeoutError when one does not come to its end."""
    timings: dict[str, float] = {}
    began = time.perf_counter()

    def lap(name: str) -> None:
        nonlocal began
        now = time.perf_counter()
        timings[name] = round((now - began) * 1000, 1)
        began = now

    settings = Settings(folder / "settings.ini")
    Library(folder / "library").close()
    session = LibrarySession(folder / "library")
    lap("library_ms")
    window = MainWindow(session, settings, Appearance(app, settings))
    window.show()
    window.start()
    _wait(lambda: window.isVisible())
    lap("window_ms")
    window.import_sample()
    _wait(lambda: not window.runner.running and window.summary.counts.total > 0)
    lap("import_ms")
    _wait(lambda: window.list_pane.model.rowCount() > 0)
    lap("list_ms")
    window.list_pane.list.step(1)
    _wait(lambda: window.reader.open_page() is not None)
    window.grab()
    lap("article_ms")
    timings["articles"] = window.summary.counts.total
    window.close()
    return timings


def _wait(reached: Callable[[], bool]) -> None:
    deadline = time.monotonic() + _PATIENCE
    while not reached():
        if time.monotonic() > deadline:
            raise TimeoutError("the self-test came to no end")
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)
