"""Files by outcome as a table: one row a file, filtered by group and by words."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from time import monotonic

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, QTimer, Signal

from reader.outcomes import FileOutcome
from reader.ui.importing.outcome_rows import Extra, Group, OutcomeRows
from reader.ui.importing.words import found_words, outcome_name
from reader.ui.parts.labels import tip
from reader.ui.parts.models import Index
from reader.ui.parts.problem_words import printable

OUTCOME, FILE, TITLE, FOUND = range(4)

# How long a slice of looking for words may take: the window stays at sixty pictures a second.
_SLICE_SECONDS = 0.008
_BETWEEN_LOOKS = 32  # rows
# As many problems of a file are looked through: one post may miss a thousand pictures.
_FINDABLE = 20


class OutcomeModel(QAbstractTableModel):
    """The rows of one group that hold the words of the filter.

    Words are looked for in slices: the first rows come at once, and `searched` tells that all are there.
    """

    searched = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = OutcomeRows()
        self._group: Group = Extra.ALL
        self._words: list[str] = []
        self._shown: Sequence[int] = ()
        self._found = array("q")
        # What each row can be found by, made when it is first looked at.
        self._keys: dict[int, str] = {}
        self._place = 0
        self._slices = QTimer(self, interval=0)
        self._slices.timeout.connect(self._look_on)

    @property
    def searching(self) -> bool:
        """Whether rows may still come."""
        return self._slices.isActive()

    def set_rows(self, rows: OutcomeRows) -> None:
        """List these files, of all groups."""
        self._rows = rows
        self._keys.clear()
        self._group = Extra.ALL
        self._begin()

    def set_group(self, group: Group) -> None:
        """List the files of one group."""
        if group != self._group:
            self._group = group
            self._begin()

    def set_filter(self, text: str) -> None:
        """List the files whose path, title or problems hold each of these words."""
        words = text.casefold().split()
        if words != self._words:
            self._words = words
            self._begin()

    def forget_words(self) -> None:
        """The language is another: so are the words that files are found by."""
        self._keys.clear()
        self._begin()

    def file(self, row: int) -> FileOutcome:
        """Return the file in a row."""
        return self._rows[self._shown[row]]

    def shown(self) -> Iterator[FileOutcome]:
        """Yield the files shown now, whatever is shown later; for a worker."""
        rows, shown = self._rows, list(self._shown)
        return (rows[row] for row in shown)

    def _begin(self) -> None:
        self._slices.stop()
        self.beginResetModel()
        group = self._rows.group(self._group)
        self._place = 0
        self._found = self._next_found() if self._words else array("q")
        self._shown = self._found if self._words else group
        self.endResetModel()
        if self._words and self._place < len(group):
            self._slices.start()
        else:
            self.searched.emit()

    def _look_on(self) -> None:
        found = self._next_found()
        if found:
            first = len(self._found)
            self.beginInsertRows(QModelIndex(), first, first + len(found) - 1)
            self._found.extend(found)
            self.endInsertRows()
        if self._place >= len(self._rows.group(self._group)):
            self._slices.stop()
            self.searched.emit()

    def _next_found(self) -> array[int]:
        group = self._rows.group(self._group)
        found = array("q")
        end = monotonic() + _SLICE_SECONDS
        while self._place < len(group) and monotonic() < end:
            for row in group[self._place : self._place + _BETWEEN_LOOKS]:
                key = self._keys.get(row)
                if key is None:
                    key = self._keys[row] = self._key(self._rows[row])
                if all(word in key for word in self._words):
                    found.append(row)
            self._place += _BETWEEN_LOOKS
        return found

    def _key(self, file: FileOutcome) -> str:
        parts = [file.path, file.title]
        if file.problems:
            parts.append(found_words(file, _FINDABLE))
        return "\n".join(parts).casefold()

    # --- what Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 4

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("Outcome"), self.tr("File"), self.tr("Title"), self.tr("What was found"))[section]
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
        file = self.file(index.row())
        column = index.column()
        if column == OUTCOME:
            return outcome_name(file.outcome)
        if column == FILE:
            return printable(file.path) or "."
        return printable(file.title) if column == TITLE else found_words(file)
