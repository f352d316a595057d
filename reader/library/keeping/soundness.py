"""Whether a library is intact: a quick look at each opening, a full check after something was wrong."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from reader.domain import LibraryError
from reader.late import late
from reader.library.store.database import FILE_NAME, SUSPECT, damaged, refusals_explained
from reader.paths import there

with late():
    from reader.library.keeping import backups
    from reader.library.marking import journal

# Both ends of what is read first and of what matters most.
_TABLES = ("source", "article", "content", "mark", "shelf", "category", "file", "batch", "search_data")


def is_there(folder: Path) -> bool:
    """Whether a folder has a library; a file without anything in it is none."""
    file = folder / FILE_NAME
    return there(file) and file.stat().st_size > 0


def glance(folder: Path) -> None:
    """Raise LibraryError of the kind `damaged` for a library that is cut off or whose tables cannot be read.

    Takes a moment, whatever the size of the library: a page in the middle of it is not looked at. That is done by
    `look_through`, which a start does where something was wrong before.
    """
    file = folder / FILE_NAME
    if not is_there(folder):
        if backups.backups(folder):
            # It was there, and is gone: an empty one must not take its place.
            raise damaged(file)
        return
    try:
        _read_some(file)
    except LibraryError as error:
        # What lies beside it tells whose it was.
        if error.kind == "not-a-library" and (backups.backups(folder) or there(folder / journal.FILE_NAME)):
            raise damaged(file) from error
        raise


def _read_some(file: Path) -> None:
    with refusals_explained(file), closing(sqlite3.connect(file)) as db:
        tables = {name for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
        for table in tables.intersection(_TABLES):
            for order in ("", " DESC"):
                _first(db, table, order)
        # A copy that was broken off ends early. What is in the log only counts where it is opened.
        pages, size = (db.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size"))
        if not there(file.with_name(f"{file.name}-wal")) and file.stat().st_size < pages * size:
            raise damaged(file)


def _first(db: sqlite3.Connection, table: str, order: str) -> None:
    key = db.execute("SELECT name FROM pragma_table_info(?) WHERE pk = 1", (table,)).fetchone()
    by = f' ORDER BY "{key[0]}"{order}' if key else ""
    db.execute(f'SELECT * FROM "{table}"{by} LIMIT 1').fetchone()


def is_suspect(folder: Path) -> bool:
    """Whether something was wrong with a library, so that `look_through` takes long."""
    return there(folder / SUSPECT)


def look_through(folder: Path) -> None:
    """Check every page where something was wrong before; raises LibraryError of the kind `damaged`."""
    if not is_suspect(folder) or not there(folder / FILE_NAME):
        return
    with refusals_explained(folder / FILE_NAME):
        with closing(sqlite3.connect(folder / FILE_NAME)) as db:
            if db.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
                raise damaged(folder / FILE_NAME)
        (folder / SUSPECT).unlink(missing_ok=True)
