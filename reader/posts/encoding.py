"""Decodes a file's bytes: byte order marks, other encodings, and characters that text cannot contain."""

from __future__ import annotations

import codecs
import re

from reader.posts.charset import SAMPLE, guess_encoding, wide_encoding
from reader.posts.notes import Notes, Refusal
from reader.problems import ProblemKind

REPLACEMENT = "\ufffd"
#: NUL cuts texts short in SQLite and Qt; the others make YAML and XML readers give up.
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_CONTROL_BYTES = bytes([*range(9), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F])
#: The C1 controls and the non-characters, as UTF-8 writes them.
_C1, _NONCHARACTERS = re.compile(rb"\xc2[\x80-\x9f]"), re.compile(rb"\xef(?:\xbf[\xbe\xbf]|\xb7[\x90-\xaf])")
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)
#: UTF-32 comes first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: So many control characters may stand in any text, however short.
_STRAY = 3


def decode(data: bytes, notes: Notes) -> str:
    """Return the text of a file with "\\n" line ends, no byte order mark and no control characters.

    Everything but plain UTF-8 is recorded in `notes`. Raises Refusal for binary data.
    """
    text = _decode_bytes(data, notes)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\ufeff" in text:
        text = text.replace("\ufeff", "")
    if _may_hold_controls(data):
        # Editors on a Mac leave it within Chinese words (microsoft/vscode#37114), where no browser shows it.
        strays = text.count("\b")
        text, count = _CONTROLS.subn(REPLACEMENT, text.replace("\b", "") if strays else text)
        count += strays
        if count:
            notes.add(ProblemKind.BYTES_REPLACED, f"{count} control characters")
    return text


def clean_name(name: str) -> str:
    """Return a file name or an address that can be shown: what is no text becomes a replacement character."""
    return _CONTROLS.sub(REPLACEMENT, name)


def _may_hold_controls(data: bytes) -> bool:
    if len(data.translate(None, _CONTROL_BYTES)) != len(data):
        return True
    if data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        return True
    if (b"\xef\xbf" in data or b"\xef\xb7" in data) and _NONCHARACTERS.search(data):
        return True
    return b"\xc2" in data and _C1.search(data) is not None


def _decode_bytes(data: bytes, notes: Notes) -> str:
    for mark, name in _MARKS:
        if data.startswith(mark):
            notes.add(ProblemKind.ENCODING_GUESSED, name.upper())
            return data.decode(name, "replace")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_foreign(data, notes)
    if "\0" in text or "\x1b$" in text:
        return _decode_odd(data, text, notes)
    return text


def _decode_odd(data: bytes, text: str, notes: Notes) -> str:
    """Tell UTF-16 without a mark, Japanese in seven bits, binary data and stray NULs apart."""
    wide = wide_encoding(data) if _has_wide_signs(data) else ""
    if wide:
        notes.add(ProblemKind.ENCODING_GUESSED, wide.upper())
        return data.decode(wide, "replace")
    if text.isascii() and "\0" not in text and guess_encoding(data) == "iso2022_jp":
        notes.add(ProblemKind.ENCODING_GUESSED, "ISO2022_JP")
        return data.decode("iso2022_jp", "replace")
    if _looks_binary(data):
        raise Refusal(ProblemKind.NOT_TEXT)
    return text


def _has_wide_signs(data: bytes) -> bool:
    """Tell UTF-16, where every other byte of many is one that no text holds, from a text with a few stray NULs."""
    sides = (data[side:SAMPLE:2] for side in (0, 1))
    return any(_controls(side) > max(_STRAY, 0.1 * len(side)) for side in sides)


def _looks_binary(data: bytes) -> bool:
    sample = data[:SAMPLE]
    return _controls(sample) > max(_STRAY, 0.05 * len(sample))


def _controls(data: bytes) -> int:
    return len(data) - len(data.translate(None, _CONTROL_BYTES))


def _decode_foreign(data: bytes, notes: Notes) -> str:
    text = data.decode("utf-8", "replace")
    broken = text.count(REPLACEMENT)
    # A few broken places in much that is UTF-8: damage. Many: another encoding.
    damaged = broken <= 3 + _multibyte(text) // 20 and (_multibyte(text) > broken or _is_cut_short(data))
    if not damaged and b"\0" in data and (_is_far_from_ascii(data) or _has_wide_signs(data)):
        wide = wide_encoding(data)
        if wide:
            notes.add(ProblemKind.ENCODING_GUESSED, wide.upper())
            return data.decode(wide, "replace")
    if _looks_binary(data):
        raise Refusal(ProblemKind.NOT_TEXT)
    if damaged:
        notes.add(ProblemKind.BYTES_REPLACED, f"{broken} bytes that are not UTF-8")
        return text
    name = _declared(data) or guess_encoding(data)
    if name:
        notes.add(ProblemKind.ENCODING_GUESSED, name.upper())
        return data.decode(name, "replace")
    notes.add(ProblemKind.BYTES_REPLACED, f"{broken} bytes that are not UTF-8")
    return text


def _is_far_from_ascii(data: bytes) -> bool:
    return len(data.translate(None, bytes(range(128)))) > 0.1 * len(data)


def _multibyte(text: str) -> int:
    """Count the characters that were read from well-formed sequences of several bytes."""
    ascii_only = len(text.encode("ascii", "ignore"))
    return len(text) - ascii_only - text.count(REPLACEMENT)


def _is_cut_short(data: bytes) -> bool:
    """Tell whether only the last character is incomplete, and others of several bytes are whole."""
    tail = codecs.getincrementaldecoder("utf-8")()
    try:
        return not tail.decode(data).isascii()
    except UnicodeDecodeError:
        return False


def _declared(data: bytes) -> str:
    """Return the encoding a web page names for itself, if it is true."""
    found = _META_CHARSET.search(data, 0, 4096)
    if not found:
        return ""
    name = found.group(1).decode("ascii", "ignore").lower()
    name = {"gb2312": "gb18030", "gbk": "gb18030", "iso-8859-1": "cp1252"}.get(name, name)
    try:
        codecs.lookup(name)
        data.decode(name)
    except (LookupError, ValueError):
        return ""
    return name
