"""Asks what may take long without waiting for it, so that a hanging drive, or a long text, blocks nobody."""

from __future__ import annotations

from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QTimer

T = TypeVar("T")

_LOOK_MS = 10
# So often it looks in the end, where a drive does not answer for long.
_LOOK_LATER_MS = 200
_PATIENCE_MS = 1000


class Inquiry(QObject):
    """Asks one question at a time, each in a thread that ends with the program: pools wait for theirs.

    Only the question asked last is answered, and while a drive hangs no further thread is begun.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._answers: SimpleQueue[tuple[Any, Exception | None]] = SimpleQueue()
        self._asking: Callable[[], Any] | None = None  # what the thread is at
        self._wanted: tuple[Callable[[], Any], Callable[[Any], None]] | None = None
        self._otherwise: Callable[[], None] | None = None
        self._looks = QTimer(self)
        self._looks.timeout.connect(self._look)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._lose_patience)

    def ask(
        self, question: Callable[[], T], then: Callable[[T], None], otherwise: Callable[[], None] | None = None
    ) -> None:
        """Let `then` have the answer; `otherwise`, if given, is called in its place when a second went by without."""
        self._wanted, self._otherwise = (question, then), otherwise
        if otherwise is not None:
            self._patience.start()
        else:
            self._patience.stop()
        if self._asking is None:
            self._begin(question)

    def forget(self) -> None:
        """Want no answer any more."""
        self._wanted = self._otherwise = None
        self._patience.stop()

    def _begin(self, question: Callable[[], Any]) -> None:
        self._asking = question
        Thread(target=_answer, args=(question, self._answers), daemon=True).start()
        self._looks.start(_LOOK_MS)

    def _look(self) -> None:
        try:
            answer, error = self._answers.get_nowait()
        except Empty:
            self._looks.setInterval(min(self._looks.interval() + 1, _LOOK_LATER_MS))
            return
        asked, self._asking = self._asking, None
        if self._wanted is not None and self._wanted[0] is not asked:
            self._begin(self._wanted[0])
            return
        self._looks.stop()
        wanted = self._wanted
        self.forget()
        if error is not None:
            raise error
        if wanted is not None:
            wanted[1](answer)

    def _lose_patience(self) -> None:
        otherwise = self._otherwise
        self.forget()
        if otherwise is not None:
            otherwise()


def _answer(question: Callable[[], Any], answers: SimpleQueue[tuple[Any, Exception | None]]) -> None:
    # A thread has nobody to raise to: what goes wrong is raised where the answer is waited for.
    try:
        answers.put((question(), None))
    except Exception as error:  # noqa: BLE001
        answers.put((None, error))
