"""A pane: a header of fixed height, so that all three are aligned, and what is below it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

HEADER_HEIGHT = 52


def measure(button: QToolButton) -> None:
    """Give a button the size of those in a header; a click on it takes the keys from nowhere."""
    button.setIconSize(QSize(18, 18))
    button.setFixedSize(32, 32)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)


class Pane(QWidget):
    """One of the window's columns; `name` chooses its ground: "sidebar", "list" or "page"."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("pane", name)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setObjectName(f"{name}Pane")
        header = QWidget(self)
        header.setFixedHeight(HEADER_HEIGHT)
        self.header = QHBoxLayout(header)
        self.header.setContentsMargins(10, 0, 10, 0)
        self.header.setSpacing(4)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(header)
        self._spared: Sequence[QToolButton] = ()

    def add_button(self, action: QAction, row: QHBoxLayout | None = None) -> QToolButton:
        """Put a command into the header, or into a row of it."""
        button = QToolButton(self)
        button.setDefaultAction(action)
        measure(button)
        button.setAccessibleName(action.text())
        action.changed.connect(lambda: button.setAccessibleName(action.text()))
        (row or self.header).addWidget(button)
        return button

    def spare(self, buttons: Sequence[QToolButton]) -> None:
        """Let these go where there is no room for all buttons, the first one first. The menu has their commands."""
        self._spared = buttons
        self._fit_header()

    def _fit_header(self) -> None:
        gap = self.header.spacing()
        away = sum(button.width() + gap for button in self._spared if button.isHidden())
        over = self.header.minimumSize().width() + away - self.width()
        for button in self._spared:
            button.setHidden(over > 0)
            over -= button.width() + gap

    def event(self, event: QEvent) -> bool:
        # Something in the header came, went, or has other words.
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit_header()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_header()
