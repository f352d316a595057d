"""Worker processes of an import: started clean, at low priority, and gone when it ends."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Generator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from functools import partial
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


@contextmanager
def pool_of(
    workers: int, prepare: Callable[..., None] | None = None, *words: object
) -> Generator[ProcessPoolExecutor, None, None]:
    """A pool of so many processes; each begins with `prepare(*words)`, the first at once. Leaving it does not wait.

    Raises BrokenProcessPool where there can be none: a sandbox may have no shared memory, an account a limit.
    """
    # "spawn" is the one way that is safe beside Qt's threads and the same on every system.
    context = multiprocessing.get_context("spawn")
    try:
        pool = ProcessPoolExecutor(workers, context, initializer=partial(_become_worker, prepare, *words))
    except (OSError, NotImplementedError) as problem:
        raise BrokenProcessPool(str(problem)) from problem
    try:
        submit(pool, os.getpid)
        yield pool
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def submit(pool: ProcessPoolExecutor, work: Callable[P, T], *words: P.args, **named: P.kwargs) -> Future[T]:
    """Ask the pool for `work(*words)`. Raises BrokenProcessPool also where the process it needs cannot be started."""
    try:
        return pool.submit(work, *words, **named)
    except OSError as problem:
        raise BrokenProcessPool(str(problem)) from problem


def can_work() -> bool:
    """Tell whether a process that is started here lives until it answers."""
    try:
        with pool_of(1) as pool:
            submit(pool, os.getpid).result()
    except BrokenProcessPool:
        return False
    return True


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
