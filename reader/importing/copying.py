"""Local pictures into the library, so that they outlive their folder."""

from __future__ import annotations

import time
from collections.abc import Iterator

from reader.containers.container import (
    Container,
    ContainerError,
    Content,
    NotAFileError,
    OutsideError,
    TooLargeError,
)
from reader.containers.opening import open_container
from reader.domain import LibraryError, Source
from reader.importing.survey import folder_gone, is_gone
from reader.importing.tally import Tally
from reader.library.library import Library
from reader.library.pictures.decoding import PictureError
from reader.library.pictures.images import MAX_BYTES, StoredImage
from reader.library.pictures.pictures import SettledPicture, WaitingPicture
from reader.outcomes import ImportProgress, Phase
from reader.problems import Problem, ProblemKind

# How long copies are collected before they are written down in one transaction.
_SECONDS = 0.2


def copy_pictures(
    library: Library, source: Source, tally: Tally, container: Container | None = None
) -> Iterator[ImportProgress]:
    """Copy what waits of a source's pictures; one that cannot be read is a problem, never the end.

    The source is opened where its container is not at hand. A folder that is away and an archive that is refused keep
    their pictures waiting; the next import says why. Raises LibraryError when a folder goes away meanwhile, or when
    there is no room left: what was not copied then waits, too.
    """
    yield from _copy_embedded(library, source, tally)
    waiting = {picture.local: picture for picture in library.waiting_pictures(source.id)}
    container = container or (_open(source) if waiting else None)
    if container is None:
        return
    settled: list[SettledPicture] = []
    began = time.monotonic()
    for number, content in enumerate(container.contents(waiting, MAX_BYTES), start=1):
        if isinstance(content.error, OSError) and is_gone(container):
            # Not picture by picture, when all of them went away together.
            library.settle_pictures(settled)
            raise folder_gone(container)
        settled.append(_copy(library, source, waiting[content.path], content, tally))
        if number == len(waiting) or time.monotonic() - began > _SECONDS:
            library.settle_pictures(settled)
            settled.clear()
            yield tally.step(Phase.PICTURES, number, len(waiting), content.path, committed=True)
            began = time.monotonic()


def _copy_embedded(library: Library, source: Source, tally: Tally) -> Iterator[ImportProgress]:
    """Copy the pictures that stand in the posts themselves; what is none of them says so where it would be shown."""
    articles = library.web.waiting_embedded(source.id)
    for number, article in enumerate(articles, start=1):
        settled: dict[str, StoredImage | str] = {}
        for ref, data in library.web.embedded(article):
            try:
                settled[ref] = library.images.add(data or b"")
                tally.pictures += 1
            except PictureError as error:
                settled[ref] = str(error)
        library.web.settle_embedded(article, settled)
        yield tally.step(Phase.PICTURES, number, len(articles), committed=True)


def _open(source: Source) -> Container | None:
    try:
        return open_container(source.root)
    except LibraryError:
        return None


def _copy(library: Library, source: Source, picture: WaitingPicture, content: Content, tally: Tally) -> SettledPicture:
    if content.error is not None:
        return _refused(source, picture, tally, *_why_unread(content.error))
    try:
        stored = library.images.add(content.data)
    except PictureError as error:
        return _refused(source, picture, tally, ProblemKind.PICTURE_UNREADABLE, str(error))
    tally.pictures += 1
    return SettledPicture(source.id, picture.local, stored)


def _refused(source: Source, picture: WaitingPicture, tally: Tally, kind: ProblemKind, reason: str) -> SettledPicture:
    tally.note(Problem(picture.post, kind, f"{picture.local} ({reason})"))
    return SettledPicture(source.id, picture.local, None, reason)


def _why_unread(error: Exception) -> tuple[ProblemKind, str]:
    if isinstance(error, OutsideError):
        return ProblemKind.PICTURE_OUTSIDE, "it lies outside the folder"
    if isinstance(error, NotAFileError):
        return ProblemKind.PICTURE_UNREADABLE, "it is not a file"
    if isinstance(error, TooLargeError):
        return ProblemKind.PICTURE_UNREADABLE, f"it is larger than {MAX_BYTES // 1_000_000} MB"
    if isinstance(error, ContainerError):
        return ProblemKind.PICTURE_UNREADABLE, str(error)
    return ProblemKind.PICTURE_MISSING, getattr(error, "strerror", None) or "it cannot be read"
