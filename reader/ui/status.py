"""The status bar: the library's numbers, an import or download, the link under the pointer, an article's time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from reader.domain import Counts
from reader.late import late
from reader.library.keeping.places import Sealed
from reader.ui.parts.dates import usual_moment
from reader.ui.parts.figures import n

if TYPE_CHECKING:
    from reader.offline import DownloadProgress
    from reader.outcomes import ImportProgress

with late():
    from reader.ui.importing import words as import_words
    from reader.ui.pictures import words as picture_words


class StatusLine(QStatusBar):
    """26 pixels that say one thing at a time: a link before an import before a download before the numbers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(26)
        self.setSizeGripEnabled(False)
        self.setContentsMargins(10, 0, 10, 0)
        self._counts: Counts | None = None
        self._progress: ImportProgress | None = None
        self._download: DownloadProgress | None = None
        self._link = ""
        self._minutes = 0
        self._left: float | None = None
        self._sealed: Sealed | None = None
        self.left, self.sealed, self.right = QLabel(self), QLabel(self), QLabel(self)
        for label in (self.left, self.sealed, self.right):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.left.setMinimumWidth(10)
        self.addWidget(self.left, 1)
        self.addPermanentWidget(self.sealed)
        self.addPermanentWidget(self.right)
        self.sealed.setContentsMargins(0, 0, 16, 0)  # else it runs into the minutes
        self.sealed.hide()

    def show_counts(self, counts: Counts) -> None:
        """Show the library's numbers."""
        self._counts = counts
        self.retranslate()

    def show_progress(self, progress: ImportProgress | None) -> None:
        """Show how far an import is, or that none runs."""
        self._progress = progress
        self.retranslate()

    def show_download(self, progress: DownloadProgress | None) -> None:
        """Show how far a download of pictures is, or that none runs."""
        self._download = progress
        self.retranslate()

    def show_link(self, address: str) -> None:
        """Show where a link leads, "" when the pointer left it."""
        self._link = address
        self.retranslate()

    def show_minutes(self, minutes: int, left: float | None) -> None:
        """Show how long the open article takes to read, 0 when none is open; or how much `left`, once it is begun."""
        if (minutes, left) != (self._minutes, self._left):
            self._minutes, self._left = minutes, left
            self.right.setText(self._time())

    def show_sealed(self, sealed: Sealed | None) -> None:
        """Say that the library is only read, and why."""
        self._sealed = sealed
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language that is now chosen."""
        self.sealed.setText(self._sealed_words())
        self.sealed.setVisible(self._sealed is not None)
        self.right.setText(self._time())
        if self._link:
            self.left.setText(self._link[:300])
        elif self._progress is not None:
            step = self._progress
            of = f"{n(step.done)} / {n(step.total)}" if step.total else n(step.done)
            self.left.setText(f"{import_words.phase_words(step.phase)} · {of}")
        elif self._download is not None:
            words = self.tr("Pictures: {progress}")
            self.left.setText(words.format(progress=picture_words.progress_words(self._download)))
        elif self._counts is not None:
            self.left.setText(self._numbers(self._counts))

    def _sealed_words(self) -> str:
        if self._sealed is None:
            return ""
        if self._sealed is Sealed.NETWORK:
            return self.tr("Read-only: the library is on a network drive")
        return self.tr("Read-only: the library cannot be written to where it is")

    def _time(self) -> str:
        minutes = round(self._left or 0)
        if self._left is None:
            return self.tr("%n min read", "", self._minutes) if self._minutes else ""
        if self._left <= 0:
            return ""
        return self.tr("%n min left", "", minutes) if minutes else self.tr("less than a minute left")

    def _numbers(self, counts: Counts) -> str:
        parts = [
            self.tr("%n article(s)", "", counts.total),
            self.tr("%n unread", "", counts.unread),
        ]
        if counts.imported_at is not None:
            parts.append(self.tr("last import {date}").format(date=usual_moment(counts.imported_at)))
        return " · ".join(parts)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
