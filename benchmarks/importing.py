"""How fast a folder comes in, listed and searchable apart, and how fast an unchanged one is seen to be so."""

from __future__ import annotations

import os
import time
from pathlib import Path

import frontmatter

from benchmarks.table import plain, rate, span, timed
from reader.importing.importer import import_folder
from reader.library.library import Library
from reader.library.store.database import FILE_NAME
from reader.outcomes import ImportProgress, Phase


def run(folder: Path, library: Path, posts: int) -> None:
    """Import `folder` into an empty library and print the figures."""
    files = [Path(place) / name for place, _, names in os.walk(folder) for name in names if name.endswith(".md")]
    reading, _ = timed(lambda: [file.read_bytes() for file in files])
    sample = files[:2000]
    peer, _ = timed(lambda: [frontmatter.load(str(file)) for file in sample])
    peer *= len(files) / len(sample)
    ends, first = _import(folder, library)
    listed = ends[Phase.READ] - ends[Phase.SCAN]
    rate("import, listed", posts, listed, "reading the files", reading)
    rate("import, listed", posts, listed, "python-frontmatter in a loop", peer)
    rate("index", posts, ends[Phase.INDEX] - ends[Phase.READ], "reading the files", reading)
    rate("import, searchable (all phases)", posts, ends[Phase.INDEX], "python-frontmatter in a loop", peer)
    plain("first articles readable after", f"{first:.2f} s")
    again, _ = timed(lambda: _import(folder, library))
    walking, _ = timed(lambda: stat_all(folder))
    span("import again, nothing changed", again, "os.scandir and stat", walking)
    text, kept = sum(file.stat().st_size for file in files), (library / FILE_NAME).stat().st_size
    plain("library size / posts' bytes", f"{kept / text:.2f}")


def _import(folder: Path, library: Path) -> tuple[dict[Phase, float], float]:
    """Return when each phase ended and when the first articles were committed, in seconds from the start."""
    ends: dict[Phase, float] = {}
    first = 0.0
    began = time.perf_counter()
    step: ImportProgress
    with Library(library) as opened:
        for step in import_folder(opened, folder):
            ends[step.phase] = time.perf_counter() - began
            first = first or (ends[step.phase] if step.committed else 0.0)
    return ends, first


def stat_all(folder: Path) -> None:
    """Look at every file below a folder: the least that an import of no change has to do."""
    pending = [str(folder)]
    while pending:
        with os.scandir(pending.pop()) as entries:
            for entry in entries:
                if entry.is_dir():
                    pending.append(entry.path)
                else:
                    entry.stat()
