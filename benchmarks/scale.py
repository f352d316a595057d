"""`python -m benchmarks.scale`: every figure of a large library, beside floors and peers, and the table of them.

Libraries are made once and kept in `--folder`; what is measured is a copy. With `--write` the table goes into
docs/performance.md.
"""

from __future__ import annotations

import argparse
import compileall
import os
import platform
import shutil
import sqlite3
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import PySide6

import reader
from benchmarks import big_library, peers, scale_library, scale_search, scale_start
from benchmarks.figures import Figures, table
from reader import __version__
from reader.library.store.database import FILE_NAME

_DOCUMENT = Path(__file__).resolve().parent.parent / "docs" / "performance.md"
_BEGIN, _END = "<!-- table -->\n", "<!-- end of table -->"


def main() -> None:
    """Measure libraries of some sizes."""
    parser = argparse.ArgumentParser("benchmarks.scale", description="Measure Broadsheet at scale.")
    parser.add_argument("--posts", type=int, nargs="+", default=[1_000_000], metavar="N")
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "broadsheet-scale", metavar="DIR")
    parser.add_argument("--bytes", type=int, default=big_library.SIZE, metavar="B", help="of a text, in the mean")
    parser.add_argument("--write", action="store_true", help="put the table into docs/performance.md")
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    options.folder.mkdir(parents=True, exist_ok=True)
    # As an installed program: what the window loads in idle moments would else be compiled there, 30 ms at a go.
    compileall.compile_dir(Path(reader.__file__).parent, quiet=1)
    for posts in options.posts:
        _measure(big_library.make(options.folder, posts, options.bytes), posts, options.folder)
    made = table(options.folder)
    print(f"\n{made}")
    if options.write:
        before, _, rest = _DOCUMENT.read_text("utf-8").partition(_BEGIN)
        _DOCUMENT.write_text(f"{before}{_BEGIN}{made}\n{_END}{rest.partition(_END)[2]}", "utf-8")


def _measure(made: Path, posts: int, folder: Path) -> None:
    """Measure a copy of one library."""
    with tempfile.TemporaryDirectory(prefix="run-", dir=folder) as name:
        scratch = Path(name)
        library = scratch / "library"
        library.mkdir()
        shutil.copy(made / FILE_NAME, library)
        figures = Figures(posts, _notes())
        scale_start.run(library, figures)
        scale_library.run(library, figures)
        sample = scale_search.run(library, scratch, figures)
        peers.run(sample.texts[: peers.TEXTS], scratch, figures)
        from benchmarks import scale_window

        scale_window.run(library, scratch, figures)
        figures.save(folder)


def _notes() -> list[str]:
    """Return when, with what and beside what was measured."""
    return [
        f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC",
        f"Broadsheet {__version__}",
        f"Python {platform.python_version()}",
        f"SQLite {sqlite3.sqlite_version}",
        f"PySide6 {PySide6.__version__}",
        f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the start",
    ]


if __name__ == "__main__":
    main()
