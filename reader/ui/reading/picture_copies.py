"""Copies of picture files, saved where the user wants them."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QThreadPool, Signal
from PySide6.QtWidgets import QWidget

from reader.exporting.file_names import safe_name
from reader.ui.parts.file_dialogs import ask_with, save_dialog
from reader.ui.parts.inquiry import Inquiry
from reader.ui.tasks import Task
from reader.whole_files import whole_file

_ENDINGS = ((b"\x89PNG", ".png"), (b"\xff\xd8", ".jpg"), (b"GIF8", ".gif"), (b"BM", ".bmp"))


class PictureCopies(QObject):
    """Asks where a copy shall go, and writes it; `failed` says in words why it could not."""

    failed = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._reading = Inquiry(self)
        self._saving: set[Task] = set()

    def ask(self, file: Path, alt: str) -> None:
        """Ask where a copy of a picture file shall go; a name is made of its description."""
        self._reading.ask(partial(_ending, file), lambda ending: self._choose(file, f"{_name(alt)}{ending}"))

    def _choose(self, file: Path, name: str) -> None:
        dialog = save_dialog(self._window, self.tr("Save the picture"), Path.home(), name)
        ask_with(dialog, partial(self._save, file))

    def _save(self, file: Path, target: Path) -> None:
        # In a pool, which the program's end waits for.
        task = Task(partial(_copy, file, target))
        self._saving.add(task)
        task.finished.connect(self._tell)
        task.ended.connect(lambda: self._saving.discard(task))
        task.start(QThreadPool.globalInstance())

    def _tell(self, reason: str) -> None:
        if reason:
            self.failed.emit(self.tr("The picture could not be saved: {reason}").format(reason=reason))


def _copy(file: Path, target: Path) -> str:
    """Copy a file; return what went wrong."""
    try:
        with file.open("rb") as picture, whole_file(target, overwrite=True) as copy:
            shutil.copyfileobj(picture, copy)
    except OSError as error:
        return error.strerror or str(error)
    return ""


def _ending(file: Path) -> str:
    """Return the ending that the bytes of a picture stand for: the store names files by their hash alone."""
    try:
        with file.open("rb") as opened:
            head = opened.read(12)
    except OSError:
        return ""  # The copy will say what is wrong with it.
    if head[8:12] == b"WEBP":
        return ".webp"
    if head[4:8] == b"ftyp":
        return ".avif"
    return next((ending for begin, ending in _ENDINGS if head.startswith(begin)), "")


def _name(alt: str) -> str:
    """Return a harmless file name for a description."""
    words = "".join(letter if letter.isalnum() else " " for letter in alt).split()
    return safe_name("-".join(words)[:60], "picture")
