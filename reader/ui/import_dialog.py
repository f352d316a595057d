"""The import dialog: choose a folder or an archive, see what it holds, watch it come in, read what was found wrong."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from reader.containers.endings import ENDINGS
from reader.domain import ImportOptions, LibraryError
from reader.outcomes import ImportPlan, ImportReport
from reader.ui.dropping import dropped_folder
from reader.ui.icons import Icons
from reader.ui.import_pages import ChoosePage, PlanPage, ProgressPage, ReportPage
from reader.ui.import_runner import ImportRunner


class ImportDialog(QDialog):
    """Not modal: the window stays usable, and closing the dialog lets a running import go on."""

    show_articles = Signal()

    def __init__(self, runner: ImportRunner, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("importDialog")
        self.setAcceptDrops(True)
        self.resize(720, 520)
        self._runner = runner
        self._folder: Path | None = None
        self.choose = ChoosePage(icons, self)
        self.planning = PlanPage(self)
        self.progress = ProgressPage(self)
        self.report = ReportPage(icons, self)
        self._pages = QStackedWidget(self)
        for page in (self.choose, self.planning, self.progress, self.report):
            self._pages.addWidget(page)
        self.primary, self.secondary = QPushButton(self), QPushButton(self)
        self.primary.setProperty("primary", True)
        self.primary.setDefault(True)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.secondary)
        buttons.addWidget(self.primary)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.addWidget(self._pages, 1)
        column.addLayout(buttons)
        self._connect()
        self._show(self.choose)

    def _connect(self) -> None:
        runner = self._runner
        self.choose.choose_clicked.connect(self.choose_folder)
        self.choose.archive_clicked.connect(self.choose_archive)
        self.report.choose_clicked.connect(self.choose_folder)
        self.planning.dialect_changed.connect(self._plan)
        self.primary.clicked.connect(self._on_primary)
        self.secondary.clicked.connect(self._on_secondary)
        runner.planned.connect(self._on_planned)
        runner.plan_refused.connect(self._on_refused)
        runner.started.connect(lambda: self._show(self.progress))
        runner.progressed.connect(lambda step: self.progress.show_step(step, runner.seconds_left(step)))
        runner.finished.connect(self._on_finished)
        runner.stopped.connect(self._on_stopped)
        runner.refused.connect(self._on_refused)

    def begin(self, folder: Path | None = None) -> None:
        """Show the dialog, for a folder or to choose one; a running import is shown instead."""
        if not self._runner.running:
            if folder is None:
                self._show(self.choose)
            else:
                self.look_at(folder)
        self.show()
        self.raise_()
        self.activateWindow()

    def look_at(self, folder: Path) -> None:
        """See what an import of this folder would do."""
        self._folder = folder
        self.planning.begin(folder)
        self._show(self.planning)
        self._plan()

    def choose_folder(self) -> None:
        """Ask the user for a folder."""
        dialog = QFileDialog(self, self.tr("Choose a folder of posts"), self._beginning())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        self._ask(dialog)

    def choose_archive(self) -> None:
        """Ask the user for an archive."""
        names = " ".join(f"*{ending}" for ending in ENDINGS)
        dialog = QFileDialog(self, self.tr("Choose an archive of posts"), self._beginning())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Archives") + f" ({names})", self.tr("All files") + " (*)"])
        self._ask(dialog)

    def _beginning(self) -> str:
        """Return the folder a file dialog begins in."""
        last = self._folder or Path.home()
        return str(last.parent if last.is_file() else last)

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
        if self._folder is not None:
            self._runner.plan(self._folder, ImportOptions(self.planning.dialect()))

    def _on_planned(self, plan: ImportPlan) -> None:
        if self._pages.currentWidget() is self.planning:
            self.planning.show_plan(plan)
            self._set_buttons()

    def _on_refused(self, error: LibraryError) -> None:
        self.report.show_refusal(error)
        self._show(self.report)

    def _on_finished(self, report: ImportReport) -> None:
        if report.stopped is not None:
            self.report.show_refusal(report.stopped)
        else:
            self.report.show_report(report, self._runner.folder)
        self._show(self.report)

    def _on_stopped(self) -> None:
        if self._pages.currentWidget() is self.progress:
            self.report.show_stopped()
            self._show(self.report)

    def _show(self, page: QWidget) -> None:
        self._pages.setCurrentWidget(page)
        self._set_buttons()

    def _set_buttons(self) -> None:
        page = self._pages.currentWidget()
        self.setWindowTitle(self.tr("Import folder"))
        words = {
            self.choose: ("", self.tr("Cancel")),
            self.planning: (self.tr("Import"), self.tr("Cancel")),
            self.progress: (self.tr("Go on in the background"), self.tr("Stop")),
            self.report: (self.tr("Show articles"), self.tr("Close")),
        }
        primary, secondary = words[page]  # type: ignore[index]
        self.primary.setText(primary)
        self.primary.setVisible(bool(primary) and not (page is self.report and self.report.failed))
        self.primary.setEnabled(page is not self.planning or self.planning.ready())
        self.secondary.setText(secondary)

    def _on_primary(self) -> None:
        page = self._pages.currentWidget()
        if page is self.planning and self._folder is not None:
            self._runner.start(self._folder, ImportOptions(self.planning.dialect()))
        elif page is self.report:
            self.show_articles.emit()
            self.close()
        else:
            self.close()

    def _on_secondary(self) -> None:
        if self._pages.currentWidget() is self.progress:
            self._runner.cancel()
        else:
            self.close()

    def reject(self) -> None:
        """Give up planning; Qt comes here for every way of closing a dialog."""
        self._runner.forget_plan()
        super().reject()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_folder(event.mimeData()) is not None and not self._runner.running:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        folder = dropped_folder(event.mimeData())
        if folder is not None:
            event.acceptProposedAction()
            self.look_at(folder)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
