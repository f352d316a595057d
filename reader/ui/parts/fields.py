"""Fields to type into."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit


class FilterBox(QLineEdit):
    """Esc clears it first, and leaves the dialog where there is nothing to clear; Down and Enter go to what fits."""

    down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.down.emit()  # Enter must not press the dialog's button.
        else:
            super().keyPressEvent(event)


def name_clear_button(field: QLineEdit, words: str) -> None:
    """Say what the button at the end of a field does that has one; Qt leaves it without a name."""
    action = field.findChild(QAction, "_q_qlineeditclearaction")
    if action is not None:
        action.setText(words)
