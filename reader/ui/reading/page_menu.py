"""The page's menu: by mouse for what is under it, by the Menu key and Shift+F10 for what `Tab` has reached."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QMenu

from reader.ui.document.kinds import FETCH

if TYPE_CHECKING:
    from reader.ui.reading.article_viewer import ArticleViewer


def open_menu(viewer: ArticleViewer, event: QContextMenuEvent) -> None:
    """Open the menu that an event asks for."""
    by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
    at = viewer.viewport().mapFromGlobal(event.globalPos()) if by_mouse else _reached(viewer)
    menu = page_menu(viewer, at)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(viewer.viewport().mapToGlobal(at))


def page_menu(viewer: ArticleViewer, at: QPoint) -> QMenu:
    """Return the menu for a point of the viewport."""
    translate = QCoreApplication.translate
    menu = QMenu(viewer)
    url = QUrl(viewer.anchorAt(at))
    if viewer.links.article_of(url) is not None:
        menu.addAction(translate("ArticleViewer", "Open link"), lambda: viewer.links.follow(url))
    menu.addAction(translate("ArticleViewer", "Copy"), viewer.copy).setEnabled(viewer.textCursor().hasSelection())
    if link := viewer.links.outward(viewer.anchorAt(at)):
        menu.addAction(translate("ArticleViewer", "Open in your browser"), lambda: viewer.link_activated.emit(link))
        menu.addAction(translate("ArticleViewer", "Copy link"), lambda: QApplication.clipboard().setText(link))
    if url.scheme() == "picture":
        menu.addAction(translate("ArticleViewer", "View the picture"), lambda: viewer.open_picture(int(url.path())))
    if url.scheme() == FETCH:
        fetch = menu.addAction(
            translate("ArticleViewer", "Download this picture"), lambda: viewer.fetch_picture(url.path())
        )
        fetch.setEnabled(not viewer.stage.offline)
    page = viewer.page()
    if page is not None and page.absent:
        fetch = menu.addAction(
            translate("ArticleViewer", "Download the pictures of this article"), viewer.fetch_pictures
        )
        fetch.setEnabled(not viewer.stage.offline)
    menu.addSeparator()
    menu.addAction(translate("ArticleViewer", "Select all"), viewer.selectAll)
    menu.addActions(viewer.actions())
    return menu


def _reached(viewer: ArticleViewer) -> QPoint:
    """Return a point in the link or picture that is chosen, else where the page begins."""
    chosen, begin, after = viewer.textCursor(), QTextCursor(viewer.document()), QTextCursor(viewer.document())
    begin.setPosition(chosen.selectionStart())
    after.setPosition(min(chosen.selectionStart() + 1, chosen.selectionEnd()))
    # A picture's upper edge is not its line's: both stand on the same ground.
    left, right = viewer.cursorRect(begin), viewer.cursorRect(after)
    point = QPoint(
        (left.left() + right.left()) // 2 if right.top() == left.top() else left.left() + 2, left.bottom() - 4
    )
    return point if viewer.viewport().rect().contains(point) else QPoint(40, 40)
