"""Problems of the files of an import, as far as they are still known: only the latest of each file are kept."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from reader.library.store.packing import path_text
from reader.problems import Problem, ProblemKind

# An import that finds the same wrong as before writes nothing down, and so leaves the last word to the one that did.
_LAST_SAID = """
SELECT path, kind, detail, line, repaired FROM problem
WHERE source_id = (SELECT source_id FROM batch WHERE id = ?1 AND undone = 0)
    AND path IN (SELECT path FROM change WHERE batch_id = ?1)
    AND path NOT IN (
        SELECT path FROM batch JOIN change ON batch_id = batch.id
        WHERE batch.id > ?1 AND source_id = (SELECT source_id FROM batch WHERE id = ?1)
    )
ORDER BY problem.rowid
"""


def reasons(db: sqlite3.Connection, batch: int) -> Mapping[bytes, tuple[Problem, ...]]:
    """Return the problems of a batch's files by path, of those that no later import of the source had to do with."""
    found: dict[bytes, tuple[Problem, ...]] = {}
    for path, kind, detail, line, repaired in db.execute(_LAST_SAID, (batch,)):
        problem = Problem(path_text(path), ProblemKind(kind), detail, line, bool(repaired))
        found[path] = (*found.get(path, ()), problem)
    return found
