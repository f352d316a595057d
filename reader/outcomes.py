"""What an import would do, how far it is, and what it did."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import field
from enum import StrEnum

from reader.domain import Changes, Dialect, LibraryError
from reader.frozen import frozen
from reader.problems import Problem, ProblemKind


class Outcome(StrEnum):
    """What an import does with a file, in the order of reports."""

    NEW = "new"
    CHANGED = "changed"
    MOVED = "moved"
    #: The same post as another file's: one article, listed in the categories of both.
    COPY = "copy"
    SAME = "same"
    GONE = "gone"
    DRAFT = "draft"
    NOT_POST = "not-post"
    REFUSED = "refused"


#: Files with these outcomes added or changed an article.
READ = frozenset({Outcome.NEW, Outcome.CHANGED, Outcome.MOVED, Outcome.COPY})


def refusal(problem: Problem) -> Outcome:
    """Return the outcome of a file or folder without an article, by the reason for that."""
    if problem.kind is ProblemKind.DRAFT:
        return Outcome.DRAFT
    no_post = problem.kind in (ProblemKind.NOT_A_POST, ProblemKind.FOLDER_SKIPPED)
    return Outcome.NOT_POST if no_post else Outcome.REFUSED


@frozen
class FileOutcome:
    """What became of one file, or of a folder that was not searched; its path is relative to the source."""

    path: str
    outcome: Outcome
    title: str = ""
    problems: tuple[Problem, ...] = ()

    @property
    def repaired(self) -> bool:
        """Whether the file became an article although something was wrong with it."""
        return any(problem.repaired for problem in self.problems)


Counts = Counter[Outcome]


@frozen
class ImportPlan:
    """What an import would do: a dry run.

    `read` of the `to_read` new and changed files were read so far; until then they count as new and changed.
    `categories` are paths with the number of posts that name them, the largest first; they, the `outcomes` and the
    paths of unchanged files (`same`) come with the last plan, which is `complete`. While `scanned` is False even the
    number of files still grows. `zone` is the time zone assumed for dates without one, "" for this computer's.
    """

    dialect: Dialect
    marker: str
    files: int
    counts: Counts = field(default_factory=Counts)
    repaired: int = 0
    to_read: int = 0
    read: int = 0
    categories: tuple[tuple[tuple[str, ...], int], ...] = ()
    outcomes: tuple[FileOutcome, ...] = ()
    same: tuple[str, ...] = ()
    scanned: bool = False
    complete: bool = False
    zone: str = ""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Return everything that is wrong with any file."""
        return problems_of(self.outcomes)


@frozen
class ImportReport:
    """What an import did. Unchanged files were not read again; articles whose file is gone are kept and marked.

    `outcomes` are those worth reporting; History.files has all of a batch. `stopped` says why an import did not finish,
    and `left` how many files it had not read: starting again continues from there.
    """

    counts: Counts = field(default_factory=Counts)
    repaired: int = 0
    pictures: int = 0
    indexed: int = 0
    outcomes: tuple[FileOutcome, ...] = ()
    batch: int | None = None
    stopped: LibraryError | None = None
    left: int = 0

    @property
    def added(self) -> int:
        """Return how many articles are new."""
        return self.counts[Outcome.NEW]

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Return everything that was wrong with any file."""
        return problems_of(self.outcomes)

    def changes(self) -> Changes:
        """Return what the import changed."""
        touched = READ | {Outcome.GONE}
        # Whatever it did, the time of the last import changed.
        return Changes(articles=any(self.counts[outcome] for outcome in touched) or self.pictures > 0, categories=True)

    def __add__(self, other: ImportReport) -> ImportReport:
        """Return the report of two imports as one."""
        return ImportReport(
            self.counts + other.counts,
            self.repaired + other.repaired,
            self.pictures + other.pictures,
            self.indexed + other.indexed,
            self.outcomes + other.outcomes,
            stopped=self.stopped or other.stopped,
            left=self.left + other.left,
        )


def problems_of(outcomes: Iterable[FileOutcome]) -> tuple[Problem, ...]:
    """Return the problems of these files, in their order."""
    return tuple(problem for file in outcomes for problem in file.problems)


class Phase(StrEnum):
    """The steps of an import, in order."""

    #: Alone, when the history is undone or a source removed.
    UNDO = "undo"
    SCAN = "scan"
    READ = "read"
    PICTURES = "pictures"
    INDEX = "index"


@frozen
class ImportProgress:
    """How far an import is.

    `total` is 0 while unknown; `report` grows with every step, and the `finished` one has the outcomes.
    """

    phase: Phase
    done: int
    total: int
    current: str
    report: ImportReport
    committed: bool = False
    finished: bool = False


class BatchKind(StrEnum):
    """What can be undone in the import history."""

    IMPORT = "import"
    REMOVAL = "removal"


@frozen
class Batch:
    """One entry of the import history. Times are seconds since 1970.

    `finished_at` is None if the import was interrupted. `can_undo` and `can_redo` mean that the library still has what
    that needs; undoing a batch undoes the later ones of its source first.
    """

    id: int
    source: int
    source_name: str
    kind: BatchKind
    began_at: int
    finished_at: int | None
    counts: Counts
    undone: bool
    can_undo: bool
    can_redo: bool
