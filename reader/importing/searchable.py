"""Adds articles to the search index: tokens are made in other processes if there are many, one process writes."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress

from reader.importing.tally import Tally
from reader.importing.workers import pool_of, submit
from reader.library.library import Library
from reader.library.search.indexing import Tokens, Unindexed, tokenize
from reader.library.store.database import TRANSACTION_SECONDS
from reader.outcomes import ImportProgress, Phase

# From so many articles on other processes pay, which take 0.3 s to start. So many are dealt with here meanwhile.
_MANY, _AT_ONCE = 1_000, 200

# Large enough that handing texts over costs little, small enough that a cancel is answered soon.
_TOGETHER = 100


def index(library: Library, tally: Tally | None = None) -> Iterator[ImportProgress]:
    """Fill the search index with what it lacks; may be closed and begun again at any step."""
    tally = tally or Tally()
    total = library.unindexed()
    done = 0
    for written in _all(library, total):
        done += written
        tally.indexed += written
        yield tally.step(Phase.INDEX, done, max(total, done), committed=True)


def _all(library: Library, total: int) -> Iterator[int]:
    if total >= _MANY:
        yield from _in_processes(library)
    # What few there are, what came meanwhile, and all that is left where a process died.
    while written := library.index_some():
        yield written


def _in_processes(library: Library) -> Iterator[int]:
    # Who writes needs less time than who makes tokens, and comes first where both want a processor.
    workers = max(1, min(3, os.cpu_count() or 1))
    running: deque[tuple[Unindexed, Future[list[Tokens]]]] = deque()
    last = 0
    with suppress(BrokenProcessPool), pool_of(workers) as pool:
        if (here := library.index.read(last, _AT_ONCE)).texts:
            last = here.texts[-1].article
            yield from _write(library, here, tokenize(here.texts))
        while True:
            while len(running) < workers * 3 and (some := library.index.read(last, _TOGETHER)).texts:
                last = some.texts[-1].article
                running.append((some, submit(pool, tokenize, some.texts)))
            if not running:
                return
            some, future = running.popleft()
            yield from _write(library, some, future.result())


def _write(library: Library, some: Unindexed, made: list[Tokens]) -> Iterator[int]:
    while made:
        written = library.index.write(some, made, TRANSACTION_SECONDS)
        del some.texts[:written], made[:written]
        yield written
