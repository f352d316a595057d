"""Checks and stores what was fetched, in threads, as long as there is space for it."""

from __future__ import annotations

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor

from reader.domain import LibraryError
from reader.library.library import Library
from reader.library.pictures.decoding import make_thumbnails
from reader.library.pictures.images import StoredImage, weigh
from reader.library.pictures.web_pictures import Fetched
from reader.offline import Stop, Wanted

# Threads that decode and write: more than processors, since writing waits for the disk.
_WORKERS = 4


class Full(Exception):  # noqa: N818 - an end, not a fault
    """There is no room for more; `stop` tells whose."""

    def __init__(self, stop: Stop) -> None:
        super().__init__(stop)
        self.stop = stop


class Keeper:
    """Puts the pictures of one download into the library's store; `gone` are the keys of what had to make room."""

    def __init__(self, library: Library) -> None:
        self.gone: set[str] = set()
        self._library = library
        self._began_at = int(time.time())
        self._pool = ThreadPoolExecutor(_WORKERS, "pictures")
        self._used = self._budget = 0

    def begin(self) -> None:
        """Find out how much room there is; raises LibraryError."""
        self._used, self._budget = self._library.storage.used(), self._library.storage.budget()

    def close(self) -> None:
        """End the threads."""
        self._pool.shutdown(cancel_futures=True)

    async def kept(self, wanted: Wanted, data: bytes) -> Fetched:
        """Find out what the bytes are, whatever the server called them, and keep what is wanted of them.

        Raises PictureError for what is no picture, Full when there is no room, and LibraryError.
        """
        loop = asyncio.get_running_loop()
        small = await loop.run_in_executor(self._pool, make_thumbnails, data)
        if not wanted.full:
            return Fetched(wanted.number, weigh(data), thumbnails=small)
        picture = weigh(data)
        if self._library.images.file(picture.key) is None:
            self._make_room(picture)
        try:
            await loop.run_in_executor(self._pool, self._library.images.add, data)
        except LibraryError as error:
            if error.kind != "disk-full":
                raise
            raise Full(Stop.DISK_FULL) from error
        return Fetched(wanted.number, picture, full=True, thumbnails=small)

    def _make_room(self, picture: StoredImage) -> None:
        beyond = self._used + picture.bytes - self._budget
        if beyond > 0:
            gone = self._library.storage.make_room(beyond, self._began_at)
            # What went for others is not wanted again by the same download.
            self.gone.update(gone)
            freed = sum(gone.values())
            self._used -= freed
            if freed < beyond:
                raise Full(Stop.BUDGET)
        self._used += picture.bytes
