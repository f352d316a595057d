"""The rows of the quick switcher: results grouped by kind, under headings."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from reader.library.navigation.switching import Hit, Kind
from reader.ui.parts.commas import in_a_row
from reader.ui.parts.dates import row_day
from reader.ui.parts.models import Index
from reader.ui.parts.problem_words import printable
from reader.ui.sidebar.lines import FOLDER_ICONS, Folder

_ICONS = {
    Kind.SMART: "smart-folder",
    Kind.CATEGORY: "folder",
    Kind.SOURCE: "source",
    Kind.TAG: "tag",
    Kind.COMMAND: "keyboard",
    Kind.SETTING: "settings",
    Kind.ARTICLE: "document",
}


class SwitcherRole(IntEnum):
    """What the delegate asks for."""

    HIT = Qt.ItemDataRole.UserRole + 1
    DETAIL = Qt.ItemDataRole.UserRole + 2


class SwitcherModel(QAbstractListModel):
    """A heading before the first hit of each kind; headings cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Hit | Kind] = []

    def set_hits(self, hits: Sequence[Hit]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self._rows = []
        kind = None
        for hit in hits:
            if hit.target.kind is not kind:
                kind = hit.target.kind
                self._rows.append(kind)
            self._rows.append(hit)
        self.endResetModel()

    def hit(self, index: Index) -> Hit | None:
        """Return what stands in a row, None for a heading."""
        row = self._rows[index.row()] if index.isValid() else None
        return row if isinstance(row, Hit) else None

    def next_row(self, row: int, step: int) -> int:
        """Return the next row with a hit in a direction, going round; -1 when there is none."""
        count = len(self._rows)
        for _ in range(count):
            row = (row + step) % count
            if isinstance(self._rows[row], Hit):
                return row
        return -1

    # --- what Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.hit(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if isinstance(row, Kind):
            spoken = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return self._kind_words(row) if spoken else None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.target.name
        if role == SwitcherRole.HIT:
            return row
        if role == SwitcherRole.DETAIL:
            return _detail(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return in_a_row((row.target.name, self._kind_words(row.target.kind), _detail(row)))
        return None

    def _kind_words(self, kind: Kind) -> str:
        return {
            Kind.FOLDER: self.tr("Library"),
            Kind.SMART: self.tr("Smart folders"),
            Kind.CATEGORY: self.tr("Categories"),
            Kind.SOURCE: self.tr("Folders"),
            Kind.TAG: self.tr("Tags"),
            Kind.COMMAND: self.tr("Commands"),
            Kind.SETTING: self.tr("Settings"),
            Kind.ARTICLE: self.tr("Articles"),
        }[kind]


def icon_of(hit: Hit) -> str:
    """Return the name of the icon before a hit: that of its line in the sidebar, if it has one."""
    target = hit.target
    return FOLDER_ICONS[Folder(str(target.key))] if target.kind is Kind.FOLDER else _ICONS[target.kind]


def _detail(hit: Hit) -> str:
    target = hit.target
    day = row_day(target.published) if target.published is not None else ""
    return " · ".join(filter(None, (printable(target.detail), day)))
