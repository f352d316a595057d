"""The measure of dialogs: what is around and between their parts, in pixels."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

#: Around what a dialog holds: left, top, right, bottom.
MARGINS = (24, 20, 24, 20)
_BETWEEN_BUTTONS = 8


def button_row(left: Sequence[QWidget], right: Sequence[QWidget], between: QWidget | None = None) -> QHBoxLayout:
    """Return the row at the foot of a dialog: what leaves it or goes on to the right, all else to the left.

    What is `between`, such as a word on what was done, gets the room there is.
    """
    row = QHBoxLayout()
    row.setSpacing(_BETWEEN_BUTTONS)
    for button in left:
        row.addWidget(button)
    if between is None:
        row.addStretch(1)
    else:
        row.addWidget(between, 1)
    for button in right:
        row.addWidget(button)
    return row


def column_of(dialog: QDialog, spacing: int) -> QVBoxLayout:
    """Give a dialog the column that its parts stand in, so far apart."""
    column = QVBoxLayout(dialog)
    column.setContentsMargins(*MARGINS)
    column.setSpacing(spacing)
    return column
