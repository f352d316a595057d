"""The names of an archive's members as paths: their encoding, and which of them lead out of the archive."""

from __future__ import annotations

import re
from collections.abc import Iterable

_ABSOLUTE = re.compile(r"[/\\]|[A-Za-z]:(?:[/\\]|$)")
#: In characters: no system takes longer paths. It bounds the folders that one name implies, too.
LONGEST = 4096


def inner_path(name: str) -> str | None:
    """Return a member's name as a path below the archive's top, "" for the top itself; None when it leads out."""
    return None if _ABSOLUTE.match(name) else resolve(name)


def resolve(path: str) -> str | None:
    """Resolve "." and ".." in a path below some top, "" for the top itself; None when it leads out."""
    parts: list[str] = []
    for part in path.split("/"):
        if part == "..":
            if not parts:
                return None
            parts.pop()
        elif part not in {"", "."}:
            parts.append(part)
    return "/".join(parts)


def encoding_of(names: Iterable[bytes]) -> str:
    """Return the encoding of names for which the archive gives none: UTF-8, Chinese Windows', or that of MS-DOS.

    The names of an archive were mostly written by one computer, so all of them are asked together. GB 2312 stands for
    what Chinese names are made of; Western letters of MS-DOS seldom come in the pairs it knows.
    """
    odd = [name for name in names if not name.isascii()]
    if all(map(_is_utf8, odd)):
        return "utf-8"
    text = b"\n".join(name for name in odd if not _is_utf8(name))
    try:
        letters = [letter for letter in text.decode("gb18030") if letter > "\x7f"]
    except UnicodeDecodeError:
        return "cp437"
    common = sum(_is_common(letter) for letter in letters)
    return "gb18030" if common * 2 >= len(letters) else "cp437"


def read_name(raw: bytes, encoding: str) -> str:
    """Return a name in the archive's encoding; one that is UTF-8 all the same is read so."""
    if _is_utf8(raw):
        return raw.decode()
    return raw.decode(encoding, "surrogateescape" if encoding == "utf-8" else "replace")


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode()
    except UnicodeDecodeError:
        return False
    return True


def _is_common(letter: str) -> bool:
    try:
        letter.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True
