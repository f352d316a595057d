"""Writes the snapshots anew."""

from __future__ import annotations

import sys

from tests.posts.snapshots import CORPORA, HERE, folders, take


def main() -> int:
    """Write a file for each folder of real posts."""
    if not folders():
        sys.stderr.write(f"There are no real posts in {CORPORA}.\n")
        return 1
    for old in HERE.glob("*.json"):
        old.unlink()
    for name in folders():
        (HERE / f"{name}.json").write_text(take(name), "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
