"""The button that opens the menu of all commands."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QToolButton, QWidget

from reader.ui.actions import Actions
from reader.ui.looks.icons import Icons
from reader.ui.parts.pane import measure


class MenuButton(QToolButton):
    """Three dots; the menu below them is in the language that is now chosen."""

    def __init__(self, actions: Actions, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._actions = actions
        self.setIcon(icons.icon("more"))
        measure(self)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._retranslate()

    def _retranslate(self) -> None:
        self.setToolTip(self.tr("Menu"))
        self.setAccessibleName(self.tr("Menu"))
        before = self.menu()
        self.setMenu(self._actions.menu(self))
        if before is not None:
            before.deleteLater()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
