"""The measure of dialogs: what is around and between their parts, in pixels."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

#: Around what a dialog holds: left, top, right, bottom.
MARGINS = (24, 20, 24, 20)
_BETWEEN_BUTTONS = 8
# What the frame of a window takes, about: it is not known before the window is shown.
_FRAME = QSize(16, 48)


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


class _WithinScreen(QObject):
    """Makes a dialog no larger than its screen whenever it is shown; Qt then puts it where all of it is seen."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QDialog) and not event.spontaneous():
            room = watched.screen().availableGeometry().size() - _FRAME
            if watched.size().boundedTo(room) != watched.size():
                watched.resize(watched.size().boundedTo(room))
        return False


def keep_within_screen(dialog: QDialog) -> None:
    """Let the buttons of a dialog be reached on a small screen, too: those at its foot would be below the edge."""
    dialog.installEventFilter(_WithinScreen(dialog))


def column_of(dialog: QDialog, spacing: int) -> QVBoxLayout:
    """Give a dialog the column that its parts stand in, so far apart, and no more room than its screen has."""
    keep_within_screen(dialog)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(*MARGINS)
    column.setSpacing(spacing)
    return column
