"""A compressed file as a forward-only stream, with limits on what it may expand to."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import zlib
from typing import TYPE_CHECKING, BinaryIO, Protocol

import zstandard

from reader.containers.container import TooLargeError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_CHUNK = 1 << 18
# The strongest settings of xz need 65 MB, those of zstd 128 MB; files may ask for gigabytes.
_XZ_MEMORY, _ZSTD_WINDOW = 256 << 20, 1 << 27

#: What the libraries raise for what is no archive, or a damaged one. A MemoryError is a size that cannot be true.
BROKEN: tuple[type[Exception], ...] = (
    OSError, ValueError, EOFError, ArithmeticError, LookupError, RuntimeError, MemoryError, zlib.error, lzma.LZMAError,
    zstandard.ZstdError,
)  # fmt: skip


class Bytes(Protocol):
    """What can be read on and on."""

    def read(self, size: int, /) -> bytes: ...


class _Xz(io.RawIOBase):
    """xz with a bound on memory, which the library's own file does not have."""

    def __init__(self, source: BinaryIO) -> None:
        self._source = source
        self._inner = lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=_XZ_MEMORY)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        view = memoryview(buffer).cast("B")
        while True:
            if self._inner.eof:
                rest = (self._inner.unused_data or self._source.read(_CHUNK)).lstrip(b"\0")
                if not rest:
                    return 0
                self._inner = lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=_XZ_MEMORY)
            else:
                rest = self._source.read(_CHUNK) if self._inner.needs_input else b""
                if self._inner.needs_input and not rest:
                    raise EOFError("it ends too early")
            data = self._inner.decompress(rest, len(view))
            if data:
                view[: len(data)] = data
                return len(data)


def unpacked(file: BinaryIO, packing: str) -> Bytes:
    """Return the bytes of a file packed by "gz", "bz2", "xz" or "zst"; a file packed by "" is returned as it is."""
    if packing == "gz":
        return gzip.GzipFile(fileobj=file)
    if packing == "bz2":
        return bz2.BZ2File(file)
    if packing == "xz":
        return io.BufferedReader(_Xz(file), _CHUNK)
    if packing == "zst":
        unpacker = zstandard.ZstdDecompressor(max_window_size=_ZSTD_WINDOW)
        return unpacker.stream_reader(file, read_across_frames=True, closefd=False)
    return file


class Stream:
    """An unpacked file as tarfile wants one, but for seeking backwards, which raises OSError.

    Unpacking more than `most` bytes raises TooLargeError, and so does a member whose headers take more than `allow`
    lets them: tarfile reads a header of any size into memory, and a list of holes of any length.
    """

    def __init__(self, source: Bytes, most: int, skip: BinaryIO | None = None) -> None:
        self._source = source
        self._most = most
        self._skip = skip
        self._place = 0
        self._allowed = 0
        self.last = b""

    def allow(self, size: int) -> None:
        """Let the next headers take so many bytes."""
        self._allowed = size

    def tell(self) -> int:
        """Return the place in the unpacked bytes."""
        return self._place

    def read(self, size: int) -> bytes:
        """Read for tarfile; what was read last is kept as `last`."""
        self._allowed -= size
        if size < 0 or self._allowed < 0:
            raise TooLargeError
        self.last = self.take(size)
        return self.last

    def take(self, size: int) -> bytes:
        """Read `size` bytes, fewer only at the end."""
        parts: list[bytes] = []
        while size > 0 and (part := self._source.read(min(size, _CHUNK))):
            parts.append(part)
            size -= len(part)
            self._place += len(part)
            if self._place > self._most:
                raise TooLargeError
        return parts[0] if len(parts) == 1 else b"".join(parts)

    def seek(self, place: int) -> None:
        """Go forward; beyond the end the place is that of the end, or any where nothing has to be unpacked."""
        if place < self._place:
            raise OSError("it leads backwards")
        if self._skip is not None:
            self._place = self._skip.seek(place)
        elif place > self._most:
            raise TooLargeError
        while self._place < place and (part := self._source.read(min(place - self._place, _CHUNK))):
            self._place += len(part)
