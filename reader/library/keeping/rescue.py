"""A damaged library: repaired from what can be read of it, or started again and read from its folders.

Either becomes the library as a restored backup does (see backups.py), and has the marks of the journal. The damaged one
is kept among the backups.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

from reader.domain import LibraryError
from reader.library.keeping.backups import backups, let_take_place
from reader.library.keeping.mending import LOST_CATEGORIES, mend
from reader.library.keeping.places import refuse_sealed
from reader.library.keeping.salvage import Salvage, open_damaged
from reader.library.marking import replaying
from reader.library.store.database import FILE_NAME, RESTORED, connect, refusals_explained, remove_database
from reader.library.store.settings import setting, write_setting
from reader.library.store.statements import exists
from reader.library.store.transactions import transaction
from reader.paths import there

# What the user set, of which the folders know nothing.
_SETTINGS = ("source", "setting", "saved_search", "consent", "category")
# The history of imports is left behind: undoing makes sense over the exact rows that it left.
_ALL = (
    *_SETTINGS, "article", "content", "file", "problem", "mark", "shelf", "tag", "article_tag", "picture",
    "image", "thumbnail", "refusal", "misplaced",
)  # fmt: skip

# Says that the folders are still to be read.
_REBUILD = "rebuild"


def repair(folder: Path) -> Iterator[int]:
    """Make a sound library of what can be read of a damaged one; yields how many rows so far.

    May be closed at any step; once it went to its end, `finish_restore` does the rest. What could not be read comes
    with the next import of its folder. Raises LibraryError where no article can be read.
    """

    def finish(db: sqlite3.Connection, damaged: set[str]) -> Iterator[None]:
        yield from mend(db, damaged)
        if not exists(db, "FROM article"):
            raise _lost(folder)

    yield from _make(folder, _ALL, finish)


def rebuild(folder: Path) -> Iterator[int]:
    """Make an empty library that knows its folders, smart folders and settings; yields how many rows so far.

    Where the damaged one does not tell them any more the newest backup does. `rebuild_wanted` then says that the
    folders are to be read; marks come with the articles. Raises LibraryError where no folder is known.
    """
    yield from _make(folder, _SETTINGS, _begin_anew)


def rebuild_wanted(db: sqlite3.Connection) -> bool:
    """Whether a library was begun anew, and not all of its folders were read since."""
    unread = "FROM source WHERE imported_at IS NULL AND removed_at IS NULL"
    return setting(db, _REBUILD) != "" and exists(db, unread)


def _make(
    folder: Path, tables: Sequence[str], finish: Callable[[sqlite3.Connection, set[str]], Iterator[None]]
) -> Iterator[int]:
    refuse_sealed(folder)
    part = folder / f"{RESTORED}.part"
    with refusals_explained(part):
        try:
            remove_database(part)
            with closing(connect(part, writing=True)) as new:
                new.execute("PRAGMA foreign_keys = OFF")
                yield from _take(folder, new, tables, finish)
                replaying.replay(new, folder)
                new.execute("PRAGMA journal_mode = DELETE")
            let_take_place(folder, part)
        finally:
            remove_database(part)


def _lost(folder: Path) -> LibraryError:
    advice = "Nothing of the library can be read. Restore a backup, or import again in another place."
    return LibraryError("lost", folder / FILE_NAME, advice)


def _take(
    folder: Path,
    new: sqlite3.Connection,
    tables: Sequence[str],
    finish: Callable[[sqlite3.Connection, set[str]], Iterator[None]],
) -> Iterator[int]:
    damaged: set[str] = set()
    for file in (folder / FILE_NAME, *(backup.file for backup in backups(folder))):
        # What belongs to no source could not be told from others: they are known from a backup at least.
        yield from _salvage(file, new, tables, damaged)
        if exists(new, "FROM source"):
            break
        tables = _SETTINGS
    else:
        raise _lost(folder)
    for _ in finish(new, damaged):
        yield 0


def _salvage(file: Path, new: sqlite3.Connection, tables: Sequence[str], damaged: set[str]) -> Iterator[int]:
    if not there(file):
        return
    with closing(open_damaged(file)) as old, transaction(new):
        salvage = Salvage(old, new)
        for table in tables:
            yield from salvage.take(table)
        salvage.take_numbers()
        damaged |= salvage.damaged


def _begin_anew(db: sqlite3.Connection, _damaged: set[str]) -> Iterator[None]:
    with transaction(db):
        db.execute("DELETE FROM consent WHERE up_to IS NOT NULL")
        db.execute("UPDATE source SET imported_at = NULL, articles = 0, unread = 0")
        # They list nothing yet, and keep how the user wants them.
        while db.execute(LOST_CATEGORIES).rowcount:
            pass
        db.execute("UPDATE category SET articles = 0, unread = 0")
        db.execute("UPDATE category SET merged_into = NULL WHERE merged_into NOT IN (SELECT id FROM category)")
        # Nothing of a removed one is left to be read.
        db.execute("DELETE FROM source WHERE removed_at IS NOT NULL")
        db.execute("DELETE FROM consent WHERE source_id NOT IN (SELECT id FROM source)")
        write_setting(db, _REBUILD, "1")
    yield
