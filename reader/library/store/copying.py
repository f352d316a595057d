"""Reliable copies of a database: of one moment, written through to the disk, and verified."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import closing, suppress
from pathlib import Path
from threading import Event

from reader.library.store.database import damaged, remove_database
from reader.whole_files import to_disk

# What nobody wrote to for so many seconds was left by a program that was killed.
_LEFT = 3600
# Pages that are copied before anybody is asked whether to go on; instructions of a check likewise.
_PAGES, _INSTRUCTIONS = 1000, 100_000


def copy_database(file: Path, copy: Path) -> Iterator[int]:
    """Copy the database in a thread, page by page, and put the copy to the test; yields the bytes so far.

    Others may write meanwhile: the copy is of the moment when it began. It is a single file, which needs no other
    beside it to be read. May be closed at any step. Raises LibraryError where the copy is damaged, sqlite3.Error or
    OSError when the disk refuses.
    """
    copied, given_up = [0], Event()
    remove_database(copy)
    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(_copy, file, copy, copied, given_up)
        try:
            yield 0
            while not wait([running], 0.1).done:
                yield copied[0]
            running.result()
        finally:
            given_up.set()


def _copy(file: Path, copy: Path, copied: list[int], given_up: Event) -> None:
    """Copy and check, unless it is `given_up`; `copied` has the bytes so far."""
    with closing(sqlite3.connect(file, isolation_level=None)) as old, closing(sqlite3.connect(copy)) as new:
        # Without a transaction each change by somebody else would make it begin again.
        old.execute("BEGIN")
        old.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        size = old.execute("PRAGMA page_size").fetchone()[0]

        def count(_status: int, left: int, total: int) -> None:
            if given_up.is_set():
                raise InterruptedError
            copied[0] = (total - left) * size

        old.backup(new, pages=_PAGES, progress=count)
        new.set_progress_handler(given_up.is_set, _INSTRUCTIONS)
        new.execute("PRAGMA journal_mode = DELETE")
        if new.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            raise damaged(file)
    with copy.open("rb+") as opened:
        to_disk(opened.fileno())


def new_part(file: Path) -> Path:
    """Return a name for what is to become `file`, and is nobody else's meanwhile; what was left of others goes."""
    for left in file.parent.glob(f"{file.name}*.part*"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > _LEFT:
                left.unlink()
    return file.with_name(f"{file.name}.{os.urandom(4).hex()}.part")
