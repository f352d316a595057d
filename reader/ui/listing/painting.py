"""How much of a list that shows other rows is painted at one go: what is left has its turn a moment later."""

from __future__ import annotations

from collections.abc import Callable
from time import thread_time

from PySide6.QtCore import QObject, QRect, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

# For so many seconds of processor time rows are painted at a go. A window may be high, and a character that no row had
# before takes ten times as long as others.
_GO = 0.008


class PaintingGoes(QObject):
    """Lets other rows than before be painted in goes, from the upper edge on; `place` tells where a row is.

    What is put off is the ground of the list meanwhile. A picture that is taken of the list is whole.
    """

    def __init__(self, viewport: QWidget, place: Callable[[int], QRect]) -> None:
        super().__init__(viewport)
        self._viewport, self._place = viewport, place
        self._others, self._begun, self._until = False, False, float("inf")
        self._left: set[int] = set()
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._go_on)

    def show_others(self) -> None:
        """Tell that rows in sight are others than those that were painted."""
        self._others = True

    @property
    def done(self) -> bool:
        """Whether every row in sight is painted."""
        return not self._others

    def begin(self, painter: QPainter) -> None:
        """Begin a go with a painter of the viewport."""
        self._begun = False
        self._until = thread_time() + _GO if self._others and self._on_screen(painter) else float("inf")

    def _on_screen(self, painter: QPainter) -> bool:
        store, engine = self._viewport.window().backingStore(), painter.paintEngine()
        return store is not None and engine is not None and engine.paintDevice() is store.paintDevice()

    def has_time(self, row: int) -> bool:
        """Tell whether to paint a row now: the first one is in any case, and what is not comes in the next go."""
        if self._begun and thread_time() >= self._until:
            self._left.add(row)
            return False
        self._begun = True
        self._left.discard(row)
        return True

    def end(self) -> None:
        """End a go."""
        if self._left:
            self._next.start()
        elif self._until < float("inf"):
            self._others = False

    def _go_on(self) -> None:
        left, self._left = self._left, set()
        for row in left:
            self._viewport.update(self._place(row))
