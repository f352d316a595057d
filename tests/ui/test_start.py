"""What a start loads: the window over a library, and nothing that only articles, imports or dialogs need."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from unittest.mock import Mock

import pytest
from PySide6.QtWidgets import QMessageBox

from reader import __main__
from reader.importing.importer import import_folder
from reader.library.library import Library
from tests.factories import write_posts
from tests.ui.questions import Press, press, shown

__all__ = ["press", "shown"]

_START = """
import linecache, sys
from pathlib import Path
from reader.__main__ import load
load()
from PySide6.QtCore import QTimer
from reader.app import make_application, open_session
from reader.ui.looks.appearance import Appearance
from reader.ui.main_window import MainWindow
from reader.ui.settings import Settings
folder = Path(sys.argv[1])
app = make_application(sys.argv[:1])
settings = Settings(folder / "settings.ini")
window = MainWindow(open_session(folder, settings), settings, Appearance(app, settings))
window.show()
QTimer.singleShot(0, window.start)
while not (window.list_pane.model.rowCount() and window.summary.counts.total):
    app.processEvents()
window.grab()
print(*(name for name, module in sys.modules.items() if "__late__" not in vars(module)))
print(*linecache.cache)
print(*(name for name in vars(sys.modules["PySide6.QtWidgets"]) if name.startswith("Q")))
window.close()
"""
# A program whose window is closed while a job waits for a drive that never answers.
_HANGS = """
import sys, threading
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from reader import app
from reader.ui import session
from reader.ui.main_window import MainWindow
session._PATIENCE_MS = 50
reached = threading.Event()
def job(library):
    reached.set()
    threading.Event().wait()
def close():
    window = next(each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow))
    window.session.read(job, print)
    reached.wait()
    window.close()
QTimer.singleShot(0, close)
sys.exit(app.run(["broadsheet", "--library", sys.argv[1]]))
"""
# Packages of others that take longer to load than most of our own.
_HEAVY = {
    "PIL", "bs4", "charset_normalizer", "dateutil", "frontmatter", "httpcore", "httpx", "lxml", "markdown_it", "nh3",
    "watchfiles", "yaml", "zstandard",
}  # fmt: skip
_ROOMS = ("reader.containers.", "reader.exporting.", "reader.fetching.", "reader.importing.", "reader.posts.")
_NOT_YET = {
    "reader.viewing.page", "reader.viewing.blocks", "reader.offline", "reader.outcomes", "reader.references",
    "reader.library.imports.history", "reader.library.pictures.images", "reader.library.keeping.moving",
    "reader.library.search.searching", "reader.ui.document.document", "reader.ui.document.writer",
    "reader.ui.search.quick_switcher", "reader.ui.reading.lightbox", "reader.ui.keyboard.shortcut_sheet",
    "reader.library.search.highlight", "reader.library.conditions.query_tree", "reader.ui.reading.hits",
    "reader.ui.reading.read_aloud", "reader.ui.keeping.library_mover", "reader.ui.keeping.library_restorer",
    "reader.desktop_entry", "reader.ui.parts.speaking",
}  # fmt: skip


def _run(script: str, folder: Path) -> str:
    """Let a process of its own do something over a library; return what it prints."""
    done = subprocess.run(
        [sys.executable, "-c", script, str(folder)],
        capture_output=True, text=True, check=True, timeout=60, env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    return done.stdout


def test_a_start_loads_only_what_it_shows(tmp_path: Path) -> None:
    # The sidebar has a name that is sorted by its sound.
    posts = write_posts(tmp_path / "blog", 3, category="科技 · 新闻")
    with Library(tmp_path / "library") as library:
        for _ in import_folder(library, posts):
            pass
    told, sources_read, widgets = _run(_START, tmp_path / "library").splitlines()
    loaded = set(told.split())
    assert "reader.ui.main_window" in loaded
    assert {name for name in loaded if name.split(".")[0] in _HEAVY} == set()
    assert {name for name in loaded if name.startswith(_ROOMS) or name.endswith("dialog")} == set()
    assert loaded & _NOT_YET == set()
    assert "reader" not in sources_read
    # Met by its name, unlike a wizard, which PySide makes when it has to tell the class of a widget that Qt made.
    assert "QSplitter" in widgets.split()
    assert "QWizard" not in widgets.split()


def test_the_program_ends_though_a_drive_hangs(tmp_path: Path) -> None:
    assert _run(_HANGS, tmp_path / "library") == ""


def test_a_program_of_which_a_file_is_gone_says_so_in_a_window(
    press: Press, shown: list[QMessageBox], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(__main__, "load", Mock(side_effect=FileNotFoundError("themes/light.toml")))
    monkeypatch.setattr(sys, "argv", ["broadsheet", "/home/me/posts"])
    press("OK")
    assert __main__.main() == 1
    (box,) = shown
    assert "cannot start" in box.text()
    assert "light.toml" in box.informativeText()
    assert "Traceback" in box.detailedText()


def test_who_asks_for_a_test_of_it_gets_no_window(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(__main__, "load", Mock(side_effect=FileNotFoundError("themes/light.toml")))
    monkeypatch.setattr(sys, "argv", ["broadsheet", "--selftest"])
    assert __main__.main() == 1
