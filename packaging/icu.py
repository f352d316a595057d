"""Takes out of Qt's ICU data what nothing here asks for: names of currencies, languages, units and zones, and more.

ICU keeps all its data as one table of named parts (format "CmnD", icu4c/source/common/ucmndata.h) in a library of its
own. What stays is what Qt compares, folds and converts text with.
"""

from __future__ import annotations

import re
import struct
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

#: Whole directories of the table; ICU says of what is missing that there is none.
DROPPED = re.compile(rb"[^/]+/(brkitr|curr|lang|rbnf|region|translit|unit|zone)/")
_ALIGNED = 16
_ASSEMBLY = """\
.section .rodata
.balign {aligned}
.globl {symbol}
.type {symbol}, @object
.size {symbol}, {size}
{symbol}: .incbin "{file}"
.section .note.GNU-stack,"",@progbits
"""


def slim(library: Path) -> None:
    """Make a libicudata.so.N anew without what is dropped. Raises ValueError where it is not built as expected."""
    listed = subprocess.run(["nm", "-DS", str(library)], capture_output=True, text=True, check=True).stdout
    found = re.search(r"^(\w+) (\w+) R (icudt\d+_dat)$", listed, re.M)
    if not found:
        raise ValueError(f"{library} holds no ICU data")
    begin, size = int(found[1], 16), int(found[2], 16)
    # The section lies in the file where it lies in memory: it comes before all that is written to.
    data = library.read_bytes()[begin : begin + size]
    _assemble(pack(data[: _table(data)], {name: part for name, part in parts(data).items() if not DROPPED.match(name)}),
              found[3], library)  # fmt: skip


def parts(data: bytes) -> dict[bytes, bytes]:
    """Return the parts of a table by their names."""
    base = _table(data)
    (count,) = struct.unpack_from("<I", data, base)
    entries = [struct.unpack_from("<II", data, base + 4 + 8 * number) for number in range(count)]
    ends = [begin for _, begin in entries[1:]] + [len(data) - base]
    return {
        data[base + name : data.index(b"\0", base + name)]: data[base + begin : base + end]
        for (name, begin), end in zip(entries, ends, strict=True)
    }


def pack(header: bytes, kept: Mapping[bytes, bytes]) -> bytes:
    """Return a table of these parts, which must be in the order of their names."""
    names, places = bytearray(), []
    first = 4 + 8 * len(kept)
    for name in kept:
        places.append(first + len(names))
        names += name + b"\0"
    body = bytearray(struct.pack("<I", len(kept)) + bytes(8 * len(kept)) + names)
    for number, (place, part) in enumerate(zip(places, kept.values(), strict=True)):
        body += bytes(-(len(header) + len(body)) % _ALIGNED)
        struct.pack_into("<II", body, 4 + 8 * number, place, len(body))
        body += part
    return header + bytes(body)


def _table(data: bytes) -> int:
    """Return where the table begins: after a header that tells its own length, a mark, and the format."""
    length, mark, kind = *struct.unpack_from("<HH", data), data[12:16]
    if mark != 0x27DA or kind != b"CmnD":
        raise ValueError("this is no table of ICU data")
    return int(length)


def _assemble(data: bytes, symbol: str, library: Path) -> None:
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        (place / "data").write_bytes(data)
        source = _ASSEMBLY.format(aligned=_ALIGNED, symbol=symbol, size=len(data), file=place / "data")
        (place / "data.s").write_text(source, encoding="ascii")
        subprocess.run(["as", "-o", str(place / "data.o"), str(place / "data.s")], check=True)
        words = ["-shared", "-soname", library.name, "-z", "noexecstack", "--hash-style=gnu", "-o", str(place / "made")]
        subprocess.run(["ld", *words, str(place / "data.o")], check=True)
        library.write_bytes((place / "made").read_bytes())
