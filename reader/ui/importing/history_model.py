"""The import history as a table: one row a batch, newest first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from reader.outcomes import Batch, BatchKind, Outcome
from reader.ui.importing.words import count_words
from reader.ui.parts.dates import short_moment
from reader.ui.parts.labels import tip
from reader.ui.parts.models import Index
from reader.ui.parts.problem_words import printable

WHEN, SOURCE, DONE, STATE = range(4)


class HistoryModel(QAbstractTableModel):
    """Shows what Batch holds, in words."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._batches: Sequence[Batch] = ()
        self._running = False

    def set_batches(self, batches: Sequence[Batch], *, running: bool) -> None:
        """Show these; `running` tells that something is under way, which the newest may be."""
        self.beginResetModel()
        self._batches, self._running = batches, running
        self.endResetModel()

    @property
    def batches(self) -> Sequence[Batch]:
        """All batches shown."""
        return self._batches

    def row_of(self, number: int) -> int | None:
        """Return the row of a batch."""
        return next((row for row, batch in enumerate(self._batches) if batch.id == number), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._batches)

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 4

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("When"), self.tr("Folder"), self.tr("What was done"), self.tr("State"))[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(self._text(index))
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(index)
        return None

    def _text(self, index: Index) -> str:
        batch = self._batches[index.row()]
        column = index.column()
        if column == WHEN:
            return short_moment(batch.began_at)
        if column == SOURCE:
            return printable(batch.source_name)
        return self._done(batch) if column == DONE else self._state(batch)

    def _done(self, batch: Batch) -> str:
        if batch.kind is BatchKind.REMOVAL:
            return self.tr("%n article(s) removed", "", batch.counts[Outcome.GONE])
        return " · ".join(count_words(batch.counts))

    def _state(self, batch: Batch) -> str:
        if batch.undone:
            return self.tr("Undone")
        if batch.finished_at is None:
            newest = batch is self._batches[0]
            return self.tr("Under way") if newest and self._running else self.tr("Interrupted")
        return ""
