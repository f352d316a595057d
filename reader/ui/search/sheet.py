"""Search help: a sheet of what can be typed into the search box."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from reader.ui.parts.dialog_layout import keep_within_screen
from reader.ui.parts.labels import wrapping
from reader.ui.parts.page_area import PageArea
from reader.ui.search.syntax import SYNTAX

#: In pixels. It is as high as its lines, but no higher than a small screen.
_WIDTH, _HIGHEST = 560, 700


class SearchSheet(QDialog):
    """Examples, and beside each what it finds; it may stay open beside the search."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._area = PageArea(self)
        keep_within_screen(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._area)
        self.retranslate()

    def retranslate(self) -> None:
        """Show all words in the language that is now chosen."""
        self.setWindowTitle(self.tr("Search help"))
        self._area.setAccessibleName(self.windowTitle())
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(24, 20, 24, 24)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        for line, entry in enumerate(SYNTAX):
            example, words = wrapping(page), wrapping(page, tone="secondary")
            example.setProperty("tone", "cap")
            example.setWordWrap(False)
            example.setText(entry.example())
            example.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            words.setText(entry.words())
            grid.addWidget(example, line, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(words, line, 1)
        more = wrapping(page, 12, tone="hint")
        same = self.tr("Simplified and traditional characters, capitals, accents and full width match each other.")
        names = self.tr("The names of conditions and their values work in English and in Chinese.")
        more.setText(f"{same}\n{names}")
        grid.addWidget(more, len(SYNTAX), 0, 1, 2)
        grid.setRowStretch(len(SYNTAX) + 1, 1)
        self._area.show_page(page)
        self.resize(_WIDTH, min(grid.totalHeightForWidth(_WIDTH), _HIGHEST))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
