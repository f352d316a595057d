"""Which batches of the history are undone or redone together; knows no widget."""

from __future__ import annotations

from collections.abc import Sequence

from reader.outcomes import Batch


def taken_along(batches: Sequence[Batch], number: int) -> list[Batch]:
    """Return what undoing a batch undoes, or what doing it again does, in that order; the batch itself is the last.

    `batches` are the history, newest first. The first of the result is the one that takes all of it back again. It is
    empty where the library does not hold what it takes.
    """
    chosen = next((batch for batch in batches if batch.id == number), None)
    if chosen is None or not (chosen.can_redo if chosen.undone else chosen.can_undo):
        return []
    alike = [each for each in batches if (each.source, each.undone) == (chosen.source, chosen.undone)]
    if chosen.undone:
        return [each for each in reversed(alike) if each.id <= number and each.can_redo]
    return [each for each in alike if each.id >= number and each.can_undo]
