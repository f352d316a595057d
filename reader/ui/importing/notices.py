"""Notices about what imports, undoing and removals did, each with one action."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.domain import Source
from reader.late import late
from reader.ui.importing.runner import ImportRunner
from reader.ui.parts.toast import Toast
from reader.ui.session import LibrarySession

with late():
    from reader import outcomes
    from reader.ui.importing import words as import_words
    from reader.ui.parts import problem_words

if TYPE_CHECKING:
    from reader.outcomes import Batch, ImportReport


class ImportNotices(QObject):
    """Listens to the runner; `report_wanted` asks for the report of the last import."""

    report_wanted = Signal()

    def __init__(self, session: LibrarySession, runner: ImportRunner, toast: Toast, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._runner = runner
        self._toast = toast
        runner.swapped.connect(self._on_swapped)
        runner.removed.connect(self._on_removed)

    def tell_report(self, report: ImportReport) -> None:
        """Say what an import did whose dialog is closed."""
        said = self.tr("%n new article(s)", "", report.added) if report.added else self._other_changes(report)
        if report.stopped is not None:
            said = self.tr("The import did not finish")
        self._toast.show_message(said, self.tr("Report"), self.report_wanted.emit)

    def _other_changes(self, report: ImportReport) -> str:
        told = (outcomes.Outcome.CHANGED, outcomes.Outcome.MOVED, outcomes.Outcome.COPY, outcomes.Outcome.GONE)
        counts = outcomes.Counts({each: report.counts[each] for each in told})
        return " · ".join(import_words.count_words(counts)) or self.tr("Nothing new")

    def _on_swapped(self, taken: list[Batch]) -> None:
        number, asked = len(taken), taken[-1]
        if asked.undone:
            said = self.tr("%n import(s) redone", "", number)
        else:
            said = self.tr("%n import(s) undone", "", number)
        if asked.kind is outcomes.BatchKind.REMOVAL:
            words = self.tr("“{name}” removed again") if asked.undone else self.tr("“{name}” is back")
            said = words.format(name=problem_words.printable(asked.source_name))
        back = self.tr("Undo") if asked.undone else self.tr("Redo")
        self._toast.show_message(said, back, partial(self._runner.swap, taken[0]))

    def _on_removed(self, source: Source) -> None:
        def done(batches: list[Batch]) -> None:
            said = self.tr("“{name}” removed").format(name=problem_words.printable(source.name))
            removals = (
                each for each in batches if each.source == source.id and each.kind is outcomes.BatchKind.REMOVAL
            )
            batch = next(removals, None)
            if batch is None:  # It had no articles: there is nothing to bring back.
                self._toast.show_message(said)
            else:
                self._toast.show_message(said, self.tr("Undo"), partial(self._runner.swap, batch))

        self._session.read(lambda library: library.history.batches(), done)
