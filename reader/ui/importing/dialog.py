"""The import dialog: choose a folder or an archive, see the plan, follow the import, read the report and undo it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QPushButton, QStackedWidget, QWidget

from reader.containers.endings import ENDINGS
from reader.domain import LibraryError, Source
from reader.offline import Fetch
from reader.outcomes import ImportPlan, ImportReport
from reader.ui.importing import on_disk
from reader.ui.importing.dropping import Drops
from reader.ui.importing.outcome_rows import OutcomeRows
from reader.ui.importing.pages import ChoosePage, ProgressPage
from reader.ui.importing.plan_page import PlanPage
from reader.ui.importing.report_page import ReportPage
from reader.ui.importing.runner import ImportRunner
from reader.ui.looks.icons import Icons
from reader.ui.parts.dialog_layout import button_row, column_of
from reader.ui.parts.file_dialogs import ask_with, begin_in, file_dialog, folder_dialog
from reader.ui.parts.inquiry import Inquiry
from reader.ui.session import LibrarySession


class ImportDialog(QDialog):
    """Not modal: the window stays usable, and closing the dialog lets a running import go on.

    A page is made when it is first wanted: all four at once would hold up the window for longer than an import may.
    """

    show_articles = Signal(int)
    #: What PictureOffer.answered tells.
    offer_answered = Signal(int, Fetch, bool)

    def __init__(self, session: LibrarySession, runner: ImportRunner, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("importDialog")
        self.setAcceptDrops(True)
        self.resize(880, 680)
        self._session, self._runner, self._icons = session, runner, icons
        self._folder: Path | None = None
        self._unseen: Callable[[], None] | None = None  # Tells how an import ended while nobody looked.
        self.drops, self._disk = Drops(self), Inquiry(self)
        self._pages = QStackedWidget(self)
        self.undo, self.secondary, self.primary = (QPushButton(self) for _ in range(3))
        self.primary.setProperty("primary", True)
        self.primary.setDefault(True)
        self.undo.setAutoDefault(False)
        self.secondary.setAutoDefault(False)
        column = column_of(self, 8)
        column.addWidget(self._pages, 1)
        column.addSpacing(8)
        column.addLayout(button_row((self.undo,), (self.secondary, self.primary)))
        self._connect()
        self._show(self.progress if runner.importing else self.choose)

    @cached_property
    def choose(self) -> ChoosePage:
        """The page to choose a folder on."""
        page = ChoosePage(self._icons, self)
        page.choose_clicked.connect(self.choose_folder)
        page.archive_clicked.connect(self.choose_archive)
        self._pages.addWidget(page)
        return page

    @cached_property
    def planning(self) -> PlanPage:
        """The page that says what an import would do."""
        page = PlanPage(self._session, self)
        page.options_changed.connect(self._plan)
        self._pages.addWidget(page)
        return page

    @cached_property
    def progress(self) -> ProgressPage:
        """The page that says how far an import is."""
        page, runner = ProgressPage(self), self._runner
        runner.progressed.connect(lambda step: page.show_step(step, runner.seconds_left(step)))
        self._pages.addWidget(page)
        return page

    @cached_property
    def report(self) -> ReportPage:
        """The page that says what an import did."""
        page = ReportPage(self._session, self._icons, self)
        page.choose_clicked.connect(self.choose_folder)
        page.batch_known.connect(self._set_buttons)
        page.offer.answered.connect(self.offer_answered)
        self._runner.swapped.connect(lambda _: page.look_again())
        self._pages.addWidget(page)
        return page

    def _connect(self) -> None:
        runner = self._runner
        self.primary.clicked.connect(self._on_primary)
        self.secondary.clicked.connect(self._on_secondary)
        self.undo.clicked.connect(self._on_undo)
        runner.planned.connect(self._on_planned)
        runner.plan_refused.connect(self._on_refused)
        runner.started.connect(self._on_started)
        runner.finished.connect(self._on_finished)
        runner.stopped.connect(self._on_stopped)
        runner.refused.connect(self._on_refused)
        runner.busy_changed.connect(self._on_busy)

    def begin(self, folder: Path | None = None) -> None:
        """Show the dialog, for a folder or to choose one; a running import is shown instead."""
        if not self._runner.importing:
            self._unseen = None
            if folder is None:
                self._show(self.choose)
            else:
                self.look_at(folder)
        self.show()
        self.raise_()
        self.activateWindow()

    def look_at(self, folder: Path) -> None:
        """See what an import of this folder would do, read as it was last if it is known."""
        self._folder = folder
        self._runner.forget_plan()
        self.planning.begin(folder)
        self._show(self.planning)

        def known(source: Source | None) -> None:
            if self._folder == folder and self._shows(PlanPage):
                if source is not None:
                    self.planning.settings.set_options(source.options)
                self._plan()

        self._session.on_drive(lambda library: on_disk.known(library, folder), known)

    def choose_folder(self) -> None:
        """Ask the user for a folder."""

        def ask(begins: Path) -> None:
            ask_with(folder_dialog(self, self.tr("Choose a folder of posts"), begins), self.look_at)

        begin_in(self._disk, self._folder or Path.home(), ask)

    def choose_archive(self) -> None:
        """Ask the user for an archive."""

        def ask(begins: Path) -> None:
            names = " ".join(f"*{ending}" for ending in ENDINGS)
            dialog = file_dialog(self, self.tr("Choose an archive of posts"), begins)
            dialog.setNameFilters([self.tr("Archives") + f" ({names})", self.tr("All files") + " (*)"])
            ask_with(dialog, self.look_at)

        begin_in(self._disk, self._folder or Path.home(), ask)

    def _plan(self) -> None:
        if self._folder is not None and not self._runner.running:
            self.planning.wait()
            self._set_buttons()
            self._runner.plan(self._folder, self.planning.options())

    def _on_planned(self, plan: ImportPlan) -> None:
        if not self._shows(PlanPage):
            return
        self.planning.show_plan(plan)
        self._set_buttons()
        if plan.complete:
            show = partial(self.planning.show_files, plan)
            self._session.read(lambda _: OutcomeRows(plan.outcomes, plan.same), show)

    def _on_started(self) -> None:
        self._unseen = None
        self._forget_plan()
        self._show(self.progress)

    def _on_busy(self, busy: bool) -> None:
        self._set_buttons()
        if not busy and self.isVisible() and self._shows(PlanPage):
            self._plan()  # The library is another by now.

    def _on_refused(self, error: LibraryError) -> None:
        self._end(lambda: self.report.show_refusal(error))

    def _on_finished(self, report: ImportReport) -> None:
        self._end(lambda: self.report.show_report(report, self._runner.folder))

    def _on_stopped(self, report: ImportReport) -> None:
        if self._shows(ProgressPage):
            self._end(lambda: self.report.show_stopped(report, self._runner.folder))

    def _end(self, tell: Callable[[], None]) -> None:
        """Show how an import ended, at once or when somebody looks."""
        self._unseen = tell
        if self.isVisible():
            self._see()

    def _see(self) -> None:
        if self._unseen is not None:
            self._unseen()
            self._unseen = None
            self._show(self.report)

    def showEvent(self, event: QShowEvent) -> None:
        self._see()
        super().showEvent(event)

    def _show(self, page: QWidget) -> None:
        self._pages.setCurrentWidget(page)
        self._set_buttons()
        # Else Qt would choose the first there is, which is the button that cancels.
        (page.first if isinstance(page, ChoosePage | PlanPage) else self.primary).setFocus()
        self.primary.setDefault(not isinstance(page, ChoosePage))

    def _shows(self, page: type[QWidget]) -> bool:
        return isinstance(self._pages.currentWidget(), page)

    def seen_report(self) -> ReportPage | None:
        """Return the report of the import while it is seen."""
        return self.report if self.isVisible() and self._shows(ReportPage) else None

    def _set_buttons(self) -> None:
        busy, report = self._runner.running, self.report if self._shows(ReportPage) else None
        broken = report is not None and report.broken
        self.setWindowTitle(self.tr("Import folder"))
        words = {
            ChoosePage: ("", self.tr("Cancel")),
            PlanPage: (self.tr("Import"), self.tr("Cancel")),
            ProgressPage: (self.tr("Continue in the background"), self.tr("Stop")),
            ReportPage: (self.tr("Continue") if broken else self.tr("Show articles"), self.tr("Close")),
        }
        primary, secondary = next(words[page] for page in words if self._shows(page))
        self.primary.setText(primary)
        self.primary.setVisible(bool(primary) and not (report is not None and (report.failed or report.undone)))
        ready = not self._shows(PlanPage) or (self.planning.ready() and not busy)
        self.primary.setEnabled(ready and not (broken and busy))
        self.secondary.setText(secondary)
        batch = report.batch if report is not None else None
        self.undo.setVisible(batch is not None and (batch.can_undo or batch.can_redo))
        self.undo.setEnabled(not busy)
        if batch is not None:
            self.undo.setText(self.tr("Redo this import") if batch.undone else self.tr("Undo this import"))

    def _on_primary(self) -> None:
        reported = self._shows(ReportPage)
        if self._shows(PlanPage) and self._folder is not None:
            self._runner.start(self._folder, self.planning.options())
        elif reported and self.report.broken:
            self._runner.go_on()
        else:
            if reported:
                self.show_articles.emit(self.report.source)
            self.close()

    def _on_undo(self) -> None:
        if self.report.batch is not None:
            self._runner.swap(self.report.batch)

    def _on_secondary(self) -> None:
        if self._shows(ProgressPage):
            self._runner.cancel()
        else:
            self.close()

    def reject(self) -> None:
        """Give up planning; Qt comes here for every way of closing a dialog."""
        self._forget_plan()
        super().reject()

    def _forget_plan(self) -> None:
        """Let go of what was planned, which may be a hundred thousand files."""
        self._runner.forget_plan()
        for page in self.findChildren(PlanPage):
            page.wait()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if not self._runner.importing:
            self.drops.enter(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.drops.drop(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._set_buttons()
            for page in self.findChildren(ReportPage):
                page.retranslate()
        super().changeEvent(event)
