"""Positions in a text: Qt counts UTF-16 units, Python characters."""

from __future__ import annotations


def to_qt(text: str, at: int) -> int:
    """Return Qt's count for the place before the character with that index."""
    return len(text[:at].encode("utf-16-le", "surrogatepass")) // 2


def from_qt(text: str, units: int) -> int:
    """Return the index of the character that begins at Qt's count, or holds it."""
    # No more characters than halves are looked at.
    return len(text[:units].encode("utf-16-le", "surrogatepass")[: units * 2].decode("utf-16-le", "ignore"))
