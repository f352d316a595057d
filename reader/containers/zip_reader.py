"""Zip archives: listed by their directory, each member read directly."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from reader.containers import building
from reader.containers.building import Builder
from reader.containers.container import ContainerError, DamagedError, TooLargeError
from reader.containers.handle import Handle
from reader.containers.index import Member
from reader.containers.member_names import encoding_of, read_name
from reader.containers.refusals import bad_archive, encrypted_archive, large_archive
from reader.containers.unpacking import BROKEN

# The directory is read at once; half a million members take some 60 MB.
_MOST_DIRECTORY = 96 << 20
# What each member's entry in it begins with, and the bytes it takes at least.
_MEMBER, _SMALLEST = b"PK\x01\x02", 46
# Flags: a member that wants a password, a directory that does, a name that is UTF-8.
_ENCRYPTED, _UTF8 = 0x1 | 0x40 | 0x2000, 0x800
# Info-ZIP's extra fields: times of Unix, and the name in UTF-8.
_UNIX_TIMES, _UNICODE_NAME = 0x5455, 0x7075
_UNIX, _LONGEST_TARGET, _MOST_LINKS = 3, 4096, 10_000
_BROKEN: tuple[type[Exception], ...] = (zipfile.BadZipFile, struct.error, *BROKEN)
# What is read; Python 3.14 knows zstd as well, of which one piece may become as much as it likes.
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA}
# The latter two cannot be told how much to give back: from this many bytes at most some 80 MB come.
_STEP, _SMALL_STEP = 1 << 20, 4096


class _Careful(io.BufferedReader):
    """A file that gives no more at once than a sane directory has, neither in bytes nor in members.

    The library reads the directory at once and makes an object of some 500 bytes of each member: two million of them
    would take a gigabyte before anybody could refuse them. What the end of the file says of their number need not be
    true.
    """

    def read(self, size: int | None = -1, /) -> bytes:
        if size is not None and size > _MOST_DIRECTORY:
            raise TooLargeError(size)
        data = super().read(size)
        if len(data) > building.MOST_MEMBERS * _SMALLEST and data.count(_MEMBER) > building.MOST_MEMBERS:
            raise TooLargeError(len(data))
        return data


class ZipReader:
    """Reads by the numbers of the members in the directory."""

    def __init__(self, handle: Handle) -> None:
        self._handle = handle
        self._zip = zipfile.ZipFile(_Careful(handle.file().detach()))
        self.members = self._zip.infolist()

    def each(
        self, members: Sequence[Member], most: int, *, start: bool = False
    ) -> Iterator[tuple[Member, bytes | ContainerError]]:
        for member in members:
            try:
                data = self._read(member, most, whole=not start)
            except ContainerError as error:
                yield member, error
            else:
                yield member, data

    def _read(self, member: Member, most: int, *, whole: bool) -> bytes:
        if whole and member.size > most:
            raise TooLargeError(member.size)
        if self._handle.changed():
            raise DamagedError("the archive was changed meanwhile")
        info = self.members[member.place]
        if info.compress_type not in _METHODS:
            raise DamagedError("its compression is not known")
        step = _STEP if info.compress_type in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED} else _SMALL_STEP
        data = bytearray()
        try:
            with self._zip.open(info) as file:
                while (whole or len(data) < most) and (piece := file.read(step)):
                    data += piece
        except NotImplementedError as error:
            raise DamagedError("its compression is not known") from error
        except _BROKEN as error:
            raise DamagedError("the archive is damaged here") from error
        if whole and len(data) != member.size:
            raise DamagedError("the archive is damaged here")
        return bytes(data if whole else data[:most])


def list_zip(archive: Path, handle: Handle, builder: Builder) -> ZipReader:
    """Give the builder every member; raises LibraryError for an archive that is damaged, locked or too large."""
    try:
        reader = ZipReader(handle)
    except TooLargeError as error:
        raise large_archive(archive) from error
    except _BROKEN as error:
        raise bad_archive(archive, error) from error
    if any(info.flag_bits & _ENCRYPTED for info in reader.members):
        raise encrypted_archive(archive)
    encoding = encoding_of(_raw_name(info) for info in reader.members if not info.flag_bits & _UTF8)
    links = 0
    for place, info in enumerate(reader.members):
        # Old programs of Windows write its separator. In the bytes it may be half of a Chinese letter.
        name = _name(info, encoding).partition("\0")[0].replace("\\", "/")
        links += _add(builder, reader, name, place, info, links=links)
    return reader


def _name(info: zipfile.ZipInfo, encoding: str) -> str:
    if info.flag_bits & _UTF8:
        return info.orig_filename
    raw = _raw_name(info)
    said = _extra(info, _UNICODE_NAME)
    # It holds for the name whose checksum it bears: a program that does not know it may have renamed the member.
    if said[:5] == b"\1" + zlib.crc32(raw).to_bytes(4, "little"):
        return read_name(said[5:], encoding)
    return read_name(raw, encoding)


def _extra(info: zipfile.ZipInfo, wanted: int) -> bytes:
    """Return the extra field of a kind, b"" when there is none."""
    at = 0
    while at + 4 <= len(info.extra):
        tag, size = struct.unpack_from("<HH", info.extra, at)
        if tag == wanted:
            return info.extra[at + 4 : at + 4 + size]
        at += 4 + size
    return b""


def _raw_name(info: zipfile.ZipInfo) -> bytes:
    return info.orig_filename.encode("cp437")


def _add(builder: Builder, reader: ZipReader, name: str, place: int, info: zipfile.ZipInfo, *, links: int) -> bool:
    """Give the builder one member; tells whether it is a link."""
    kind = stat.S_IFMT(info.external_attr >> 16) if info.create_system == _UNIX else 0
    if name.endswith("/") or kind == stat.S_IFDIR:
        builder.add_folder(name)
    elif kind == stat.S_IFLNK:
        builder.add_link(name, _target(reader, place, info) if links < _MOST_LINKS else "/")
        return True
    elif kind in {0, stat.S_IFREG}:
        builder.add_file(name, info.file_size, _mtime_ns(info), place)
    else:
        builder.add_other(name)
    return False


def _target(reader: ZipReader, place: int, info: zipfile.ZipInfo) -> str:
    """Return what a link says; one that cannot be read leads nowhere."""
    ((_, said),) = reader.each([Member(info.file_size, 0, place)], _LONGEST_TARGET)
    return said.decode("utf-8", "surrogateescape") if isinstance(said, bytes) else "/"


def _mtime_ns(info: zipfile.ZipInfo) -> int:
    """Return a member's time, with its checksum in place of the fraction of a second that zip does not keep.

    So a text that was changed is known by its stamp, also where all members bear the same time.
    """
    return _seconds(info) * 1_000_000_000 + info.CRC % 1_000_000_000


def _seconds(info: zipfile.ZipInfo) -> int:
    """Return the time in seconds since 1970: the exact one of Unix, or the local one of MS-DOS."""
    exact = _extra(info, _UNIX_TIMES)
    if len(exact) >= 5 and exact[0] & 1:  # The time of change is there, and comes first.
        return max(0, int.from_bytes(exact[1:5], "little", signed=True))
    try:
        return max(0, int(datetime(*info.date_time).timestamp()))  # noqa: DTZ001 - it is the local time
    except (ValueError, OverflowError, OSError):
        return int(datetime(1980, 1, 1, tzinfo=UTC).timestamp())
