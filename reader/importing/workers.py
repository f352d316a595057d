"""Worker processes of an import: started clean, at low priority, and gone when it ends."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from functools import partial


def make_pool(workers: int, prepare: Callable[..., None] | None = None, *words: object) -> ProcessPoolExecutor:
    """Return a pool of so many processes; each begins with `prepare(*words)`."""
    # "spawn" is the one way that is safe beside Qt's threads and the same on every system.
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(workers, context, initializer=partial(_become_worker, prepare, *words))


def _become_worker(prepare: Callable[..., None] | None, *words: object) -> None:
    """Leave the keyboard's interrupt to the main process, and the processor to the window."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _give_way()
    if prepare is not None:
        prepare(*words)


def _give_way() -> None:
    """Let the system prefer other processes."""
    if sys.platform == "win32":
        import ctypes

        # By the handle -1 a process means itself; BELOW_NORMAL_PRIORITY_CLASS.
        ctypes.windll.kernel32.SetPriorityClass(ctypes.c_void_p(-1), 0x4000)
    else:
        with suppress(OSError):
            os.nice(5)


def _end_with_parent() -> None:
    """Wait for the main process's end: a pool's worker would otherwise outlive one that was killed, for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
