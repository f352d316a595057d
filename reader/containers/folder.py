"""A folder on disk. Links are followed only inside it; pipes and devices are never opened."""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from reader.containers.container import (
    ContainerError,
    Content,
    Kind,
    NotAFileError,
    OutsideError,
    Target,
    TooLargeError,
)
from reader.domain import FileStamp

# The last part of a path may have become a link meanwhile. Windows has to be asked before.
_NO_LINKS = getattr(os, "O_NOFOLLOW", 0)
# A FIFO would wait for ever without O_NONBLOCK.
_FLAGS = os.O_RDONLY | _NO_LINKS | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
# Of a time, in nanoseconds: the library keeps 64 bits, which end in 2262, and file systems know later years.
_FARTHEST = 2**63 - 1


class _Entry:
    """An entry as the folder's listing gave it, which on some systems spares asking for its stamp."""

    __slots__ = ("_found", "name")

    def __init__(self, found: os.DirEntry[str]) -> None:
        self._found = found
        self.name = found.name

    def kind(self) -> Kind:
        found = self._found
        if found.is_dir(follow_symlinks=False):
            return Kind.LINK if _is_junction(found) else Kind.FOLDER
        if found.is_symlink():
            return Kind.LINK
        return Kind.FILE if found.is_file(follow_symlinks=False) else Kind.OTHER

    def stamp(self) -> FileStamp:
        return _stamp(self._found.stat(follow_symlinks=False))


def _is_junction(found: os.DirEntry[str]) -> bool:
    """Whether a folder is one of Windows' links to another folder, which anybody may make there."""
    if sys.platform == "win32":
        return found.stat(follow_symlinks=False).st_reparse_tag == stat.IO_REPARSE_TAG_MOUNT_POINT
    return False


def _stamp(state: os.stat_result) -> FileStamp:
    return FileStamp(state.st_size, max(-_FARTHEST, min(state.st_mtime_ns, _FARTHEST)))


class FolderContainer:
    """The files below a folder; a worker process may read them by itself."""

    by_path = True

    def __init__(self, root: Path) -> None:
        self.root = root
        # Joining texts takes a tenth of what joining Paths does, and this runs for each file and each picture.
        self._prefix = f"{root}/"

    def __reduce__(self) -> tuple[type[FolderContainer], tuple[Path]]:
        return FolderContainer, (self.root,)

    def _full(self, path: str) -> str:
        return f"{self._prefix}{path}" if path else str(self.root)

    def parts(self) -> tuple[str, ...]:
        return self.root.absolute().parts

    def entries(self, folder: str, most: int | None = None) -> Sequence[_Entry]:
        with os.scandir(self._full(folder)) as found:
            return sorted(map(_Entry, islice(found, most)), key=lambda entry: entry.name)

    def identity(self, folder: str) -> Hashable:
        state = Path(self._full(folder)).stat()
        return state.st_dev, state.st_ino

    def follow(self, path: str) -> Target:
        full = self._full(path)
        real = os.path.realpath(full)
        state = Path(full).stat()
        folder, file = stat.S_ISDIR(state.st_mode), stat.S_ISREG(state.st_mode)
        kind = Kind.FOLDER if folder else Kind.FILE if file else Kind.OTHER
        return Target(kind, self._is_inside(real), _stamp(state))

    def _is_inside(self, real: str) -> bool:
        """Tell whether a resolved path is the root or lies below it."""
        root = os.path.realpath(self.root)
        return real == root or real.startswith(root.rstrip(os.sep) + os.sep)

    def is_file(self, path: str) -> bool:
        full = self._full(path)
        try:
            there = stat.S_ISREG(os.stat(full).st_mode)  # noqa: PTH116 - as in is_folder
            inside = there and self._is_inside(os.path.realpath(full))
        except (OSError, ValueError):
            return False
        if there and not inside:
            raise OutsideError(path)
        return there

    def is_folder(self, path: str) -> bool:
        try:  # Path.is_dir takes three times as long, and this runs for each post's own asset folder.
            return stat.S_ISDIR(os.stat(self._full(path)).st_mode)  # noqa: PTH116
        except (OSError, ValueError):
            return False

    def starts(self, paths: Sequence[str], most: int) -> dict[str, bytes]:
        return {path: self._start(path, most) for path in paths}

    def _start(self, path: str, most: int) -> bytes:
        file = Path(self._full(path))
        try:
            if not stat.S_ISREG(file.lstat().st_mode):
                return b""
            with file.open("rb") as opened:
                return opened.read(most)
        except OSError:
            return b""

    def read(self, path: str, most: int) -> tuple[bytes, FileStamp]:
        full = self._full(path)
        if _NO_LINKS or not os.path.islink(full):  # noqa: PTH114 - as in is_folder
            try:
                return _read(full, most)
            except OSError as error:
                if error.errno != errno.ELOOP:
                    raise
        real = os.path.realpath(full)
        if not self._is_inside(real):
            raise OutsideError(path)
        return _read(real, most)

    def contents(self, paths: Iterable[str], most: int) -> Iterator[Content]:
        for path in paths:
            try:
                data, stamp = _read(self._real(path), most)
            except (ContainerError, OSError, ValueError) as error:
                yield Content(path, error=error)
            else:
                yield Content(path, data, stamp)

    def _real(self, path: str) -> str:
        try:
            real = (self.root / path).resolve(strict=True)
        except RuntimeError as error:
            # A link that leads to itself, before Python 3.13.
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP)) from error
        if not self._is_inside(str(real)):
            raise OutsideError(path)
        return str(real)


def _read(full: str, most: int) -> tuple[bytes, FileStamp]:
    """Return the file's bytes and its stamp; one that changes while it is read is read once more."""
    for _ in range(2):
        handle = os.open(full, _FLAGS)
        try:
            before = os.fstat(handle)
            data = _read_all(handle, before, most)
            after = os.fstat(handle)
        finally:
            os.close(handle)
        if (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns):
            break
    # The earlier stamp: a file that went on changing differs from it, and is read again at the next import.
    return data, _stamp(before)


def _read_all(handle: int, state: os.stat_result, most: int) -> bytes:
    if not stat.S_ISREG(state.st_mode):
        raise NotAFileError
    if state.st_size > most:
        raise TooLargeError(state.st_size)
    data = os.read(handle, state.st_size + 1)
    while more := os.read(handle, 1 << 20):  # Usually nothing: one read took it all.
        data += more
        if len(data) > most:
            raise TooLargeError
    return data
