"""Many files read at once: in this thread when they are few, in worker processes when they are many."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress

from reader.domain import FileStamp, ReadFile
from reader.posts.read_post import read_file
from reader.posts.site import Site
from reader.problems import Problem, ProblemKind

#: A path, and the digest its bytes had when they were last read.
Wanted = tuple[str, bytes | None]

# The first files are read here at once, so that the list has something to show while the workers start (0.3 s).
_AT_ONCE = 200

# Large enough that handing a chunk over costs little, small enough that a cancel is answered within 50 ms.
_CHUNK = 40


def read_files(site: Site, wanted: Sequence[Wanted]) -> Iterator[ReadFile]:
    """Yield the reading of every wanted file; with many of them the order may differ a little."""
    for path, known in wanted[:_AT_ONCE]:
        yield read_file(site, path, known)
    rest = wanted[_AT_ONCE:]
    if len(rest) <= _AT_ONCE:
        for path, known in rest:
            yield read_file(site, path, known)
    else:
        yield from _read_in_processes(site, [rest[at : at + _CHUNK] for at in range(0, len(rest), _CHUNK)])


def _read_in_processes(site: Site, chunks: Sequence[Sequence[Wanted]]) -> Iterator[ReadFile]:
    waiting = deque(chunks)
    suspects: deque[Wanted] = deque()
    while waiting:
        suspects += yield from _read_until_broken(site, waiting)
    while suspects:
        yield from _read_one_by_one(site, suspects)


def _read_until_broken(site: Site, waiting: deque[Sequence[Wanted]]) -> Generator[ReadFile, None, list[Wanted]]:
    """Read what waits; one file that brings a worker down ends the pool, and those that were with it are returned."""
    workers = max(1, min(4, os.cpu_count() or 1))
    running: deque[tuple[Future[list[ReadFile]], Sequence[Wanted]]] = deque()
    pool = _pool(workers)
    try:
        while waiting or running:
            while waiting and len(running) < workers * 3:
                # A pool may also be found broken here, after a while in which nobody asked for more.
                future = pool.submit(_read_chunk, site, waiting[0])
                running.append((future, waiting.popleft()))
            read = running[0][0].result()
            running.popleft()
            yield from read
    except BrokenProcessPool:
        return [one for _, chunk in running for one in chunk] or list(waiting.popleft())
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
    return []


def _read_one_by_one(site: Site, suspects: deque[Wanted]) -> Iterator[ReadFile]:
    """Find out which file it was: read one at a time in one process, up to the file that brings it down."""
    pool = _pool(1)
    try:
        while suspects:
            read = pool.submit(_read_chunk, site, [suspects[0]]).result()
            suspects.popleft()
            yield from read
    except BrokenProcessPool:
        path, _ = suspects.popleft()
        problem = Problem(path, ProblemKind.PROGRAM_FAULT, "the process that read it ended", repaired=False)
        yield ReadFile(path, FileStamp(-1, -1), b"", None, (problem,))
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _pool(workers: int) -> ProcessPoolExecutor:
    # "spawn" is the one way that is safe beside Qt's threads and the same on every system.
    return ProcessPoolExecutor(workers, multiprocessing.get_context("spawn"), initializer=_become_worker)


def _become_worker() -> None:
    """Leave the keyboard's interrupt to the main process, and the processor to the window."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    with suppress(OSError, AttributeError):
        os.nice(5)


def _end_with_parent() -> None:
    """Wait for the main process's end: a pool's worker would otherwise outlive one that was killed, for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _read_chunk(site: Site, chunk: Sequence[Wanted]) -> list[ReadFile]:
    return [read_file(site, path, known) for path, known in chunk]
