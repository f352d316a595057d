"""Writes files atomically, and never over another one unless asked."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from reader.domain import LibraryError

#: What a disk says that is full, or of which a user has had their share.
FULL = (errno.ENOSPC, errno.EDQUOT)
_ADVICE = {
    **dict.fromkeys(FULL, ("disk-full", "The disk is full. Free some space; the files that are complete stay.")),
    errno.EEXIST: ("exists", "A file of this name is there already. Choose another name, or allow it to be replaced."),
}
#: FAT, and some drives of a network, know no second name for a file. Windows calls that an invalid function.
_NO_LINKS = {
    errno.EPERM, errno.EOPNOTSUPP, errno.ENOTSUP, errno.EMLINK, errno.ENOSYS, errno.EACCES, errno.EXDEV, errno.EINVAL,
}  # fmt: skip


@contextmanager
def refusals_told(path: Path) -> Iterator[None]:
    """Turn what a disk refuses into a LibraryError that says what, where, and what to do."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        other = ("cannot-write", f"The file cannot be written ({reason}). Choose another place.")
        kind, advice = _ADVICE.get(error.errno or 0, other)
        raise LibraryError(kind, path, advice) from error


def to_disk(handle: int) -> None:
    """Let the disk hold what was written to an open file or folder: it stays should the power go now."""
    if sys.platform == "darwin":
        import fcntl

        # What fsync hands over may lie in the memory of the drive for long. Not every drive knows the other request.
        with suppress(OSError):
            fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
            return
    os.fsync(handle)


def write_through(folder: Path, *renamed: Path) -> None:
    """Let the disk hold the names in a folder: those of files that were written through may still be lost with it.

    `renamed` are those of them that did not have their names when they were: in the folder of a FAT drive a new name is
    that of an empty file until the file is written through again.
    """
    if sys.platform == "win32":
        return  # No folder can be opened there.
    for path in (*renamed, folder):
        handle = os.open(path, os.O_RDONLY)
        try:
            to_disk(handle)
        except OSError as error:
            # Some file systems, most of them over a network, do so by themselves and know no such request.
            if error.errno not in (errno.EINVAL, errno.ENOTSUP):
                raise
        finally:
            os.close(handle)


@contextmanager
def whole_file(target: Path, *, overwrite: bool) -> Iterator[IO[bytes]]:
    """Open a file beside `target` that becomes it at the end; it goes away if anything is raised meanwhile.

    Raises FileExistsError where `target` is there and may not be replaced, also when it came while this was written.
    """
    if not overwrite and os.path.lexists(target):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target))
    # Not tempfile: its files are their owner's alone, and this one becomes one like any other.
    part = target.parent / f".broadsheet-{os.urandom(8).hex()}.part"
    try:
        with part.open("xb") as file:
            yield file
            file.flush()
            to_disk(file.fileno())
        _settle(part, target, overwrite=overwrite)
    finally:
        # Where it became the target there is none; and what is raised is told, not that this could not go either.
        with suppress(OSError):
            part.unlink()


def _settle(part: Path, target: Path, *, overwrite: bool) -> None:
    if overwrite:
        part.replace(target)
        return
    try:
        # A second name fails where one is taken, in one step; renaming would take its place.
        os.link(part, target)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        if os.path.lexists(target):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target)) from error
        part.rename(target)
