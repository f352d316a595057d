"""Finds words in the article being read."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from reader.late import late
from reader.ui.document.kinds import OBJECT_CHARACTER
from reader.ui.looks.icons import icon
from reader.ui.reading.article_viewer import ArticleViewer

if TYPE_CHECKING:
    from reader.library.search.highlight import Range

with late():
    from reader.ui.parts import speaking


class FindBar(QWidget):
    """A bar above the page: Enter goes on, with Shift back, Escape closes it."""

    def __init__(self, viewer: ArticleViewer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self._viewer = viewer
        self._hits: list[Range] = []
        self._current = -1
        self.field = QLineEdit(self)
        self.count = QLabel(self)
        self.back = self._button("chevron-up", self.find_previous)
        self.forth = self._button("chevron-down", self.find_next)
        self.shut = self._button("close", self.close_bar)
        self._lay_out()
        self.field.textChanged.connect(self._search)
        viewer.rebuilt.connect(self._again)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        self.field.setPlaceholderText(self.tr("Find in this article"))
        self.field.setAccessibleName(self.tr("Find in this article"))
        for button, name in (
            (self.back, self.tr("Previous match")),
            (self.forth, self.tr("Next match")),
            (self.shut, self.tr("Close")),
        ):
            button.setToolTip(name)
            button.setAccessibleName(name)
        self._tell()

    def open(self) -> None:
        """Show the bar, with what is selected on the page, ready to type; not where no page is."""
        if self._viewer.page() is None:
            return
        chosen = self._viewer.textCursor().selectedText()
        self.show()
        # Tab selects pictures, too, and there is nothing to find in these.
        if chosen and len(chosen) < 100 and not {"\u2029", OBJECT_CHARACTER}.intersection(chosen):
            self.field.setText(chosen)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._search()

    def close_bar(self) -> None:
        self.hide()
        self._hits, self._current = [], -1
        self._viewer.show_hits([], -1)
        self._viewer.setFocus(Qt.FocusReason.OtherFocusReason)

    def find_next(self) -> None:
        self._step(1)

    def find_previous(self) -> None:
        self._step(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if isinstance(button := self.focusWidget(), QToolButton):
                button.click()
                return
            self._step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _button(self, name: str, act: Callable[[], None]) -> QToolButton:
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setIcon(icon(name, lambda: self._viewer.stage.theme))
        button.setIconSize(QSize(18, 18))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(act)
        return button

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 6, 12, 6)
        layout.setSpacing(6)
        layout.addWidget(self.field, 1)
        layout.addWidget(self.count)
        for button in (self.back, self.forth, self.shut):
            layout.addWidget(button)

    def _search(self) -> None:
        """Find all, also in closed details, and begin with the first that is not above what is being read."""
        self._viewer.reveal(self.field.text())
        self._hits = self._viewer.occurrences(self.field.text())
        here = self._viewer.position()
        below = (index for index, hit in enumerate(self._hits) if hit[0] >= here)
        self._current = next(below, 0 if self._hits else -1)
        self._show()

    def _again(self) -> None:
        """Find anew in a new document, without moving it."""
        self._hits, self._current = [], -1
        if self.isVisible():
            self._hits = self._viewer.occurrences(self.field.text())
            self._viewer.show_hits(self._hits, -1)
        self._tell()

    def _step(self, by: int) -> None:
        if self._hits:
            start = -1 if self._current < 0 and by > 0 else self._current
            self._current = (start + by) % len(self._hits)
            self._show()

    def _show(self) -> None:
        self._viewer.show_hits(self._hits, self._current)
        self._tell()
        if self.count.text():
            speaking.announce(self, self.count.text())

    def _tell(self) -> None:
        if not self.field.text():
            self.count.clear()
        elif not self._hits:
            self.count.setText(self.tr("No results"))
        else:
            self.count.setText(f"{self._current + 1}/{len(self._hits)}")
