"""What each import did, kept so that it can be undone and redone."""

from __future__ import annotations

import json
import sqlite3
import time
from collections import Counter
from collections.abc import Collection, Mapping
from pathlib import Path

from reader.domain import ImportOptions
from reader.library.imports import snapshots, sources
from reader.library.imports.reasons import reasons
from reader.library.imports.recorder import Recorder
from reader.library.marking import replaying
from reader.library.marking.compacting import want_compaction
from reader.library.store.database import explained
from reader.library.store.packing import Packer, path_bytes, path_text
from reader.library.store.statements import exists, small_statements
from reader.library.store.transactions import transaction
from reader.outcomes import Batch, BatchKind, FileOutcome, Outcome

# What it takes to undo an import may take so much room in all, and of so many imports of one source; the newest
# import of a source can be undone whatever its size.
_MOST_BYTES, _MOST_BATCHES = 256 * 1024 * 1024, 20

# Rows that are deleted together; with their snapshots some tens of milliseconds.
_SLICE = 500


class History:
    """The batches of a library. Every method raises LibraryError when the environment refuses."""

    def __init__(self, db: sqlite3.Connection, packer: Packer, file: Path) -> None:
        self._db = db
        self._packer = packer
        self.file = file

    @explained
    def begin_import(self, root: Path, options: ImportOptions) -> tuple[int, int]:
        """Begin an import of a folder, read by these rules; return the ids of its source and of the batch."""
        with transaction(self._db):
            for (killed,) in self._db.execute(
                "SELECT id FROM batch WHERE finished_at IS NULL AND bytes = 0"
            ).fetchall():
                self._weigh(killed)
            source, before = sources.begin(self._db, root, options)
            return source, self._begin(source, BatchKind.IMPORT, before)

    @explained
    def begin_removal(self, source: int) -> int:
        """Begin to remove a source with its articles; it is no source any more from now on."""
        with transaction(self._db):
            batch = self._begin(source, BatchKind.REMOVAL, sources.settings(self._db, source))
            replaying.let_wait(self._db)
            sources.forget(self._db, source)
            # What was refused is to be told again should the folder come back.
            self._db.execute("DELETE FROM file WHERE source_id = ? AND article_id IS NULL", (source,))
            return batch

    def _begin(self, source: int, kind: BatchKind, before: str) -> int:
        made = self._db.execute(
            "INSERT INTO batch (source_id, kind, began_at, settings) VALUES (?, ?, ?, ?)",
            (source, kind, int(time.time()), before),
        )
        return int(made.lastrowid or 0)

    def recorder(self, batch: int) -> Recorder:
        """Return what writes down the batch's changes."""
        return Recorder(self._db, self._packer, batch)

    @explained
    def finish(self, batch: int, counts: Mapping[Outcome, int], *, whole: bool = True) -> bool:
        """Note that a batch came to its end, or, not `whole`, that it was broken off.

        One that changed nothing is forgotten. Return whether it is kept.
        """
        with transaction(self._db):
            if not exists(self._db, "FROM change WHERE batch_id = ?", (batch,)):
                self._db.execute("DELETE FROM batch WHERE id = ?", (batch,))
                return False
            self._db.execute(
                "UPDATE batch SET finished_at = ?, counts = ? WHERE id = ?",
                (int(time.time()) if whole else None, json.dumps(dict(counts)), batch),
            )
            self._weigh(batch)
        return True

    def _weigh(self, batch: int) -> None:
        self._db.execute(
            "UPDATE batch SET bytes = (SELECT coalesce(sum(length(before)), 0) FROM change WHERE batch_id = ?1)"
            " WHERE id = ?1",
            (batch,),
        )

    @explained
    def batches(self) -> list[Batch]:
        """Return the import history, newest first."""
        found = self._db.execute(
            "SELECT batch.id, source_id, name, kind, began_at, finished_at, counts, undone, kept, swapping FROM batch"
            " JOIN source ON source.id = source_id ORDER BY batch.id DESC"
        ).fetchall()
        result: list[Batch] = []
        done_later: set[int] = set()
        lost_later: set[int] = set()
        for id_, source, name, kind, began_at, finished_at, counts, undone, kept, swapping in found:
            whole = kept and not swapping
            can_undo = bool(whole and not undone and source not in lost_later)
            can_redo = bool(whole and undone and source not in done_later)
            counted = Counter({Outcome(outcome): number for outcome, number in json.loads(counts).items()})
            batch = Batch(
                id_, source, name, BatchKind(kind), began_at, finished_at, counted, bool(undone), can_undo, can_redo
            )
            result.append(batch)
            if not undone:
                done_later.add(source)
            if not whole:
                lost_later.add(source)
        return result

    @explained
    def files(self, batch: int, only: Collection[str] | None = None) -> list[FileOutcome]:
        """Return what a batch did with each file, or with `only` some, in the order in which it did so.

        What was wrong with a file is told as long as no later import had to do with it.
        """
        chosen = None if only is None else json.dumps([path_bytes(path).hex().upper() for path in only])
        found = self._db.execute(
            "SELECT path, outcome, coalesce(title, '') FROM change LEFT JOIN article ON article.id = article_id"
            " WHERE batch_id = ?1 AND (?2 IS NULL OR hex(path) IN (SELECT value FROM json_each(?2)))"
            " ORDER BY change.id",
            (batch, chosen),
        )
        wrong = reasons(self._db, batch)
        return [FileOutcome(path_text(path), Outcome(done), title, wrong.get(path, ())) for path, done, title in found]

    @explained
    def remove_some(self, batch: int, source: int, seconds: float) -> int:
        """Take away some articles of a source in one short transaction; return how many, 0 when none is left."""
        deadline = time.monotonic() + seconds
        done = 0
        with transaction(self._db):
            found = self._db.execute(
                "SELECT id, (SELECT path FROM file WHERE article_id = id) FROM article WHERE source_id = ? LIMIT ?",
                (source, _SLICE),
            ).fetchall()
            for article, path in found:
                before = snapshots.swap(self._db, self._packer, {article: None})[article]
                self._db.execute(
                    "INSERT INTO change (batch_id, path, outcome, article_id, keeps, before) VALUES (?, ?, ?, ?, 1, ?)",
                    (batch, path or b"", Outcome.GONE, article, before),
                )
                done += 1
                if time.monotonic() > deadline:
                    break
        return done

    @explained
    def unfinished_removals(self) -> list[tuple[int, int]]:
        """Return the removals that were interrupted, each as its batch and its source."""
        return self._db.execute(
            "SELECT id, source_id FROM batch WHERE kind = ? AND finished_at IS NULL AND undone = 0 ORDER BY id",
            (BatchKind.REMOVAL,),
        ).fetchall()

    # --- undoing

    @explained
    def begin_swap(self, batch: int) -> list[int]:
        """Begin to undo a batch, or to do it again; return the batches this takes, in order.

        To undo one takes undoing the later ones of its source first; to do one again, the earlier ones.
        """
        with transaction(self._db):
            source, undone = self._db.execute("SELECT source_id, undone FROM batch WHERE id = ?", (batch,)).fetchone()
            replaying.let_wait(self._db)
            which = "id <= ? ORDER BY id" if undone else "id >= ? ORDER BY id DESC"
            taken = self._db.execute(
                f"SELECT id FROM batch WHERE source_id = ? AND undone = ? AND kept = 1 AND {which}",
                (source, undone, batch),
            ).fetchall()
            for (each,) in taken:
                self._db.execute("UPDATE batch SET undone = ?, swapping = 1 WHERE id = ?", (1 - undone, each))
        return [each for (each,) in taken]

    @explained
    def unfinished_swaps(self) -> list[int]:
        """Return the batches whose undoing was interrupted, in the order in which to go on."""
        found = self._db.execute(
            "SELECT id FROM batch WHERE swapping = 1 ORDER BY CASE undone WHEN 1 THEN -id ELSE id END"
        )
        return [each for (each,) in found]

    @explained
    def to_swap(self, batch: int) -> list[int]:
        """Return the rows of a batch that are still to be swapped: first those that take an article away."""
        found = self._db.execute(
            "SELECT change.id FROM change JOIN batch ON batch.id = batch_id WHERE batch_id = ? AND keeps = 1"
            " AND change.undone <> batch.undone ORDER BY before IS NOT NULL, change.id",
            (batch,),
        )
        return [row for (row,) in found]

    @explained
    def swap_some(self, rows: list[int], seconds: float) -> int:
        """Swap the first of these rows in one short transaction; return how many."""
        deadline = time.monotonic() + seconds
        done = 0
        with small_statements(self._db), transaction(self._db):
            for row in rows:
                self._swap(row)
                done += 1
                if time.monotonic() > deadline:
                    break
        return done

    def _swap(self, row: int) -> None:
        """Swap a row, together with those whose articles have files of its article now, or it of theirs."""
        waiting = "change.undone <> (SELECT undone FROM batch WHERE id = batch_id)"
        first = self._db.execute(
            f"SELECT article_id, before, batch_id FROM change WHERE id = ? AND {waiting}", (row,)
        ).fetchone()
        if first is None:  # It was swapped together with another one.
            return
        article, before, batch = first
        rows, images = {article: row}, {article: before}
        to_look_at = [before]
        while to_look_at:
            for other in snapshots.entangled(self._db, self._packer, to_look_at.pop()):
                if other in rows:
                    continue
                found = self._db.execute(
                    f"SELECT id, before FROM change WHERE batch_id = ? AND article_id = ? AND keeps = 1 AND {waiting}",
                    (batch, other),
                ).fetchone()
                if found is None:  # Another program's import read the file anew: what that made stays, in its place.
                    return
                rows[other], images[other] = found
                to_look_at.append(images[other])
        for each, instead in snapshots.swap(self._db, self._packer, images).items():
            self._db.execute("UPDATE change SET before = ?, undone = 1 - undone WHERE id = ?", (instead, rows[each]))

    @explained
    def finish_swap(self, batch: int) -> None:
        """Put back the settings of the source, and let the files that had no article be looked at again."""
        with transaction(self._db):
            found = self._db.execute(
                "SELECT source_id, settings, undone FROM batch WHERE id = ? AND swapping = 1", (batch,)
            ).fetchone()
            if found is None:  # Another program went on with it, and was first.
                return
            source, before, undone = found
            now = sources.settings(self._db, source)
            sources.restore_settings(self._db, source, before)
            self._db.execute("UPDATE batch SET settings = ?, swapping = 0 WHERE id = ?", (now, batch))
            self._db.execute(
                "DELETE FROM file WHERE article_id IS NULL AND source_id = ?"
                " AND path IN (SELECT path FROM change WHERE batch_id = ? AND article_id IS NULL)",
                (source, batch),
            )
            self._db.execute("UPDATE change SET undone = ? WHERE batch_id = ? AND keeps = 0", (undone, batch))
            # Articles that are there again brought their marks.
            want_compaction(self._db)
            self._weigh(batch)

    # --- room

    @explained
    def drop_some(self) -> bool:
        """Drop some of what the history keeps beyond its bounds; return whether there is more to drop."""
        batch = self._beyond_bounds()
        if batch is None:
            return False
        with transaction(self._db):
            self._db.execute("UPDATE batch SET kept = 0, bytes = 0 WHERE id = ?", (batch,))
            self._db.execute(
                "DELETE FROM change WHERE id IN (SELECT id FROM change WHERE batch_id = ? LIMIT ?)", (batch, _SLICE)
            )
        return True

    def _beyond_bounds(self) -> int | None:
        """Return a batch that is dropped already but not wholly, or the next one to drop."""
        half = self._db.execute(
            "SELECT id FROM batch WHERE kept = 0 AND EXISTS (SELECT 1 FROM change WHERE batch_id = batch.id) LIMIT 1"
        ).fetchone()
        if half:
            return int(half[0])
        batches = self._db.execute(
            "SELECT id, source_id, bytes FROM batch WHERE kept = 1 AND swapping = 0 ORDER BY id"
        ).fetchall()
        newest = {source: batch for batch, source, _ in batches}
        number = Counter(source for _, source, _ in batches)
        too_many_bytes = sum(size for _, _, size in batches) > _MOST_BYTES
        for batch, source, _ in batches:
            if batch != newest[source] and (too_many_bytes or number[source] > _MOST_BATCHES):
                return int(batch)
        return None
