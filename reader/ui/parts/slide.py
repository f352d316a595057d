"""Animates a change of a widget by moving pictures of before and after: the widget itself changes at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QPoint, QRect, Qt, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from reader.ui.looks import motion
from reader.ui.looks.motion import DURATION_MS


class Slide(QWidget):
    """Lies over a widget for a moment. What is clicked is the widget."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        # Or each step would paint, before the pictures, all that lies below them.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._over = over
        self._before, self._after = QPixmap(), QPixmap()
        self._way, self._done = QPoint(), 1.0
        self._end = QRect()
        self._running = QVariantAnimation(self)
        self._running.setDuration(DURATION_MS)
        self._running.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._running.setStartValue(0.0)
        self._running.setEndValue(1.0)
        self._running.valueChanged.connect(self._advance)
        self._running.finished.connect(self.finish)
        self.hide()

    def running(self) -> bool:
        return not self.isHidden()

    def show_change(
        self, change: Callable[[], object], way: Callable[[], QPoint], part: Callable[[], QRect] | None = None
    ) -> None:
        """Do something, and show it; `way` tells afterwards how far what is seen before and after was moved by it.

        Only a `part` of the widget moves, from its upper left corner on; the rest is as it becomes at once.
        """
        self.finish()
        if not motion.allowed() or not self._over.isVisible():
            change()
            return
        part = part or self._over.rect
        before = self._over.grab(part())
        change()
        moved = way()
        if not moved.isNull():
            self._before, self._after, self._way = before, self._over.grab(part()), moved
            self._end = part()
            self._advance(0.0)
            self.raise_()
            self.show()
            self._running.start()

    def finish(self) -> None:
        """Show the widget itself."""
        self._running.stop()
        self.hide()
        self._before, self._after = QPixmap(), QPixmap()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(self._way * self._done, self._before)
        painter.drawPixmap(self._way * (self._done - 1), self._after)
        # What is in both may have changed, such as the buttons above a list: the one fades into the other.
        painter.setOpacity(1 - self._done)
        painter.drawPixmap(self._way * self._done, self._before)
        painter.end()

    def _advance(self, done: object) -> None:
        if isinstance(done, float):  # Qt says None while the ends are being set
            self._done = done
            shift = self._way * (done - 1)
            whole = self._end.size() == self._over.size()
            self.setGeometry(self._end if whole else self._end.adjusted(0, 0, shift.x(), shift.y()))
            self.update()
