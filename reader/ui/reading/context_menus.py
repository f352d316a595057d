"""The page's menu: by mouse for what is under it, by the Menu key and Shift+F10 for what `Tab` has reached."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QUrl
from PySide6.QtGui import QAction, QContextMenuEvent, QTextCursor
from PySide6.QtWidgets import QMenu

from reader.ui.reading.article_viewer import ArticleViewer


class ContextMenus(QObject):
    """Qt opens a menu by key in the middle of the page, where nothing is that anybody means."""

    def __init__(self, viewer: ArticleViewer) -> None:
        super().__init__(viewer)
        self._viewer = viewer
        self.shown: QMenu | None = None
        for widget in (viewer, viewer.viewport()):
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QContextMenuEvent):
            by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
            at = self._viewer.viewport().mapFromGlobal(event.globalPos()) if by_mouse else self._focused()
            self.shown = self._menu(at)
            self.shown.popup(self._viewer.viewport().mapToGlobal(at))
            return True
        return False

    def _menu(self, at: QPoint) -> QMenu:
        menu, address = self._viewer.context_menu(at), QUrl(self._viewer.anchorAt(at))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.destroyed.connect(self._forget)
        if address.scheme() in ("http", "https", "mailto"):
            follow = QAction(self.tr("Open link"), menu)
            follow.triggered.connect(lambda: self._viewer.anchorClicked.emit(address))
            menu.insertAction(menu.actions()[0], follow)
        return menu

    def _forget(self) -> None:
        self.shown = None

    def _focused(self) -> QPoint:
        """Return a point in the link or picture that is chosen, else where the page begins."""
        viewer, chosen = self._viewer, self._viewer.textCursor()
        begin, after = QTextCursor(viewer.document()), QTextCursor(viewer.document())
        begin.setPosition(chosen.selectionStart())
        after.setPosition(min(chosen.selectionStart() + 1, chosen.selectionEnd()))
        # A picture's upper edge is not its line's: both stand on the same ground.
        left, right = viewer.cursorRect(begin), viewer.cursorRect(after)
        point = QPoint(
            (left.left() + right.left()) // 2 if right.top() == left.top() else left.left() + 2, left.bottom() - 4
        )
        return point if viewer.viewport().rect().contains(point) else QPoint(40, 40)
