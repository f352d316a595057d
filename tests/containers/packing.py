"""Archives as a test asks for them: of a folder, or of members that no folder could hold."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import zstandard

FORMS = (".zip", ".tar", ".tar.gz", ".tar.bz2", ".tar.xz", ".tar.zst")
POST = "---\ntitle: {}\ndate: 2022-01-01 10:00:00\n---\n\nWords.\n"

_PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "tar": lambda data: data,
    "gz": gzip.compress,
    "tgz": gzip.compress,
    "bz2": bz2.compress,
    "xz": lzma.compress,
    "zst": lambda data: zstandard.ZstdCompressor().compress(data),
}


def pack(folder: Path, file: Path, top: str = "") -> Path:
    """Pack all that lies in a folder, as its name says, within a folder `top` if one is named."""
    prefix = f"{top}/" if top else ""
    if file.suffix == ".zip":
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
            for each in sorted(folder.rglob("*")):
                packed.write(each, f"{prefix}{each.relative_to(folder)}")
        return file
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w") as tar:
        for each in sorted(folder.iterdir()):
            tar.add(each, f"{prefix}{each.name}")
    file.write_bytes(_PACKERS[file.suffix[1:]](data.getvalue()))
    return file


def zip_of(file: Path, members: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    """Write a zip of texts by name."""
    with zipfile.ZipFile(file, "w", method) as packed:
        for name, text in members.items():
            packed.writestr(name, text)
    return file


def member(name: str, text: str | bytes = "", **fields: object) -> tuple[tarfile.TarInfo, bytes]:
    """Make a member of a tar; `fields` are those of a TarInfo."""
    data = text.encode() if isinstance(text, str) else text
    info = tarfile.TarInfo(name)
    info.size = len(data)
    info.mtime = 1_600_000_000
    for field, value in fields.items():
        setattr(info, field, value)
    return info, data


def link(name: str, target: str, kind: bytes = tarfile.SYMTYPE) -> tuple[tarfile.TarInfo, bytes]:
    """Make a link that is a member of a tar."""
    return member(name, type=kind, linkname=target)


def tar_of(file: Path, *members: tuple[tarfile.TarInfo, bytes]) -> Path:
    """Write a tar of members, packed as the file's name says."""
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w", format=tarfile.PAX_FORMAT, errors="surrogateescape") as tar:
        for info, content in members:
            tar.addfile(info, io.BytesIO(content))
    file.write_bytes(_PACKERS[file.suffix[1:]](data.getvalue()))
    return file


def raw_zip(file: Path, name: bytes) -> Path:
    """Write a zip with a text whose name is these bytes, without a word on their encoding, and one beside it."""
    stand_in = "x" * len(name)
    zip_of(file, {stand_in: "text", "other.md": ""}, zipfile.ZIP_STORED)
    file.write_bytes(file.read_bytes().replace(stand_in.encode(), name))
    return file
