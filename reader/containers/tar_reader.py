"""Tar archives, compressed or not: listed in one pass, read in one pass in the order of their members."""

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
#: A site's settings are kept from the listing: to get at each of them again, all before it would have to be unpacked.
_SETTINGS = (".yml", ".yaml", ".toml", ".json")
_MOST_OF_SETTINGS, _MOST_KEPT = 65_536, 4 << 20


class TarReader:
    """Reads by the places that `list_tar` found: bytes from the beginning of the unpacked archive."""

    def __init__(self, handle: Handle, packing: str) -> None:
        self._handle = handle
        self._packing = packing
        self._kept: dict[int, bytes] = {}
        self._room = _MOST_KEPT

    def stream(self) -> Stream:
        """Return the unpacked archive from its beginning."""
        file = self._handle.file()
        most = most_unpacked(self._handle.size) if self._packing else self._handle.size
        return Stream(unpacked(file, self._packing), most, None if self._packing else file)

    def keep(self, found: tarfile.TarInfo, stream: Stream) -> None:
        """Keep the settings of a site while the stream is there."""
        if found.name.count("/") < 3 and found.name.lower().endswith(_SETTINGS) and self._room > 0:
            start = stream.take(min(found.size, _MOST_OF_SETTINGS))
            self._kept[found.offset_data] = start
            self._room -= len(start)

    def each(
        self, members: Sequence[Member], most: int, *, start: bool = False
    ) -> Iterator[tuple[Member, bytes | ContainerError]]:
        stream = self.stream()
        broken: ContainerError | None = None
        for member in sorted(members, key=lambda each: each.place):
            size = min(member.size, most)
            kept = self._kept.get(member.place, b"")
            if size < member.size and not start:
                yield member, TooLargeError(member.size)
            elif size <= len(kept):
                yield member, kept[:size]
            elif broken is not None:
                yield member, broken
            else:
                try:
                    data = self._take(stream, member.place, size)
                except ContainerError as error:
                    # What comes after a damaged place cannot be found any more.
                    broken = error
                    yield member, error
                else:
                    yield member, data

    def _take(self, stream: Stream, place: int, size: int) -> bytes:
        if self._handle.changed():
            raise DamagedError("the archive was changed meanwhile")
        try:
            stream.seek(place)
            data = stream.take(size)
        except _BROKEN as error:
            raise DamagedError("the archive is damaged here") from error
        if len(data) != size:
            raise DamagedError("the archive is damaged here")
        return data


def list_tar(archive: Path, handle: Handle, packing: str, builder: Builder) -> TarReader:
    """Give the builder every member; raises LibraryError for an archive that is damaged or unpacks to too much."""
    reader = TarReader(handle, packing)
    stream = reader.stream()
    try:
        stream.allow(_HEADERS)
        tar = tarfile.TarFile(fileobj=stream, encoding="utf-8", errors="surrogateescape")  # type: ignore[arg-type]
        while (found := tar.next()) is not None:
            # The library remembers every member; here nobody asks it for them.
            tar.members.clear()  # type: ignore[attr-defined]
            _add(builder, found)
            if _is_file(found):
                reader.keep(found, stream)
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
    elif _is_file(found):
        builder.add_file(found.name, found.size, mtime_ns, found.offset_data)
    else:
        builder.add_other(found.name)


def _is_file(found: tarfile.TarInfo) -> bool:
    # What lies in a file with holes is not what is shown of it; nobody writes posts so.
    return found.isreg() and not found.issparse()
