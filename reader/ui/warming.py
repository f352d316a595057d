"""Loads in idle moments what the start left out: the first article and the first dialog come as fast as others."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer

from reader.late import first_needed, run, waiting
from reader.ui.session import LibrarySession

# The window's thread loads one module at a time, and has so many milliseconds for others between them.
_BETWEEN_MS = 40
_ROOM = "reader.ui"
# What knows no Qt is loaded in a worker.
_IN_WORKER = ("reader.viewing", "reader.library")


class Warming(QObject):
    """Begins when it is told to, and ends by itself."""

    def __init__(self, session: LibrarySession, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._timer = QTimer(self, interval=_BETWEEN_MS)
        self._timer.timeout.connect(self._step)

    def begin(self) -> None:
        """Load what is left."""
        self._session.look(lambda _library: _load(), lambda _name: None, lambda _error: None, self._timer.start)

    def _step(self) -> None:
        left = waiting(_ROOM)
        if left:
            run(first_needed(left[0], _ROOM))
        else:
            self._timer.stop()


def _load() -> Iterator[str]:
    for room in _IN_WORKER:
        for name in waiting(room):
            run(name)
            yield name
