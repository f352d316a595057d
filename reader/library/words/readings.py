"""The pronunciation of Chinese characters, from a table of our own (tools/pinyin_table.py says why)."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

from reader import resources


@cache
def _table() -> list[str]:
    """Return a line for each character, in the order of code points: to look at them all would take longer."""
    return resources.path("pinyin", "readings.txt").read_text("utf-8").splitlines()


def readings(character: str) -> list[str]:
    """Return how a character is read, the most usual way first: `zhong4` and `chong2` for 重; a neutral tone has no 5.

    What is no Chinese character has none.
    """
    if character.isascii():
        return []
    lines = _table()
    place = bisect_left(lines, character)
    known = place < len(lines) and lines[place].startswith(character)
    return lines[place][len(character) :].split(",") if known else []
