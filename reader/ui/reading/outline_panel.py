"""The outline of a long article: its headings, the current one, and a way to each."""

from __future__ import annotations

from bisect import bisect_right

from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from reader.ui.document.writer import Section
from reader.ui.parts.labels import tip
from reader.ui.reading.article_viewer import ArticleViewer
from reader.ui.reading.headings import go_to_heading, spoken_heading
from reader.ui.reading.popover import Popover

_WIDTH, _ROW, _MOST_ROWS = 340, 30, 16
#: Deeper headings stand no further in.
_LEVELS = 4


def sections_of(viewer: ArticleViewer) -> list[Section]:
    """Return the headings of the page."""
    return viewer.built.sections if viewer.built is not None else []


class OutlinePanel(Popover):
    """Opens with the section that is being read chosen; letters find a heading by its beginning."""

    def __init__(self, viewer: ArticleViewer) -> None:
        super().__init__(viewer)
        self._viewer = viewer
        self.list = QListWidget(self)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setUniformItemSizes(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setMouseTracking(True)
        self.list.itemClicked.connect(self._jump)
        self.list.itemActivated.connect(self._jump)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.addWidget(self.list)
        self.setFixedWidth(_WIDTH)
        self.retranslate()

    def retranslate(self) -> None:
        """Show all words in the language that is now chosen."""
        self.setWindowTitle(self.tr("Outline"))
        self.setAccessibleName(self.windowTitle())
        self.list.setAccessibleName(self.windowTitle())

    def open_below(self, button: QWidget) -> None:
        """Show the headings of the page under a button, the current one chosen; nothing where there are none."""
        sections = sections_of(self._viewer)
        if not sections:
            return
        self._fill(sections)
        rows = min(len(sections), _MOST_ROWS)
        self.setFixedHeight(rows * _ROW + 14)
        self.open_at(button.mapToGlobal(QPoint(button.width(), button.height() + 4)), above=0, right=True)
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)
        self.list.scrollToItem(self.list.currentItem(), QAbstractItemView.ScrollHint.PositionAtCenter)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _fill(self, sections: list[Section]) -> None:
        self.list.clear()
        top = min(section.level for section in sections)
        for section in sections:
            deep = min(section.level - top, _LEVELS - 1)
            item = QListWidgetItem("\u2003" * deep + section.title)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken_heading(section))
            item.setToolTip(tip(section.title))
            item.setSizeHint(QSize(0, _ROW))
            item.setData(Qt.ItemDataRole.UserRole, section.position)
            self.list.addItem(item)
        self.list.setCurrentRow(max(0, self._current(sections)))

    def _current(self, sections: list[Section]) -> int:
        """Return which section stands at the top of the page, -1 above the first."""
        here = self._viewer.anchor()[0]
        return bisect_right([section.position for section in sections], here) - 1

    def _jump(self, item: QListWidgetItem) -> None:
        self.close()
        go_to_heading(self._viewer, int(item.data(Qt.ItemDataRole.UserRole)))
