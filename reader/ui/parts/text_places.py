"""Positions in a text: Qt counts UTF-16 units, Python characters."""

from __future__ import annotations

from PySide6.QtGui import QTextLine


def to_qt(text: str, at: int) -> int:
    """Return Qt's count for the place before the character with that index."""
    return len(text[:at].encode("utf-16-le", "surrogatepass")) // 2


def from_qt(text: str, units: int) -> int:
    """Return the index of the character that begins at Qt's count, or holds it."""
    # No more characters than halves are looked at.
    return len(text[:units].encode("utf-16-le", "surrogatepass")[: units * 2].decode("utf-16-le", "ignore"))


def x_at(line: QTextLine, at: int) -> float:
    """Return where on a line that is laid out the place at Qt's count is seen."""
    return line.cursorToX(at)[0]  # type: ignore[index,no-any-return]  # the binding gives the place along with it
