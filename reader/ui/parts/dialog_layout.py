"""The layout of dialogs: margins and spacing, in pixels."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize
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
    """Makes a window no larger than its screen whenever it is shown, and puts a dialog where all of it is seen.

    That is over the middle of the window below it; a dialog that is opened again stands where it was closed, as long as
    that window has not moved. Qt would see to it alone, but for the frame: where it learns of that only from the window
    manager, a dialog stood higher by a title bar when it was first shown, and on a small screen without one.
    """

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._left_at: tuple[QPoint, QPoint] | None = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QWidget) and not event.spontaneous():
            below = watched.parentWidget()
            if event.type() == QEvent.Type.Show:
                self._fit(watched, below.window() if below is not None else None)
            elif event.type() == QEvent.Type.Hide and below is not None:
                self._left_at = below.window().pos(), watched.pos()
        return False

    def _fit(self, widget: QWidget, below: QWidget | None) -> None:
        room = widget.screen().availableGeometry().size() - _FRAME
        fits = widget.size().boundedTo(room) == widget.size()
        if not fits:
            widget.resize(widget.size().boundedTo(room))
        if below is not None:
            if fits and self._left_at is not None and self._left_at[0] == below.pos():
                widget.move(self._left_at[1])
            else:
                widget.move(_over_the_middle(widget, below))


def _over_the_middle(widget: QWidget, below: QWidget) -> QPoint:
    """Return where to move a window so that, with a frame like that of the one below it, all of it is seen."""
    outer, inner, room = below.frameGeometry(), below.geometry(), widget.screen().availableGeometry()
    place = QRect(QPoint(), widget.size() + outer.size() - inner.size())
    place.moveCenter(outer.center())
    place.moveLeft(max(room.left(), min(place.left(), room.right() + 1 - place.width())))
    place.moveTop(max(room.top(), min(place.top(), room.bottom() + 1 - place.height())))
    # Where its own frame is not known yet Qt takes the place for that of what is within it.
    known = widget.frameGeometry() != widget.geometry()
    return place.topLeft() if known else place.topLeft() + inner.topLeft() - outer.topLeft()


def keep_within_screen(widget: QWidget) -> None:
    """Let all of a window be reached on a small screen, too: what stands at its foot would be below the edge."""
    widget.installEventFilter(_WithinScreen(widget))


def column_of(dialog: QDialog, spacing: int) -> QVBoxLayout:
    """Give a dialog the column that its parts stand in, so far apart, and no more room than its screen has."""
    keep_within_screen(dialog)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(*MARGINS)
    column.setSpacing(spacing)
    return column
