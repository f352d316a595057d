"""The sidebar pane: its buttons and the tree."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from reader.ui.actions import Actions
from reader.ui.looks.icons import Icons
from reader.ui.parts.pane import Pane
from reader.ui.sidebar.category_model import CategoryModel
from reader.ui.sidebar.category_tree import CategoryTree
from reader.ui.sidebar.line_menu import LineMenu
from reader.ui.sidebar.menu_button import MenuButton


class Sidebar(Pane):
    """Buttons for the sidebar itself, import and the menu, above the tree."""

    def __init__(self, actions: Actions, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__("sidebar", parent)
        self.model = CategoryModel(self)
        self.tree = CategoryTree(self.model, icons, self)
        self.line_menu = LineMenu(self.tree, actions, icons)
        self.add_button(actions["sidebar"])
        self.header.addStretch(1)
        self.add_button(actions["import"])
        self.menu_button = MenuButton(actions, icons, self)
        self.header.addWidget(self.menu_button)
        self.column.addWidget(self.tree, 1)
        self.retranslate()

    def retranslate(self) -> None:
        """Show all words in the language that is now chosen."""
        self.tree.setAccessibleName(self.tr("Smart folders, folders, categories and tags"))
        self.model.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
