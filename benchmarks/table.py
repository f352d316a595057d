"""A line a figure: ours, the floor or peer beside it, and their ratio."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TypeVar

from PySide6.QtCore import QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

T = TypeVar("T")


def timed(work: Callable[[], T]) -> tuple[float, T]:
    """Return the seconds a piece of work took, and its result."""
    began = time.perf_counter()
    result = work()
    return time.perf_counter() - began, result


def best(work: Callable[[], object], times: int = 5) -> float:
    """Return the shortest of several runs, in seconds: what the machine can do when nothing disturbs it."""
    return min(timed(work)[0] for _ in range(times))


def at(seconds: list[float], share: float) -> str:
    """Return the milliseconds that a share of all took at most; a share of 1 is the longest."""
    ordered = sorted(seconds)
    return f"{ordered[min(len(ordered) - 1, int(len(ordered) * share))] * 1000:.1f}"


def wait(app: QApplication, reached: Callable[[], object]) -> None:
    """Let the window work until something is reached; it sleeps between events, as it does for a user."""
    heartbeat = QTimer()
    heartbeat.start(5)
    while not reached():
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        # What was given up is only deleted by itself in a loop that was begun by exec.
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@dataclass
class Lateness:
    """How late a timer of 10 ms came each time, and for how long the window's thread computed since the time before.

    In seconds. What it computed is its own, however busy the machine is.
    """

    late: list[float] = field(default_factory=list)
    computed: list[float] = field(default_factory=list)


@contextmanager
def lateness(app: QApplication) -> Iterator[Lateness]:
    """Yield how late a timer comes in the window's thread; it fills until the end."""
    found = Lateness()
    expected, computed = time.perf_counter() + 0.01, time.thread_time()

    def tick() -> None:
        nonlocal expected, computed
        now = time.perf_counter()
        found.late.append(max(0.0, now - expected))
        found.computed.append(time.thread_time() - computed)
        expected, computed = now + 0.01, time.thread_time()

    timer = QTimer()
    timer.timeout.connect(tick)
    timer.start(10)
    yield found
    # What was put off comes before the end.
    until = time.monotonic() + 0.1
    wait(app, lambda: time.monotonic() > until)
    timer.stop()


def rate(name: str, posts: int, ours: float, beside: str, floor: float) -> None:
    """Print posts a second, ours and the floor's."""
    print(
        f"{name:34} {posts / ours:10,.0f} posts/s   {beside}: {posts / floor:,.0f} posts/s   ratio {floor / ours:.2f}"
    )


def span(name: str, ours: float, beside: str, floor: float) -> None:
    """Print milliseconds, ours and the floor's."""
    print(
        f"{name:34} {ours * 1000:10.1f} ms        {beside}: {floor * 1000:.1f} ms   ratio {ours / max(floor, 1e-6):.1f}"
    )


def plain(name: str, value: str) -> None:
    """Print a figure that has no floor."""
    print(f"{name:34} {value:>10}")
