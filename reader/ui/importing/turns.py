"""Several folders to be opened, one after another."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject


class Turns(QObject):
    """Opens one folder after another: the next one when nobody looks at the last any more, and nothing is under way."""

    def __init__(
        self, begin: Callable[[Path], None], engaged: Callable[[], bool], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._begin = begin
        self._engaged = engaged
        self._waiting: deque[Path] = deque()

    def open(self, folders: Sequence[Path]) -> None:
        """Open folders. A single one is what the user wants now, whatever is shown."""
        if len(folders) == 1:
            self._begin(folders[0])
            return
        self.wait(folders)

    def wait(self, folders: Sequence[Path]) -> None:
        """Open folders when it is their turn."""
        self._waiting += folders
        self.go_on()

    def go_on(self) -> None:
        """Open the next one, if it is its turn."""
        if self._waiting and not self._engaged():
            self._begin(self._waiting.popleft())
