"""What the window shows in place of its panes while the library is empty."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from reader.ui.actions import Actions
from reader.ui.looks.icons import Icons
from reader.ui.parts.empty_state import EmptyState
from reader.ui.parts.pane import HEADER_HEIGHT
from reader.ui.sidebar.menu_button import MenuButton


class Welcome(EmptyState):
    """How to begin, and the menu: without it the mouse would find neither language, settings, manual nor backups."""

    def __init__(self, actions: Actions, icons: Icons, parent: QWidget) -> None:
        super().__init__(icons, parent, pane="page")
        self.menu_button = MenuButton(actions, icons, self)
        beside = (HEADER_HEIGHT - self.menu_button.height()) // 2
        self.menu_button.move(beside, beside)
        QWidget.setTabOrder(self.main_button, self.menu_button)
        self._retranslate()

    def _retranslate(self) -> None:
        self.set_content(
            "inbox",
            self.tr("Your reading library is empty"),
            self.tr("Broadsheet turns a folder of saved posts into a library. It only reads the folder."),
            self.tr("Import a folder"),
            self.tr("Look around with a few sample posts"),
        )

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
