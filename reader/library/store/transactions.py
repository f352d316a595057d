"""What is written together, and what is read of one moment."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """Run a block as one write transaction: all of it is kept, or nothing."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


@contextmanager
def one_moment(db: sqlite3.Connection) -> Iterator[None]:
    """Run a block of questions that all see the library as the first of them does, whatever others write meanwhile."""
    db.execute("BEGIN")
    try:
        yield
    finally:
        # What went wrong with the file may have ended it.
        if db.in_transaction:
            db.execute("COMMIT")
