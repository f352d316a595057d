"""Commands on the selected articles, in the list's menu and by the list's own keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QKeySequence
from PySide6.QtWidgets import QMenu

from reader.ui.actions import Actions, Group
from reader.ui.listing.article_list import ArticleList


class ListMenu(QObject):
    """Opens by the right button, the Menu key and Shift+F10; by key it stands at the row the keys are at."""

    def __init__(self, rows: ArticleList, actions: Actions, select_all: Callable[[], None]) -> None:
        super().__init__(rows)
        self._rows = rows
        self.select_all = QAction(self)
        self.select_all.setShortcut(QKeySequence(QKeySequence.StandardKey.SelectAll))
        self.select_all.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.select_all.triggered.connect(lambda: select_all())
        rows.addAction(self.select_all)
        self.menu = QMenu(rows)
        self.menu.addActions([actions[name] for name in ("toggle_read", "toggle_later", "open_original")])
        self.menu.addMenu(actions.part(Group.SHARE, self.menu))
        self.menu.addSeparator()
        self.menu.addActions([self.select_all, actions["read_all"]])
        rows.installEventFilter(self)
        self.retranslate()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._rows and isinstance(event, QContextMenuEvent):
            self.menu.popup(self._place(event))
            return True
        if watched is self._rows and event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        return False

    def _place(self, event: QContextMenuEvent) -> QPoint:
        rows, index = self._rows, self._rows.currentIndex()
        if event.reason() is QContextMenuEvent.Reason.Mouse or not index.isValid():
            return event.globalPos()
        rows.scrollTo(index)
        line = rows.visualRect(index)
        return rows.viewport().mapToGlobal(QPoint(line.left() + 40, line.center().y()))

    def retranslate(self) -> None:
        """Show all words in the language that is now chosen."""
        self.select_all.setText(self.tr("Select all"))
