"""Gives the focus back to the widget that had it, when what covered it is gone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


class FocusBefore:
    """Notes a widget, and gives the keys back to it, or to what it stood in where it is not there any more.

    What is typed into, such as the name of a folder, is often made for that alone, and goes with the focus.
    """

    def __init__(self) -> None:
        self._had: list[QWidget] = []

    def note(self) -> None:
        """Note what has the keys now."""
        self._had = []
        widget = QApplication.focusWidget()
        while widget is not None:
            self._had.append(widget)
            widget = widget.parentWidget()

    def give_back(self, otherwise: QWidget) -> None:
        """Let it have them again, once; where nothing was noted that could, another widget."""
        had, self._had = self._had, []
        able = (each for each in had if isValid(each) and each.isVisible())
        next((each for each in able if each.focusPolicy() is not Qt.FocusPolicy.NoFocus), otherwise).setFocus()

    def forget(self) -> None:
        """Give nothing back."""
        self._had = []
