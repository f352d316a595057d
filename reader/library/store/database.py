"""One SQLite file: connecting, creating and migrating it, and telling the user what the environment refuses."""

from __future__ import annotations

import os
import re
import sqlite3
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from functools import wraps
from pathlib import Path, PurePath
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from reader.domain import LibraryError
from reader.late import late
from reader.library.store import schema
from reader.library.store.lock import locks_refused, no_locks
from reader.library.store.transactions import transaction
from reader.paths import PRIVATE, there
from reader.whole_files import FULL, write_through

with late():
    from reader import references

FILE_NAME = "library.sqlite3"
#: Of the SQLite that Python came with.
SQLITE_VERSION = sqlite3.sqlite_version

#: A statement and its values.
Sql = tuple[str, list[object]]

#: A library that is to take the place of the one that is there: complete, and not to be given up any more.
RESTORED = "library.restored.sqlite3"

#: Lies beside a library of which a part could not be read.
SUSPECT = "library.suspect"

#: A bookmark made during an import waits for one transaction at most; see docs/design.md.
TRANSACTION_SECONDS = 0.08
# Where the header of a database file has its user_version (https://www.sqlite.org/fileformat2.html).
_VERSION_AT = 60
# A writer waits this long for another one before it gives up.
_BUSY_SECONDS = 5.0


def connect(path: Path, *, writing: bool, sealed: bool = False) -> sqlite3.Connection:
    """Open the library file at `path`; a missing one is created, an older one migrated, when `writing`.

    One that is `sealed` lies where nothing can be written, and is read without so much as a lock.

    Raises LibraryError when the file is missing (reading), not a library, damaged, newer than this program, locked,
    or when its folder cannot be written.
    """
    with refusals_explained(path):
        if writing:
            path.parent.mkdir(PRIVATE, parents=True, exist_ok=True)
        elif not there(path):
            raise LibraryError("missing", path, "There is no library here yet.")
        # Plain read-only mode cannot open a WAL database whose -shm file is absent; query_only serves the purpose.
        name = _sealed_name(path) if sealed else path
        db = sqlite3.connect(
            name, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False, uri=isinstance(name, str)
        )
        try:
            _prepare(db, path, writing=writing)
            if sealed:
                _check_version(db, path)
        except BaseException:
            db.close()
            raise
    return db


def side_files(file: Path) -> tuple[Path, Path, Path]:
    """Return the files that SQLite may keep beside a database: its log, the index of that, and an older log."""
    wal, shm, journal = (file.with_name(f"{file.name}-{end}") for end in ("wal", "shm", "journal"))
    return wal, shm, journal


def remove_database(file: Path) -> None:
    """Remove a database, if it is there, with what SQLite may keep beside it. Raises OSError."""
    for each in (file, *side_files(file)):
        each.unlink(missing_ok=True)


def is_older(path: Path) -> bool:
    """Whether a library file is of an older version, so that opening it takes long; False where that cannot be told."""
    # Not asked of SQLite, which would leave a log behind as a program does that was killed.
    try:
        with path.open("rb") as file:
            file.seek(_VERSION_AT)
            version = int.from_bytes(file.read(4), "big")
    except OSError:
        return False  # Opening it will say what is the matter.
    return 0 < version < schema.VERSION


def _sealed_name(path: Path) -> str:
    """Return how SQLite is told of a file that nobody changes; a log beside it would be passed over, so none may be."""
    wal = path.with_name(f"{path.name}-wal")
    if there(wal) and wal.stat().st_size:
        raise LibraryError("left-open", path, _LEFT_OPEN)
    return sealed_uri(path.absolute())


def sealed_uri(path: PurePath) -> str:
    """Return what tells SQLite to open a file that nobody changes."""
    # SQLite takes no computer's name before the path (sqlite.org/uri.html), where Windows' shares have it.
    return f"{re.sub('^file://(?=[^/])', 'file:////', path.as_uri())}?mode=ro&immutable=1"


