"""How soon a large library can be used, and what it takes of memory: each in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.figures import Figures
from reader.library.store.database import FILE_NAME

_TIMES = 5

# Each tells when something could be seen, by the clock that all processes share, and how much memory was taken.
_EMPTY = """
import sys, time
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(sys.argv); window = QMainWindow(); window.resize(1280, 800); window.show()
window.grab(); shown, computed = time.monotonic(), time.process_time()
from benchmarks.scale_start import resident
print(shown, shown, computed, resident(), resident())
"""
_OURS = """
import gc, sys, time
from pathlib import Path
from reader.__main__ import load
load()
from PySide6.QtCore import QTimer
from benchmarks.table import wait
from reader.app import make_application
from reader.ui.collecting import Collector
from reader.ui.looks.appearance import Appearance
from reader.ui.keeping.library_opener import LibraryOpener
from reader.ui.main_window import MainWindow
from reader.ui.session import LibrarySession
from reader.ui.settings import Settings
folder, articles = Path(sys.argv[1]), int(sys.argv[2])
app = make_application(sys.argv[:1])
Collector(app)
settings = Settings(folder / "settings.ini")
appearance = Appearance(app, settings)
LibraryOpener(folder).open()
window = MainWindow(LibrarySession(folder), settings, appearance)
window.show()
QTimer.singleShot(0, window.start)
gc.freeze()
model = window.list_pane.model
wait(app, lambda: model.rowCount() and window.summary.counts.total)
window.grab(); usable, computed = time.monotonic(), time.process_time()
wait(app, lambda: len(model.ids) >= articles)
window.grab(); whole = time.monotonic()
from benchmarks.scale_start import resident
taken = [resident()]
for number, article in enumerate(model.ids[:600 if len(sys.argv) > 3 else 0]):
    window.navigator.open(article)
    wait(app, lambda: not window.session._tasks)
    if number == 99:
        taken.append(resident())
print(usable, whole, computed, *taken, resident()); window.close()
"""


def run(folder: Path, figures: Figures) -> None:
    """Measure starts and memory with the library in `folder`, which must have been opened before."""
    *_, empty_memory, _ = _measured(_EMPTY, folder, 0)
    _measured(_OURS, folder, figures.posts)
    empties, warm = [], []
    for _ in range(_TIMES):  # By turns, so that other work on the machine burdens both alike.
        empties.append(_started(_EMPTY, folder, 0))
        warm.append(_started(_OURS, folder, figures.posts))
    empty, bare = (min(each[place] for each in empties) for place in (0, 2))
    _forget(folder / FILE_NAME)
    cold = _started(_OURS, folder, figures.posts)
    beside = "an empty Qt window"
    figures.add("start to a usable window", min(each[0] for each in warm), "s", "< 0.6 s", beside, empty)
    figures.add("start, processor time", min(each[2] for each in warm), "s", "", beside, bare)
    figures.add("start, the whole list there", min(each[1] for each in warm), "s", "", beside, empty)
    figures.add("start, the library not in memory", cold[0], "s", "", beside, empty)
    _, _, _, memory, first, after = _measured(_OURS, folder, figures.posts, "read")
    figures.add("memory, All listed", memory, "MB", "< 200 MB", beside, empty_memory)
    figures.add("memory, 500 more articles read", after, "MB", "no growth", "after the first 100", first)


def resident() -> float:
    """Return the megabytes of memory that this process has to itself."""
    lines = Path("/proc/self/smaps_rollup").read_text("ascii").splitlines()
    own = {"Private_Clean:", "Private_Dirty:", "Anonymous:"}
    kilobytes = {words[0]: int(words[1]) for words in map(str.split, lines[1:]) if words[0] in own}
    return (kilobytes["Private_Clean:"] + kilobytes["Private_Dirty:"]) / 1000


def _started(script: str, folder: Path, articles: int) -> tuple[float, float, float]:
    """Return the seconds from a process's start to a usable window, and to all of it; and how long it computed."""
    began = time.monotonic()
    usable, whole, computed, *_ = _measured(script, folder, articles)
    return usable - began, whole - began, computed


def _measured(script: str, folder: Path, articles: int, *words: str) -> list[float]:
    """Return what a script prints: when it was usable and whole, and how much memory it took at its stages."""
    # As an installed program: not compiled anew at each start.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment |= {"QT_QPA_PLATFORM": "offscreen", "PYTHONPYCACHEPREFIX": str(folder / "bytecode")}
    command = [sys.executable, "-c", script, str(folder), str(articles), *words]
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=600, env=environment)
    return [float(word) for word in done.stdout.split()]


def _forget(file: Path) -> None:
    """Let the system forget a file's pages, so that they come from the disk; works where nothing of it waits."""
    with file.open("rb") as opened:
        os.fsync(opened.fileno())
        os.posix_fadvise(opened.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
