"""The import dialog: choose a folder or an archive, see what it holds, watch it come in, read and undo what came."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QPushButton, QStackedWidget, QWidget

from reader.containers.endings import ENDINGS
from reader.domain import LibraryError, Source
from reader.library.library import Library
from reader.outcomes import ImportPlan, ImportReport
from reader.ui.importing.dropping import Drops
from reader.ui.importing.outcome_rows import OutcomeRows
from reader.ui.importing.pages import ChoosePage, ProgressPage
from reader.ui.importing.plan_page import PlanPage
from reader.ui.importing.report_page import ReportPage
from reader.ui.importing.runner import ImportRunner
from reader.ui.looks.icons import Icons
from reader.ui.parts.dialog_layout import button_row, column_of
from reader.ui.parts.inquiry import Inquiry
from reader.ui.session import LibrarySession


class ImportDialog(QDialog):
    """Not modal: the window stays usable, and closing the dialog lets a running import go on."""

    show_articles = Signal()

    def __init__(
        self, session: LibrarySession, runner: ImportRunner, icons: Icons, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("importDialog")
        self.setAcceptDrops(True)
        self.resize(880, 680)
        self._session = session
        self._runner = runner
        self._folder: Path | None = None
        self._drops, self._disk = Drops(self), Inquiry(self)
        self.choose = ChoosePage(icons, self)
        self.planning = PlanPage(session, self)
        self.progress = ProgressPage(self)
        self.report = ReportPage(session, icons, self)
        self._pages = QStackedWidget(self)
        for page in (self.choose, self.planning, self.progress, self.report):
            self._pages.addWidget(page)
        self.undo, self.secondary, self.primary = (QPushButton(self) for _ in range(3))
        self.primary.setProperty("primary", True)
        self.primary.setDefault(True)
        for button in (self.undo, self.secondary):
            button.setAutoDefault(False)
        column = column_of(self, 8)
        column.addWidget(self._pages, 1)
        column.addSpacing(8)
        column.addLayout(button_row((self.undo,), (self.secondary, self.primary)))
        self._connect()
        self._show(self.progress if runner.importing else self.choose)

    def _connect(self) -> None:
        runner = self._runner
        self.choose.choose_clicked.connect(self.choose_folder)
        self.choose.archive_clicked.connect(self.choose_archive)
        self.report.choose_clicked.connect(self.choose_folder)
        self.report.batch_known.connect(self._set_buttons)
        self.planning.options_changed.connect(self._plan)
        self.primary.clicked.connect(self._on_primary)
        self.secondary.clicked.connect(self._on_secondary)
        self.undo.clicked.connect(self._on_undo)
        self._drops.dropped.connect(self.begin)
        runner.planned.connect(self._on_planned)
        runner.plan_refused.connect(self._on_refused)
        runner.started.connect(self._on_started)
        runner.progressed.connect(lambda step: self.progress.show_step(step, runner.seconds_left(step)))
        runner.finished.connect(self._on_finished)
        runner.stopped.connect(self._on_stopped)
        runner.refused.connect(self._on_refused)
        runner.busy_changed.connect(self._on_busy)
        runner.swapped.connect(lambda _: self.report.look_again())

    def begin(self, folder: Path | None = None) -> None:
        """Show the dialog, for a folder or to choose one; a running import is shown instead."""
        if not self._runner.importing:
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
            if self._folder == folder and self._pages.currentWidget() is self.planning:
                if source is not None:
                    self.planning.settings.set_options(source.options)
                self._plan()

        self._session.read(lambda library: _known(library, folder), known)

    def choose_folder(self) -> None:
        """Ask the user for a folder."""

        def ask(beginning: str) -> None:
            dialog = QFileDialog(self, self.tr("Choose a folder of posts"), beginning)
            dialog.setFileMode(QFileDialog.FileMode.Directory)
            dialog.setOption(QFileDialog.Option.ShowDirsOnly)
            self._ask(dialog)

        self._begin_at(ask)

    def choose_archive(self) -> None:
        """Ask the user for an archive."""

        def ask(beginning: str) -> None:
            names = " ".join(f"*{ending}" for ending in ENDINGS)
            dialog = QFileDialog(self, self.tr("Choose an archive of posts"), beginning)
            dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
            dialog.setNameFilters([self.tr("Archives") + f" ({names})", self.tr("All files") + " (*)"])
            self._ask(dialog)

        self._begin_at(ask)

    def _begin_at(self, ask: Callable[[str], None]) -> None:
        """Let a file dialog begin where the last one ended, or at home if that drive does not answer."""
        home = Path.home()
        self._disk.ask(partial(_beginning, self._folder or home), ask, lambda: ask(str(home)))

    def _ask(self, dialog: QFileDialog) -> None:
        dialog.fileSelected.connect(lambda name: self.look_at(Path(name)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def retranslate(self) -> None:
        """Show all words in the language that is now chosen."""
        self._set_buttons()
        self.planning.retranslate()
        self.report.retranslate()

    def _plan(self) -> None:
        if self._folder is not None and not self._runner.running:
            self.planning.wait()
            self._set_buttons()
            self._runner.plan(self._folder, self.planning.options())

    def _on_planned(self, plan: ImportPlan) -> None:
        if self._pages.currentWidget() is not self.planning:
            return
        self.planning.show_plan(plan)
        self._set_buttons()
        if plan.complete:
            self._session.read(
                lambda _: OutcomeRows(plan.outcomes, plan.same), lambda rows: self.planning.show_files(plan, rows)
            )

    def _on_started(self) -> None:
        self.planning.wait()  # It may hold a hundred thousand files.
        self._show(self.progress)

    def _on_busy(self, busy: bool) -> None:
        self._set_buttons()
        if not busy and self.isVisible() and self._pages.currentWidget() is self.planning:
            self._plan()  # The library is another by now.

    def _on_refused(self, error: LibraryError) -> None:
        self.report.show_refusal(error)
        self._show(self.report)

    def _on_finished(self, report: ImportReport) -> None:
        self.report.show_report(report, self._runner.folder)
        self._show(self.report)

    def _on_stopped(self, report: ImportReport) -> None:
        if self._pages.currentWidget() is self.progress:
            self.report.show_stopped(report, self._runner.folder)
            self._show(self.report)

    def _show(self, page: QWidget) -> None:
        self._pages.setCurrentWidget(page)
        self._set_buttons()

    def _set_buttons(self) -> None:
        page, busy = self._pages.currentWidget(), self._runner.running
        self.setWindowTitle(self.tr("Import folder"))
        done = self.tr("Go on") if self.report.broken else self.tr("Show articles")
        words = {
            self.choose: ("", self.tr("Cancel")),
            self.planning: (self.tr("Import"), self.tr("Cancel")),
            self.progress: (self.tr("Go on in the background"), self.tr("Stop")),
            self.report: (done, self.tr("Close")),
        }
        primary, secondary = words[page]  # type: ignore[index]
        self.primary.setText(primary)
        self.primary.setVisible(bool(primary) and not (page is self.report and self.report.failed))
        ready = page is not self.planning or (self.planning.ready() and not busy)
        self.primary.setEnabled(ready and not (page is self.report and self.report.broken and busy))
        self.secondary.setText(secondary)
        batch = self.report.batch if page is self.report else None
        self.undo.setVisible(batch is not None and (batch.can_undo or batch.can_redo))
        self.undo.setEnabled(not busy)
        if batch is not None:
            self.undo.setText(self.tr("Redo this import") if batch.undone else self.tr("Undo this import"))

    def _on_primary(self) -> None:
        page = self._pages.currentWidget()
        if page is self.planning and self._folder is not None:
            self._runner.start(self._folder, self.planning.options())
        elif page is self.report and self.report.broken:
            self._runner.go_on()
        elif page is self.report:
            self.show_articles.emit()
            self.close()
        else:
            self.close()

    def _on_undo(self) -> None:
        if self.report.batch is not None:
            self._runner.swap(self.report.batch)

    def _on_secondary(self) -> None:
        if self._pages.currentWidget() is self.progress:
            self._runner.cancel()
        else:
            self.close()

    def reject(self) -> None:
        """Give up planning; Qt comes here for every way of closing a dialog."""
        self._runner.forget_plan()
        self.planning.wait()
        super().reject()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if not self._runner.importing:
            self._drops.enter(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self._drops.drop(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _beginning(last: Path) -> str:
    """Return the folder a file dialog begins in."""
    return str(last.parent if last.is_file() else last)


def _known(library: Library, folder: Path) -> Source | None:
    """Return the source a folder is; asking the disk for its real path may take long."""
    try:
        return library.source_at(folder.resolve())
    except (OSError, RuntimeError, ValueError):
        return None  # The plan says what is wrong with it.
