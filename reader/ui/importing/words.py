"""Imports in the window's language: outcomes, counts, phases, generators."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from reader.domain import Dialect
from reader.outcomes import Batch, BatchKind, Counts, FileOutcome, ImportReport, Outcome, Phase
from reader.problems import QT_TRANSLATE_NOOP, Problem
from reader.ui.importing.outcome_rows import Extra, Group
from reader.ui.parts.dates import short_moment
from reader.ui.parts.figures import n
from reader.ui.parts.problem_words import printable, problem_words

# How many of a file's problems are told where there is one line for them.
_TOLD = 3

_GROUPS: dict[Group, str] = {
    Extra.ALL: QT_TRANSLATE_NOOP("Outcome", "All"),
    Extra.REPAIRED: QT_TRANSLATE_NOOP("Outcome", "Repaired"),
    Outcome.NEW: QT_TRANSLATE_NOOP("Outcome", "New"),
    Outcome.CHANGED: QT_TRANSLATE_NOOP("Outcome", "Changed"),
    Outcome.MOVED: QT_TRANSLATE_NOOP("Outcome", "Moved"),
    Outcome.COPY: QT_TRANSLATE_NOOP("Outcome", "Copies"),
    Outcome.SAME: QT_TRANSLATE_NOOP("Outcome", "Unchanged"),
    Outcome.GONE: QT_TRANSLATE_NOOP("Outcome", "Gone"),
    Outcome.DRAFT: QT_TRANSLATE_NOOP("Outcome", "Drafts"),
    Outcome.NOT_POST: QT_TRANSLATE_NOOP("Outcome", "Not posts"),
    Outcome.REFUSED: QT_TRANSLATE_NOOP("Outcome", "Refused"),
}
_ONE: dict[Outcome, str] = {
    Outcome.NEW: QT_TRANSLATE_NOOP("Outcome", "New"),
    Outcome.CHANGED: QT_TRANSLATE_NOOP("Outcome", "Changed"),
    Outcome.MOVED: QT_TRANSLATE_NOOP("Outcome", "Moved"),
    Outcome.COPY: QT_TRANSLATE_NOOP("Outcome", "Copy"),
    Outcome.SAME: QT_TRANSLATE_NOOP("Outcome", "Unchanged"),
    Outcome.GONE: QT_TRANSLATE_NOOP("Outcome", "Gone"),
    Outcome.DRAFT: QT_TRANSLATE_NOOP("Outcome", "Draft"),
    Outcome.NOT_POST: QT_TRANSLATE_NOOP("Outcome", "Not a post"),
    Outcome.REFUSED: QT_TRANSLATE_NOOP("Outcome", "Refused"),
}
# Where an outcome needs more words than its tab has room for.
_MEANINGS: dict[Group, str] = {
    Extra.REPAIRED: QT_TRANSLATE_NOOP("Outcome", "Files that became articles although something was wrong with them"),
    Outcome.MOVED: QT_TRANSLATE_NOOP("Outcome", "Files that were renamed since the last import"),
    Outcome.COPY: QT_TRANSLATE_NOOP("Outcome", "Files with the same post as another file: one article for all"),
    Outcome.GONE: QT_TRANSLATE_NOOP("Outcome", "Files that are no longer in the folder; their articles are kept"),
    Outcome.DRAFT: QT_TRANSLATE_NOOP("Outcome", "Drafts and hidden posts, which were not requested"),
    Outcome.NOT_POST: QT_TRANSLATE_NOOP("Outcome", "Files and folders without posts"),
    Outcome.REFUSED: QT_TRANSLATE_NOOP("Outcome", "Files that could not be read"),
}
_NAMES = {
    Dialect.PLAIN: QT_TRANSLATE_NOOP("Import", "Plain files"),
    Dialect.ELEVENTY: "Eleventy",
    Dialect.NEXT: QT_TRANSLATE_NOOP("Import", "Next.js, Gatsby, VuePress"),
}


def group_name(group: Group) -> str:
    """Return what the tab of a group is called."""
    return QCoreApplication.translate("Outcome", _GROUPS[group])


def group_meaning(group: Group) -> str:
    """Return which files a group has, "" where its name says it."""
    meaning = _MEANINGS.get(group, "")
    return QCoreApplication.translate("Outcome", meaning) if meaning else ""


def outcome_name(outcome: Outcome) -> str:
    """Return what one file is called for what became of it."""
    return QCoreApplication.translate("Outcome", _ONE[outcome])


def found_words(file: FileOutcome, most: int = _TOLD) -> str:
    """Return what was found wrong with a file, in one line that is safe to show."""
    said = [problem_line(problem) for problem in file.problems[:most]]
    more = len(file.problems) - most
    if more > 0:
        said.append(QCoreApplication.translate("Import", "and %n more", "", more))
    return " · ".join(said)


def problem_line(problem: Problem) -> str:
    """Return a problem's sentence, with the line where it is."""
    words = printable(problem_words(problem))
    if not problem.line:
        return words
    return QCoreApplication.translate("Import", "Line {line}: {words}").format(line=n(problem.line), words=words)


def dialect_name(dialect: Dialect) -> str:
    """Return the generator's name."""
    name = _NAMES.get(dialect)
    return QCoreApplication.translate("Import", name) if name else dialect.value.capitalize()


def phase_words(phase: Phase) -> str:
    """Return what an import is doing."""
    translate = QCoreApplication.translate
    return {
        Phase.UNDO: translate("Import", "Changing the library"),
        Phase.SCAN: translate("Import", "Looking for posts"),
        Phase.READ: translate("Import", "Reading posts"),
        Phase.PICTURES: translate("Import", "Copying pictures"),
        Phase.INDEX: translate("Import", "Making posts searchable"),
    }[phase]


def count_words(counts: Counts) -> list[str]:
    """Return the numbers of outcomes that are not zero."""
    translate: Callable[..., str] = QCoreApplication.translate
    numbers = [
        (counts[Outcome.NEW], translate("Import", "{number} new")),
        (counts[Outcome.CHANGED], translate("Import", "{number} updated")),
        (counts[Outcome.MOVED], translate("Import", "{number} moved")),
        (counts[Outcome.COPY], translate("Import", "%n copy/copies", "", counts[Outcome.COPY])),
        (counts[Outcome.SAME], translate("Import", "{number} unchanged")),
        (counts[Outcome.REFUSED], translate("Import", "{number} refused")),
        (counts[Outcome.DRAFT], translate("Import", "%n draft(s)", "", counts[Outcome.DRAFT])),
        (counts[Outcome.GONE], translate("Import", "{number} no longer in the folder")),
    ]
    return [words.format(number=n(number)) for number, words in numbers if number]


def batch_words(batch: Batch, *, running: bool) -> tuple[str, str, str, str]:
    """Return when a batch began, its folder, what it did, and its state; `running` if it may not have ended."""
    translate: Callable[..., str] = QCoreApplication.translate
    done, state = " · ".join(count_words(batch.counts)), ""
    if batch.kind is BatchKind.REMOVAL:
        done = translate("Import", "%n article(s) removed", "", batch.counts[Outcome.GONE])
    if batch.undone:
        state = translate("Import", "Undone")
    elif batch.finished_at is None:
        state = translate("Import", "Under way") if running else translate("Import", "Interrupted")
    return short_moment(batch.began_at), printable(batch.source_name), done, state


def report_words(report: ImportReport) -> list[str]:
    """Return the numbers of a report that are not zero."""
    said = count_words(report.counts)
    if report.pictures:
        said.append(QCoreApplication.translate("Import", "%n picture(s)", "", report.pictures))
    return said
