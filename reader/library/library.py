"""Library: the one door to everything that is kept."""

from __future__ import annotations

import time
from array import array
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from types import TracebackType
from typing import Concatenate, ParamSpec, Self, TypeVar

from reader.domain import (
    ALL,
    Article,
    ArticleQuery,
    Category,
    Changes,
    Content,
    Counts,
    Dialect,
    FileStamp,
    ReadFile,
    Source,
)
from reader.library import contents, indexing, marks, pictures, queries, rows
from reader.library.checks import check
from reader.library.database import FILE_NAME, connect, refusals_explained, transaction
from reader.library.images import ImageStore
from reader.library.packing import Packer, path_bytes, path_text
from reader.library.writing import TRANSACTION_SECONDS, Outcome, PostWriter

# Articles made ready for the index at a time: a few megabytes of text.
_PREPARED = 400

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class KnownFile:
    """What the library remembers of a file; `article` is None when the file was refused."""

    stamp: FileStamp
    digest: bytes
    article: int | None


@dataclass(frozen=True, slots=True)
class Listing:
    """A list, whole: the ids of its articles in order, and beside each its publication time (seconds, UTC)."""

    ids: array[int]
    times: array[int]


def _explained(method: Callable[Concatenate[Library, P], T]) -> Callable[Concatenate[Library, P], T]:
    """Let what the environment refuses reach the caller as a LibraryError."""

    @wraps(method)
    def explained(self: Library, /, *args: P.args, **named: P.kwargs) -> T:
        with refusals_explained(self.folder / FILE_NAME):
            return method(self, *args, **named)

    return explained


