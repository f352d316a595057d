"""All commands with their keys, as rows of a table."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QFont

from reader.ui.actions import Actions
from reader.ui.keyboard.sequences import shown_keys
from reader.ui.parts.models import Index

_NOWHERE = QModelIndex()


class KeyModel(QAbstractTableModel):
    """Group, command, keys; commands whose keys the user changed are set in bold."""

    def __init__(self, actions: Actions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._words: list[str] = []
        self._names: list[str] = []
        self._own: set[str] = set()

    def filter(self, text: str) -> None:
        """List the commands that hold all words of a text in their own words, their group or their keys."""
        self.beginResetModel()
        self._words = text.casefold().split()
        self._own = set(self._actions.keys.own())
        self._names = [name for name in self._actions.names() if self._holds(name)]
        self.endResetModel()

    def command(self, row: int) -> str:
        """Return the command of a row."""
        return self._names[row]

    def row_of(self, command: str) -> int:
        """Return where a command is listed, -1 for nowhere."""
        return self._names.index(command) if command in self._names else -1

    def refresh(self) -> None:
        """Show the keys as they are now."""
        self._own = set(self._actions.keys.own())
        if self._names:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._names) - 1, 2))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._names)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else 3

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (self.tr("Group"), self.tr("Command"), self.tr("Keys"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | QFont | None:
        if not index.isValid():
            return None
        name = self._names[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cells(name)[index.column()]
        if role == Qt.ItemDataRole.FontRole and index.column() == 2 and name in self._own:
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        return None

    def _cells(self, name: str) -> tuple[str, str, str]:
        keys = self.tr(" or ").join(map(shown_keys, self._actions.keys.of(name)))
        return self._actions.group_words(name), self._actions.words(name).rstrip("…"), keys

    def _holds(self, name: str) -> bool:
        text = " ".join(self._cells(name)).casefold()
        return all(word in text for word in self._words)
