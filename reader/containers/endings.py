"""File extensions of archives. Imports nothing: the window asks while something is dragged over it."""

from __future__ import annotations

from pathlib import Path

#: How their names end, in lower case.
ENDINGS = (".zip", ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tbz", ".tar.xz", ".txz", ".tar.zst", ".tzst")


def looks_like_archive(path: Path) -> bool:
    """Tell by its name whether a file is an archive that can be imported."""
    return path.name.lower().endswith(ENDINGS)


def archive_stem(name: str) -> str:
    """Return an archive's name without its ending."""
    ending = max((each for each in ENDINGS if name.lower().endswith(each)), key=len, default="")
    return name[: len(name) - len(ending)]