def _prepare(db: sqlite3.Connection, path: Path, *, writing: bool) -> None:
    # trusted_schema off: a crafted library file cannot call functions from its views and triggers.
    db.executescript("PRAGMA trusted_schema = OFF; PRAGMA foreign_keys = ON; PRAGMA cache_size = -32768;")
    # Most connections never call them, so what they need is not loaded yet.
    db.create_function("address_number", 1, lambda ref: references.address_number(ref), deterministic=True)
    db.create_function("short_ref", 1, lambda ref: references.short_ref(ref), deterministic=True)
    application, version = (db.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version"))
    empty = db.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0] == 0
    if not empty and application != schema.APPLICATION_ID:
        raise LibraryError("not-a-library", path, "This file is not a Broadsheet library. Choose another folder.")
    if version > schema.VERSION:
        raise LibraryError("newer", path, "This library was made by a newer Broadsheet. Update the program to open it.")
    if writing:
        _check_writable(path)
        # Bodies take some 3 KB packed; twice SQLite's own page wastes half as much room at their ends. It only counts
        # before the first table is made.
        db.execute("PRAGMA page_size = 8192")
        # So that upkeep can give free pages back; it, too, only counts before the first table.
        db.execute("PRAGMA auto_vacuum = INCREMENTAL")
        # NORMAL under WAL: a power cut may take the last moments back, and never damages what was there. On a Mac that
        # holds where the drive is asked to write its own memory back (see `to_disk`); elsewhere it changes nothing.
        for pragma in ("journal_mode = WAL", "synchronous = NORMAL", "checkpoint_fullfsync = ON"):
            db.execute(f"PRAGMA {pragma}")
        db.execute("PRAGMA journal_size_limit = 67108864")
        if empty or version < schema.VERSION:
            _migrate(db, path, 0 if empty else version)
    elif empty:
        raise LibraryError("missing", path, "There is no library here yet.")
    else:
        db.execute("PRAGMA query_only = ON")


def _check_version(db: sqlite3.Connection, path: Path) -> None:
    """Refuse a library that would have to be updated first."""
    if db.execute("PRAGMA user_version").fetchone()[0] < schema.VERSION:
        raise LibraryError("older", path, _OLDER)


def _check_writable(path: Path) -> None:
    """Refuse early and clearly; SQLite would say so only at the first write."""
    # Only asked where that tells: a file that is closed takes the locks along that this process has on it, those of
    # other connections, too (sqlite.org/howtocorrupt.html, 2.2). A command beside the window would then take the log
    # away from under it. Windows knows no such rule, and its answer no lists of who may write.
    if sys.platform != "win32" and os.access(path, os.W_OK):
        return
    try:
        with path.open("ab"):
            pass
    except OSError as error:
        raise LibraryError("read-only", path, f"The library cannot be written ({error.strerror}).") from error


def _migrate(db: sqlite3.Connection, path: Path, version: int) -> None:
    steps = schema.MIGRATIONS[version - 1 :] if version else (schema.SCHEMA,)
    # A step may make a table anew, and dropping the old one would take along all that points to it. The switch has no
    # effect inside a transaction.
    db.execute("PRAGMA foreign_keys = OFF")
    try:
        _take_steps(db, path, version, steps)
    finally:
        db.execute("PRAGMA foreign_keys = ON")


def _take_steps(db: sqlite3.Connection, path: Path, version: int, steps: Sequence[str]) -> None:
    with transaction(db):
        # Another process may have been first while this one waited for the lock.
        if db.execute("PRAGMA user_version").fetchone()[0] != version:
            return
        if version:
            _copy(path, path.with_name(f"{path.stem}.v{version}.sqlite3"))
        for step in steps:
            for statement in _statements(step):
                db.execute(statement)
        if db.execute("PRAGMA foreign_key_check").fetchone() is not None:
            raise sqlite3.IntegrityError("a migration left rows that point to nothing")
        db.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {schema.VERSION}")


