"""Every imported folder and archive once more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reader.domain import LibraryError, Source
from reader.importing.importer import import_folder
from reader.library.library import Library
from reader.outcomes import ImportProgress, ImportReport, Phase
from reader.problems import Problem, ProblemKind

# What may be wrong with one folder, such as a drive that is not plugged in, and leaves the others as they are.
_OF_ONE_FOLDER = (
    "no-folder", "not-a-folder", "no-posts", "bad-archive", "archive-encrypted", "archive-unsafe", "archive-too-large",
)  # fmt: skip


def refresh(library: Library) -> Iterator[ImportProgress]:
    """Import every source again under the rules it was last read by; yields as import_folder does.

    The last report is that of all sources; the paths of its problems are absolute. A folder that is not there now is
    one of the problems, and its articles stay as they are. Raises LibraryError when the library cannot be written.
    """
    whole = ImportReport()
    for source in library.sources():
        try:
            for step in import_folder(library, source.root, source.dialect):
                if step.finished:
                    whole += _placed(step.report, source)
                else:
                    yield replace(step, report=whole + step.report)
        except LibraryError as error:
            if error.kind not in _OF_ONE_FOLDER:
                raise
            problem = Problem(str(source.root), ProblemKind.UNREADABLE, error.advice, repaired=False)
            whole += ImportReport(problems=(problem,))
    yield ImportProgress(Phase.INDEX, 0, 0, "", whole, committed=True, finished=True)


def _placed(report: ImportReport, source: Source) -> ImportReport:
    problems = tuple(replace(problem, path=f"{source.root}/{problem.path}") for problem in report.problems)
    return replace(report, problems=problems)
