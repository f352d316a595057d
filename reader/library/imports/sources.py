"""Imported folders: what is stored about each, and about its files."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reader.domain import Dialect, FileStamp, ImportOptions, Source
from reader.library.pictures.consents import withdraw_all
from reader.library.store.packing import one_line, path_bytes, path_text
from reader.library.store.transactions import transaction

# Of the name of a folder so much is shown.
_LONGEST_NAME = 200
# What undoing an import puts back of its source.
_SETTINGS = ("dialect", "zone", "drafts", "imported_at", "removed_at")


@dataclass(frozen=True, slots=True)
class KnownFile:
    """What the library remembers of a file; `article` is None when the file was refused."""

    stamp: FileStamp
    digest: bytes
    article: int | None
    fingerprint: bytes = b""


def all_of(db: sqlite3.Connection) -> list[Source]:
    """Return the sources that were not removed, oldest first."""
    found = db.execute(
        "SELECT id, root, name, dialect, imported_at, zone, drafts, watched FROM source WHERE removed_at IS NULL"
        " ORDER BY id"
    )
    return [_source(row) for row in found]


def at(db: sqlite3.Connection, root: Path) -> Source | None:
    """Return the source of a folder, also one that was removed; None when it never was one."""
    row = db.execute(
        "SELECT id, root, name, dialect, imported_at, zone, drafts, watched FROM source WHERE root = ?",
        (path_bytes(str(root)),),
    ).fetchone()
    return _source(row) if row else None


def _source(row: tuple[Any, ...]) -> Source:
    id_, root, name, dialect, at_, zone, drafts, watched = row
    return Source(id_, Path(path_text(root)), name, Dialect(dialect), at_, zone, bool(drafts), bool(watched))


def settings(db: sqlite3.Connection, source: int) -> str:
    """Return what undoing puts back of a source, as JSON."""
    row = db.execute(f"SELECT {', '.join(_SETTINGS)} FROM source WHERE id = ?", (source,)).fetchone()
    return json.dumps(dict(zip(_SETTINGS, row, strict=True)))


def restore_settings(db: sqlite3.Connection, source: int, text: str) -> None:
    """Put back what `settings` returned."""
    values: dict[str, Any] = json.loads(text)
    columns = ", ".join(f"{name} = ?" for name in _SETTINGS)
    db.execute(f"UPDATE source SET {columns} WHERE id = ?", (*(values[name] for name in _SETTINGS), source))


def begin(db: sqlite3.Connection, root: Path, options: ImportOptions) -> tuple[int, str]:
    """Return the id of the source of a folder, made when it is new, and its settings as they were.

    Under other rules than before every file counts as changed, until it is read again. Runs in the caller's
    transaction.
    """
    where = path_bytes(str(root))
    known = db.execute("SELECT id FROM source WHERE root = ?", (where,)).fetchone()
    if known is None:
        dialect = options.dialect or Dialect.PLAIN
        made = db.execute(
            "INSERT INTO source (root, name, dialect, removed_at) VALUES (?, ?, ?, ?)",
            (where, _display_name(root), dialect, int(time.time())),
        )
        # The settings of a source that was not there are those of one that was removed.
        before = settings(db, int(made.lastrowid or 0))
        source = int(made.lastrowid or 0)
    else:
        source = int(known[0])
        before = settings(db, source)
    configure(db, source, options)
    db.execute("UPDATE source SET removed_at = NULL WHERE id = ?", (source,))
    return source, before


def configure(db: sqlite3.Connection, source: int, options: ImportOptions) -> None:
    """Set how the files of a source are read; where that is new to it, each of them counts as changed."""
    values = (options.dialect or Dialect.PLAIN, options.zone, options.drafts)
    db.execute(
        "UPDATE file SET size = -1, digest = x'' WHERE source_id ="
        " (SELECT id FROM source WHERE id = ? AND (dialect, zone, drafts) IS NOT (?, ?, ?))",
        (source, *values),
    )
    db.execute("UPDATE source SET (dialect, zone, drafts) = (?, ?, ?) WHERE id = ?", (*values, source))


def known_files(db: sqlite3.Connection, source: int, below: Sequence[str] | None) -> dict[str, KnownFile]:
    """Return what is remembered of a source's files, by path; of those at or below some paths only, if given."""
    sql = "SELECT path, size, mtime_ns, digest, article_id, fingerprint FROM file WHERE source_id = ?"
    if below is None:
        rows = db.execute(sql, (source,)).fetchall()
    else:
        rows = []
        for path in below:
            inside = path_bytes(f"{path}/")
            after = inside[:-1] + b"0"  # "0" follows "/".
            rows += db.execute(
                f"{sql} AND (path = ? OR (path > ? AND path < ?))", (source, path_bytes(path), inside, after)
            )
    return {
        path_text(path): KnownFile(FileStamp(size, mtime_ns), digest, article, fingerprint)
        for path, size, mtime_ns, digest, article, fingerprint in rows
    }


def to_read_again(db: sqlite3.Connection, source: int) -> AbstractSet[str]:
    """Return the files of which another reading may make more, although they are the same.

    They name a picture that the folder may hold by now, or the program failed on them, and may be another version now.
    """
    found = db.execute(
        "SELECT DISTINCT path FROM problem WHERE source_id = ? AND kind IN ('picture-missing', 'program-fault')",
        (source,),
    )
    return {path_text(path) for (path,) in found}


def other_files(db: sqlite3.Connection, source: int, known: Mapping[str, KnownFile]) -> dict[int, str]:
    """Return a file of each of these files' articles that is not among them, where there is one."""
    articles = {file.article for file in known.values() if file.article is not None}
    found = db.execute(
        "SELECT article_id, path FROM file WHERE source_id = ? AND article_id IN (SELECT value FROM json_each(?))",
        (source, json.dumps(sorted(articles))),
    )
    return {article: path_text(path) for article, path in found if path_text(path) not in known}


def article_counts(db: sqlite3.Connection) -> dict[int, int]:
    """Return how many articles each source has."""
    return dict(db.execute("SELECT source_id, count(*) FROM article INDEXED BY article_source GROUP BY source_id"))


def rename(db: sqlite3.Connection, source: int, name: str) -> None:
    """Give a source another name, which its articles show."""
    with transaction(db):
        db.execute("UPDATE source SET name = ? WHERE id = ?", (one_line(name, _LONGEST_NAME), source))


def watch(db: sqlite3.Connection, source: int, *, watched: bool) -> None:
    """Let changes of a source come in by themselves, or not."""
    with transaction(db):
        db.execute("UPDATE source SET watched = ? WHERE id = ?", (watched, source))


def forget(db: sqlite3.Connection, source: int) -> None:
    """Let a source be none any more; its articles stay. Runs in the caller's transaction."""
    withdraw_all(db, source)
    db.execute("UPDATE source SET removed_at = ? WHERE id = ?", (int(time.time()), source))


def _display_name(root: Path) -> str:
    return one_line(root.name or str(root), _LONGEST_NAME)