def _copy(path: Path, target: Path) -> None:
    """Copy a library as it was before the transaction that is under way, which cannot copy it by itself."""
    # Nobody else copies meanwhile: the transaction holds the lock.
    part = target.with_name(f"{target.name}.part")
    try:
        with closing(sqlite3.connect(path)) as db, closing(sqlite3.connect(part)) as copy:
            db.backup(copy)
        part.replace(target)
        write_through(target.parent, target)
    finally:
        remove_database(part)


def _statements(script: str) -> Iterator[str]:
    """Split a script, since executescript would commit the running transaction."""
    statement = ""
    for part in script.split(";"):
        statement += f"{part};"
        # A semicolon within a text, a comment or a trigger ends nothing.
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


_DAMAGED = (
    "The library is damaged. Start Broadsheet again to restore a backup or to repair it, or use broadsheet-cli restore,"
    " repair or rebuild."
)
_LEFT_OPEN = (
    "The library is in use elsewhere, or was not closed there. Close it there, or copy its folder to this computer."
)
_OLDER = (
    "An older Broadsheet made this library, and it cannot be updated where it is. Copy its folder to this computer."
)
_ADVICE = {
    sqlite3.SQLITE_BUSY: ("locked", "Another program is using the library. Close it and try again."),
    sqlite3.SQLITE_LOCKED: ("locked", "Another program is using the library. Close it and try again."),
    sqlite3.SQLITE_FULL: ("disk-full", "The disk is full. Free some space; nothing already saved is lost."),
    sqlite3.SQLITE_READONLY: ("read-only", "The library cannot be written to. Check the folder’s permissions."),
    sqlite3.SQLITE_CANTOPEN: ("cannot-open", "The library cannot be opened. Check that its folder exists."),
    sqlite3.SQLITE_IOERR: ("disk", "The disk refused to read or write. Check the disk; nothing already saved is lost."),
    sqlite3.SQLITE_CORRUPT: ("damaged", _DAMAGED),
    sqlite3.SQLITE_NOTADB: ("not-a-library", "This file is not a Broadsheet library. Choose another folder."),
}


@contextmanager
def refusals_explained(path: Path) -> Iterator[None]:
    """Turn what the environment refuses into a LibraryError; a fault of the program passes as it is."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", None)
        known = _ADVICE.get(code & 0xFF) if isinstance(code, int) else None
        if known is None:
            raise
        if known[0] == "damaged":
            raise damaged(path) from error
        if known[0] in ("locked", "disk") and locks_refused(path.parent):
            raise no_locks(path) from error
        raise LibraryError(known[0], path, known[1]) from error
    except OSError as error:
        if error.errno in FULL:
            kind, advice = _ADVICE[sqlite3.SQLITE_FULL]
            raise LibraryError(kind, path, advice) from error
        raise LibraryError("cannot-open", path, f"The library cannot be opened ({error.strerror}).") from error


def gone(path: Path) -> LibraryError:
    """Return what is raised for a library that was open and is no longer where it was."""
    kind, advice = _ADVICE[sqlite3.SQLITE_CANTOPEN]
    return LibraryError(kind, path, advice)


def damaged(path: Path) -> LibraryError:
    """Return what is raised for a damaged library; the next start will look through all of it."""
    if path.name == FILE_NAME:
        with suppress(OSError):
            path.with_name(SUSPECT).touch()
    return LibraryError("damaged", path, _DAMAGED)


P = ParamSpec("P")
T = TypeVar("T")


class _HasFile(Protocol):
    @property
    def file(self) -> Path: ...


Door = TypeVar("Door", bound=_HasFile)


def explained(method: Callable[Concatenate[Door, P], T]) -> Callable[Concatenate[Door, P], T]:
    """Let what the environment refuses to a method reach its caller as a LibraryError."""

    @wraps(method)
    def explained_method(self: Door, /, *args: P.args, **named: P.kwargs) -> T:
        with refusals_explained(self.file):
            return method(self, *args, **named)

    return explained_method
