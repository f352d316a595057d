"""How much of a list is painted at once when it shows new rows: the rest follows a moment later."""

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
        self._others, self._begun = False, False
        self._painter: QPainter | None = None
        self._until: float | None = None
        self._left: set[int] = set()
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._go_on)

    def show_others(self) -> None:
        """Tell that rows in sight are others than those that were painted."""
        self._others = True

    def begin_anew(self) -> None:
        """Tell that the list is another one: what was left of the one before has no place any more."""
        self._left.clear()
        self.show_others()

    @property
    def done(self) -> bool:
        """Whether every row in sight was painted."""
        return not self._others

    def begin(self, painter: QPainter) -> None:
        """Begin a go with a painter of the viewport."""
        self._painter, self._begun = painter, False
        self._until = thread_time() + _GO if self._others else None

    def has_time(self, row: int) -> bool:
        """Tell whether to paint a row now: the first one is in any case, and what is not comes in the next go."""
        if self._begun and self._until is not None and thread_time() >= self._until:
            if self._on_screen():
                self._left.add(row)
                return False
            self._until = None
        self._begun = True
        return True

    def _on_screen(self) -> bool:
        store = self._viewport.window().backingStore()
        engine = self._painter.paintEngine() if self._painter is not None else None
        return store is not None and engine is not None and engine.paintDevice() is store.paintDevice()

    def end(self) -> None:
        """End a go."""
        self._painter = None
        if self._left:
            self._next.start()
        else:
            self._others = False

    def _go_on(self) -> None:
        left, self._left = self._left, set()
        for row in left:
            self._viewport.update(self._place(row))
