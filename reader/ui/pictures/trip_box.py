"""The box "Complete before my trip": which articles, the size, and the download while it runs."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from reader.library.library import Library
from reader.offline import EVERYTHING, DownloadProgress, Estimate, Fetch, PictureScope, if_allowed
from reader.ui.parts.choice import Choice
from reader.ui.parts.figures import n, size_words
from reader.ui.parts.labels import wrapping
from reader.ui.pictures.download_runner import DownloadRunner
from reader.ui.pictures.words import end_words, failed_words, progress_words
from reader.ui.session import LibrarySession
from reader.ui.tasks import Task

# So often an estimate that grows is told, and may be cancelled.
_BETWEEN_SECONDS = 0.2


class TripBox(QWidget):
    """Estimates what is chosen before anything begins; then shows how far it is."""

    def __init__(self, session: LibrarySession, runner: DownloadRunner, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._runner = runner
        self._task: Task | None = None
        self._estimate: Estimate | None = None
        #: How many of the pictures that are meant were asked for in vain, once that is known.
        self._failed = 0
        self._end: DownloadProgress | None = None
        self._more: Sequence[tuple[str, PictureScope]] = ()
        self._title = wrapping(self, 15, heavy=True)
        self.scope = Choice(self)
        self.scope.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.scope.setMinimumWidth(260)
        self.estimate = wrapping(self, tone="secondary")
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self.numbers = wrapping(self)
        self.start, self.retry, self.pause, self.cancel = (QPushButton(self) for _ in range(4))
        self.start.setProperty("primary", True)
        self._lay_out()
        self.scope.currentIndexChanged.connect(lambda _: self.count())
        self.start.clicked.connect(lambda: self._begin(retry=False))
        self.retry.clicked.connect(lambda: self._begin(retry=True))
        self.pause.clicked.connect(lambda: self._runner.resume() if self._runner.resting else self._runner.pause())
        self.cancel.clicked.connect(self._runner.cancel)
        # A method, not a lambda: Qt gives it up with the box, which goes before the runner.
        runner.progressed.connect(self._on_step)
        runner.changed.connect(self._show_state)
        runner.finished.connect(self._on_finished)
        self.retranslate()

    def _lay_out(self) -> None:
        chosen, buttons = QHBoxLayout(), QHBoxLayout()
        for row in (chosen, buttons):
            row.setSpacing(8)
        chosen.addWidget(self.scope)
        chosen.addWidget(self.estimate, 1)
        for button in (self.start, self.retry, self.pause, self.cancel):
            button.setAutoDefault(False)
        chosen.addWidget(self.retry)
        chosen.addWidget(self.start)
        buttons.addWidget(self.pause)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addLayout(chosen)
        column.addWidget(self._bar)
        column.addWidget(self.numbers)
        column.addLayout(buttons)

    def set_choices(self, more: Sequence[tuple[str, PictureScope]]) -> None:
        """Offer these sources and categories besides everything, the unread and the bookmarks."""
        if more != self._more:
            self._more = more
            self._fill()

    def _fill(self) -> None:
        chosen = self.chosen()
        self.scope.blockSignals(True)
        self.scope.clear()
        for words, scope in (
            (self.tr("All articles"), EVERYTHING),
            (self.tr("Unread articles"), PictureScope(unread=True)),
            (self.tr("Articles to read later"), PictureScope(bookmarked=True)),
            *self._more,
        ):
            self.scope.addItem(words, scope)
        scopes = [self.scope.itemData(place) for place in range(self.scope.count())]
        self.scope.setCurrentIndex(scopes.index(chosen) if chosen in scopes else 0)
        self.scope.blockSignals(False)

    def chosen(self) -> PictureScope:
        """Return whose pictures are meant."""
        scope = self.scope.currentData()
        return scope if isinstance(scope, PictureScope) else EVERYTHING

    def count(self) -> None:
        """Estimate what is chosen, anew."""
        if self._task is not None:
            self._task.cancel()
        self._estimate, self._failed = None, 0
        scope = self.chosen()
        self._task = self._session.look(
            lambda library: _estimates(library, scope), self._on_estimate, self._session.refused.emit
        )
        self._show_state()

    def _on_estimate(self, found: tuple[Estimate, int]) -> None:
        self._estimate, self._failed = found
        self._show_state()

    def _begin(self, *, retry: bool) -> None:
        self._end = None
        self._runner.fetch(Fetch.ALL, self.chosen(), retry=retry)

    def _on_step(self, _step: DownloadProgress) -> None:
        self._show_state()

    def _on_finished(self, last: DownloadProgress) -> None:
        self._end = last
        self.count()

    def _show_state(self) -> None:
        runner, guess = self._runner, self._estimate
        words = self.tr("counting…")
        if guess is not None:
            words = self.tr("Nothing is missing that can be fetched")
        if guess is not None and guess.pictures:
            words = self.tr("%n picture(s)", "", guess.pictures)
            words = self.tr("{pictures}, about {size}").format(pictures=words, size=size_words(guess.bytes))
        if self._failed:
            words += " · " + failed_words(self._failed)
        self.estimate.setText(words)
        busy = runner.running or runner.resting
        self.start.setEnabled(not busy and not runner.offline and guess is not None and guess.pictures > 0)
        self.retry.setEnabled(not busy and not runner.offline and self._failed > 0)
        for widget in (self._bar, self.pause, self.cancel):
            widget.setVisible(busy)
        self.pause.setEnabled(not runner.offline)
        self.pause.setText(self.tr("Resume") if runner.resting else self.tr("Pause"))
        step = runner.last
        self._bar.setRange(0, step.total if step is not None else 0)
        self._bar.setValue(step.done if step is not None else 0)
        self.numbers.setText(self._numbers(step))
        self.numbers.setVisible(bool(self.numbers.text()))

    def _numbers(self, step: DownloadProgress | None) -> str:
        if self._runner.offline:
            return self.tr("You are working offline. Nothing is fetched until you go online.")
        if self._runner.resting:
            done = f" · {n(step.done)} / {n(step.total)}" if step is not None else ""
            return self.tr("Paused") + done
        if self._runner.running:
            return progress_words(step) if step is not None else self.tr("Starting…")
        return end_words(self._end) if self._end is not None else ""

    def retranslate(self) -> None:
        """Show all words in the language that is now chosen."""
        self._title.setText(self.tr("Complete before my trip"))
        self.scope.name_alone(self.tr("Which articles"))
        self.start.setText(self.tr("Start"))
        self.retry.setText(self.tr("Try failed ones again"))
        self.cancel.setText(self.tr("Cancel"))
        self._bar.setAccessibleName(self.tr("Progress"))
        self._fill()
        self._show_state()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _estimates(library: Library, scope: PictureScope) -> Iterator[tuple[Estimate, int]]:
    """Yield the growing estimate some times a second, and at the end the whole one with how many were had in vain."""
    told = time.monotonic()
    guess = again = Estimate()
    for guess in library.web.estimate([if_allowed(Fetch.ALL, scope)]):
        if time.monotonic() - told > _BETWEEN_SECONDS:
            told = time.monotonic()
            yield guess, 0
    yield guess, 0
    for again in library.web.estimate([if_allowed(Fetch.ALL, scope, retry=True)]):
        if time.monotonic() - told > _BETWEEN_SECONDS:  # So that it can be cancelled.
            told = time.monotonic()
            yield guess, max(0, again.pictures - guess.pictures)
    yield guess, again.pictures - guess.pictures
