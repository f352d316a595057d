"""Why an archive is refused as a whole, in words for the user."""

from __future__ import annotations

from pathlib import Path

from reader.domain import LibraryError


def bad_archive(archive: Path, reason: object) -> LibraryError:
    """Return the refusal of an archive that is cut off or damaged, or that is none."""
    text = str(reason) or type(reason).__name__
    advice = f"The archive is damaged or incomplete ({text[:200]}). Get it once more, or import its folder."
    return LibraryError("bad-archive", archive, advice)


def encrypted_archive(archive: Path) -> LibraryError:
    """Return the refusal of an archive that wants a password."""
    advice = "The archive is protected by a password. Unpack it, and import the folder."
    return LibraryError("archive-encrypted", archive, advice)


def unsafe_archive(archive: Path, name: str) -> LibraryError:
    """Return the refusal of an archive that names a file outside itself."""
    shown = name[:200]
    advice = f"The archive is not safe: “{shown}” leads out of it. Get one from a place you trust."
    return LibraryError("archive-unsafe", archive, advice, shown)


def large_archive(archive: Path) -> LibraryError:
    """Return the refusal of an archive that would become far more than a folder of posts."""
    advice = "The archive contains far more than posts would. If you trust it, unpack it and import the folder."
    return LibraryError("archive-too-large", archive, advice)
