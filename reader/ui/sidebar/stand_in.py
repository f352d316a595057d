"""The button above the list that shows a hidden sidebar, whose own button is hidden with it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from reader.ui.parts.pane import Pane
from reader.ui.sidebar.sidebar import Sidebar


class StandIn(QObject):
    """Shows a command at the beginning of another pane's header for as long as the sidebar is hidden."""

    def __init__(self, sidebar: Sidebar, pane: Pane, action: QAction) -> None:
        super().__init__(sidebar)
        self._sidebar = sidebar
        self.button = pane.add_button(action)
        pane.header.insertWidget(0, self.button)
        QWidget.setTabOrder(sidebar.tree, self.button)
        sidebar.installEventFilter(self)
        self._look()

    def _look(self) -> None:
        self.button.setVisible(self._sidebar.isHidden())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Not Show and Hide, which come only where the window itself is shown.
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._look()
        return False