class Library:
    """One opened library. Each thread opens its own; a `writing=False` one never waits for a writer.

    Every method raises LibraryError when the environment refuses.
    """

    def __init__(self, folder: Path, *, writing: bool = True) -> None:
        self.folder = folder
        self._file = folder / FILE_NAME
        self._db = connect(self._file, writing=writing)
        self._packer = Packer()
        self._prepared: list[indexing.Prepared] = []
        self._writer = PostWriter(self._db, self._packer)
        self.images = ImageStore(folder / "pictures")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give the file back. Nothing may be asked afterwards."""
        self._db.close()

    # --- sources and their files

    @_explained
    def source_for(self, root: Path, dialect: Dialect) -> Source:
        """Return the source of a folder, made when it is new, with the dialect it is now read in.

        Under another dialect than before every file counts as changed, until it is read again.
        """
        with transaction(self._db):
            self._db.execute(
                "UPDATE file SET size = -1, digest = x'' WHERE source_id IN"
                " (SELECT id FROM source WHERE root = ? AND dialect <> ?)",
                (path_bytes(str(root)), dialect),
            )
            self._db.execute(
                "INSERT INTO source (root, name, dialect) VALUES (?, ?, ?)"
                " ON CONFLICT DO UPDATE SET dialect = excluded.dialect",
                (path_bytes(str(root)), _display_name(root), dialect),
            )
        return next(source for source in self.sources() if source.root == root)

    @_explained
    def sources(self) -> list[Source]:
        """Return the imported folders, oldest first."""
        found = self._db.execute("SELECT id, root, name, dialect, imported_at FROM source ORDER BY id")
        return [Source(id_, Path(path_text(root)), name, Dialect(said), at) for id_, root, name, said, at in found]

    @_explained
    def finish_import(self, source: int) -> None:
        """Note that an import of a source went to its end."""
        with transaction(self._db):
            self._db.execute("UPDATE source SET imported_at = ? WHERE id = ?", (int(time.time()), source))

    @_explained
    def known_files(self, source: int) -> dict[str, KnownFile]:
        """Return what is remembered of a source's files, by path."""
        found = self._db.execute(
            "SELECT path, size, mtime_ns, digest, article_id FROM file WHERE source_id = ?", (source,)
        )
        return {
            path_text(path): KnownFile(FileStamp(size, mtime_ns), digest, article)
            for path, size, mtime_ns, digest, article in found
        }

    @_explained
    def note_presence(self, present: AbstractSet[int], missing: AbstractSet[int]) -> int:
        """Tell which articles have their file in the folder and which no longer; return how many went missing."""
        away = set(self._ids("SELECT id FROM article INDEXED BY article_gone WHERE gone_at IS NOT NULL"))
        gone, returned = missing - away, present & away
        with transaction(self._db):
            self._db.executemany(
                "UPDATE article SET gone_at = ? WHERE id = ?", [(int(time.time()), article) for article in gone]
            )
            self._db.executemany("UPDATE article SET gone_at = NULL WHERE id = ?", [(article,) for article in returned])
        return len(gone)

    @_explained
    def add(self, source: int, files: Sequence[ReadFile]) -> list[Outcome]:
        """Write the first of `files`, as many as a short transaction takes; return an outcome for each written."""
        return self._writer.add(source, files)

    # --- lists

    @_explained
    def listing(self, query: ArticleQuery) -> Listing:
        """Return the ids and publication times of a list in its order."""
        sql = queries.listing(query)
        ids, times = array("q"), array("q")
        if sql is not None:
            for article, published in self._db.execute(*sql):
                ids.append(article)
                times.append(published)
        return Listing(ids, times)

    @_explained
    def articles(self, ids: Sequence[int]) -> list[Article]:
        """Return a page of rows in the order of `ids`; those that are no articles are left out."""
        return rows.articles(self._db, ids)

    @_explained
    def first_unread(self, ids: Sequence[int]) -> int | None:
        """Return the first of `ids` that is unread."""
        return rows.first_unread(self._db, ids)

    @_explained
    def categories(self) -> list[Category]:
        """Return the categories that list anything, the root and "uncategorised" included."""
        return rows.categories(self._db)

    @_explained
    def counts(self, midnight: int) -> Counts:
        """Return the smart folders' numbers; today begins at `midnight` (seconds, UTC). Today's are the unread ones."""
        return rows.counts(self._db, midnight)

    @_explained
    def content(self, article: int) -> Content | None:
        """Return all of one article, or None when there is none of that id."""
        return contents.content(self._db, self._packer, article)

    # --- marks

    @_explained
    def set_read(self, ids: Sequence[int], *, read: bool) -> Changes:
        """Mark articles read or unread."""
        return marks.set_read(self._db, ids, read=read)

    @_explained
    def set_bookmarked(self, ids: Sequence[int], *, bookmarked: bool) -> Changes:
        """Put articles on the read-later list, or take them off."""
        return marks.set_bookmarked(self._db, ids, bookmarked=bookmarked)

    @_explained
    def set_position(self, article: int, position: int) -> None:
        """Remember where reading stopped."""
        marks.set_position(self._db, article, position)

    @_explained
    def restore(self, changes: Changes) -> Changes:
        """Take a change of marks back, and nothing else that was done since."""
        return marks.restore(self._db, changes)

    # --- the search index

    @_explained
    def unindexed(self) -> int:
        """Return how many articles search does not find yet."""
        return int(self._db.execute("SELECT count(*) FROM article WHERE indexed = 0").fetchone()[0])

    @_explained
    def unfinished(self) -> bool:
        """Whether an import left something undone: pictures to copy, articles to index."""
        return bool(self.unindexed() or pictures.any_waiting(self._db))

    @_explained
    def index_some(self, seconds: float = TRANSACTION_SECONDS) -> int:
        """Index some more articles in one short transaction; return how many, 0 when all are done."""
        if not self._prepared:
            self._prepared = indexing.prepare(self._db, self._packer, _PREPARED)
        done = indexing.write(self._db, self._prepared, seconds) if self._prepared else 0
        del self._prepared[:done]
        return done

    # --- pictures

    @_explained
    def retry_pictures(self, source: int) -> None:
        """Let the local pictures of a source that could not be copied wait for another try."""
        with transaction(self._db):
            pictures.retry(self._db, source)

    @_explained
    def waiting_pictures(self, source: int) -> list[pictures.WaitingPicture]:
        """Return the local pictures of a source that were not copied yet."""
        return pictures.waiting(self._db, source)

    @_explained
    def settle_pictures(self, settled: Sequence[pictures.SettledPicture]) -> Changes:
        """Note which pictures were copied, and why others were not."""
        return pictures.settle(self._db, settled)

    @_explained
    def thumbnail(self, key: str) -> bytes | None:
        """Return a stored thumbnail as JPEG, None when it was not made yet."""
        return pictures.thumbnail(self._db, key)

    @_explained
    def make_thumbnail(self, key: str) -> bytes | None:
        """Make and keep the thumbnail of a stored picture; None when the picture cannot be decoded."""
        return pictures.make(self._db, self.images, key)

    # --- the library itself

    @_explained
    def check(self) -> list[str]:
        """Return what is wrong with the library, in English; an intact one returns nothing."""
        return check(self._db, self.images)

    @_explained
    def stats(self) -> Mapping[str, int]:
        """Return the numbers that `broadsheet-cli stats` prints."""
        return rows.stats(self._db, self._file, ALL)

    def _ids(self, sql: str) -> list[int]:
        return [row[0] for row in self._db.execute(sql)]


def _display_name(root: Path) -> str:
    return root.name.encode("utf-8", "replace").decode() or str(root)


__all__ = ["ImageStore", "KnownFile", "Library", "Listing"]
