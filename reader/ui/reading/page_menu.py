"""The menu at a point of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, QUrl
from PySide6.QtWidgets import QApplication, QMenu

from reader.ui.document.kinds import FETCH

if TYPE_CHECKING:
    from reader.ui.reading.article_viewer import ArticleViewer


def page_menu(viewer: ArticleViewer, at: QPoint) -> QMenu:
    """Return the menu for a point of the viewport."""
    translate = QCoreApplication.translate
    menu = QMenu(viewer)
    menu.addAction(translate("ArticleViewer", "Copy"), viewer.copy).setEnabled(viewer.textCursor().hasSelection())
    href = viewer.anchorAt(at)
    if link := viewer.links.outward(href):
        menu.addAction(translate("ArticleViewer", "Open in your browser"), lambda: viewer.link_activated.emit(link))
        menu.addAction(translate("ArticleViewer", "Copy link"), lambda: QApplication.clipboard().setText(link))
    picture = QUrl(href)
    if picture.scheme() == "picture":
        menu.addAction(translate("ArticleViewer", "View the picture"), lambda: viewer.open_picture(int(picture.path())))
    if picture.scheme() == FETCH:
        fetch = menu.addAction(
            translate("ArticleViewer", "Download this picture"), lambda: viewer.fetch_picture(picture.path())
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
