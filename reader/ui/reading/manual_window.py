"""The manual, in a window of its own."""

from __future__ import annotations

from bisect import bisect_right

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from reader import resources
from reader.late import late
from reader.ui.document.typography import Typography
from reader.ui.looks.appearance import Appearance
from reader.ui.parts.dialog_layout import keep_within_screen
from reader.ui.parts.inquiry import Inquiry
from reader.ui.reading.article_viewer import ArticleViewer
from reader.ui.reading.find_bar import FindBar
from reader.ui.reading.outline_panel import sections_of
from reader.viewing.page import Page

with late():  # in the worker: the converter of posts, which a window needs for nothing else
    from reader.viewing import manual

_OUTLINE_WIDTH = 240
#: A narrower window has room for the text alone.
_WIDE = 680
#: The rank of the headings of its parts.
_PART = 2
#: Pixels above a heading that was jumped to, as in the outline of an article.
_ABOVE = 24


class ManualWindow(QDialog):
    """Its headings on the left lead to its parts on the right; Ctrl+G finds words in it. It opens nothing outside."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("manual")
        self.resize(1000, 720)
        self._appearance = appearance
        self._asking = Inquiry(self)
        self._jumping = False
        self.outline = QListWidget(self)
        self.outline.setObjectName("manualOutline")
        self.outline.setFixedWidth(_OUTLINE_WIDTH)
        self.outline.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewer = ArticleViewer(appearance.icons.theme, lambda _key: None, self)
        self.find_bar = FindBar(self.viewer, self)
        self._place()
        self.outline.currentRowChanged.connect(self._jump)
        self.outline.itemClicked.connect(lambda item: self._jump(self.outline.row(item)))
        self.outline.itemActivated.connect(lambda _item: self.viewer.setFocus())
        self.viewer.verticalScrollBar().valueChanged.connect(self._follow)
        self.viewer.rebuilt.connect(self._fill)
        appearance.theme_coming.connect(self.viewer.maker.make_ready)
        appearance.theme_changed.connect(self.viewer.set_theme)
        for keys, act in (
            ("Ctrl+G", self.find_bar.open),
            ("Ctrl+F", self.find_bar.open),
            ("F3", self.find_bar.find_next),
            ("Shift+F3", self.find_bar.find_previous),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)
        self.retranslate()

    def begin(self, typography: Typography) -> None:
        """Show the manual, set as articles are."""
        self.viewer.set_typography(typography)
        self.show()
        self.raise_()
        self.activateWindow()
        self.viewer.setFocus()

    def retranslate(self) -> None:
        """Show all words, and the manual, in the language that is now chosen."""
        self.setWindowTitle(self.tr("Manual"))
        self.outline.setAccessibleName(self.tr("Parts of the manual"))
        language = self._appearance.language
        self._asking.ask(lambda: manual.read_manual(resources.manual(language), language.replace("_", "-")), self._show)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.outline.setVisible(event.size().width() >= _WIDE)
        super().resizeEvent(event)

    def _place(self) -> None:
        keep_within_screen(self)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.find_bar)
        column.addWidget(self.viewer, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.outline)
        row.addLayout(column, 1)

    def _show(self, page: Page) -> None:
        """Show a page, at the part that was being read in the other language."""
        part = self._part()
        self.viewer.setAccessibleName(self.windowTitle())
        self.viewer.show_page(page)
        self.outline.setCurrentRow(-1)
        if part < 0:
            self.viewer.go_to_position(0)
            self._follow()
        else:
            self.outline.setCurrentRow(part)

    def _fill(self) -> None:
        """List the parts of the page, whose places are others in each document."""
        titles = [("\u2003" if section.level > _PART else "") + section.title for section in sections_of(self.viewer)]
        if titles != [self.outline.item(row).text() for row in range(self.outline.count())]:
            self.outline.clear()
            self.outline.addItems(titles)

    def _part(self) -> int:
        """Return which part stands at the top of the page, -1 above the first."""
        here = self.viewer.cursorForPosition(QPoint(self.viewer.viewport().width() // 2, _ABOVE + 8)).position()
        return bisect_right([section.position for section in sections_of(self.viewer)], here) - 1

    def _follow(self) -> None:
        """Choose the part that is being read, unless it was chosen just now: the last ones cannot come to the top."""
        if not self._jumping:
            self._jumping = True
            self.outline.setCurrentRow(self._part())
            self._jumping = False

    def _jump(self, row: int) -> None:
        """Bring a part to the top."""
        sections = sections_of(self.viewer)
        if not self._jumping and 0 <= row < len(sections):
            self._jumping = True
            self.viewer.restore((sections[row].position, _ABOVE))
            self._jumping = False
