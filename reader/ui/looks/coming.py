"""Prepares a new theme or language in steps, while the old one is still shown."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Iterator
from itertools import chain

from PySide6.QtCore import QObject, QTimer

from reader.ui.looks.theme import Theme

# So many seconds of processor time are spent at one go.
_TURN = 0.01
_NO_MORE = object()


class Coming:
    """Who needs time for it adds steps; they are taken one by one before `come` lets it be there.

    `theme` is None where only the language changes.
    """

    def __init__(self, come: Callable[[], None], theme: Theme | None = None) -> None:
        self.come, self.theme = come, theme
        self.steps: list[Generator[None, None, None]] = []


class Readying(QObject):
    """Takes the steps of what is coming, a few at a time, and then lets it come. The newest wins."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._coming: Coming | None = None
        self._left: Iterator[None] = iter(())
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)

    def begin(self, coming: Coming) -> None:
        """Make it ready; what needs no time comes at once."""
        for steps in self._coming.steps if self._coming is not None else ():
            steps.close()
        self._coming, self._left = coming, chain.from_iterable(coming.steps)
        if coming.steps:
            self._timer.start()
        else:
            self._end()

    def _go_on(self) -> None:
        until = time.thread_time() + _TURN
        # What comes then takes long enough to have a turn of its own.
        if next(self._left, _NO_MORE) is _NO_MORE:
            self._end()
            return
        for _ in self._left:
            if time.thread_time() > until:
                return

    def _end(self) -> None:
        self._timer.stop()
        coming, self._coming = self._coming, None
        if coming is not None:
            coming.come()
