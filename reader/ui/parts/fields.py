"""Fields to type into."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit


def name_clear_button(field: QLineEdit, words: str) -> None:
    """Say what the button at the end of a field does that has one; Qt leaves it without a name."""
    action = field.findChild(QAction, "_q_qlineeditclearaction")
    if action is not None:
        action.setText(words)
