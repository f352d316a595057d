"""What is dropped on a window."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from reader.late import late
from reader.paths import says_yes
from reader.ui.parts.inquiry import Inquiry

with late():
    from reader.containers import endings


class Drops(QObject):
    """Takes local files and folders; `dropped` has what can be imported, once the drive has said what they are."""

    dropped = Signal(list)  # of Paths, one or more

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._disk = Inquiry(self)

    def enter(self, event: QDragEnterEvent) -> None:
        """Let what is dragged here be dropped, unless it is an article of this window."""
        if event.source() is None and _local(event.mimeData()):
            event.acceptProposedAction()

    def drop(self, event: QDropEvent) -> None:
        """Take what was dropped."""
        if paths := _local(event.mimeData()):
            event.acceptProposedAction()
            self._disk.ask(partial(_importable, paths), self._tell)

    def _tell(self, found: list[Path]) -> None:
        if found:
            self.dropped.emit(found)


def _local(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def _importable(paths: Sequence[Path]) -> list[Path]:
    """Return the folders and archives; another file stands for the folder it is in."""
    files = {path for path in paths if says_yes(path.is_file)}
    there = (path for path in paths if path in files or says_yes(path.is_dir))
    stand_for = (path.parent if path in files and not endings.looks_like_archive(path) else path for path in there)
    return list(dict.fromkeys(stand_for))
