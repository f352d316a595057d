"""The files of a plan, a report or a batch, in groups; knows no widget, and is built in a worker."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import overload

from reader.outcomes import READ, FileOutcome, Outcome


class Extra(StrEnum):
    """Groups that are no outcome."""

    ALL = "all"
    REPAIRED = "repaired"


#: What can be listed alone: files of one outcome, or those REPAIRED among the ones that were read.
Group = Outcome | Extra


# What wants a look stands first, and what needs none last.
_ORDER = (
    Outcome.REFUSED, Outcome.NEW, Outcome.CHANGED, Outcome.MOVED, Outcome.COPY, Outcome.GONE, Outcome.DRAFT,
    Outcome.NOT_POST, Outcome.SAME,
)  # fmt: skip
#: The groups as their tabs stand: where there is no room for all, those that matter most are seen.
GROUPS: tuple[Group, ...] = (
    Outcome.NEW, Outcome.CHANGED, Extra.REPAIRED, Outcome.REFUSED, Outcome.MOVED, Outcome.COPY, Outcome.GONE,
    Outcome.SAME, Outcome.DRAFT, Outcome.NOT_POST,
)  # fmt: skip


class OutcomeRows(Sequence[FileOutcome]):
    """Files by outcome, each group in the order given; those that are the `same` are not made before they are seen.

    `told` says that something was found wrong with any.
    """

    def __init__(self, outcomes: Iterable[FileOutcome] = (), same: Sequence[str] = ()) -> None:
        buckets: dict[Outcome, list[FileOutcome]] = {outcome: [] for outcome in _ORDER}
        for file in outcomes:
            buckets[file.outcome].append(file)
        self._files: list[FileOutcome] = []
        self._same = same
        self._groups: dict[Group, Sequence[int]] = {}
        for outcome, files in buckets.items():
            start = len(self._files)
            self._files += files
            more = len(same) if outcome is Outcome.SAME else 0
            self._groups[outcome] = range(start, len(self._files) + more)
        self._groups[Extra.REPAIRED] = [
            row for row, file in enumerate(self._files) if file.problems and file.outcome in READ and file.repaired
        ]
        self._groups[Extra.ALL] = range(len(self))
        self.told = any(file.problems for file in self._files)

    def group(self, group: Group) -> Sequence[int]:
        """Return the rows of a group."""
        return self._groups[group]

    def __len__(self) -> int:
        return len(self._files) + len(self._same)

    @overload
    def __getitem__(self, row: int) -> FileOutcome: ...
    @overload
    def __getitem__(self, row: slice) -> Sequence[FileOutcome]: ...
    def __getitem__(self, row: int | slice) -> FileOutcome | Sequence[FileOutcome]:
        if isinstance(row, slice):
            return [self[each] for each in range(*row.indices(len(self)))]
        if not 0 <= row < len(self):
            raise IndexError(row)
        known = len(self._files)
        return self._files[row] if row < known else FileOutcome(self._same[row - known], Outcome.SAME)

    def __iter__(self) -> Iterator[FileOutcome]:
        yield from self._files
        for path in self._same:
            yield FileOutcome(path, Outcome.SAME)


def joined(done: Iterable[FileOutcome], told: Iterable[FileOutcome]) -> OutcomeRows:
    """Return the files a batch did something with, and what an import tells of these and of others."""
    left = {file.path: file for file in told}
    files: list[FileOutcome] = []
    for file in done:
        about = left.pop(file.path, None)
        files.append(file if about is None else replace(about, outcome=file.outcome, title=file.title or about.title))
    return OutcomeRows([*files, *left.values()])
