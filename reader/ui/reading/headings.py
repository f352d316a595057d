"""From heading to heading of the page by keys, each announced with its level to screen readers.

Qt tells a screen reader how a heading is set, and not that it is one (docs/design.md).
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject

from reader.late import late
from reader.ui.actions import Actions
from reader.ui.reading.article_viewer import ArticleViewer

with late():
    from reader.ui.document import writer
    from reader.ui.parts import speaking


def spoken_heading(section: writer.Section) -> str:
    """Return what a screen reader says of a heading."""
    words = QCoreApplication.translate("Headings", "{title}, heading level {level}")
    return words.format(title=section.title, level=section.level)


def go_to_heading(viewer: ArticleViewer, position: int) -> None:
    """Bring a heading to the top; Tab then goes on to the first link below it."""
    cursor = viewer.textCursor()
    cursor.setPosition(position)
    viewer.setTextCursor(cursor)
    viewer.restore((position, 24))


class Headings(QObject):
    """Goes to the heading after the place that is read, or to the one before it; the first is the article's title."""

    def __init__(self, viewer: ArticleViewer, actions: Actions) -> None:
        super().__init__(viewer)
        self._viewer = viewer
        actions["next_heading"].triggered.connect(lambda: self.step(1))
        actions["previous_heading"].triggered.connect(lambda: self.step(-1))

    def step(self, by: int) -> None:
        """Go to the next heading, 1, or to the one before, -1."""
        page, built = self._viewer.page(), self._viewer.built
        if page is None or built is None:
            return
        here = self._viewer.anchor()[0] if self._viewer.verticalScrollBar().value() else 0
        headings = [writer.Section(1, page.title, 0), *built.sections]
        others = [each for each in headings if (each.position - here) * by > 0]
        if not others:
            speaking.announce(self._viewer, self.tr("No more headings"))
            return
        found = others[0 if by > 0 else -1]
        go_to_heading(self._viewer, found.position)
        if not found.position:
            self._viewer.go_to_position(0)
        speaking.announce(self._viewer, spoken_heading(found))
