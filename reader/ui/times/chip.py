"""The chip above the list with the period it is narrowed to, which a click clears."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from reader.ui.looks.icons import Icons
from reader.ui.times.periods import Chosen
from reader.ui.times.words import chosen_words


class TimeChip(QWidget):
    """Not there while all times are listed."""

    cleared = Signal()

    def __init__(self, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._chosen: Chosen | None = None
        self.button = QToolButton(self)
        self.button.setProperty("tone", "chip")
        self.button.setIcon(icons.icon("close"))
        self.button.setIconSize(QSize(12, 12))
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the cross behind the words
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.clicked.connect(self.cleared)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 2, 16, 6)
        row.addWidget(self.button)
        row.addStretch(1)
        self.show_chosen(None)

    def show_chosen(self, chosen: Chosen | None) -> None:
        """Name what the list is narrowed to, None for nothing."""
        self._chosen = chosen
        words = chosen_words(chosen) if chosen is not None else ""
        name = self.tr("Show all times again")
        self.button.setText(words)
        self.button.setToolTip(name)
        self.button.setAccessibleName(self.tr("{times}: {command}").format(times=words, command=name))
        self.setVisible(chosen is not None)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.show_chosen(self._chosen)
        super().changeEvent(event)
