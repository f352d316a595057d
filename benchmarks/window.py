"""How soon the window is there, a list is shown, an article is open; and whether the window stays smooth meanwhile."""

from __future__ import annotations

import gc
import os
import random
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from functools import partial
from pathlib import Path

from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from benchmarks.table import at, best, lateness, plain, span, timed, wait
from reader.__main__ import load
from reader.app import make_application
from reader.domain import ArticleQuery
from reader.library.library import Library
from reader.library.store.database import FILE_NAME
from reader.ui.collecting import Collector
from reader.ui.listing.sections import day_sections
from reader.ui.looks.appearance import Appearance
from reader.ui.main_window import MainWindow
from reader.ui.navigator import Shown
from reader.ui.session import LibrarySession
from reader.ui.settings import Settings
from reader.viewing.page import Page, prepare

_EMPTY = """
import sys, time
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(sys.argv); window = QMainWindow(); window.resize(1280, 800); window.show()
window.grab(); print(time.monotonic())
"""
_OURS = """
import sys, time
from pathlib import Path
from benchmarks.window import open_window
app, window = open_window(Path(sys.argv[1]))
while not window.list_pane.model.rowCount():
    app.processEvents()
window.grab(); print(time.monotonic()); window.close()
"""


def open_window(folder: Path) -> tuple[QApplication, MainWindow]:
    """Open the main window over a library, with settings of its own."""
    # As the program begins: else PySide reads the source of each module that the window loads later.
    load()
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else make_application(sys.argv[:1])
    settings = Settings(folder / "settings.ini")
    window = MainWindow(LibrarySession(folder), settings, Appearance(app, settings))
    window.show()
    window.start()
    if existing is None:
        # As in the program: a worker that collects holds the window up, and may end what lives in the window's thread.
        Collector(app)
        gc.freeze()
    return app, window


def run(library: Path, more: Path) -> None:
    """Print the figures of a filled library; the posts below `more` are imported while the window is watched."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    span("start to a list in the window", _start(_OURS, library), "an empty Qt window", _start(_EMPTY, library))
    app, window = open_window(library)
    wait(app, lambda: window.list_pane.model.rowCount() > 0)
    _lists(app, window, library)
    _articles(app, window)
    _smoothness(app, window, more)
    window.close()


def _start(script: str, library: Path) -> float:
    def once() -> float:
        began = time.monotonic()
        done = subprocess.run(
            [sys.executable, "-c", script, str(library)], check=True, capture_output=True, text=True, timeout=120
        )
        return float(done.stdout.split()[-1]) - began

    return min(once() for _ in range(3))


def _lists(app: QApplication, window: MainWindow, library: Path) -> None:
    with Library(library, writing=False) as opened, closing(sqlite3.connect(library / FILE_NAME)) as db:
        bare = best(lambda: db.execute("SELECT article_id FROM shelf WHERE category_id = 1").fetchall())
        query = ArticleQuery()
        found = opened.listing(query)
        count = len(found.ids)
        span(f"{count:,} ids (in a worker)", best(lambda: opened.listing(query)), "the bare SQL", bare)
        shown = Shown(query, found, day_sections(found.times), again=False)

    def show() -> None:
        window.list_pane.show_listing(shown)
        window.list_pane.list.viewport().repaint()

    span(f"{count:,} articles shown", best(show), "the bare SQL", bare)
    jumps, _ = jump(app, window, 200)
    plain("jump anywhere, p50 / p99", f"{at(jumps, 0.5)} / {at(jumps, 0.99)} ms")


def jump(app: QApplication, window: MainWindow, times: int) -> tuple[list[float], list[float]]:
    """Jump to any place of the list, over and over.

    Returns the seconds of the longest go of each jump, and of all of them until its rows are painted.
    """
    rows = window.list_pane.list
    bar = rows.verticalScrollBar()
    longest, whole = [], []
    for _ in range(times):
        bar.setValue(random.randrange(bar.maximum() + 1))
        goes = [timed(rows.viewport().repaint)[0]]
        while not rows.goes.done:
            goes.append(timed(app.processEvents)[0])
        longest.append(max(goes))
        whole.append(sum(goes))
        app.processEvents()
    return longest, whole


def _articles(app: QApplication, window: MainWindow) -> None:
    ids = window.list_pane.model.ids
    ours, bare, workers = [], [], []
    for article in random.Random(1).sample(list(ids), min(200, len(ids))):
        content = window.session.library.content(article)
        if content is None:
            continue
        seconds, page = timed(partial(prepare, content))
        workers.append(seconds)
        ours.append(timed(partial(_show, window, page))[0])
        bare.append(timed(partial(_bare, content.text))[0])
        app.processEvents()
    plain("article made ready in a worker, p50", f"{at(workers, 0.5)} ms")
    plain("article shown, p50 / p99", f"{at(ours, 0.5)} / {at(ours, 0.99)} ms")
    span("article shown, p50", sorted(ours)[len(ours) // 2], "its bare text", sorted(bare)[len(bare) // 2])


def _show(window: MainWindow, page: Page) -> None:
    window.reader.show_page(page)
    window.reader.viewer.repaint()


def _bare(text: str) -> None:
    document = QTextDocument()
    document.setPlainText(text)
    document.setTextWidth(600)
    document.size()


def _smoothness(app: QApplication, window: MainWindow, more: Path) -> None:
    """Print how late a 10 ms timer of the window's thread comes while posts are imported."""
    for name, busy in (("idle", False), ("during an import", True)):
        with lateness(app) as found:
            if busy:
                window.runner.start(more)
            until = time.monotonic() + 2
            wait(app, lambda until=until: not window.runner.running and time.monotonic() > until)  # type: ignore[misc]
        plain(f"window late, {name}, p99 / worst", f"{at(found.late, 0.99)} / {at(found.late, 1)} ms")
