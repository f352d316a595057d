"""A small window over the page, closed by Esc or a click elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget


class Popover(QFrame):
    """Takes the keys while it is open. Being a window of its own, it gives them back by closing."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over, Qt.WindowType.Popup)
        self._over = over
        self.setAttribute(Qt.WidgetAttribute.WA_NoMouseReplay)  # or the click that closes it opens it again
        self.setProperty("tone", "popover")

    def open_at(self, corner: QPoint, *, above: int, right: bool = False) -> None:
        """Open below a point of the screen, or that many pixels above it where there is no room below.

        The point is its left edge, or its `right` one.
        """
        room = self._over.screen().availableGeometry()
        x = corner.x() - self.width() if right else corner.x()
        y = corner.y() if corner.y() + self.height() <= room.bottom() else corner.y() - above - self.height()
        x = max(room.left(), min(x, room.right() - self.width()))
        self.move(x, max(room.top(), min(y, room.bottom() - self.height())))
        self.show()

    def event(self, event: QEvent) -> bool:
        return is_typed(event) or super().event(event)


def is_typed(event: QEvent) -> bool:
    """Take a letter, digit or sign that would be a command on the page for the widget; return whether it was one."""
    if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
        return False
    event.accept()
    return True
