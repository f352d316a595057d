"""Records what a batch does while it does it, with what is needed to undo it."""

from __future__ import annotations

import sqlite3

from reader.library.imports import snapshots
from reader.library.store.packing import Packer
from reader.outcomes import Outcome

_INSERT = "INSERT INTO change (batch_id, path, outcome, article_id, keeps, before) VALUES (?, ?, ?, ?, ?, ?)"


class Recorder:
    """Writes down what one batch does to files and articles; each call belongs to the caller's transaction."""

    def __init__(self, db: sqlite3.Connection, packer: Packer, batch: int) -> None:
        self._db = db
        self._packer = packer
        self._batch = batch
        # Articles of which the batch keeps what there was before, whole.
        self._kept: set[int] = set()
        # The rows that keep of an article no more than that its file was there.
        self._missed: dict[int, int] = {}
        self._before: bytes | None = None
        self._keeps = False
        self._misses = False
        self._completed = 0
        self._rows: list[tuple[object, ...]] = []

    def made(self, article: int) -> None:
        """Keep that an article was not there."""
        self._kept.add(article)
        self._keeps, self._before = True, None

    def will_change(self, article: int) -> None:
        """Keep an article as it is, unless the batch does already."""
        if article not in self._kept:
            self._kept.add(article)
            self._take_whole(article)

    def will_miss(self, article: int) -> bool:
        """Keep that the file of an article was there, or for how long it was not; False where there is no article."""
        presence = snapshots.take_presence(self._db, self._packer, article)
        if presence is not None and article not in self._kept:
            self._keeps, self._misses, self._before = True, True, presence
        return presence is not None

    def note(self, path: bytes, outcome: Outcome, article: int | None) -> None:
        """Write down what became of a file, with what was kept for it."""
        if self._completed:
            # The file that was missed is the one that is here under another name.
            self._db.execute("UPDATE change SET path = ?, outcome = ? WHERE id = ?", (path, outcome, self._completed))
            self._completed = 0
            return
        row = (self._batch, path, outcome.value, article, int(self._keeps), self._before)
        if self._misses and article is not None:
            self.flush()
            self._missed[article] = int(self._db.execute(_INSERT, row).lastrowid or 0)
        else:
            # Many at once take a third of the time, and most of what an import does is noted here.
            self._rows.append(row)
        self._keeps, self._misses, self._before = False, False, None

    def flush(self) -> None:
        """Write what was noted; to be called before the transaction ends."""
        self._db.executemany(_INSERT, self._rows)
        self._rows.clear()

    def _take_whole(self, article: int) -> None:
        row = self._missed.pop(article, None)
        if row is None:
            self._keeps, self._before = True, snapshots.take(self._db, self._packer, article)
        else:
            presence = self._db.execute("SELECT before FROM change WHERE id = ?", (row,)).fetchone()[0]
            whole = snapshots.complete(self._db, self._packer, article, presence)
            self._db.execute("UPDATE change SET before = ? WHERE id = ?", (whole, row))
            self._completed = row
