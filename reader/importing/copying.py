"""Local pictures into the library, so that they outlive their folder."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Iterator
from pathlib import Path

from reader.domain import LibraryError, Source
from reader.importing.tally import Tally
from reader.library.images import MAX_BYTES, PictureError, StoredImage
from reader.library.library import Library
from reader.library.pictures import SettledPicture, WaitingPicture
from reader.outcomes import ImportProgress, Phase
from reader.problems import Problem, ProblemKind

# How long copies are collected before they are written down in one transaction.
_SECONDS = 0.2


def copy_pictures(library: Library, source: Source, tally: Tally) -> Iterator[ImportProgress]:
    """Copy what waits of a source's pictures; one that cannot be read is a problem, never the end."""
    yield from _copy_embedded(library, source, tally)
    waiting = library.waiting_pictures(source.id)
    settled: list[SettledPicture] = []
    began = time.monotonic()
    for number, picture in enumerate(waiting, start=1):
        settled.append(_copy(library, source, picture, tally))
        if number == len(waiting) or time.monotonic() - began > _SECONDS:
            library.settle_pictures(settled)
            settled.clear()
            yield tally.step(Phase.PICTURES, number, len(waiting), picture.local, committed=True)
            began = time.monotonic()


def _copy_embedded(library: Library, source: Source, tally: Tally) -> Iterator[ImportProgress]:
    """Copy the pictures that stand in the posts themselves; what is none of them says so where it would be shown."""
    articles = library.web.waiting_embedded(source.id)
    for number, article in enumerate(articles, start=1):
        settled: dict[str, StoredImage | str] = {}
        for ref, data in library.web.embedded(article):
            try:
                settled[ref] = _kept(library, data or b"")
                tally.pictures += 1
            except PictureError as error:
                settled[ref] = str(error)
        library.web.settle_embedded(article, settled)
        yield tally.step(Phase.PICTURES, number, len(articles), committed=True)


def _kept(library: Library, data: bytes) -> StoredImage:
    """Keep a picture; raises PictureError, or LibraryError when there is no room for it."""
    try:
        return library.images.add(data)
    except OSError as error:
        advice = f"A picture cannot be kept ({error.strerror}). Free some space and import again."
        raise LibraryError("disk-full", library.images.folder, advice) from error


def _copy(library: Library, source: Source, picture: WaitingPicture, tally: Tally) -> SettledPicture:
    try:
        data = read_inside(source.root, picture.local)
    except OutsideError:
        return _refused(source, picture, tally, ProblemKind.PICTURE_OUTSIDE, "it lies outside the folder")
    except (OSError, RuntimeError) as error:
        # A link that leads to itself is a RuntimeError before Python 3.13.
        reason = getattr(error, "strerror", None) or "it cannot be read"
        return _refused(source, picture, tally, ProblemKind.PICTURE_MISSING, reason)
    except PictureError as error:
        return _refused(source, picture, tally, ProblemKind.PICTURE_UNREADABLE, str(error))
    try:
        stored = _kept(library, data)
    except PictureError as error:
        return _refused(source, picture, tally, ProblemKind.PICTURE_UNREADABLE, str(error))
    tally.pictures += 1
    return SettledPicture(source.id, picture.local, stored)


def _refused(source: Source, picture: WaitingPicture, tally: Tally, kind: ProblemKind, reason: str) -> SettledPicture:
    tally.note(Problem(picture.post, kind, f"{picture.local} ({reason})"))
    return SettledPicture(source.id, picture.local, None, reason)


class OutsideError(Exception):
    """A path that leads out of its folder."""


def read_inside(root: Path, path: str) -> bytes:
    """Return the bytes of a regular file below `root`, links resolved.

    Raises OutsideError, PictureError when it is too large, or OSError.
    """
    real = (root / path).resolve(strict=True)
    if not real.is_relative_to(root):
        raise OutsideError(path)
    # A FIFO would wait for ever without O_NONBLOCK; the last part may not have become a link meanwhile.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(real, flags), "rb") as file:
        status = os.fstat(file.fileno())
        if not stat.S_ISREG(status.st_mode):
            raise PictureError("it is not a file")
        data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise PictureError(f"it is larger than {MAX_BYTES // 1_000_000} MB")
    return data
