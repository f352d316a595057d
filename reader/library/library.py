"""Library: the only interface to everything that is stored."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Self

from reader.domain import Article, ArticleQuery, Changes, Content, Counts, ImportOptions, Source
from reader.late import late
from reader.library.listing import lists, rows
from reader.library.listing.categories import Category
from reader.library.listing.lists import Listing
from reader.library.parts import Parts
from reader.library.store import settings
from reader.library.store.database import FILE_NAME, TRANSACTION_SECONDS, connect, explained, refusals_explained
from reader.library.store.statements import exists
from reader.library.store.transactions import transaction

with late():
    from reader.library.conditions import query_tree
    from reader.library.imports import sources
    from reader.library.keeping import checks, rescue, upkeep
    from reader.library.listing import by_day, contents
    from reader.library.marking import compacting, marks, replaying
    from reader.library.pictures import pictures

# Steps of SQLite between two checks whether to stop: some milliseconds.
_STEPS_BETWEEN = 100_000


class Library(Parts):
    """One open library. Each thread opens its own; one with `writing=False` never waits for a writer. One that is
    `sealed` (places.py) is only read.

    Lists, marks and sources are here, and what imports and rows ask of pictures; all else is in its parts (parts.py).
    Every method raises LibraryError if the environment refuses.
    """

    def __init__(self, folder: Path, *, writing: bool = True, sealed: bool = False) -> None:
        file = folder / FILE_NAME
        super().__init__(connect(file, writing=writing and not sealed, sealed=sealed), file)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file. Nothing may be called afterwards."""
        self._db.close()

    # --- sources

    @explained
    def sources(self) -> list[Source]:
        """Return the imported folders, oldest first."""
        return sources.all_of(self._db)

    @explained
    def source_at(self, root: Path) -> Source | None:
        """Return the source of a folder, even if it was removed; None if it never was one."""
        return sources.at(self._db, root)

    @explained
    def article_counts(self) -> Mapping[int, int]:
        """Return how many articles each source has, by its id."""
        return sources.article_counts(self._db)

    @explained
    def rename_source(self, source: int, name: str) -> Changes:
        """Give a source another name, which its articles show."""
        sources.rename(self._db, source, name)
        return Changes(articles=True)

    @explained
    def watch_source(self, source: int, *, watched: bool) -> None:
        """Set whether changes of a source are imported automatically."""
        sources.watch(self._db, source, watched=watched)

    @explained
    def configure_source(self, source: int, options: ImportOptions) -> None:
        """Set how the files of a source are read from the next import on."""
        with transaction(self._db):
            sources.configure(self._db, source, options)

    @explained
    def forget_source(self, source: int) -> None:
        """Remove a source; its articles stay."""
        with transaction(self._db):
            sources.forget(self._db, source)

    @explained
    def finish_import(self, source: int) -> None:
        """Record that an import of a source has finished."""
        with transaction(self._db):
            self._db.execute("UPDATE source SET imported_at = ? WHERE id = ?", (int(time.time()), source))
        self.replay_waiting()

    # --- lists

    @explained
    def listing(self, query: ArticleQuery) -> Listing:
        """Return the ids and publication times of a list in its order."""
        return lists.listing(self._db, query, self._conditions(query))

    @explained
    def first(self, query: ArticleQuery, most: int = 100) -> Listing:
        """Return the beginning of a list, in a time that does not depend on its length."""
        return lists.first(self._db, query, self._conditions(query), most)

    def _conditions(self, query: ArticleQuery) -> query_tree.Node | None:
        return self.search.conditions(query) if query.text or query.within else None

    def give_up_when(self, given_up: Callable[[], bool]) -> None:
        """End queries with an error soon after `given_up` returns True; it is called in this thread."""
        self._db.set_progress_handler(given_up, _STEPS_BETWEEN)

    def growing(self, query: ArticleQuery) -> Iterator[Listing]:
        """Yield a whole list; if that takes longer than a moment, its beginning first."""
        with refusals_explained(self.file):
            yield from lists.growing(self._db, query, self._conditions(query))

    @explained
    def count(self, query: ArticleQuery) -> int:
        """Return how many articles a list has."""
        return lists.count(self._db, query, self._conditions(query))

    @explained
    def by_day(self, query: ArticleQuery) -> dict[date, int]:
        """Return how many articles of a list there are on each day that has any, in the reader's zone, newest first."""
        return by_day.by_day(self._db, query, self._conditions(query))

    @explained
    def articles(self, ids: Sequence[int]) -> list[Article]:
        """Return a page of rows in the order of `ids`; ids without an article are left out."""
        return rows.articles(self._db, ids)

    @explained
    def languages(self, ids: Sequence[int]) -> dict[int, str]:
        """Return the language that each article's post declares, "" for none."""
        return rows.languages(self._db, ids)

    @explained
    def first_unread(self, ids: Sequence[int]) -> int | None:
        """Return the first of `ids` that is unread."""
        return rows.first_unread(self._db, ids)

    @explained
    def categories(self) -> list[Category]:
        """Return the categories that list anything, including the root and "uncategorised"."""
        return rows.categories(self._db)

    @explained
    def counts(self, midnight: int) -> Counts:
        """Return the counts of the fixed lists; today, of unread articles, begins at `midnight` (seconds, UTC)."""
        return rows.counts(self._db, midnight)

    @explained
    def content(self, article: int) -> Content | None:
        """Return one whole article, or None if there is none with that id."""
        return contents.content(self._db, self._packer, article)

    # --- marks

    @explained
    def set_read(self, ids: Sequence[int], *, read: bool) -> Changes:
        """Mark articles read or unread."""
        return marks.set_read(self._db, self._journal, ids, read=read)

    @explained
    def set_bookmarked(self, ids: Sequence[int], *, bookmarked: bool) -> Changes:
        """Put articles on the read-later list, or remove them."""
        return marks.set_bookmarked(self._db, self._journal, ids, bookmarked=bookmarked)

    @explained
    def set_position(self, article: int, position: int) -> None:
        """Remember where reading stopped."""
        marks.set_position(self._db, self._journal, article, position)

    @explained
    def restore(self, changes: Changes) -> Changes:
        """Undo a change of marks, and nothing else that was done since."""
        return marks.restore(self._db, self._journal, changes)

    @explained
    def replay_marks(self, *, last: bool = False) -> None:
        """Set the marks from the journal beside the database; with `last` only those of the last moments."""
        (replaying.replay_last if last else replaying.replay)(self._db, self.folder)

    @explained
    def replay_waiting(self) -> None:
        """Set the marks that wait in the journal for articles which came since."""
        replaying.replay_waiting(self._db, self.folder)

    def compact_marks(self) -> Iterator[None]:
        """Rewrite the journal of marks if it has grown; may be closed at any step."""
        with refusals_explained(self.file):
            if compacting.compaction_due(self._db, self.folder):
                yield from compacting.compact(self._db, self.folder)

    # --- the search index

    def unindexed(self) -> int:
        """Return how many articles are not indexed yet."""
        return self.index.missing()

    @explained
    def unfinished(self) -> bool:
        """Whether something was interrupted: an import, undoing one, or removing a source."""
        history = self.history
        return bool(
            self.index.any_missing()
            or pictures.any_waiting(self._db)
            or history.unfinished_swaps()
            or history.unfinished_removals()
        )

    def index_some(self, seconds: float = TRANSACTION_SECONDS) -> int:
        """Index some more articles in one short transaction; return how many, 0 if all are done."""
        return self.index.some(seconds)

    # --- pictures

    @explained
    def retry_pictures(self, source: int) -> None:
        """Queue the local pictures of a source that could not be copied for another try."""
        pictures.retry(self._db, source)

    @explained
    def waiting_pictures(self, source: int) -> list[pictures.WaitingPicture]:
        """Return the local pictures of a source that have not been copied yet."""
        return pictures.waiting(self._db, source)

    @explained
    def settle_pictures(self, settled: Sequence[pictures.SettledPicture]) -> Changes:
        """Record which pictures were copied, and why others were not."""
        return pictures.settle(self._db, self.images, settled)

    @explained
    def thumbnail(self, key: str, density: int = 2) -> bytes | None:
        """Return a stored thumbnail as JPEG, None if it has not been made yet."""
        return pictures.thumbnail(self._db, key, density)

    @explained
    def make_thumbnail(self, key: str, density: int = 2) -> bytes | None:
        """Make and store the thumbnails of a stored picture; None if the picture cannot be decoded."""
        return pictures.make(self._db, self.images, key, density)

    # --- the web, of which more in `web`

    @explained
    def offline(self) -> bool:
        """Whether offline mode is on."""
        return settings.offline(self._db)

    @explained
    def download_left(self) -> bool:
        """Whether a download that was allowed once has not finished."""
        return exists(self._db, "FROM consent WHERE up_to IS NOT NULL")

    # --- the library itself

    @explained
    def check(self) -> list[str]:
        """Return what is wrong with the library, in English; an intact one returns nothing."""
        return checks.check(self._db, self.images)

    def tidy(self) -> Iterator[bool]:
        """Keep the library fast and small in short steps; may be closed at any. False at the end: some is left."""
        with refusals_explained(self.file):
            yield from upkeep.tidy(self._db, self._packer)

    @explained
    def rebuild_wanted(self) -> bool:
        """Whether the library was started again after damage, and its folders are still to be read."""
        return rescue.rebuild_wanted(self._db)

    @explained
    def stats(self) -> Mapping[str, int]:
        """Return the counts that `broadsheet-cli stats` prints."""
        return rows.stats(self._db, self.file)
