"""Web pictures as the library sees them: what may be fetched, and the outcome."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from pathlib import Path

from reader.domain import Changes
from reader.library.pictures import consents, pictures
from reader.library.pictures.images import MAX_BYTES, ImageStore, StoredImage
from reader.library.pictures.wanted import Wants, estimate
from reader.library.store import settings
from reader.library.store.database import explained
from reader.library.store.packing import Packer
from reader.library.store.transactions import transaction
from reader.offline import EVERYTHING, Consent, Estimate, Fetch, GivenUp, PictureScope, Wanted


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came of fetching an address: a picture with its small copies, or the reason why there is none.

    `full` tells that the picture is in the store and is to stay there. `lasting` tells that trying again is of no use.
    """

    number: int
    picture: StoredImage | None = None
    full: bool = False
    thumbnails: dict[int, bytes] = field(default_factory=dict)
    reason: str = ""
    lasting: bool = False


class WebPictures:
    """Consents, and what is fetched under them. Every method raises LibraryError when the environment refuses."""

    def __init__(self, db: sqlite3.Connection, packer: Packer, file: Path, images: ImageStore) -> None:
        self._db = db
        self._packer = packer
        self.file = file
        self._images = images

    # --- consent

    @explained
    def consents(self) -> tuple[Consent, ...]:
        """Return what the user allowed, also while it does not hold because they work offline."""
        return consents.given(self._db)

    @explained
    def in_force(self) -> tuple[Consent, ...]:
        """Return what may be fetched now: nothing else ever is."""
        return consents.in_force(self._db)

    @explained
    def allow(self, what: Fetch | None, source: int | None = None) -> None:
        """Set what may always be fetched, for a source or for all; None lets a source be as all are."""
        consents.allow(self._db, what, source)

    @explained
    def allow_once(self, what: Fetch, scope: PictureScope = EVERYTHING, *, retry: bool = False) -> int:
        """Allow one download for the articles that are there now, also of what failed for good with `retry`.

        Return the number of the consent; it ends when the download is done or it is withdrawn.
        """
        return consents.allow_once(self._db, what, scope, retry=retry)

    @explained
    def withdraw(self, *numbers: int) -> None:
        """Take consents back."""
        consents.withdraw(self._db, numbers)

    @explained
    def work_offline(self, on: bool) -> None:  # noqa: FBT001 - a switch
        """Stop everything that connects, or let it go on."""
        settings.set_setting(self._db, "offline", "1" if on else "0")

    @explained
    def undecided(self) -> list[int]:
        """Return the sources for which nothing may always be fetched, nor nothing, and that were not asked about."""
        return consents.undecided(self._db)

    @explained
    def note_asked(self, source: int) -> None:
        """Note that the user was asked about a source, and need not be again."""
        settings.set_setting(self._db, f"{consents.ASKED}{source}", "1")

    @explained
    def most_bytes(self) -> int:
        """Return how large a picture of the web may be."""
        set_to = settings.setting(self._db, "picture_bytes")
        return min(int(set_to), MAX_BYTES) if set_to else MAX_BYTES

    @explained
    def set_most_bytes(self, size: int) -> None:
        """Set how large a picture of the web may be, at most MAX_BYTES."""
        settings.set_setting(self._db, "picture_bytes", str(max(0, min(size, MAX_BYTES))))

    # --- fetching

    def wanted(self, given: Sequence[Consent], but: AbstractSet[str] = frozenset()) -> Iterator[Wanted | None]:
        """Yield the pictures that these consents cover and the library lacks, and None after each page of articles.

        Those with a key in `but`, which may grow meanwhile, are left out.
        """
        return Wants(self._db, given, but).wanted()

    def estimate(self, given: Sequence[Consent]) -> Iterator[Estimate]:
        """Yield what a download under these consents would do, page by page; the last one is whole."""
        return estimate(self._db, given)

    @explained
    def settle(self, fetched: Sequence[Fetched]) -> Changes:
        """Write down what was fetched, into every article that names one of these addresses, and what failed."""
        changed: set[int] = set()
        self._images.write_through([each.picture.key for each in fetched if each.picture is not None and each.full])
        with transaction(self._db):
            for each in fetched:
                if each.picture is None:
                    self._refuse(each)
                else:
                    changed.update(self._take(each, each.picture))
            pictures.restate(self._db, changed)
        return Changes(pictures=tuple(sorted(changed)))

    def _refuse(self, fetched: Fetched) -> None:
        self._db.execute(
            "INSERT OR REPLACE INTO refusal VALUES (?, ?, ?, ?)",
            (fetched.number, fetched.reason, fetched.lasting, int(time.time())),
        )

    def _take(self, fetched: Fetched, picture: StoredImage) -> list[int]:
        if fetched.full:
            again = pictures.note_image(self._db, self._images, picture, remote=True)
            if again is None:
                # It was given up this very moment; the next download fetches it.
                return []
        else:
            again = []
            self._db.execute(
                "INSERT OR IGNORE INTO image (key, width, height, bytes, remote, reason) VALUES (?, ?, ?, ?, 1, ?)",
                (picture.key, picture.width, picture.height, picture.bytes, GivenUp.THUMBNAIL),
            )
        pictures.keep_thumbnails(self._db, picture.key, fetched.thumbnails)
        self._db.execute("DELETE FROM refusal WHERE address = ?", (fetched.number,))
        named = self._db.execute(
            "UPDATE picture INDEXED BY picture_address SET key = ?, reason = '' WHERE address = ? RETURNING article_id",
            (picture.key, fetched.number),
        ).fetchall()
        return [*again, *(article for (article,) in named)]

    # --- pictures within the posts

    @explained
    def waiting_embedded(self, source: int) -> list[int]:
        """Return the articles of a source with embedded pictures that are not in the store yet."""
        return pictures.waiting_embedded(self._db, source)

    @explained
    def embedded(self, article: int) -> list[tuple[str, bytes | None]]:
        """Return an article's embedded pictures that wait, each as its short address and its bytes, if it holds any."""
        return list(pictures.embedded(self._db, self._packer, article))

    @explained
    def settle_embedded(self, article: int, settled: dict[str, StoredImage | str]) -> Changes:
        """Note which of an article's embedded pictures were stored, and why others were not."""
        return pictures.settle_embedded(self._db, self._images, article, settled)
