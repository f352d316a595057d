"""Carries jobs that know nothing of Qt to a thread and back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from threading import Semaphore
from typing import Any

from PySide6.QtCore import QObject, QThreadPool, Signal
from shiboken6 import isValid

# So many steps a job may be ahead of who hears of them, or it waits, so many seconds at most. The window's thread takes
# all that is told to it before it looks at anything else: a job that tells faster than is heard would keep it for ever.
_AHEAD, _PATIENCE = 100, 1.0


class Task(QObject):
    """One job in a thread of a pool.

    The job returns a value, or an iterator whose values are its progress and whose last value is its result. All
    signals arrive on the thread the Task was made on. After cancel() none does but `ended`.
    """

    progressed = Signal(object)
    finished = Signal(object)
    failed = Signal(object)
    ended = Signal()

    def __init__(self, job: Callable[[], Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._job: Callable[[], Any] | None = job
        self._cancelled = False
        self._room = Semaphore(_AHEAD)
        self.progressed.connect(self._heard)

    def start(self, pool: QThreadPool) -> None:
        """Begin, as soon as the pool has a thread."""
        pool.start(self._run)

    def cancel(self) -> None:
        """Stop after the step that is running; what it committed stays."""
        self._cancelled = True
        self._room.release()

    @property
    def cancelled(self) -> bool:
        """Whether cancel() was called."""
        return self._cancelled

    def _run(self) -> None:
        # It may know much, and the task itself.
        job, self._job = self._job, None
        try:
            if job is not None and not self._cancelled:
                result = job()
                if isinstance(result, Iterator):
                    result = self._follow(result)
                if not self._cancelled:
                    self.finished.emit(result)
        # A worker thread has nobody to raise to: every failure is carried to the window, which tells what it is.
        except BaseException as error:  # noqa: BLE001
            if not self._cancelled:
                self.failed.emit(error)
        finally:
            self.ended.emit()

    def _follow(self, steps: Iterator[Any]) -> Any:
        last = None
        try:
            for last in steps:
                if not self._cancelled:
                    self._room.acquire(timeout=_PATIENCE)
                if self._cancelled:
                    return None
                self.progressed.emit(last)
        finally:
            close = getattr(steps, "close", None)
            if close is not None:
                close()
        return last

    def _heard(self) -> None:
        self._room.release()


def while_there(slot: Callable[..., None] | None) -> Callable[..., None] | None:
    """Return what hears for as long as the object is there whose method it is."""
    owner = getattr(slot.func if isinstance(slot, partial) else slot, "__self__", None)
    if slot is None or not isinstance(owner, QObject):
        return slot
    return lambda *heard: slot(*heard) if isValid(owner) else None
