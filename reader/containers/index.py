"""What an archive holds, by path: its members, the folders they imply, and where its links lead."""

from __future__ import annotations

import errno
import os
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from reader.containers.container import Kind, NotAFileError, OutsideError
from reader.domain import FileStamp

# As many links in one path as Linux follows.
_MOST_LINKS = 40


class Member(NamedTuple):
    """A file of an archive: its size in bytes, its time, and its place, which only its reader understands."""

    size: int
    mtime_ns: int
    place: int

    @property
    def stamp(self) -> FileStamp:
        """What tells that the member is still the same."""
        return FileStamp(self.size, self.mtime_ns)


@dataclass(slots=True)
class Index:
    """The paths of an archive, each in one of four collections; every folder above a path is one of the `folders`.

    `files` is a mapping where the members can be read, and only their names where not. `links` lead from a path to what
    the link says, relative to the folder it stands in.
    """

    files: Mapping[str, Member] | Collection[str]
    folders: Collection[str]
    links: Mapping[str, str]
    others: Collection[str]
    _children: dict[str, list[tuple[str, Kind]]] = field(default_factory=dict)

    def names_only(self) -> Index:
        """Return what another process needs in order to look pictures up."""
        return Index(frozenset(self.files), frozenset(self.folders), dict(self.links), frozenset(self.others))

    def member(self, real: str) -> Member | None:
        """Return the member at a path without links."""
        return self.files.get(real) if isinstance(self.files, Mapping) else None

    def children(self, folder: str) -> list[tuple[str, Kind]]:
        """Return names and kinds in a folder without links in its path, in order of name. Raises OSError."""
        if not self._children:
            self._children = self._listed()
        if folder not in self._children:
            raise missing(folder)
        return self._children[folder]

    def _listed(self) -> dict[str, list[tuple[str, Kind]]]:
        children: dict[str, list[tuple[str, Kind]]] = {folder: [] for folder in self.folders}
        for kind, paths in (
            (Kind.FOLDER, self.folders),
            (Kind.FILE, self.files),
            (Kind.LINK, self.links),
            (Kind.OTHER, self.others),
        ):
            for path in paths:
                parent, _, name = path.rpartition("/")
                if name:
                    children[parent].append((name, kind))
        for listed in children.values():
            listed.sort(key=lambda child: child[0])
        return children

    def kind(self, real: str) -> Kind:
        """Return what stands at a path without links. Raises FileNotFoundError."""
        if real in self.files:
            return Kind.FILE
        if real in self.folders:
            return Kind.FOLDER
        if real in self.others:
            return Kind.OTHER
        raise missing(real)

    def real_file(self, path: str) -> str:
        """Return the path of a file without links; raises OutsideError, NotAFileError or OSError."""
        real = self.resolve(path)
        if self.kind(real) is not Kind.FILE:
            raise NotAFileError
        return real

    def resolve(self, path: str) -> str:
        """Return a path without links and dots. Raises OutsideError, or OSError for links that go round."""
        if not self.links and "./" not in path and not path.endswith((".", "/")):
            return path
        real = ""
        waiting = path.split("/")[::-1]
        followed = 0
        while waiting:
            part = waiting.pop()
            if part == "..":
                if not real:
                    raise OutsideError(path)
                real = real.rpartition("/")[0]
            elif part not in {"", "."}:
                here = f"{real}/{part}" if real else part
                target = self.links.get(here)
                if target is None:
                    real = here
                    continue
                followed += 1
                if followed > _MOST_LINKS:
                    raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), path)
                if target.startswith("/"):
                    raise OutsideError(path)
                waiting += target.split("/")[::-1]
        return real


def missing(path: str) -> FileNotFoundError:
    """Return the error of a path where nothing is."""
    return FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), path)
