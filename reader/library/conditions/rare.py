"""All articles that the index holds words in, where they are few: one walk tells, and then the rest is quick.

Of a phrase of frequent characters that is rare itself the index looks at each article that holds these. It does so
from the beginning to the first hit whatever range it is asked about, and from the last hit of the range to the next:
with few hits, each question about a range is a walk through much of all.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing

from reader.library.conditions.search import BEGINNING

# From where so many hits have been found it is reckoned how many there are in all, and so many are few.
_FIRST, _FEW = 10, 2_000
# They may have stood apart at the beginning and stand closely behind it: so many are given up.
_TOO_MANY = 10 * _FEW


def all_hits(db: sqlite3.Connection, words: str) -> list[int] | None:
    """Return all articles that hold words, in order of their ids; None where they seem to be many."""
    if BEGINNING in words:
        return None  # It is put together anew for each question, and that is most of what it costs.
    (last,) = db.execute("SELECT coalesce(max(id), 0) FROM article").fetchone()
    with closing(db.execute("SELECT rowid FROM search WHERE search MATCH ?", (words,))) as found:
        hits = [row for (row,) in found.fetchmany(_FIRST)]
        if len(hits) == _FIRST and last * _FIRST > _FEW * hits[-1]:
            return None
        hits += [row for (row,) in found.fetchmany(_TOO_MANY)]
    return hits if len(hits) < _TOO_MANY else None
