"""Midnight, in the reader's time zone: "today" in a window that stays open changes its meaning then."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal

# A timer that waited for midnight would be late where the computer slept meanwhile.
_LOOK_MS = 60_000


class NewDay(QObject):
    """Says when another day has begun."""

    began = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._day = date.today()  # noqa: DTZ011 - the reader's own day is meant
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        before, self._day = self._day, date.today()  # noqa: DTZ011
        if self._day != before:
            self.began.emit()
