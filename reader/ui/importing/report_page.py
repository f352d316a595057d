"""The page of the import dialog with what an import did, or why it did not; and can undo it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.domain import LibraryError
from reader.library.library import Library
from reader.outcomes import Batch, ImportReport
from reader.ui.importing.outcome_list import OutcomeList
from reader.ui.importing.outcome_rows import OutcomeRows, joined
from reader.ui.importing.words import report_words
from reader.ui.looks.icons import Icons
from reader.ui.parts.empty_state import EmptyState
from reader.ui.parts.figures import n
from reader.ui.parts.labels import wrapping
from reader.ui.parts.problem_words import printable, refusal_words
from reader.ui.pictures.offer import PictureOffer
from reader.ui.session import LibrarySession


class ReportPage(QWidget):
    """`batch` is the import's entry in the history, None when it changed nothing; `broken` that it can go on."""

    choose_clicked = Signal()
    batch_known = Signal()

    def __init__(self, session: LibrarySession, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.failed = False
        self.broken = False
        self.batch: Batch | None = None
        self.report: ImportReport | None = None
        self.retranslate: Callable[[], None] = lambda: None
        self.title = wrapping(self, 17, heavy=True)
        self.warning = wrapping(self, tone="warning")
        self.detail = wrapping(self, tone="secondary")
        self.offer = PictureOffer(self)
        #: How the download goes that was asked for here: a notice of the window would be hidden behind the dialog.
        self.fetched = wrapping(self, tone="secondary")
        self.files = OutcomeList(session, self)
        self._refusal = EmptyState(icons, self)
        self._refusal.primary_clicked.connect(self.choose_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(4)
        for widget in (self.title, self.warning, self.detail, self.fetched):
            column.addWidget(widget)
        column.addSpacing(8)
        column.addWidget(self.offer)
        column.addWidget(self.files, 1)
        column.addWidget(self._refusal, 1)
        # Keeps the words at the top when there are no files to list.
        column.addStretch(0)

    @property
    def source(self) -> int:
        """The source that articles came from, 0 where none did."""
        return self.batch.source if self.batch is not None and not self.undone else 0

    @property
    def undone(self) -> bool:
        """Whether the import was undone since: there is nothing to show, and no picture to fetch."""
        return self.batch is not None and self.batch.undone

    def show_report(self, report: ImportReport, folder: Path | None) -> None:
        """Show what was done, and every file of it."""
        self._begin(report, folder)
        self.retranslate = self._say_report
        self._say_report()

    def show_stopped(self, report: ImportReport, folder: Path | None) -> None:
        """Show what an import did that was cancelled."""
        self._begin(report, folder)
        self.broken = True
        self.retranslate = self._say_stopped
        self._say_stopped()

    def show_refusal(self, error: LibraryError) -> None:
        """Say why there was no import."""
        self.retranslate = lambda: self.show_refusal(error)
        self.failed, self.broken = True, False
        self.batch = self.report = None
        self.files.hide()
        self.offer.ask(None)
        self.tell_fetched("")
        self._say("", "", "")
        title = self.tr("The folder could not be imported")
        words = f"{printable(str(error.path))}\n{refusal_words(error)}"
        self._refusal.set_content("warning", title, words, self.tr("Choose another folder…"))
        self._refusal.show()

    def tell_fetched(self, words: str) -> None:
        """Say how a download of pictures goes, or nothing of it."""
        self.fetched.setText(words)
        self.fetched.setVisible(bool(words))

    def look_again(self) -> None:
        """Ask the history what became of the import since."""
        report = self.report
        number = report.batch if report is not None else None

        def done(batch: Batch | None) -> None:
            if self.report is report:
                self._on_batch(batch)

        if number is not None:
            self._session.read(lambda library: _batch(library, number), done)

    def _begin(self, report: ImportReport, folder: Path | None) -> None:
        self.failed, self.broken = False, report.stopped is not None
        self.report, self.batch = report, None
        self._refusal.hide()
        self.files.hide()
        self.offer.ask(None)
        self.tell_fetched("")
        # The files of a refresh are told by their absolute paths.
        root = folder or Path()

        def done(found: tuple[OutcomeRows, Batch | None]) -> None:
            if self.report is report:
                rows, batch = found
                self.files.show_rows(rows, root, folder.name if folder else "")
                self.files.setVisible(len(rows) > 0)
                self._on_batch(batch)

        self._session.read(lambda library: _found(library, report), done)

    def _on_batch(self, batch: Batch | None) -> None:
        self.batch = batch
        self.offer.withhold(self.undone)
        self.retranslate()
        self.batch_known.emit()

    def _say_report(self) -> None:
        report = self.report
        if report is None:
            return
        numbers = " · ".join(report_words(report)) or self.tr("Nothing had changed.")
        if self.undone:
            self._say(self.tr("The import was undone"), "", numbers)
        elif report.stopped is None:
            self._say(self.tr("The folder is in the library"), "", numbers)
        else:
            stays = self.tr("What was read stays in the library.")
            if report.left:
                stays = self.tr("What was read stays in the library; %n file(s) were not read.", "", report.left)
            words = (printable(str(report.stopped.path)), refusal_words(report.stopped), stays)
            self._say(self.tr("The import did not finish"), "\n".join(words), numbers)

    def _say_stopped(self) -> None:
        if self.undone:
            self._say(self.tr("The import was undone"), "", "")
            return
        numbers = report_words(self.report) if self.report is not None else []
        words = self.tr("What was imported stays. Import the folder again to continue.")
        left = self.report.left if self.report is not None else 0
        if left:
            numbers.append(self.tr("{number} not read yet").format(number=n(left)))
        self._say(self.tr("Stopped"), "", "\n".join(filter(None, (words, " · ".join(numbers)))))

    def _say(self, title: str, warning: str, detail: str) -> None:
        for label, text in ((self.title, title), (self.warning, warning), (self.detail, detail)):
            label.setText(text)
            label.setVisible(bool(text))


def _found(library: Library, report: ImportReport) -> tuple[OutcomeRows, Batch | None]:
    if report.batch is None:
        return OutcomeRows(report.outcomes), None
    return joined(library.history.files(report.batch), report.outcomes), _batch(library, report.batch)


def _batch(library: Library, number: int) -> Batch | None:
    return next((batch for batch in library.history.batches() if batch.id == number), None)
