"""The words of the index that begin with a given prefix.

FTS5 puts all words together that begin alike, each with all its articles, anew for each question and before its first
hit. Of one word it only reads what it needs. A word that was typed whole mostly is the beginning of few others.
"""

from __future__ import annotations

import sqlite3

from reader.library.conditions.query_tree import Node, Or, Words, changed
from reader.library.conditions.search import is_beginning
from reader.library.words.tokens import units

# So many words are asked for one by one; each takes half a millisecond to be found at a million articles.
_MOST = 8
# Comes before, and after, all that a word can go on with.
_LOWEST, _HIGHEST = "\x01", "\U0010ffff"


def spelled_out(db: sqlite3.Connection, node: Node) -> Node:
    """Return conditions that find the same, in which the beginning of few words has become these words."""

    def change(each: Node) -> Node:
        if not isinstance(each, Words) or not is_beginning(each) or len(units(each.text)) != 1:
            return each
        found = _words(db, units(each.text)[-1])
        return Or(tuple(Words(word, each.field) for word in found)) if found else each

    return changed(node, change, denied=False)


def _words(db: sqlite3.Connection, beginning: str) -> list[str] | None:
    """Return the words of the index that begin so, None where they are many."""
    _open(db)
    found: list[str] = []
    bound = beginning
    while len(found) <= _MOST:
        row = db.execute(
            "SELECT term FROM temp.vocabulary WHERE term >= ? AND term < ? LIMIT 1", (bound, beginning + _HIGHEST)
        ).fetchone()
        if row is None:
            return found
        found.append(row[0])
        bound = row[0] + _LOWEST
    return None


def _open(db: sqlite3.Connection) -> None:
    """Make the table through which SQLite shows the words; it is this connection's own, and holds nothing."""
    if db.execute("SELECT count(*) FROM temp.sqlite_schema WHERE name = 'vocabulary'").fetchone()[0]:
        return
    (only_read,) = db.execute("PRAGMA query_only").fetchone()
    db.execute("PRAGMA query_only = OFF")
    try:
        db.execute("CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab (main, search, instance)")
    finally:
        db.execute(f"PRAGMA query_only = {only_read}")
