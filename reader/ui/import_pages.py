"""The pages of the import dialog: choose, plan, progress, report."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from reader.domain import Dialect, LibraryError
from reader.outcomes import ImportPlan, ImportProgress, ImportReport, Outcome, Phase
from reader.ui.dates import ui_locale
from reader.ui.empty_state import EmptyState
from reader.ui.icons import Icons
from reader.ui.problem_list import ProblemList
from reader.ui.problem_words import printable, refusal_words

_CATEGORIES_SHOWN = 8


def _label(parent: QWidget, px: int = 13, weight: QFont.Weight = QFont.Weight.Normal, tone: str = "") -> QLabel:
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    font = label.font()
    font.setPixelSize(px)
    font.setWeight(weight)
    label.setFont(font)
    if tone:
        label.setProperty("tone", tone)
    return label


def _n(number: int) -> str:
    return ui_locale().toString(number)


class ChoosePage(QWidget):
    """Where a folder or an archive is dropped or chosen."""

    choose_clicked = Signal()
    archive_clicked = Signal()

    def __init__(self, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._state = EmptyState(icons, self)
        self._state.primary_clicked.connect(self.choose_clicked)
        self._state.secondary_clicked.connect(self.archive_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._state)
        self.retranslate()

    def retranslate(self) -> None:
        self._state.set_content(
            "import",
            self.tr("Drop a folder of posts here, or an archive of one"),
            self.tr("Markdown or HTML files, as Hexo, Jekyll and Hugo keep them. They are only read."),
            self.tr("Choose a folder…"),
            self.tr("Choose an archive…"),
        )

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class PlanPage(QWidget):
    """What was found, before anything is written."""

    dialect_changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._plan: ImportPlan | None = None
        self._folder = _label(self, 15, QFont.Weight.DemiBold)
        self._numbers = _label(self)
        self._categories = _label(self, tone="secondary")
        self._dialects = QComboBox(self)
        self._dialects.activated.connect(lambda _: self.dialect_changed.emit())
        self._reason = _label(self, 12, tone="secondary")
        self._rules = _label(self)
        self._busy = QProgressBar(self)
        self._busy.setTextVisible(False)
        self._problems = ProblemList(self)
        row = QHBoxLayout()
        row.addWidget(self._rules)
        row.addWidget(self._dialects)
        row.addWidget(self._reason, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(10)
        for widget in (self._folder, self._numbers):
            column.addWidget(widget)
        column.addLayout(row)
        column.addWidget(self._categories)
        column.addWidget(self._busy)
        column.addWidget(self._problems, 1)

    def begin(self, folder: Path) -> None:
        """Start with another folder."""
        self._plan = None
        self._folder.setText(printable(str(folder)))
        self._dialects.clear()
        for value in (None, *Dialect):
            self._dialects.addItem("", value)
        self.retranslate()
        self._problems.show_problems((), folder)
        self._busy.setRange(0, 0)
        self._busy.show()
        for label in (self._numbers, self._categories, self._reason):
            label.clear()

    def retranslate(self) -> None:
        """Say it in the language that is now chosen."""
        self._rules.setText(self.tr("Read as"))
        names = (self.tr("What it looks like"), *map(dialect_name, Dialect))
        for number in range(self._dialects.count()):
            self._dialects.setItemText(number, names[number])
        if self._plan is not None:
            self.show_plan(self._plan)

    def dialect(self) -> Dialect | None:
        """Return the chosen rules, None to let the folder tell."""
        value = self._dialects.currentData()
        return Dialect(value) if value else None

    def ready(self) -> bool:
        """Whether there is something to import, as far as is known."""
        return self._plan is not None and self._plan.scanned

    def show_plan(self, plan: ImportPlan) -> None:
        """Show what is known so far."""
        self._plan = plan
        self._numbers.setText(self._counts(plan))
        evidence = self.tr("{dialect}, by {marker}").format(dialect=dialect_name(plan.dialect), marker=plan.marker)
        self._reason.setText(evidence if plan.marker else dialect_name(plan.dialect))
        if plan.scanned:
            self._busy.setRange(0, max(1, plan.to_read))
            self._busy.setValue(plan.read)
        self._busy.setVisible(not plan.complete)
        if plan.complete:
            names = [f"{' / '.join(path)} ({_n(posts)})" for path, posts in plan.categories[:_CATEGORIES_SHOWN]]
            more = len(plan.categories) - len(names)
            names += [self.tr("and %n more", "", more)] if more > 0 else []
            text = self.tr("Categories: {names}").format(names=" · ".join(names))
            self._categories.setText(text if names else self.tr("No categories"))
            self._problems.show_problems(plan.problems)

    def _counts(self, plan: ImportPlan) -> str:
        if not plan.scanned:
            return self.tr("%n file(s) found…", "", plan.files)
        numbers = [
            (plan.counts[Outcome.NEW], self.tr("{number} new")),
            (plan.counts[Outcome.CHANGED], self.tr("{number} changed")),
            (plan.counts[Outcome.SAME], self.tr("{number} unchanged")),
            (plan.counts[Outcome.REFUSED], self.tr("{number} refused")),
        ]
        parts = [words.format(number=_n(number)) for number, words in numbers if number]
        return " · ".join([self.tr("%n file(s)", "", plan.files), *parts])


class ProgressPage(QWidget):
    """How far a running import is."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._phase = _label(self, 15, QFont.Weight.DemiBold)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._numbers = _label(self)
        self._current = _label(self, 12, tone="secondary")
        self._current.setWordWrap(False)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addStretch(1)
        for widget in (self._phase, self._bar, self._numbers, self._current):
            column.addWidget(widget)
        column.addStretch(2)

    def show_step(self, step: ImportProgress, left: float | None) -> None:
        """Show one step of it; `left` is how many seconds the phase still takes."""
        self._phase.setText(phase_words(step.phase))
        self._bar.setRange(0, step.total)
        self._bar.setValue(step.done)
        parts = [f"{_n(step.done)} / {_n(step.total)}" if step.total else _n(step.done)]
        if left is not None:
            parts.append(time_left(left))
        parts += report_words(step.report)
        self._numbers.setText(" · ".join(parts))
        width = max(100, self.width() - 20)
        metrics = QFontMetrics(self._current.font())
        self._current.setText(metrics.elidedText(printable(step.current), Qt.TextElideMode.ElideMiddle, width))


