"""The measure of dialogs: what is around and between their parts, in pixels."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
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
    """Makes a window no larger than its screen whenever it is shown; Qt then puts it where all of it is seen.

    A dialog that is opened again stands where it was closed, as long as the window below it has not moved: Qt would put
    it over the middle of that once more, by the height of a title bar off from where it first was.
    """

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._left_at: tuple[QPoint, QPoint] | None = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QWidget) and not event.spontaneous():
            if event.type() == QEvent.Type.Show:
                self._fit(watched)
            elif event.type() == QEvent.Type.Hide:
                self._left_at = _below(watched), watched.pos()
        return False

    def _fit(self, widget: QWidget) -> None:
        room = widget.screen().availableGeometry().size() - _FRAME
        fits = widget.size().boundedTo(room) == widget.size()
        if not fits:
            widget.resize(widget.size().boundedTo(room))
        if self._left_at is not None:
            # Qt puts nothing anywhere that was moved.
            widget.setAttribute(Qt.WidgetAttribute.WA_Moved, on=False)
            if fits and self._left_at[0] == _below(widget):
                widget.move(self._left_at[1])


def _below(widget: QWidget) -> QPoint:
    over = widget.parentWidget()
    return over.window().pos() if over is not None else QPoint()


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
