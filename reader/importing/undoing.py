"""Undoing and redoing an import, and removing a source."""

from __future__ import annotations

from collections.abc import Iterator

from reader.importing.searchable import index
from reader.library.library import Library
from reader.library.store.database import TRANSACTION_SECONDS
from reader.outcomes import Counts, ImportProgress, ImportReport, Outcome, Phase


def swap(library: Library, batch: int) -> Iterator[ImportProgress]:
    """Undo a batch of the history, or do an undone one again; the last step is `finished`.

    Undoing takes the later batches of its source back first. May be closed at any step: `finish_swaps` goes on.
    """
    yield from go_on(library)
    yield from _note_marks(library)
    yield from _swap_all(library, library.history.begin_swap(batch))


def go_on(library: Library) -> Iterator[ImportProgress]:
    """Do first what the end of a program interrupted, before articles change again; yields as an import does.

    An import over half an undo would bring in anew what is still to be taken away, and an undo that went on later would
    take back what was imported since.
    """
    for steps in (finish_swaps, finish_removals):
        for step in steps(library):
            if not step.finished:
                yield step


def finish_swaps(library: Library) -> Iterator[ImportProgress]:
    """Go on with what was being undone when the program ended."""
    batches = library.history.unfinished_swaps()
    if batches:
        yield from _swap_all(library, batches)


def finish_removals(library: Library) -> Iterator[ImportProgress]:
    """Go on with the removals that the end of the program interrupted."""
    for batch, source in library.history.unfinished_removals():
        yield from _remove(library, batch, source)


def remove_source(library: Library, source: int) -> Iterator[ImportProgress]:
    """Remove a source with all its articles; the history can bring them back.

    Their marks stay in the journal, for the same articles to have them again whenever they are imported.
    """
    yield from go_on(library)
    yield from _note_marks(library)
    yield from _remove(library, library.history.begin_removal(source), source)


def _note_marks(library: Library) -> Iterator[ImportProgress]:
    """See to it that the journal has the marks that go with their articles, also those of an older program."""
    for _ in library.compact_marks():
        yield _step(0, 0)


def _remove(library: Library, batch: int, source: int) -> Iterator[ImportProgress]:
    total = library.article_counts().get(source, 0)
    done = 0
    while some := library.history.remove_some(batch, source, TRANSACTION_SECONDS):
        done += some
        yield _step(done, max(total, done))
    library.history.finish(batch, {Outcome.GONE: done})
    yield _end(done)


def _swap_all(library: Library, batches: list[int]) -> Iterator[ImportProgress]:
    rows = {batch: library.history.to_swap(batch) for batch in batches}
    total = sum(map(len, rows.values()))
    done = 0
    for batch, left in rows.items():
        while left:
            some = library.history.swap_some(left, TRANSACTION_SECONDS)
            del left[:some]
            done += some
            yield _step(done, total)
        library.history.finish_swap(batch)
    yield from index(library)
    yield _end(done)


def _step(done: int, total: int) -> ImportProgress:
    return ImportProgress(Phase.UNDO, done, total, "", ImportReport(), committed=True)


def _end(done: int) -> ImportProgress:
    report = ImportReport(Counts({Outcome.CHANGED: done}))
    return ImportProgress(Phase.INDEX, 0, 0, "", report, committed=True, finished=True)
