"""Imports all or some of the known folders and archives again."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from reader.domain import LibraryError, Source
from reader.importing.importer import import_folder, import_paths
from reader.library.library import Library
from reader.outcomes import Counts, FileOutcome, ImportProgress, ImportReport, Outcome, Phase
from reader.problems import Problem, ProblemKind

# What may be wrong with one folder, such as a drive that is not plugged in, and leaves the others as they are.
_OF_ONE_FOLDER = (
    "no-folder", "folder-gone", "not-a-folder", "no-posts", "bad-archive", "archive-encrypted", "archive-unsafe",
    "archive-too-large",
)  # fmt: skip


def refresh(library: Library, chosen: Sequence[int] = ()) -> Iterator[ImportProgress]:
    """Import sources again under the rules they were last read by, all or the `chosen`; yields as import_folder does.

    The last report is that of all sources; the paths of its files are absolute. A folder that is not there now is
    one of the problems, and its articles stay as they are. Where the library cannot be written, as on a full disk, the
    report says so, and the sources that come later wait.
    """
    whole = ImportReport()
    for source in library.sources():
        if chosen and source.id not in chosen:
            continue
        try:
            for step in import_folder(library, source.root, source.options):
                if not step.finished:
                    yield replace(step, report=whole + step.report)
                    continue
                whole += _placed(step.report, source)
                if step.report.stopped is not None:
                    raise step.report.stopped
        except LibraryError as error:
            if error.kind not in _OF_ONE_FOLDER:
                whole = replace(whole, stopped=error)
                break
            whole += _refused(source, error)
    yield ImportProgress(Phase.INDEX, 0, 0, "", whole, committed=True, finished=True)


def bring_in(library: Library, number: int, paths: Collection[str]) -> Iterator[ImportProgress]:
    """Import what changed in a watched source, of which EVERYTHING may have; yields as import_folder does.

    A source that is away, or was removed meanwhile, is none of its concern: the watch tells when it is there again.
    """
    source = next((each for each in library.sources() if each.id == number), None)
    if source is None:
        return
    try:
        if "" in paths:
            yield from import_folder(library, source.root, source.options)
        else:
            yield from import_paths(library, source, paths)
    except LibraryError as error:
        if error.kind not in _OF_ONE_FOLDER:
            raise


def _placed(report: ImportReport, source: Source) -> ImportReport:
    placed = [
        replace(
            file,
            path=_from_top(source, file.path),
            problems=tuple(replace(problem, path=_from_top(source, problem.path)) for problem in file.problems),
        )
        for file in report.outcomes
    ]
    return replace(report, outcomes=tuple(placed), stopped=None)


def _from_top(source: Source, path: str) -> str:
    return f"{source.root}{os.sep}{path.replace('/', os.sep)}"


def _refused(source: Source, error: LibraryError) -> ImportReport:
    problem = Problem(str(source.root), ProblemKind.UNREADABLE, error.advice, repaired=False)
    outcome = FileOutcome(str(source.root), Outcome.REFUSED, problems=(problem,))
    return ImportReport(Counts({Outcome.REFUSED: 1}), outcomes=(outcome,))
