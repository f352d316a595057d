"""Garbage is collected on the window's thread only.

Python collects in whichever thread asks for memory next, and what it finds in a worker may be a dialog or an object
with timers. Qt destroys those only in the thread they live in; elsewhere it may crash, or wait for a thread that
itself waits for Python.

What is free then goes back to the system, in a thread of its own: with an import's remains that takes 25 ms.
"""

from __future__ import annotations

import gc
from threading import Thread

from PySide6.QtCore import QObject, QTimer

from reader.ui import heap

# Often enough that what a busy worker leaves behind is collected in a few milliseconds.
_EACH_MS = 100
# So many of these without a single new object, and nobody is held up by a look at all there is.
_IDLE = 30
# After so many rounds that looked at what is new alone the next one is of all, whatever happens: an hour's, where
# somebody reads so quickly that the program never comes to rest. It takes a tenth of a second.
_MOST_ROUNDS = 600


class Collector(QObject):
    """Collects what Python's thresholds say is due, between other things that the loop does.

    What survives a round of all generations is left out of the next ones, which then take a few milliseconds where all
    objects of a window take a tenth of a second. It is looked at again when nothing happens.
    """

    def __init__(self, parent: QObject | None = None, *, each_ms: int = _EACH_MS) -> None:
        super().__init__(parent)
        gc.disable()
        self._rounds = self._idle = 0
        self._giving: Thread | None = None
        self._count = gc.get_count()
        self._timer = QTimer(self, interval=each_ms)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect the oldest generation that is due, and those younger with it."""
        count = gc.get_count()
        due = [generation for generation, most in enumerate(gc.get_threshold()) if count[generation] > most]
        self._idle = self._idle + 1 if count == self._count else 0
        if due and due[-1] < len(count) - 1:
            gc.collect(due[-1])
        elif due or (self._rounds and self._idle > _IDLE):
            self.collect_old()
        self._count = gc.get_count()

    def collect_old(self) -> None:
        """Collect all generations, but for what survived such a round before; from time to time that, too."""
        whole = self._idle > _IDLE or self._rounds >= _MOST_ROUNDS
        if whole:
            gc.unfreeze()
        gc.collect()
        gc.freeze()
        self._rounds = 0 if whole else self._rounds + 1
        if self._giving is None or not self._giving.is_alive():
            # It touches no object; should the program end at once, it need not be over.
            self._giving = Thread(target=heap.give_back, daemon=True)
            self._giving.start()

    def stop(self) -> None:
        """Leave it to Python again, once what is being given back is."""
        self._timer.stop()
        if self._giving is not None:
            self._giving.join()
        gc.unfreeze()
        gc.enable()
