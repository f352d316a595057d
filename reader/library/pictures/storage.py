"""Disk usage of the library: numbers, a budget for web pictures, and whether every file is intact."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from reader.domain import Changes
from reader.library.pictures import health, pictures
from reader.library.pictures.images import PARTS, ImageStore
from reader.library.store import settings
from reader.library.store.database import explained, refusals_explained
from reader.library.store.transactions import transaction
from reader.offline import GivenUp, Health
from reader.paths import there
from reader.storage import StorageNumbers, VerifyProgress

#: Bytes that pictures may take while the user has set nothing.
BUDGET = 2_000_000_000

# Files that are given up in one transaction.
_SLICE = 100
_EVER = 2**62
_AT_ONCE = 20_000_000

# Who must give a picture up first: nobody shows it; all who show it are read; someone has still to read it. What one
# bookmarked article shows is never given up for room.
# With the condition of the index beside it, without which SQLite walks the whole table.
_SAME = "picture.key = image.key AND picture.key <> ''"
_UNUSED = f"NOT EXISTS (SELECT 1 FROM picture INDEXED BY picture_key WHERE {_SAME})"
_SHOWN = (
    "NOT EXISTS (SELECT 1 FROM picture INDEXED BY picture_key LEFT JOIN mark USING (article_id)"
    f" WHERE {_SAME} AND ({{}}))"
)
_ORDERS = (
    _UNUSED,
    _SHOWN.format("read_at IS NULL OR bookmarked_at IS NOT NULL"),
    _SHOWN.format("bookmarked_at IS NOT NULL"),
)
EVICTABLE = (
    "SELECT key, bytes FROM image INDEXED BY image_evictable WHERE remote = 1 AND stored_at IS NOT NULL"
    " AND stored_at < ? AND {}"
    " ORDER BY stored_at LIMIT ?"
)


class Storage:
    """The room of a library. Every method raises LibraryError when the environment refuses."""

    def __init__(self, db: sqlite3.Connection, file: Path, images: ImageStore) -> None:
        self._db = db
        self.file = file
        self._images = images

    # --- numbers

    @explained
    def numbers(self) -> StorageNumbers:
        """Return the bytes of the library by kind and by source; may take a second for a large one."""
        return health.numbers(self._db, self.file, self.budget())

    @explained
    def health(self) -> Health:
        """Return how many articles have all, some or none of their pictures."""
        return health.overall(self._db)

    @explained
    def health_by_category(self) -> dict[int, Health]:
        """Return the same for each category, all below it included."""
        return health.by_category(self._db)

    @explained
    def health_by_source(self) -> dict[int, Health]:
        """Return the same for each source."""
        return health.by_source(self._db)

    @explained
    def missing(self) -> dict[str, int]:
        """Return how many pictures are missing, by reason; "" stands for those that were never asked for."""
        return health.missing(self._db)

    # --- the budget

    @explained
    def budget(self) -> int:
        """Return how many bytes pictures may take; copies of local ones count, and are never given up."""
        set_to = settings.setting(self._db, "picture_budget")
        return int(set_to) if set_to else BUDGET

    @explained
    def set_budget(self, budget: int) -> None:
        """Set how many bytes pictures may take; `evict` then gives up what is beyond."""
        settings.set_setting(self._db, "picture_budget", str(max(0, budget)))

    @explained
    def used(self) -> int:
        """Return how many bytes pictures take."""
        row = self._db.execute("SELECT coalesce(sum(bytes), 0) FROM image WHERE stored_at IS NOT NULL").fetchone()
        return int(row[0])

    def make_room(self, wanted: int, before: int) -> dict[str, int]:
        """Give up pictures of read articles for so many bytes; return those that went, with their bytes.

        Only what was stored before a time (seconds since 1970): a download does not give up what it has just fetched.
        """
        gone: dict[str, int] = {}
        for order in _ORDERS[:2]:
            # Some more at once: looking for it takes longer than giving it up.
            while (left := wanted - sum(gone.values())) > 0 and (
                some := self._evict_some(order, max(left, _AT_ONCE), before)
            ):
                gone |= some
        return gone

    def evict(self) -> Iterator[int]:
        """Give up what is beyond the budget, the oldest pictures of read articles first; yields the bytes so far."""
        beyond = self.used() - self.budget()
        freed = 0
        for order in _ORDERS:
            while freed < beyond and (some := self._evict_some(order, beyond - freed)):
                freed += sum(some.values())
                yield freed

    @explained
    def _evict_some(self, order: str, wanted: int, before: int = _EVER) -> dict[str, int]:
        chosen: dict[str, int] = {}
        freed = 0
        with transaction(self._db):
            for key, size in self._db.execute(EVICTABLE.format(order), (before, _SLICE)).fetchall():
                if freed < wanted:
                    chosen[key] = size
                    freed += size
            self._give_up(list(chosen), GivenUp.EVICTED)
        self._remove_files(list(chosen))
        return chosen

    def _give_up(self, keys: Sequence[str], reason: GivenUp) -> set[int]:
        articles: set[int] = set()
        for key in keys:
            self._db.execute("UPDATE image SET stored_at = NULL, reason = ? WHERE key = ?", (reason, key))
            articles.update(row[0] for row in self._db.execute(pictures.SHOWN_BY, (key,)))
        pictures.restate(self._db, articles)
        return articles

    def _remove_files(self, keys: Sequence[str]) -> None:
        """Remove files that no row speaks of any more. In a transaction, so that none is stored again meanwhile."""
        with transaction(self._db):
            for key in keys:
                held = self._db.execute("SELECT 1 FROM image WHERE key = ? AND stored_at IS NOT NULL", (key,))
                if held.fetchone() is None:
                    with suppress(OSError):  # What cannot be removed is an orphan that `repair` finds.
                        self._images.remove(key)

    # --- clearing

    def clear(self) -> Iterator[Changes]:
        """Give up all pictures of the web; small copies stay."""
        while keys := self._some_remote():
            with refusals_explained(self.file):
                with transaction(self._db):
                    articles = self._give_up(keys, GivenUp.CLEARED)
                self._remove_files(keys)
            yield Changes(pictures=tuple(sorted(articles)))

    @explained
    def _some_remote(self) -> list[str]:
        return [key for key, _ in self._db.execute(EVICTABLE.format("true"), (_EVER, _SLICE))]

    # --- verifying

    def verify(self, *, repair: bool = False) -> Iterator[VerifyProgress]:
        """Hash every picture file; yields how far it is, and at last what it found.

        `repair` removes pictures that the library knows nothing of, never files of others, and marks what is missing or
        damaged to be had again: from the web, from its folder at the next import, or from its post. What cannot be read
        now is told and left as it is.
        """
        began = time.time()
        self._images.tidy()
        keys = self._stored()
        found: dict[str, list[str]] = {"missing": [], "damaged": [], "unreadable": []}
        last = time.monotonic()
        for done, key in enumerate(keys, start=1):
            state = self._state(key)
            if state:
                found[state].append(key)
            if time.monotonic() - last > 0.1:
                last = time.monotonic()
                yield _found(VerifyProgress(done, len(keys)), found)
        orphans = self._orphans(began)
        # What was given up meanwhile has no file to be missing.
        still = set(self._stored())
        found = {state: [key for key in these if key in still] for state, these in found.items()}
        repaired = 0
        if repair:
            repaired = self._repair([*found["missing"], *found["damaged"]]) + self._remove_orphans(orphans)
        strays = tuple(str(file) for file in orphans)
        yield _found(VerifyProgress(len(keys), len(keys), orphans=strays, repaired=repaired, finished=True), found)

    def mend_missing(self) -> None:
        """Let pictures whose files are not there be had again, as `verify` does, without reading those that are."""
        self._repair([key for key in self._stored() if self._is_missing(key)])

    def _is_missing(self, key: str) -> bool:
        try:
            return self._images.file(key) is None
        except OSError:
            return False  # It cannot be told now.

    @explained
    def _stored(self) -> list[str]:
        return [key for (key,) in self._db.execute("SELECT key FROM image WHERE stored_at IS NOT NULL ORDER BY key")]

    def _state(self, key: str) -> str:
        try:
            digest = self._images.digest(key)
        except OSError:
            return "unreadable"
        if digest is None:
            return "missing"
        return "" if digest == key else "damaged"

    def _orphans(self, began: float) -> list[Path]:
        parts = self._images.folder / PARTS
        files = [(file, key) for file, key in self._images.files() if file.parent != parts]
        # Looked up after the files were listed: what was stored and noted meanwhile is known.
        known = set(self._stored())
        return [file for file, key in files if key not in known and not _came_since(file, began)]

    @explained
    def _repair(self, broken: Sequence[str]) -> int:
        repaired = 0
        for start in range(0, len(broken), _SLICE):
            # One that was stored anew since it was looked at is sound.
            lost = [key for key in broken[start : start + _SLICE] if self._state(key) in ("missing", "damaged")]
            with transaction(self._db):
                self._give_up(lost, GivenUp.DAMAGED)
                for key in lost:
                    # Those that lie in a folder or in a post wait to be copied again.
                    self._db.execute(
                        "UPDATE picture SET key = '', reason = '' WHERE key = ? AND key <> '' AND address IS NULL",
                        (key,),
                    )
            self._remove_files(lost)
            repaired += len(lost)
        return repaired

    @explained
    def _remove_orphans(self, orphans: Sequence[Path]) -> int:
        """Remove pictures that no row speaks of; what somebody else put there stays."""
        known = {file for file, key in self._images.files() if key}
        ours = [file for file in orphans if file in known]
        self._remove_files([file.name for file in ours])
        return sum(not there(file) for file in ours)


def _came_since(file: Path, began: float) -> bool:
    """Whether a file came since a time, in seconds since 1970: who stored it may be about to note it."""
    try:
        stat = file.stat()
    except OSError:
        return True  # Gone by now.
    # The second one is when it got its name; what is in it was written before.
    return max(stat.st_mtime, stat.st_ctime) > began


def _found(progress: VerifyProgress, found: Mapping[str, Sequence[str]]) -> VerifyProgress:
    missing, damaged, unreadable = (tuple(found[state]) for state in ("missing", "damaged", "unreadable"))
    return replace(progress, missing=missing, damaged=damaged, unreadable=unreadable)
