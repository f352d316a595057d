"""How many search hits the open article has, and buttons to go through them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from reader.late import late
from reader.ui.looks.icons import icon
from reader.ui.parts.labels import plain
from reader.ui.reading.article_viewer import ArticleViewer

with late():
    from reader.ui.parts import speaking


class HitBar(QWidget):
    """A number and two arrows in the header of the page; not there while nothing is marked."""

    def __init__(self, viewer: ArticleViewer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._viewer = viewer
        self._current = -1
        self.count = plain(QLabel(self), 12, tone="secondary")
        self.back = self._button("chevron-left", self.previous)
        self.forth = self._button("chevron-right", self.next)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 8, 0)
        row.setSpacing(2)
        for part in (self.count, self.back, self.forth):
            row.addWidget(part)
        viewer.marks.renewed.connect(self._renew)
        self.retranslate()
        self.hide()

    def _renew(self) -> None:
        self._current = -1
        self.setVisible(self.any())
        self._tell()

    def next(self) -> None:
        """Go to the next hit, at first to the first that is in view or below."""
        self._step(1)

    def previous(self) -> None:
        """Go to the hit before, at first to the last above what is in view."""
        self._step(-1)

    def any(self) -> bool:
        """Whether there is a hit to go to."""
        return bool(self._viewer.marks.places)

    def retranslate(self) -> None:
        """Show all words in the language that is now chosen."""
        for button, name in ((self.back, self.tr("Previous hit")), (self.forth, self.tr("Next hit"))):
            button.setToolTip(name)
            button.setAccessibleName(name)
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _button(self, name: str, act: Callable[[], None]) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(name, lambda: self._viewer.stage.theme))
        button.setIconSize(QSize(16, 16))
        button.setFixedSize(26, 26)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(act)
        return button

    def _step(self, by: int) -> None:
        places = self._viewer.marks.places
        if not places:
            return
        if self._current < 0:
            here = self._viewer.position()
            first = next((at for at, (start, _) in enumerate(places) if start >= here), 0)
            self._current = first if by > 0 else (first - 1) % len(places)
        else:
            self._current = (self._current + by) % len(places)
        self._viewer.show_hits([places[self._current]], 0)
        self._tell()
        speaking.announce(self, self.count.text())

    def _tell(self) -> None:
        number = len(self._viewer.marks.places)
        if self._current < 0:
            self.count.setText(self.tr("%n hit(s)", "", number))
        else:
            self.count.setText(f"{self._current + 1}/{number}")
