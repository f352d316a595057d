"""The journal: every mark a second time, in a text file beside the database that survives its loss.

Each line is a JSON object: {"mark": column, "to": value, "of": [article, ...]}, or, where the file was written anew,
{"marks": [[article, read_at, bookmarked_at, position], ...]} below a line that no other file has. An article is
"id.root.path.identity": its number; hashes of its source's folder and of its first file's path; and the hash of what it
says. In another database the number means nothing, and the others find it. Lines are written before the database
commits, and while it lets nobody else write: they stand in the order of the changes, and what the database has the file
has, too.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

from reader.domain import MarkKind
from reader.library.store.lock import in_use
from reader.library.store.settings import MOVED_TO, setting, write_setting
from reader.library.store.transactions import transaction
from reader.whole_files import to_disk

FILE_NAME = "marks.jsonl"
#: What may be noted of an article, by its column; how far it was read is no mark that can be undone.
POSITION = "position"

#: Articles in a line.
TOGETHER = 500
#: The setting that says how far the database has what the journal has: where that ends, and what stands before it.
HELD = "journal_held"
# So many bytes of its beginning and before that end tell a journal from one that was written anew.
_TOLD_BY = 256
# An article's first file, as the index has them in their order.
_PATH = "(SELECT path FROM file WHERE article_id = article.id ORDER BY source_id, path LIMIT 1)"
#: What `name` takes, for every article.
NAMED = f"SELECT article.id AS id, root, {_PATH}, identity FROM article JOIN source ON source.id = source_id"
#: The same of an article's own row, beside its id: the folder by its source.
NAMED_BY = f"source_id, {_PATH}, identity"
#: An article, what names it, and since when it is marked, which is not noted.
Named = tuple[int, int, bytes | None, int | None, int]


class MarkJournal:
    """The journal of a library; `db` is the connection whose transaction holds the change that is noted."""

    def __init__(self, db: sqlite3.Connection, folder: Path) -> None:
        self._db = db
        self.file = folder / FILE_NAME
        self._end = 0

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Run a block as one write transaction; what it noted is taken back where the database refuses it.

        Otherwise a mark that a full disk refused would come back with the next replay. Raises LibraryError where the
        library was moved and is about to go.
        """
        before: int | None = None
        try:
            with transaction(self._db):
                self._refuse_moved()
                before = self._end = size(self.file)
                yield
        except BaseException:
            # The database lets others write again by now: what they noted behind it stays.
            if before is not None and before < size(self.file) <= self._end:
                with suppress(OSError):
                    os.truncate(self.file, before)
            raise

    def _refuse_moved(self) -> None:
        """Raise LibraryError where a move has copied the library and is about to remove this one."""
        if setting(self._db, MOVED_TO):
            raise in_use(self.file)

    def note(self, kind: MarkKind, marked: Sequence[tuple[int | None, Sequence[Named]]]) -> None:
        """Note a mark: each value with the articles that have it. On the disk when this returns.

        The user did it, and may pull the plug.
        """
        roots: dict[int, bytes] = dict(self._db.execute("SELECT id, root FROM source"))
        self._append(
            str(kind),
            [
                (value, [name(article, roots[source], path, identity) for article, source, path, identity, _ in rows])
                for value, rows in marked
            ],
            sync=True,
        )
        write_setting(self._db, HELD, held(self.file))

    def note_position(self, article: int, position: int) -> None:
        """Note how far an article was read; it changes too often to wait for the disk each time."""
        named = self._db.execute(f"{NAMED} WHERE article.id = ?", (article,))
        self._append(POSITION, [(position, [name(*row) for row in named])], sync=False)

    def _append(self, column: str, marked: Sequence[tuple[int | None, Sequence[str]]], *, sync: bool) -> None:
        data = b"".join(
            line({"mark": column, "to": value, "of": named[start : start + TOGETHER]})
            for value, named in marked
            for start in range(0, len(named), TOGETHER)
        )
        if data:
            self._end = size(self.file) + len(data)
            append(self.file, data, sync=sync)


def line(noted: dict[str, object]) -> bytes:
    """Return a line of the journal. Its end comes first: a line that a loss of power cut off spoils no other."""
    return f"\n{json.dumps(noted, separators=(',', ':'))}".encode()


def first_line() -> bytes:
    """Return what begins a journal that is written anew; its marks alone may look like those of the one before."""
    return line({"begun": os.urandom(8).hex()})


