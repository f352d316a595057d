"""Reads many files at once: in this thread if they are few, in worker processes if they are many."""

from __future__ import annotations

import faulthandler
import os
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from itertools import chain, islice
from pathlib import Path
from typing import TypeVar

from reader.containers.container import NO_STAMP, Content
from reader.domain import ReadFile
from reader.importing.workers import can_work, pool_of, submit
from reader.posts.read_post import LARGEST, read_content, read_file
from reader.posts.sites.site import Site
from reader.problems import Problem, ProblemKind

T = TypeVar("T")

#: A path, and the digest its bytes had when they were last read.
Wanted = tuple[str, bytes | None]

# A file to read: wanted, and its content where a worker process cannot get at it by its path.
_Job = tuple[str, bytes | None, Content | None]

# The site of a worker process, which has but one; empty in the main process.
_at_work: list[Site] = []

# The first files are read here at once, so that the list has something to show while the workers start (0.3 s).
_AT_ONCE = 200

# Large enough that handing a chunk over costs little, small enough that a cancel is answered within 50 ms.
_CHUNK = 40

# Nor does a chunk take more bytes than these and one file; some twelve chunks are on their way at a time.
_CHUNK_BYTES = 1 << 20

#: Seconds after which a worker that is still at one chunk is ended. The largest post takes a tenth of it.
_PATIENCE = 120.0


def read_files(site: Site, wanted: Sequence[Wanted], make: Callable[[ReadFile], T]) -> Iterator[T]:
    """Yield what `make` makes of the reading of every wanted file, also in another process: it has to be a function
    of a module. With many files, and from an archive, they come in an order of their own.
    """
    jobs = _jobs(site, wanted)
    if len(wanted) > 2 * _AT_ONCE:
        yield from _read_in_processes(site, jobs, make)
    else:
        for job in jobs:
            yield make(_read(site, job))


def _jobs(site: Site, wanted: Sequence[Wanted]) -> Iterator[_Job]:
    if site.container.by_path:
        for path, known in wanted:
            yield path, known, None
    else:
        digests = dict(wanted)
        for content in site.container.contents(digests, LARGEST):
            yield content.path, digests[content.path], content


def _chunks(jobs: Iterator[_Job]) -> Iterator[list[_Job]]:
    chunk: list[_Job] = []
    size = 0
    for job in jobs:
        chunk.append(job)
        size += len(job[2].data) if job[2] else 0
        if len(chunk) == _CHUNK or size > _CHUNK_BYTES:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _read_in_processes(site: Site, jobs: Iterator[_Job], make: Callable[[ReadFile], T]) -> Iterator[T]:
    here, chunks = islice(jobs, _AT_ONCE), _chunks(jobs)
    suspects: deque[_Job] = deque()
    while (broken := (yield from _read_until_broken(site, chunks, make, here))) is not None:
        suspects += broken
        if not can_work():
            yield from (make(_read(site, job)) for job in chain(here, suspects, chain.from_iterable(chunks)))
            return
    while suspects:
        yield from _read_one_by_one(site, suspects, make)


def _read_until_broken(
    site: Site, waiting: Iterator[list[_Job]], make: Callable[[ReadFile], T], here: Iterator[_Job]
) -> Generator[T, None, list[_Job] | None]:
    """Read what waits; one file that brings a worker down ends the pool, and those that were with it are returned.

    What is to be read `here`, in this process, is read while the others start. None: all was read.
    """
    workers = max(1, min(4, os.cpu_count() or 1))
    running: deque[tuple[Future[list[T]] | None, list[_Job]]] = deque()
    try:
        # The site comes once and not with each chunk: that of an archive holds all its names.
        with pool_of(workers, _go_to_work, site) as pool:
            for job in here:
                yield make(_read(site, job))
            while True:
                while len(running) < workers * 3 and (chunk := next(waiting, None)) is not None:
                    running.append((None, chunk))
                    # A pool may also be found broken here, after a while in which nobody asked for more.
                    running[-1] = (submit(pool, _in_time, _read_chunk, chunk, make, _PATIENCE), chunk)
                if not running or (future := running[0][0]) is None:
                    return None
                read = future.result()
                running.popleft()
                yield from read
    except BrokenProcessPool:
        return [job for _, chunk in running for job in chunk]


def _read_one_by_one(site: Site, suspects: deque[_Job], make: Callable[[ReadFile], T]) -> Iterator[T]:
    """Find out which file it was: read one at a time in one process, up to the file that brings it down."""
    try:
        with pool_of(1, _go_to_work, site) as pool:
            while suspects:
                read = submit(pool, _in_time, _read_chunk, [suspects[0]], make, _PATIENCE).result()
                suspects.popleft()
                yield from read
    except BrokenProcessPool:
        path = suspects.popleft()[0]
        detail = "the process that read it ended or took too long"
        problem = Problem(path, ProblemKind.PROGRAM_FAULT, detail, repaired=False)
        yield make(ReadFile(path, NO_STAMP, b"", None, (problem,)))


def _go_to_work(site: Site) -> None:
    _at_work.append(site)


def site_at_work() -> Site:
    """Return the site whose files this worker process reads."""
    return _at_work[-1]


def _in_time(
    read: Callable[[Sequence[_Job]], list[ReadFile]],
    chunk: Sequence[_Job],
    make: Callable[[ReadFile], T],
    seconds: float,
) -> list[T]:
    """Read a chunk, or end this process when it takes too long: one post must not hold up an import for ever.

    The timer's thread needs no interpreter, which a regular expression would not let go.
    """
    with Path(os.devnull).open("wb") as nowhere:
        faulthandler.dump_traceback_later(seconds, exit=True, file=nowhere)
        try:
            return list(map(make, read(chunk)))
        finally:
            faulthandler.cancel_dump_traceback_later()


def _read_chunk(chunk: Sequence[_Job]) -> list[ReadFile]:
    return [_read(site_at_work(), job) for job in chunk]


def _read(site: Site, job: _Job) -> ReadFile:
    path, known, content = job
    return read_file(site, path, known) if content is None else read_content(site, content, known)


def without_texts(file: ReadFile) -> ReadFile:
    """Leave the texts of a file behind, which a plan does not ask for."""
    if file.post is None:
        return file
    return replace(file, post=replace(file.post, html="", text="", metadata={}))
