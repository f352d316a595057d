"""A second start hands its arguments over to the window that has the library open.

It leaves a note in the library's folder, and the window takes it away: no connection of any kind is needed for that.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QThreadPool, Signal
from PySide6.QtWidgets import QWidget

from reader.library.store.lock import FILE_NAME, HANDOVER, refusal
from reader.ui.tasks import Task

#: What a desktop gives a program that may bring its window forward.
ACTIVATION = "XDG_ACTIVATION_TOKEN"
# How long a second start waits for the window, and how often it looks, in seconds.
_PATIENCE, _LOOK = 5.0, 0.02


def hand_over(folder: Path, opened: Sequence[Path], patience: float = _PATIENCE) -> bool:
    """Ask the window over the library in `folder` to come forward, and to open folders; False where none answers.

    One that is only just starting is waited for.
    """
    note = folder / HANDOVER / f"{os.urandom(8).hex()}.json"
    asked = {"open": [os.fsencode(each).hex() for each in opened], "token": os.environ.get(ACTIVATION, "")}
    end = time.monotonic() + patience
    left = False
    _let_others_come_forward()
    try:
        while time.monotonic() < end:
            if left and not note.exists():
                return True
            if not left and note.parent.is_dir():
                _leave(note, json.dumps(asked))
                left = True
            time.sleep(_LOOK)
    except OSError as error:
        raise refusal(folder / FILE_NAME, error) from error
    finally:
        with suppress(OSError):
            note.unlink(missing_ok=True)
    return False


def _let_others_come_forward() -> None:
    """Give up a right that Windows gives to the program that was just started: to bring a window before all others."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(-1)  # ASFW_ANY


def _leave(note: Path, text: str) -> None:
    part = note.with_suffix(".part")
    part.write_text(text, encoding="utf-8")
    part.replace(note)


def come_forward(window: QWidget) -> None:
    """Show a window before all others."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


class Handover(QObject):
    """`asked` tells that another start was made, with the folders that it is to open, if any."""

    asked = Signal(object)

    def __init__(self, library: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = library / HANDOVER
        self._watcher = QFileSystemWatcher(self)
        self._task: Task | None = None
        self._again = False
        self._run(self._make, lambda _made: self._watch())

    def stop(self) -> None:
        """Take no more notes."""
        if self._watcher.directories():
            self._watcher.removePaths(self._watcher.directories())
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _watch(self) -> None:
        if self._watcher.addPath(str(self._folder)):
            self._watcher.directoryChanged.connect(lambda _path: self._look())
            # What came before that is for this window as well, which was only starting.
            self._look()

    def _make(self) -> None:
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            for left in self._folder.iterdir():
                # Nobody waits for an answer to it any more: its start was killed.
                if time.time() - left.stat().st_mtime > 2 * _PATIENCE:
                    left.unlink()

    def _look(self) -> None:
        if self._task is not None:
            self._again = True
            return
        self._run(self._take, self._tell)

    def _run(self, job: Callable[[], object], then: Callable[[object], None]) -> None:
        """Look at files in a worker: also a disk of one's own may have to wake up."""
        self._task = task = Task(job)
        task.finished.connect(then)
        task.ended.connect(lambda: self._ended(task))
        task.start(QThreadPool.globalInstance())

    def _ended(self, task: Task) -> None:
        task.deleteLater()
        if self._task is task:
            self._task = None
            if self._again:
                self._again = False
                self._look()

    def _take(self) -> list[tuple[list[Path], str]]:
        taken: list[tuple[list[Path], str]] = []
        for note in sorted(self._folder.glob("*.json")):
            # Whoever may write here may write to the library; a note that is none is taken away all the same.
            with suppress(OSError, ValueError, KeyError, TypeError, RecursionError):
                said = json.loads(note.read_text(encoding="utf-8"))
                named, token = [bytes.fromhex(each) for each in said["open"]], str(said["token"])
                taken.append(([Path(os.fsdecode(each)) for each in named if each and b"\0" not in each], token))
            with suppress(OSError):
                note.unlink()
        return taken

    def _tell(self, taken: object) -> None:
        if isinstance(taken, list):
            for opened, token in taken:
                if token:
                    os.environ[ACTIVATION] = token
                self.asked.emit(opened)
