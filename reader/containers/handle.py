"""An archive's file, opened once and read from many places, whatever happens to its name meanwhile."""

from __future__ import annotations

import io
import os
import stat
import threading
import weakref
from pathlib import Path
from typing import TYPE_CHECKING

from reader.containers.container import NotAFileError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

# A pipe named like an archive would wait for ever without O_NONBLOCK.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


class Handle:
    """A regular file that stays open as long as this object lives. Raises OSError or NotAFileError.

    Nobody has to close it: imports are generators that may be given up at any step, and a plan's container is dropped
    where its plan is.
    """

    def __init__(self, path: Path) -> None:
        self._number = os.open(path, _FLAGS)
        # At the program's end the system closes it; a thread may still be reading then.
        weakref.finalize(self, os.close, self._number).atexit = False
        self._lock = threading.Lock()
        state = os.fstat(self._number)
        if not stat.S_ISREG(state.st_mode):
            raise NotAFileError
        self.size = state.st_size
        self._mtime_ns = state.st_mtime_ns

    def changed(self) -> bool:
        """Tell whether somebody wrote to the file since it was opened."""
        state = os.fstat(self._number)
        return (state.st_size, state.st_mtime_ns) != (self.size, self._mtime_ns)

    def file(self) -> io.BufferedReader:
        """Return the file with a place of its own to read at."""
        return io.BufferedReader(_At(self), 1 << 16)

    def read_at(self, offset: int, most: int) -> bytes:
        """Return up to `most` bytes from a place."""
        if hasattr(os, "pread"):
            return os.pread(self._number, most, offset)
        with self._lock:
            os.lseek(self._number, offset, os.SEEK_SET)
            return os.read(self._number, most)


class _At(io.RawIOBase):
    def __init__(self, handle: Handle) -> None:
        self._handle = handle
        self._offset = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._offset

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        start = {os.SEEK_SET: 0, os.SEEK_CUR: self._offset, os.SEEK_END: self._handle.size}[whence]
        if start + offset < 0:
            raise OSError("a place before the beginning of the file")
        self._offset = start + offset
        return self._offset

    def readinto(self, buffer: WriteableBuffer) -> int:
        view = memoryview(buffer).cast("B")
        data = self._handle.read_at(self._offset, len(view))
        view[: len(data)] = data
        self._offset += len(data)
        return len(data)
