"""What a library asks of SQLite, heard while it does so, and how SQLite would go about it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing

from reader.library.library import Library
from reader.library.store import schema


def statements(library: Library, ask: Callable[[], object]) -> list[str]:
    """Return the statements that are run on the library's connection while `ask` runs, with their values in place."""
    heard: list[str] = []
    library._db.set_trace_callback(heard.append)
    try:
        ask()
    finally:
        library._db.set_trace_callback(None)
    # What begins with "--" is within a statement: a trigger. The index of words asks for its own tables in its own way.
    return [sql for sql in heard if not sql.startswith("--") and "'main'.'search_" not in sql]


def plans(library: Library, ask: Callable[[], object]) -> dict[str, list[str]]:
    """Return the steps by which SQLite does each statement that reads or writes rows while `ask` runs."""
    found: dict[str, list[str]] = {}
    for sql in statements(library, ask):
        if sql.split(maxsplit=1)[0] in {"SELECT", "WITH", "INSERT", "UPDATE", "DELETE"}:
            found[sql] = explain(library._db, sql)
    return found


def explain(db: sqlite3.Connection, sql: str, values: Sequence[object] = ()) -> list[str]:
    """Return the steps of one statement."""
    return [row[3] for row in db.execute(f"EXPLAIN QUERY PLAN {sql}", values)]


def plan(sql: str, values: Sequence[object] = ()) -> list[str]:
    """Return the steps of one statement in a new library."""
    with closing(sqlite3.connect(":memory:")) as db:
        db.executescript(schema.SCHEMA)
        return explain(db, sql, values)
