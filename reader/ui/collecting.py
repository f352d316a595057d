"""Garbage is collected in the window's thread alone.

Python collects in whichever thread asks for memory next, and what it finds in a worker may be a dialog or an object
with timers. Qt destroys those only in the thread they live in; elsewhere it may crash, or wait for a thread that
itself waits for Python.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

# Often enough that what a busy worker leaves behind is collected in a few milliseconds.
_EACH_MS = 100


class Collector(QObject):
    """Collects, as Python would, what its thresholds say is due, between other things that the loop does."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=_EACH_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect the oldest generation that is due, and those younger with it."""
        due = [generation for generation, most in enumerate(gc.get_threshold()) if gc.get_count()[generation] > most]
        if due:
            gc.collect(due[-1])

    def stop(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        gc.enable()
