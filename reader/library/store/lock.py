"""One library, one window: a system lock that is released when a program ends, however it ends."""

from __future__ import annotations

import errno
import os
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from reader.domain import LibraryError
from reader.paths import PRIVATE
from reader.whole_files import FULL

#: Lies in the library's folder; that it is there says nothing, only whether it is locked.
FILE_NAME = "library.lock"
#: Where who does not get the lock leaves a note for the window that has it.
HANDOVER = "handover"
# What a lock that another program holds is refused with; anything else is the drive's own refusal. Windows may not say.
_HELD = {errno.EWOULDBLOCK, errno.EACCES}
_NO_LOCKS = "This drive knows no locks, which keep two programs from changing a library at once. Choose another drive."


class LibraryLock:
    """Whoever holds it may keep a library open for long, move it, or put another one in its place."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / FILE_NAME
        self._handle: int | None = None

    def take(self) -> bool:
        """Take the lock; False where another program holds it. Raises LibraryError where there can be none."""
        if self._handle is not None:
            return True
        try:
            self._file.parent.mkdir(PRIVATE, parents=True, exist_ok=True)
            handle = os.open(self._file, os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as error:
            raise refusal(self._file, error) from error
        try:
            _lock(handle)
        except OSError as error:
            os.close(handle)
            if sys.platform != "win32" and error.errno not in _HELD:
                raise no_locks(self._file) from error
            return False
        self._handle = handle
        return True

    def release(self) -> None:
        """Give it back; nothing happens where it is not held. The file stays: another program may just open it."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    def __enter__(self) -> Self:
        if not self.take():
            raise in_use(self._file)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


def refusal(file: Path, error: OSError) -> LibraryError:
    """Return what is raised where nothing can be written into the library's folder."""
    if error.errno in FULL:
        return LibraryError("disk-full", file, "The disk is full. Free some space; nothing already saved is lost.")
    if isinstance(error, FileExistsError | NotADirectoryError):
        return LibraryError("not-a-library", file, "A file is where the library's folder would be. Choose another one.")
    return LibraryError("read-only", file, f"The library cannot be written ({error.strerror}).")


def in_use(file: Path) -> LibraryError:
    """Return what is raised where another program has the library."""
    return LibraryError("locked", file, "Another program is using the library. Close it and try again.")


def no_locks(file: Path) -> LibraryError:
    """Return what is raised where the drive refuses locks."""
    return LibraryError("no-locks", file, _NO_LOCKS)


def locks_refused(folder: Path) -> bool:
    """Whether the drive refuses to lock a file; SQLite says of that what it says of another program or a bad disk."""
    if sys.platform == "win32":
        return False
    # Nobody else has this file, so that nothing but the drive can refuse.
    with suppress(OSError), tempfile.TemporaryFile(dir=folder) as file:
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return True
    return False


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
