"""Picture files, named by their content."""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from reader.domain import LibraryError
from reader.library.pictures.decoding import PictureError, measure
from reader.paths import there
from reader.whole_files import FULL, write_through

#: A picture file larger than this, in bytes, is not taken in.
MAX_BYTES = 20_000_000

_KEY = re.compile(r"[0-9a-f]{32}")
#: Where files are written before they get their name, and for how many seconds one may need.
PARTS, _SECONDS = ".part", 600


@dataclass(frozen=True, slots=True)
class StoredImage:
    """A picture in the store; sizes in pixels and bytes."""

    key: str
    width: int
    height: int
    bytes: int


class ImageStore:
    """The folder of picture files. A file's name is the hash of its bytes, so equal pictures are one file."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def add(self, data: bytes) -> StoredImage:
        """Keep a picture. Raises PictureError for what is none or too large, LibraryError when the disk refuses."""
        picture = weigh(data)
        target = self._place(picture.key)
        try:
            if not there(target):
                target.parent.mkdir(parents=True, exist_ok=True)
                self._write_whole(target, data)
        except OSError as error:
            full = error.errno in FULL
            advice = f"A picture cannot be kept ({error.strerror}).{' Free some space and try again.' if full else ''}"
            raise LibraryError("disk-full" if full else "disk", self.folder, advice) from error
        return picture

    def write_through(self, keys: Sequence[str]) -> None:
        """Let the disk hold the names of pictures that were added, before a database says that they are there.

        Raises OSError.
        """
        for place, files in groupby(sorted(map(self._place, keys)), lambda file: file.parent):
            with suppress(FileNotFoundError):  # Given up meanwhile.
                write_through(place, *filter(Path.exists, files))
        if keys:
            write_through(self.folder)

    def file(self, key: str) -> Path | None:
        """Return the file of a picture, or None. A key is hexadecimal digits only: no other file can be named."""
        if not _KEY.fullmatch(key):
            return None
        path = self._place(key)
        return path if there(path) else None

    def intact(self, key: str) -> bool:
        """Whether the file is there and holds what its name says."""
        try:
            return self.digest(key) == key
        except OSError:
            return False

    def digest(self, key: str) -> str | None:
        """Return the key that a picture's file ought to have, None where there is no file.

        Raises OSError for one that cannot be read, of which nobody can say whether it is sound.
        """
        if not _KEY.fullmatch(key):
            return None
        try:
            with self._place(key).open("rb") as opened:
                return hashlib.file_digest(opened, lambda: hashlib.blake2b(digest_size=16)).hexdigest()
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
            return None

    def remove(self, key: str) -> None:
        """Give a picture up; one that is not there is no fault."""
        if _KEY.fullmatch(key):
            self._place(key).unlink(missing_ok=True)

    def files(self) -> Iterator[tuple[Path, str]]:
        """Yield every file of the folder with its key, "" for one that is no picture of the store."""
        for place, _, names in os.walk(self.folder):
            for name in names:
                file = Path(place, name)
                ours = _KEY.fullmatch(name) is not None and file == self._place(name)
                yield file, name if ours else ""

    def tidy(self) -> int:
        """Remove what a process that was killed left half written, as far as that goes; return how many files."""
        gone = 0
        with suppress(OSError):
            for part in (self.folder / PARTS).iterdir():
                # A younger one may be another process's, which is still writing it.
                with suppress(OSError):
                    if time.time() - part.stat().st_mtime > _SECONDS:
                        part.unlink()
                        gone += 1
        return gone

    def _place(self, key: str) -> Path:
        return self.folder / key[:2] / key

    def _write_whole(self, target: Path, data: bytes) -> None:
        """Write elsewhere and rename: neither a killed process nor a power cut leaves half a picture under its name."""
        parts = self.folder / PARTS
        parts.mkdir(exist_ok=True)
        handle, name = tempfile.mkstemp(dir=parts)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            self._settle(Path(name), target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise

    def _settle(self, part: Path, target: Path) -> None:
        try:
            part.replace(target)
        except PermissionError:
            # Windows replaces no file that is open: another job has just kept this picture, and it is shown.
            if not target.is_file():
                raise
            part.unlink()


def weigh(data: bytes) -> StoredImage:
    """Return what a picture would be in a store; raises PictureError for what is no picture, or too large."""
    if len(data) > MAX_BYTES:
        raise PictureError(f"it is larger than {MAX_BYTES // 1_000_000} MB")
    width, height = measure(data)
    return StoredImage(hashlib.blake2b(data, digest_size=16).hexdigest(), width, height, len(data))
