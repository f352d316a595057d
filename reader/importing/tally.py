"""Counts what an import has done so far, up to its report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reader.domain import LibraryError
from reader.library.shelf.ready import ReadyFile
from reader.outcomes import (
    READ,
    Counts,
    FileOutcome,
    ImportProgress,
    ImportReport,
    Outcome,
    Phase,
    refusal,
)
from reader.problems import Problem


class Tally:
    """Counts outcomes and keeps those with something to tell; each step of the import is told from it."""

    def __init__(self) -> None:
        self.counts = Counts()
        self.repaired = 0
        self.pictures = 0
        self.indexed = 0
        #: The batch of the import, None where none is kept of it.
        self.batch: int | None = None
        #: The batch that was begun, whatever became of it.
        self.began: int | None = None
        self.left = 0
        #: Files that had nothing to tell until a problem was noted: what became of them the history knows.
        self.late: set[str] = set()
        self._outcomes: dict[str, FileOutcome] = {}

    def skipped(self, problems: Iterable[Problem]) -> None:
        """Count files and folders that were not even read."""
        for problem in problems:
            self._keep(FileOutcome(problem.path, refusal(problem), problems=(problem,)))

    def written(self, files: Sequence[ReadyFile], outcomes: Sequence[Outcome]) -> None:
        """Count files that were read and written."""
        for file, outcome in zip(files, outcomes, strict=True):
            if file.problems:
                self._keep(FileOutcome(file.path, outcome, file.post.title if file.post else "", file.problems))
            else:
                self.counts[outcome] += 1

    def gone(self, paths: Iterable[str]) -> None:
        """Count files that are no longer there."""
        for path in paths:
            self._keep(FileOutcome(path, Outcome.GONE))

    def note(self, problem: Problem) -> None:
        """Keep a problem that was found after its file was written."""
        known = self._outcomes.pop(problem.path, None)
        if known is None:
            self.late.add(problem.path)
            self._outcomes[problem.path] = FileOutcome(problem.path, Outcome.SAME, problems=(problem,))
            return
        self.repaired -= known.repaired and known.outcome in READ
        self.counts[known.outcome] -= 1
        self._keep(FileOutcome(known.path, known.outcome, known.title, (*known.problems, problem)))

    def recall(self, files: Iterable[FileOutcome]) -> None:
        """Tell what became of the `late` files where that was not nothing; of each the last word counts."""
        for file in {file.path: file for file in files}.values():
            noted = self._outcomes[file.path]
            self._outcomes[file.path] = replace(noted, outcome=file.outcome, title=file.title)
            self.repaired += noted.repaired and file.outcome in READ
        self.late.clear()

    def _keep(self, file: FileOutcome) -> None:
        self.counts[file.outcome] += 1
        self.repaired += file.repaired and file.outcome in READ
        self._outcomes[file.path] = file

    def report(self, *, whole: bool = False, stopped: LibraryError | None = None) -> ImportReport:
        """Return the numbers so far; the outcomes come with the last report only, since they may be many."""
        return ImportReport(
            Counts(self.counts),
            self.repaired,
            self.pictures,
            self.indexed,
            tuple(self._outcomes.values()) if whole else (),
            self.batch,
            stopped,
            self.left,
        )

    def step(
        self, phase: Phase, done: int = 0, total: int = 0, current: str = "", *, committed: bool = False
    ) -> ImportProgress:
        """Return how far the import is."""
        return ImportProgress(phase, done, total, current, self.report(), committed)

    def end(self, stopped: LibraryError | None = None) -> ImportProgress:
        """Return the last step, with the whole report."""
        report = self.report(whole=True, stopped=stopped)
        return ImportProgress(Phase.INDEX, 0, 0, "", report, committed=True, finished=True)
