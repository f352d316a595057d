"""Two pages of the import dialog: choosing a folder, and the progress."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from reader.outcomes import ImportProgress
from reader.ui.importing.words import phase_words, report_words
from reader.ui.looks.icons import Icons
from reader.ui.parts.empty_state import EmptyState
from reader.ui.parts.figures import n, time_left
from reader.ui.parts.labels import ElidedLabel, plain, wrapping
from reader.ui.parts.problem_words import printable


class ChoosePage(QWidget):
    """Where a folder or an archive is dropped or chosen."""

    choose_clicked = Signal()
    archive_clicked = Signal()

    def __init__(self, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._state = EmptyState(icons, self)
        self._state.primary_clicked.connect(self.choose_clicked)
        self._state.secondary_clicked.connect(self.archive_clicked)
        self.first = self._state.main_button
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._state)
        self.retranslate()

    def retranslate(self) -> None:
        self._state.set_content(
            "import",
            self.tr("Drop a folder of posts here, or an archive of one"),
            self.tr("Markdown or HTML files, such as those of Hexo, Jekyll and Hugo. They are only read."),
            self.tr("Choose a folder…"),
            self.tr("Choose an archive…"),
        )

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class ProgressPage(QWidget):
    """How far a running import is."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._step: tuple[ImportProgress, float | None] | None = None
        self._phase = wrapping(self, 15, heavy=True)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._numbers = wrapping(self)
        self._current = plain(ElidedLabel(self), 12, tone="secondary")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addStretch(1)
        for widget in (self._phase, self._bar, self._numbers, self._current):
            column.addWidget(widget)
        column.addStretch(2)
        self.retranslate()

    def show_step(self, step: ImportProgress, left: float | None) -> None:
        """Show one step of it; `left` is how many seconds the phase still takes."""
        self._step = step, left
        self._phase.setText(phase_words(step.phase))
        self._bar.setRange(0, step.total)
        self._bar.setValue(step.done)
        parts = [f"{n(step.done)} / {n(step.total)}" if step.total else n(step.done)]
        if left is not None:
            parts.append(time_left(left))
        parts += report_words(step.report)
        self._numbers.setText(" · ".join(parts))
        self._current.setText(printable(step.current))

    def retranslate(self) -> None:
        """Say it in the language that is now chosen."""
        self._bar.setAccessibleName(self.tr("Progress"))
        if self._step is not None:
            self.show_step(*self._step)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
