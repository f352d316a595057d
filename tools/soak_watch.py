"""How late the soak's window is, where its thread then is, what Qt warns of, and what the process has."""

from __future__ import annotations

import ctypes
import gc
import os
import sys
import threading
import time
import traceback
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QObject, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QWidget

_BEAT_MS = 10
#: A beat that needed so much of the thread's own processor time is too late, however busy the machine is.
TOO_MUCH_MS = 50
#: So many stacks are told, those where the window's thread computed longest at a stretch.
_WORST = 20
_DEPTH = 7
_THREADS = Path("/proc/self/task")
#: What the soak does on its own account: no deed of the program's.
MEASURE = "measure"
#: What the offscreen platform says of windows that it cannot show.
_NO_WARNING = ("propagateSizeHints", "does not support")


@dataclass(slots=True)
class Late:
    """The worst of what was late at one place: its milliseconds, how often it was, and what was being done."""

    worst: float = 0.0
    times: int = 0
    doing: Counter[str] = field(default_factory=Counter)

    def add(self, worked: float, doing: str) -> None:
        """Count one more of them, in milliseconds, and what was being done."""
        self.worst, self.times = max(self.worst, worked), self.times + 1
        self.doing[doing] += 1


class Watch:
    """Beats in the window's thread, and looks from another one at where that thread is while a beat is late."""

    def __init__(self, too_much: int = TOO_MUCH_MS) -> None:
        self._too_much = too_much
        self.warnings: Counter[str] = Counter()
        self.faults: list[str] = []
        self.doing = ""
        self.gaps: dict[str, tuple[float, float]] = {}
        #: How often the thread computed for more than so many milliseconds at a stretch.
        self.stretches: Counter[str] = Counter()
        self.stacks: dict[str, Late] = {}
        self.measuring = Late()
        self._seen: list[str] = []
        self._last = (time.perf_counter(), time.thread_time())
        self._clock = time.pthread_getcpuclockid(threading.get_ident())
        threading.Thread(target=self._look, args=(threading.get_ident(),), daemon=True).start()
        self._timer = QTimer()
        self._timer.timeout.connect(self.beat)
        self._timer.start(_BEAT_MS)
        qInstallMessageHandler(self._heard)
        sys.excepthook = lambda kind, error, _trace: self.faults.append(f"{kind.__name__}: {error} ({self.doing})")

    def _heard(self, kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        if kind != QtMsgType.QtDebugMsg and not any(known in text for known in _NO_WARNING):
            self.warnings[f"{text} ({self.doing})"] += 1

    def beat(self) -> None:
        """Count what passed since the last beat to what is being done; before anything else is begun, too."""
        now = (time.perf_counter(), time.thread_time())
        gap, worked = (max(0.0, (now[0] - self._last[0]) * 1000 - _BEAT_MS), (now[1] - self._last[1]) * 1000)
        seen, self._seen, self._last = self._seen, [], now
        if self.doing == MEASURE:
            self.measuring.add(worked, MEASURE)
            return
        worst = self.gaps.get(self.doing, (0.0, 0.0))
        self.gaps[self.doing] = (max(worst[0], gap), max(worst[1], worked))
        if worked > self._too_much:
            bounds = (self._too_much * times for times in (1, 2, 4))
            self.stretches.update(f"over {bound}" for bound in bounds if worked > bound)
            # Most of the time was where it was seen most often.
            (place, _), *_rest = Counter(seen).most_common(1) or [("not seen", 0)]
            self.stacks.setdefault(place, Late()).add(worked, self.doing)

    def _look(self, main: int) -> None:
        """Note where the window's thread is once it has computed for too long without a beat.

        It is seen when it lets go of the interpreter: a long call into Qt is seen at its end, or in what follows.
        """
        while True:
            time.sleep(_BEAT_MS / 2000)
            worked = (time.clock_gettime(self._clock) - self._last[1]) * 1000
            frame = sys._current_frames().get(main)  # noqa: SLF001 - the one way to see another thread's place
            if worked > _BEAT_MS and frame is not None:
                steps = traceback.extract_stack(frame)[-_DEPTH:]
                self._seen.append(
                    " < ".join(f"{Path(each.filename).name}:{each.lineno} {each.name}" for each in reversed(steps))
                )

    def worst(self) -> dict[str, str]:
        """Return where the window's thread computed too long, the longest first, and for which deeds."""
        found = sorted(self.stacks.items(), key=lambda each: -each[1].worst)[:_WORST]
        return {place: f"{late.worst:.0f} ms, {late.times} times: {dict(late.doing)}" for place, late in found}

    def has(self) -> dict[str, float]:
        """Return the megabytes, open files, threads, child processes and Python objects that there are now.

        What is mapped from files, such as fonts, is told apart: the system takes it back when it needs room. Own memory
        is told as it is, and once more when all that is free was given back.
        """
        before, _ = _megabytes()
        gc.unfreeze()  # What the collector leaves out counts as well.
        gc.collect()
        ctypes.CDLL(None).malloc_trim(0)
        own, mapped = _megabytes()
        objects = len(gc.get_objects())
        gc.freeze()
        return {
            "mb": before,
            "trimmed mb": own,
            "heap mb": _heap(),
            "mapped mb": mapped,
            "files": len(list(Path("/proc/self/fd").iterdir())),
            "threads": len(list(_THREADS.iterdir())),
            "processes": sum(len(each.read_text("utf-8").split()) for each in _THREADS.glob("*/children")),
            "objects": objects,
        }


def _megabytes() -> tuple[float, float]:
    """Return how much memory is the process's own, and how much is mapped from files and shared."""
    resident, shared = map(int, Path("/proc/self/statm").read_text("utf-8").split()[1:3])
    size = os.sysconf("SC_PAGE_SIZE") / 1e6
    return round((resident - shared) * size, 1), round(shared * size, 1)


class _Heap(ctypes.Structure):
    """What glibc's mallinfo2 says of all its arenas: ten numbers."""

    _fields_ = (("before", ctypes.c_size_t * 4), ("mapped", ctypes.c_size_t), ("between", ctypes.c_size_t * 2),
                ("used", ctypes.c_size_t), ("after", ctypes.c_size_t * 2))  # fmt: skip


def _heap() -> float:
    """Return the megabytes that are in use in C's heap, Python's small objects not among them."""
    library = ctypes.CDLL(None)
    library.mallinfo2.restype = _Heap
    found = library.mallinfo2()
    return round(int(found.used + found.mapped) / 1e6, 1)


def census(window: QWidget) -> Counter[str]:
    """Return how many there are of each kind of Python object, and of each kind of QObject below a window.

    To look at an object of Qt makes one of Python, which may outlive it: a dozen for each dialog that is open then.
    """
    gc.unfreeze()
    kinds = Counter(f"py {type(each).__module__}.{type(each).__qualname__}" for each in gc.get_objects())
    kinds.update(f"qt {each.metaObject().className()}" for each in window.findChildren(QObject))
    gc.freeze()  # Or the program's own next round would go through all of them.
    return kinds
