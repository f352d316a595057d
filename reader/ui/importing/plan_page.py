"""The page of the import dialog with what an import would do, and how the files are read."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from reader.domain import AS_FOUND, ImportOptions
from reader.outcomes import ImportPlan
from reader.ui.importing.outcome_list import OutcomeList
from reader.ui.importing.outcome_rows import OutcomeRows
from reader.ui.importing.settings import ImportSettings, here
from reader.ui.importing.words import dialect_name
from reader.ui.parts.figures import n
from reader.ui.parts.labels import ElidedLabel, plain, wrapping
from reader.ui.parts.problem_words import printable
from reader.ui.session import LibrarySession

_CATEGORIES_SHOWN = 6


class PlanPage(QWidget):
    """What was found, before anything is written."""

    options_changed = Signal()

    def __init__(self, session: LibrarySession, parent: QWidget) -> None:
        super().__init__(parent)
        self._plan: ImportPlan | None = None
        self._folder: Path | None = None
        self.name = plain(ElidedLabel(self), 17, heavy=True)
        self.path = plain(ElidedLabel(self), 12, tone="secondary")
        self.settings = ImportSettings(session, self)
        self.settings.changed.connect(self.options_changed)
        self.first = self.settings.dialects
        self.summary = wrapping(self, tone="secondary")
        self.busy = QProgressBar(self)
        self.busy.setTextVisible(False)
        self.files = OutcomeList(session, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(4)
        column.addWidget(self.name)
        column.addWidget(self.path)
        column.addSpacing(12)
        column.addWidget(self.settings)
        column.addSpacing(8)
        column.addWidget(self.summary)
        column.addWidget(self.busy)
        column.addSpacing(4)
        column.addWidget(self.files, 1)
        self.retranslate()

    def begin(self, folder: Path) -> None:
        """Start with another folder."""
        self._folder = folder
        self.name.setText(printable(folder.name) or printable(str(folder)))
        self.path.setText(printable(str(folder)))
        self.settings.set_options(AS_FOUND)
        self.files.filter.clear()
        self.wait()

    def wait(self) -> None:
        """Show that another plan is being made."""
        self._plan = None
        self.busy.setRange(0, 0)
        self.busy.show()
        self.retranslate()
        self.settings.tell()
        self.files.set_empty("")
        self.files.show_rows(OutcomeRows(), None)
        self.files.hide()

    def options(self) -> ImportOptions:
        """Return how the files are to be read."""
        return self.settings.options()

    def ready(self) -> bool:
        """Whether there is something to import, as far as is known."""
        return self._plan is not None and self._plan.scanned

    def show_plan(self, plan: ImportPlan) -> None:
        """Show what is known so far; files are listed once all of them were looked into."""
        self._plan = plan
        self._say(plan)
        if plan.scanned:
            self.busy.setRange(0, max(1, plan.to_read))
            self.busy.setValue(plan.read)
            self.files.show()
        self.busy.setVisible(not plan.complete)
        if not plan.complete:
            self.files.show_numbers(plan.counts, plan.repaired)

    def show_files(self, plan: ImportPlan, rows: OutcomeRows) -> None:
        """List the files of a plan that is complete, if it is still the one shown."""
        if plan is not self._plan:
            return
        self.files.set_empty(self.tr("No files."))
        self.files.show_rows(rows, self._folder, self.name.text())

    def retranslate(self) -> None:
        """Say it in the language that is now chosen."""
        self.busy.setAccessibleName(self.tr("Progress"))
        if self._plan is not None:
            self._say(self._plan)
        else:
            self.summary.setText(self.tr("Looking through the folder…"))

    def _say(self, plan: ImportPlan) -> None:
        marker = printable(plan.marker)
        words = self.tr("{dialect}, by {marker}") if marker else "{dialect}"
        reason = words.format(dialect=dialect_name(plan.dialect), marker=marker)
        zone = printable(plan.zone) if plan.zone else self.tr("{zone}, this computer’s").format(zone=here())
        chosen = self.options()
        self.settings.tell("" if chosen.dialect else reason, "" if chosen.zone else zone)
        self.summary.setText(self._summary(plan))

    def _summary(self, plan: ImportPlan) -> str:
        if not plan.scanned:
            return self.tr("%n file(s) found…", "", plan.files)
        if not plan.complete:
            return self.tr("{number} of {total} files checked").format(number=n(plan.read), total=n(plan.to_read))
        if not plan.categories:
            return self.tr("No categories")
        names = [f"{printable(' / '.join(path))} ({n(posts)})" for path, posts in plan.categories[:_CATEGORIES_SHOWN]]
        more = len(plan.categories) - len(names)
        names += [self.tr("and %n more", "", more)] if more > 0 else []
        return self.tr("Categories: {names}").format(names=" · ".join(names))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
