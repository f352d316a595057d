"""What a folder and an archive have in common: names, kinds, stamps and bytes, below a root that nothing escapes."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Protocol

from reader.domain import FileStamp

NO_STAMP = FileStamp(0, 0)


class Kind(Enum):
    """What a name in a folder stands for; OTHER is a pipe, a device, or anything else that is never opened."""

    FILE = "file"
    FOLDER = "folder"
    LINK = "link"
    OTHER = "other"


class ContainerError(Exception):
    """A file of a container that is not read."""


class OutsideError(ContainerError):
    """A path that leads out of its container."""


class NotAFileError(ContainerError):
    """A folder, a pipe or a device where a file was wanted."""


class TooLargeError(ContainerError):
    """A file of more bytes than were asked for; `size` is what is known of it, or None."""

    def __init__(self, size: int | None = None) -> None:
        super().__init__(size)
        self.size = size


class DamagedError(ContainerError):
    """A member whose bytes the archive does not give back; the text says why."""


class Entry(Protocol):
    """A name in a folder. `kind` and `stamp` do not follow links and may raise OSError."""

    @property
    def name(self) -> str: ...

    def kind(self) -> Kind: ...

    def stamp(self) -> FileStamp: ...


@dataclass(frozen=True, slots=True)
class Target:
    """Where a link ends. `kind` is None where that cannot be known, outside an archive."""

    kind: Kind | None
    inside: bool
    stamp: FileStamp = NO_STAMP


@dataclass(frozen=True, slots=True)
class Content:
    """A file's bytes and its stamp, or the ContainerError, OSError or ValueError that came instead."""

    path: str
    data: bytes = b""
    stamp: FileStamp = NO_STAMP
    error: Exception | None = None


class Container(Protocol):
    """The files of one source. Paths are relative to its root, "/" between their parts, "" for the root itself.

    `by_path` tells that any process may read the files by itself, since they lie in a folder; the bytes of others are
    handed to it. A container can be pickled; that of an archive then still knows its names, but reads nothing.
    """

    root: Path
    by_path: bool

    def parts(self) -> tuple[str, ...]:
        """Return the names of the folders that lead to the root, its own last."""

    def entries(self, folder: str, most: int | None = None) -> Sequence[Entry]:
        """Return what lies in a folder, in order of name; of more than `most` any so many. Raises OSError."""

    def identity(self, folder: str) -> Hashable:
        """Return what is the same for two paths to one folder. Raises OSError."""

    def follow(self, path: str) -> Target:
        """Return where a link ends; raises OSError when it leads nowhere."""

    def is_file(self, path: str) -> bool:
        """Tell whether this is a file, links followed; raises OutsideError when it is one outside."""

    def is_folder(self, path: str) -> bool:
        """Tell whether this is a folder, links followed."""

    def starts(self, paths: Sequence[str], most: int) -> dict[str, bytes]:
        """Return the first bytes of files; b"" for anything else, links included."""

    def read(self, path: str, most: int) -> tuple[bytes, FileStamp]:
        """Return a file's bytes and its stamp. Raises ContainerError, OSError or ValueError."""

    def contents(self, paths: Iterable[str], most: int) -> Iterator[Content]:
        """Yield the content of each path once, in the order in which the container gives them fastest.

        Unlike `read` it looks at every part of a path for links that lead out, and raises nothing.
        """


def walk_files(container: Container, most: int) -> Iterator[str]:
    """Yield the files below a container's root, top down, hidden folders and links left out.

    A folder with which more than `most` entries were seen, and all after it, are left out.
    """
    waiting = [""]
    seen = 0
    while waiting:
        folder = waiting.pop()
        try:
            entries = container.entries(folder)
            kinds = [entry.kind() for entry in entries]
        except OSError:
            continue
        seen += len(entries)
        if seen > most:
            return
        below = f"{folder}/" if folder else ""
        inside: list[str] = []
        for entry, kind in zip(entries, kinds, strict=True):
            if kind is Kind.FOLDER and not entry.name.startswith(".") and entry.name != "node_modules":
                inside.append(f"{below}{entry.name}")
            elif kind is Kind.FILE:
                yield f"{below}{entry.name}"
        waiting += reversed(inside)


@dataclass(frozen=True, slots=True)
class Place:
    """A folder or file of a container that is asked about as pathlib's paths are."""

    container: Container
    path: str = ""

    def __truediv__(self, name: str) -> Place:
        return Place(self.container, f"{self.path}/{name}" if self.path else name)

    @property
    def parts(self) -> tuple[str, ...]:
        """The names from the top of the disk, or of the archive, down to here."""
        return (*self.container.parts(), *filter(None, self.path.split("/")))

    def is_dir(self) -> bool:
        """Tell whether this is a folder."""
        return self.container.is_folder(self.path)

    def entries(self, most: int) -> Sequence[Entry]:
        """Return at most so many of what lies in it, in order of name; nothing when it cannot be listed."""
        try:
            return self.container.entries(self.path, most)
        except OSError:
            return ()

    def start(self, most: int) -> bytes:
        """Return its first bytes, b"" for anything but a regular file."""
        return self.container.starts([self.path], most)[self.path]
