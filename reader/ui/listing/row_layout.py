"""Where the parts of a row stand that are painted in one place and clicked in another."""

from __future__ import annotations

from PySide6.QtCore import QRect

#: The room left of the title, where the unread dot and the bookmark button are.
GUTTER = 28


def bookmark_place(row: QRect) -> QRect:
    """Return the button that puts a row's article on the read-later list."""
    return QRect(row.left() + 6, row.bottom() - 32, GUTTER - 6, 24)
