"""An archive, read in place: its names from an index, its bytes through the reader of its format."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

from reader.containers.container import (
    NO_STAMP,
    ContainerError,
    Content,
    Kind,
    OutsideError,
    Target,
)
from reader.containers.index import Index, Member, missing
from reader.domain import FileStamp


class Reader(Protocol):
    """The bytes of an archive's members."""

    def each(
        self, members: Sequence[Member], most: int, *, start: bool = False
    ) -> Iterator[tuple[Member, bytes | ContainerError]]:
        """Yield every member once with its bytes, in whatever order is fastest; with `start` no more than the first."""


class _Entry:
    __slots__ = ("_kind", "_stamp", "name")

    def __init__(self, name: str, kind: Kind, stamp: FileStamp) -> None:
        self.name = name
        self._kind = kind
        self._stamp = stamp

    def kind(self) -> Kind:
        return self._kind

    def stamp(self) -> FileStamp:
        return self._stamp


class ArchiveContainer:
    """The files of an archive. Pickled it keeps its names and loses its bytes, which the main process hands out."""

    by_path = False

    def __init__(self, root: Path, above: tuple[str, ...], index: Index, reader: Reader | None) -> None:
        self.root = root
        self._above = above
        self._index = index
        self._reader = reader

    def __reduce__(self) -> tuple[object, ...]:
        return ArchiveContainer, (self.root, self._above, self._index.names_only(), None)

    def parts(self) -> tuple[str, ...]:
        return self._above

    def entries(self, folder: str, most: int | None = None) -> Sequence[_Entry]:
        real = self._index.resolve(folder)
        below = f"{real}/" if real else ""
        children = self._index.children(real)[:most]
        return [_Entry(name, kind, self._stamp(below + name)) for name, kind in children]

    def _stamp(self, real: str) -> FileStamp:
        member = self._index.member(real)
        return member.stamp if member else NO_STAMP

    def identity(self, folder: str) -> Hashable:
        return self._index.resolve(folder)

    def follow(self, path: str) -> Target:
        try:
            real = self._index.resolve(path)
        except OutsideError:
            return Target(None, inside=False)
        return Target(self._index.kind(real), inside=True, stamp=self._stamp(real))

    def is_file(self, path: str) -> bool:
        try:
            return self._index.kind(self._index.resolve(path)) is Kind.FILE
        except OSError:
            return False

    def is_folder(self, path: str) -> bool:
        try:
            return self._index.kind(self._index.resolve(path)) is Kind.FOLDER
        except (OSError, OutsideError):
            return False

    def starts(self, paths: Sequence[str], most: int) -> dict[str, bytes]:
        there = {member: path for path in paths if (member := self._index.member(path))}
        found = dict.fromkeys(paths, b"")
        for member, data in self._reader.each(list(there), most, start=True) if self._reader else ():
            found[there[member]] = data if isinstance(data, bytes) else b""
        return found

    def read(self, path: str, most: int) -> tuple[bytes, FileStamp]:
        (content,) = self.contents([path], most)
        if content.error:
            raise content.error
        return content.data, content.stamp

    def contents(self, paths: Iterable[str], most: int) -> Iterator[Content]:
        wanted: dict[Member, list[str]] = {}
        for path in paths:
            try:
                wanted.setdefault(self._member(path), []).append(path)
            except (ContainerError, OSError) as error:
                yield Content(path, error=error)
        if self._reader is None or not wanted:
            return
        for member, data in self._reader.each(list(wanted), most):
            for path in wanted[member]:
                if isinstance(data, ContainerError):
                    yield Content(path, error=data)
                else:
                    yield Content(path, data, member.stamp)

    def _member(self, path: str) -> Member:
        real = self._index.real_file(path)
        member = self._index.member(real)
        if member is None:  # Only the names are known here.
            raise missing(path)
        return member
