"""How texts and paths are encoded in the library's file."""

from __future__ import annotations

import json
import os
import re
import threading
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import zstandard

# Level 3: a 5 KB Chinese post shrinks to about half in 30 microseconds; higher levels gain a few percent.
_LEVEL = 3
# To make one for each post takes as long as to use it.
_JSON = json.JSONEncoder(ensure_ascii=False, default=str)
# Controls, and marks that turn or end lines.
_UNSHOWN = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


class Packer:
    """Compresses texts. Holds buffers, so each Library has its own: they are not made for several threads."""

    # Who only lists needs neither, nor what they are made of.
    @cached_property
    def _pack(self) -> zstandard.ZstdCompressor:
        import zstandard

        return zstandard.ZstdCompressor(level=_LEVEL)

    @cached_property
    def _unpack(self) -> zstandard.ZstdDecompressor:
        import zstandard

        return zstandard.ZstdDecompressor()

    def pack(self, html: str, text: str) -> bytes:
        """Return a body and its plain text as one zstd frame.

        The text repeats what the body says, so that together they take little more than the body alone. Lone
        surrogates, which no encoding can hold, become U+FFFD.
        """
        return self._pack.compress(_clean_bytes(html) + b"\0" + _clean_bytes(text))

    def pack_bytes(self, data: bytes) -> bytes:
        """Return bytes as a zstd frame."""
        return self._pack.compress(data)

    def unpack_bytes(self, frame: bytes) -> bytes:
        """Return the bytes of a frame made by pack_bytes."""
        return self._unpack.decompress(frame)

    def unpack(self, frame: bytes) -> tuple[str, str]:
        """Return the body and the plain text of a frame made by pack."""
        html, _, text = self._unpack.decompress(frame).partition(b"\0")
        return html.decode(), text.decode()


class _Own(threading.local):
    def __init__(self) -> None:
        self.packer = Packer()


_own = _Own()


def own_packer() -> Packer:
    """Return the packer of this thread, where no Library is at hand."""
    return _own.packer


def clean(text: str) -> str:
    """Return `text` as SQLite can hold it and Qt can show it: no lone surrogates, no NUL."""
    if not text.isascii():
        try:
            text.encode()
        except UnicodeEncodeError:
            text = text.encode("utf-8", "replace").decode()
    return text.replace("\0", "\ufffd") if "\0" in text else text


def one_line(name: str, most: int) -> str:
    """Return a name of a folder, or one that was typed, as it can stand beside others: on one line, of bounded length.

    Controls, and marks that turn what follows, are replaced: a name must not write over its neighbours.
    """
    return _UNSHOWN.sub("\ufffd", clean(" ".join(name.split())))[:most].strip()


def _clean_bytes(text: str) -> bytes:
    return text.encode("utf-8", "replace").replace(b"\0", b"\xef\xbf\xbd")


def pack_metadata(metadata: Mapping[str, object]) -> str:
    """Return front matter as JSON; values that JSON does not know become their text."""
    return clean(_JSON.encode(metadata))


def unpack_metadata(text: str) -> dict[str, object]:
    """Return the front matter that pack_metadata packed."""
    metadata: dict[str, object] = json.loads(text)
    return metadata


def path_bytes(path: str) -> bytes:
    """Return a path as the file system's own bytes."""
    return os.fsencode(path)


def path_text(path: bytes) -> str:
    """Return a stored path as Python names files; undecodable bytes are surrogate escapes."""
    return os.fsdecode(path)
