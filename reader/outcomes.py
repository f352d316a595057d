"""What an import would do, how far it is, and what it did."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum

from reader.domain import Changes, Dialect
from reader.problems import Problem


class Phase(StrEnum):
    """The steps of an import, in order."""

    SCAN = "scan"
    READ = "read"
    PICTURES = "pictures"
    INDEX = "index"


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import would do: a dry run.

    `read` of the `to_read` new and changed files were looked into so far. Those found to be no posts are `refused`, and
    no longer count as new or changed.
    `categories` are paths with the number of posts that name them, the largest first; they and `problems` come with
    the last plan, which is `complete`. While `scanned` is False even the number of files still grows.
    """

    dialect: Dialect
    marker: str
    files: int
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    to_read: int = 0
    read: int = 0
    refused: int = 0
    categories: tuple[tuple[tuple[str, ...], int], ...] = ()
    problems: tuple[Problem, ...] = ()
    scanned: bool = False
    complete: bool = False


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did. `unchanged` files were not read again; `gone` articles are kept and marked."""

    added: int = 0
    updated: int = 0
    moved: int = 0
    unchanged: int = 0
    refused: int = 0
    gone: int = 0
    pictures: int = 0
    indexed: int = 0
    problems: tuple[Problem, ...] = ()

    def changes(self) -> Changes:
        """Return which panes the import concerns."""
        moved = bool(self.added or self.updated or self.moved or self.gone or self.pictures)
        # Whatever it did, the time of the last import is another.
        return Changes(articles=moved, categories=True)

    def __add__(self, other: ImportReport) -> ImportReport:
        """Return the report of two imports as one."""
        return ImportReport(*(getattr(self, part.name) + getattr(other, part.name) for part in fields(self)))


@dataclass(frozen=True, slots=True)
class ImportProgress:
    """How far an import is.

    `total` is 0 while it is not known; `report` grows with every step, and the `finished` one holds the problems.
    """

    phase: Phase
    done: int
    total: int
    current: str
    report: ImportReport
    committed: bool = False
    finished: bool = False