def append(file: Path, data: bytes, *, sync: bool) -> None:
    """Write to the end of a file; with `sync` it is on the disk afterwards."""
    with file.open("ab") as opened:
        opened.write(data)
        opened.flush()
        if sync:
            to_disk(opened.fileno())


def name(article: int, root: bytes, path: bytes | None, identity: int | None) -> str:
    """Return what the journal calls an article."""
    where = "" if path is None else blake2b(path, digest_size=6).hexdigest()
    what = "" if identity is None else f"{identity & 0xFFFF_FFFF_FFFF_FFFF:x}"
    return f"{article}.{_hash_of_root(root)}.{where}.{what}"


def parts(db: sqlite3.Connection, articles: Sequence[int] | None = None) -> Iterator[tuple[str, str, str, int]]:
    """Yield root, path and identity as the journal has them, and the number, for every file of all or some articles."""
    sql = (
        "SELECT article.id, root, path, identity FROM article JOIN source ON source.id = article.source_id"
        " LEFT JOIN file ON article_id = article.id"
    )
    if articles is not None:
        sql += " WHERE article.id IN (SELECT value FROM json_each(?))"
    for row in db.execute(sql, () if articles is None else (json.dumps(list(articles)),)):
        _, root, path, identity = name(*row).split(".")
        yield root, path, identity, row[0]


@lru_cache(maxsize=64)
def _hash_of_root(root: bytes) -> str:
    return blake2b(root, digest_size=4).hexdigest()


#: A mark as the journal has it: number, root, path and identity of the article, the column, and its value.
Noted = tuple[int, str, str, str, str, int | None]


def read(file: Path, begin: int = 0) -> Iterator[Noted]:
    """Yield what the journal holds from some byte on, the oldest first.

    What is no line of a journal, such as one that was cut off, is passed over.
    """
    with suppress(FileNotFoundError), file.open("rb") as opened:
        opened.seek(begin)
        for text in opened:
            with suppress(ValueError, TypeError, KeyError, AttributeError, RecursionError):
                yield from list(_marks(json.loads(text)))


def size(file: Path) -> int:
    """Return how long the journal is in bytes, 0 where there is none."""
    try:
        return file.stat().st_size
    except FileNotFoundError:
        return 0


def held(file: Path) -> str:
    """Return what tells a database that has all of the journal how far that goes; it must be on the disk."""
    end = size(file)
    return f"{end}.{_before(file, end)}"


def first_lacking(file: Path, said: str) -> int:
    """Return where in the journal begins what a database may lack that says to hold it so far."""
    end, _, before = said.partition(".")
    return int(end) if before and before == _before(file, int(end)) else 0


def _before(file: Path, end: int) -> str:
    with suppress(FileNotFoundError), file.open("rb") as opened:
        least = min(end, _TOLD_BY)
        beginning = opened.read(least)
        opened.seek(end - least)
        return blake2b(beginning + opened.read(least), digest_size=8).hexdigest()
    return ""


def state(file: Path) -> tuple[int, int]:
    """Return how long the journal is in bytes, and which file it is: another one where it was written anew."""
    try:
        found = file.stat()
    except FileNotFoundError:
        return 0, 0
    return found.st_size, found.st_ino


def _marks(noted: dict[str, Any]) -> Iterator[Noted]:
    if "marks" in noted:
        for article, read_at, bookmarked_at, position in noted["marks"]:
            named = _article(article)
            yield (*named, MarkKind.READ, _value(read_at))
            yield (*named, MarkKind.BOOKMARK, _value(bookmarked_at))
            if position:
                yield (*named, POSITION, _value(position))
        return
    column, value = noted["mark"], _value(noted["to"])
    if column not in (MarkKind.READ, MarkKind.BOOKMARK, POSITION) or (column == POSITION and value is None):
        raise ValueError(column)
    for article in noted["of"]:
        yield (*_article(article), column, value)


def _article(text: str) -> tuple[int, str, str, str]:
    number, root, path, identity = text.split(".")
    return _whole(int(number)), root, path, identity


def _value(value: object) -> int | None:
    if value is None:
        return None
    if type(value) is not int:
        raise ValueError(value)
    return _whole(value)


def _whole(number: int) -> int:
    """Return a number that SQLite can hold."""
    if not -(2**63) <= number < 2**63:
        raise ValueError(number)
    return number
