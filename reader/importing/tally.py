"""What an import has done so far, counted up to its report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from reader.library.writing import Outcome
from reader.outcomes import ImportProgress, ImportReport, Phase
from reader.problems import Problem


class Tally:
    """Counts outcomes and keeps problems; each step of the import is told from it."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.outcomes: Counter[Outcome] = Counter()
        self.unchanged = 0
        self.gone = 0
        self.pictures = 0
        self.indexed = 0

    def note(self, problems: Iterable[Problem]) -> None:
        """Keep problems for the report."""
        self.problems += problems

    def report(self, *, whole: bool = False) -> ImportReport:
        """Return the numbers so far; the problems come with the last report only, since they may be many."""
        return ImportReport(
            added=self.outcomes[Outcome.ADDED],
            updated=self.outcomes[Outcome.UPDATED],
            moved=self.outcomes[Outcome.MOVED],
            unchanged=self.unchanged + self.outcomes[Outcome.UNCHANGED],
            refused=self.outcomes[Outcome.REFUSED],
            gone=self.gone,
            pictures=self.pictures,
            indexed=self.indexed,
            problems=tuple(self.problems) if whole else (),
        )

    def step(
        self, phase: Phase, done: int = 0, total: int = 0, current: str = "", *, committed: bool = False
    ) -> ImportProgress:
        """Return how far the import is."""
        return ImportProgress(phase, done, total, current, self.report(), committed)
