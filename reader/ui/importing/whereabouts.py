"""Which folders exist now, checked without waiting: a drive that hangs blocks nobody."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread

from PySide6.QtCore import QObject, QTimer, Signal

from reader.paths import says_yes

_LOOK_MS = 50
_PATIENCE_MS = 30_000


class Whereabouts(QObject):
    """Tells of each folder whether it is there, as soon as its drive has answered.

    Each is asked by a thread of its own, which ends with the program: pools wait for theirs.
    """

    known = Signal(int, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._answers: SimpleQueue[tuple[int, bool]] = SimpleQueue()
        self._open: set[int] = set()
        self._waited = 0
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self._look)

    @property
    def asking(self) -> bool:
        """Whether an answer may still come."""
        return self._timer.isActive()

    def ask(self, folders: Mapping[int, Path]) -> None:
        """Ask for these folders, by numbers of the caller's; one that has not answered yet is not asked again."""
        for number, folder in folders.items():
            if number not in self._open:
                self._open.add(number)
                Thread(target=_ask, args=(number, folder, self._answers), daemon=True).start()
        self._waited = 0
        self._timer.start()

    def _look(self) -> None:
        self._waited += _LOOK_MS
        try:
            while True:
                number, there = self._answers.get_nowait()
                self._open.discard(number)
                self.known.emit(number, there)
        except Empty:
            if not self._open or self._waited > _PATIENCE_MS:
                self._timer.stop()


def _ask(number: int, folder: Path, answers: SimpleQueue[tuple[int, bool]]) -> None:
    answers.put((number, says_yes(folder.exists)))