class ReportPage(QWidget):
    """What an import did, or why it did not."""

    choose_clicked = Signal()

    def __init__(self, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self.failed = False
        self.retranslate: Callable[[], None] = lambda: None
        self._title = _label(self, 15, QFont.Weight.DemiBold)
        self._detail = _label(self)
        self._problems = ProblemList(self)
        self._refusal = EmptyState(icons, self)
        self._refusal.primary_clicked.connect(self.choose_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(10)
        column.addWidget(self._title)
        column.addWidget(self._detail)
        column.addWidget(self._problems, 1)
        column.addWidget(self._refusal, 1)
        # Keeps title and detail at the top when there are no problems to list.
        column.addStretch(0)

    def show_report(self, report: ImportReport, folder: Path | None) -> None:
        """Show what was done and every file that was repaired or refused."""
        self.retranslate = lambda: self.show_report(report, folder)
        detail = " · ".join(report_words(report)) or self.tr("Nothing had changed.")
        self._show(self.tr("The folder is in the library"), detail)
        self._problems.show_problems(report.problems, folder)

    def show_stopped(self) -> None:
        """Say that the import was cancelled."""
        self.retranslate = self.show_stopped
        self._show(self.tr("Stopped"), self.tr("What had come in stays. Import the folder again to go on from there."))

    def show_refusal(self, error: LibraryError) -> None:
        """Say why there was no import, or why it ended."""
        self.retranslate = lambda: self.show_refusal(error)
        title = self.tr("The folder could not be imported")
        words = f"{printable(str(error.path))}\n{refusal_words(error)}"
        self._show("", "")
        self.failed = True
        self._refusal.set_content("warning", title, words, self.tr("Choose another folder…"))
        self._refusal.show()

    def _show(self, title: str, detail: str) -> None:
        self.failed = False
        for label, text in ((self._title, title), (self._detail, detail)):
            label.setText(text)
            label.setVisible(bool(text))
        self._problems.show_problems(())
        self._refusal.hide()


def dialect_name(dialect: Dialect) -> str:
    """Return the generator's name, or those of all that are read alike."""
    if dialect is Dialect.PLAIN:
        return QCoreApplication.translate("Import", "Plain files")
    return "Next, Gatsby, VuePress" if dialect is Dialect.NEXT else dialect.value.capitalize()


def phase_words(phase: Phase) -> str:
    """Return what an import is doing."""
    translate = QCoreApplication.translate
    return {
        Phase.UNDO: translate("Import", "Changing the library back"),
        Phase.SCAN: translate("Import", "Looking for posts"),
        Phase.READ: translate("Import", "Reading posts"),
        Phase.PICTURES: translate("Import", "Copying pictures"),
        Phase.INDEX: translate("Import", "Making posts searchable"),
    }[phase]


def report_words(report: ImportReport) -> list[str]:
    """Return the numbers of a report that are not zero."""
    translate = QCoreApplication.translate
    numbers = [
        (report.counts[Outcome.NEW], translate("Import", "{number} new")),
        (report.counts[Outcome.CHANGED], translate("Import", "{number} updated")),
        (report.counts[Outcome.MOVED], translate("Import", "{number} moved")),
        (report.counts[Outcome.SAME], translate("Import", "{number} unchanged")),
        (report.counts[Outcome.REFUSED], translate("Import", "{number} refused")),
        (report.counts[Outcome.GONE], translate("Import", "{number} no longer in the folder")),
    ]
    said = [words.format(number=_n(number)) for number, words in numbers if number]
    return [*said, translate("Import", "%n picture(s)", "", report.pictures)] if report.pictures else said


def time_left(seconds: float) -> str:
    """Return a duration as people say it."""
    translate = QCoreApplication.translate
    if seconds < 60:
        return translate("Import", "about %n second(s) left", "", max(1, round(seconds)))
    return translate("Import", "about %n minute(s) left", "", round(seconds / 60))
