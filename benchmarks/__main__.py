"""`python -m benchmarks`: makes posts, imports them, opens the window over them, prints every figure."""

from __future__ import annotations

import argparse
import os
import tempfile
from pathlib import Path

from benchmarks import corpus, exporting, importing, pictures


def main() -> None:
    """Run everything."""
    parser = argparse.ArgumentParser("benchmarks", description="Measure Broadsheet beside floors and peers.")
    parser.add_argument("--posts", type=int, default=10_000, metavar="N")
    parser.add_argument("--folder", type=Path, metavar="DIR", help="a folder of posts to use instead of generated ones")
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="broadsheet-bench-") as scratch:
        place = Path(scratch)
        folder = options.folder or corpus.write(place / "posts", options.posts)
        posts = sum(name.endswith(".md") for _, _, names in os.walk(folder) for name in names)
        print(f"{posts:,} posts")
        importing.run(folder, place / "library", posts)
        exporting.run(place / "library")
        pictures.run(place)
        from benchmarks import scrolling, window

        window.run(place / "library", corpus.write(place / "more", 2000))
        scrolling.run(place)


if __name__ == "__main__":
    main()
