"""Tar archives, packed or not: listed in one pass, read in one pass in the order in which the members lie."""

from __future__ import annotations

import tarfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from reader.containers.building import Builder, most_unpacked
from reader.containers.container import ContainerError, DamagedError, TooLargeError
from reader.containers.handle import Handle
from reader.containers.index import Member
from reader.containers.refusals import bad_archive, large_archive
from reader.containers.unpacking import BROKEN, Stream, unpacked

_BROKEN: tuple[type[Exception], ...] = (tarfile.TarError, TooLargeError, *BROKEN)
# Names, times and attributes of one member; most have half a kilobyte.
_HEADERS = 1 << 20
#: The beginnings of files that tell whose posts these are, kept from the listing: to get at them again everything
#: before them would have to be unpacked once more.
_TELLING = (".md", ".markdown", ".mkd", ".html", ".mdx", ".txt")
_SETTINGS = (".yml", ".yaml", ".toml", ".json")
_START, _SETTINGS_START, _MOST_STARTS = 4096, 65_536, 16 << 20


class TarReader:
    """Reads by the places that `list_tar` found: bytes from the beginning of the unpacked archive."""

    def __init__(self, handle: Handle, packing: str) -> None:
        self._handle = handle
        self._packing = packing
        self._starts: dict[int, bytes] = {}

    def stream(self) -> Stream:
        """Return the unpacked archive from its beginning."""
        file = self._handle.file()
        most = most_unpacked(self._handle.size) if self._packing else self._handle.size
        return Stream(unpacked(file, self._packing), most, None if self._packing else file)

    def keep_start(self, place: int, start: bytes) -> None:
        """Remember how a member begins."""
        self._starts[place] = start

    def start(self, member: Member, most: int) -> bytes:
        kept = self._starts.get(member.place, b"")
        if len(kept) >= min(most, member.size):
            return kept[:most]
        return self._take(self.stream(), member._replace(size=min(most, member.size)))

    def each(self, members: Sequence[Member], most: int) -> Iterator[tuple[Member, bytes | ContainerError]]:
        stream = self.stream()
        broken: ContainerError | None = None
        for member in sorted(members, key=lambda each: each.place):
            if member.size > most:
                yield member, TooLargeError(member.size)
            elif broken is not None:
                yield member, broken
            else:
                try:
                    data = self._take(stream, member)
                except ContainerError as error:
                    # What comes after a damaged place cannot be found any more.
                    broken = error
                    yield member, error
                else:
                    yield member, data

    def _take(self, stream: Stream, member: Member) -> bytes:
        if self._handle.changed():
            raise DamagedError("the archive was changed meanwhile")
        try:
            stream.seek(member.place)
            data = stream.take(member.size)
        except _BROKEN as error:
            raise DamagedError("the archive is damaged here") from error
        if len(data) != member.size:
            raise DamagedError("the archive is damaged here")
        return data


def list_tar(archive: Path, handle: Handle, packing: str, builder: Builder) -> TarReader:
    """Give the builder every member; raises LibraryError for an archive that is damaged or unpacks to too much."""
    reader = TarReader(handle, packing)
    stream = reader.stream()
    kept = 0
    try:
        stream.allow(_HEADERS)
        tar = tarfile.TarFile(fileobj=stream, encoding="utf-8", errors="surrogateescape")  # type: ignore[arg-type]
        while (found := tar.next()) is not None:
            # The library remembers every member; here nobody asks it for them.
            tar.members.clear()  # type: ignore[attr-defined]
            _add(builder, found)
            start = _worth_keeping(found) if kept < _MOST_STARTS else 0
            if start:
                reader.keep_start(found.offset_data, stream.take(start))
                kept += start
            stream.allow(_HEADERS)
    except TooLargeError as error:
        raise large_archive(archive) from error
    except _BROKEN as error:
        raise bad_archive(archive, error) from error
    # The library takes a header it cannot read, and the end of a file that was cut off, for the end of the archive.
    if len(stream.last) != tarfile.BLOCKSIZE or any(stream.last):
        raise bad_archive(archive, "it ends too early")
    return reader


def _add(builder: Builder, found: tarfile.TarInfo) -> None:
    mtime_ns = int(found.mtime * 1_000_000_000)
    if found.isdir():
        builder.add_folder(found.name)
    elif found.issym():
        builder.add_link(found.name, found.linkname)
    elif found.islnk():
        builder.add_hard_link(found.name, found.linkname)
    elif found.isreg() and not found.issparse():
        builder.add_file(found.name, found.size, mtime_ns, found.offset_data)
    else:
        builder.add_other(found.name)


def _worth_keeping(found: tarfile.TarInfo) -> int:
    if not found.isreg() or found.issparse():
        return 0
    name = found.name.lower()
    most = _START if name.endswith(_TELLING) else _SETTINGS_START if name.endswith(_SETTINGS) else 0
    return min(found.size, most)
