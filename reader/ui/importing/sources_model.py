"""The imported folders as a table: one row a source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal

from reader.domain import Source
from reader.library.navigation.saved import tidy_name
from reader.ui.importing.words import dialect_name
from reader.ui.parts.dates import short_moment
from reader.ui.parts.figures import n
from reader.ui.parts.labels import tip
from reader.ui.parts.models import Index
from reader.ui.parts.problem_words import printable

NAME, WATCHED, FOLDER, RULES, ZONE, ARTICLES, IMPORTED = range(7)

_Role = Qt.ItemDataRole


class SourcesModel(QAbstractTableModel):
    """Shows what Source holds, in words; names can be edited and watching switched, which the signals tell."""

    renamed = Signal(int, str)
    watched = Signal(int, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sources: Sequence[Source] = ()
        self._articles: Mapping[int, int] = {}
        self._missing: set[int] = set()

    def set_sources(self, sources: Sequence[Source], articles: Mapping[int, int]) -> None:
        """Show these, with the number of articles of each."""
        self.beginResetModel()
        self.sources, self._articles = sources, articles
        self.endResetModel()

    def set_missing(self, source: int, *, missing: bool) -> None:
        """Tell whether the folder of a source is there."""
        if missing != (source in self._missing):
            self._missing ^= {source}
            row = self.row_of(source)
            if row is not None:
                self.dataChanged.emit(self.index(row, FOLDER), self.index(row, FOLDER))

    def row_of(self, source: int) -> int | None:
        """Return the row of a source."""
        return next((row for row, each in enumerate(self.sources) if each.id == source), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.sources)

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 7

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.column() == NAME:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == WATCHED else flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == _Role.TextAlignmentRole:
            return _alignment(section)
        if role != _Role.DisplayRole:
            return None
        return (
            self.tr("Name"), self.tr("Watched"), self.tr("Folder"), self.tr("Read as"), self.tr("Time zone"),
            self.tr("Articles"), self.tr("Last import"),
        )[section]  # fmt: skip

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        source, column = self.sources[index.row()], index.column()
        if role == _Role.CheckStateRole and column == WATCHED:
            return Qt.CheckState.Checked if source.watched else Qt.CheckState.Unchecked
        if role == _Role.TextAlignmentRole:
            return _alignment(column)
        if role == _Role.EditRole and column == NAME:
            return source.name
        if role == _Role.AccessibleTextRole and column == WATCHED:
            return self.tr("Watched") if source.watched else self.tr("Not watched")
        if role == _Role.ToolTipRole:
            return tip(self._text(source, column)) if column != WATCHED else None
        return self._text(source, column) if role in (_Role.DisplayRole, _Role.AccessibleTextRole) else None

    def setData(self, index: Index, value: object, role: int = _Role.EditRole) -> bool:
        source = self.sources[index.row()]
        if role == _Role.CheckStateRole and index.column() == WATCHED:
            self.watched.emit(source.id, Qt.CheckState(value) is Qt.CheckState.Checked)
            return True
        name = tidy_name(str(value))
        if role == _Role.EditRole and index.column() == NAME and name and name != source.name:
            self.renamed.emit(source.id, name)
            return True
        return False

    def _text(self, source: Source, column: int) -> str:
        if column == NAME:
            return printable(source.name)
        if column == FOLDER:
            path = printable(str(source.root))
            return self.tr("Not available: {path}").format(path=path) if source.id in self._missing else path
        if column == RULES:
            return dialect_name(source.dialect)
        if column == ZONE:
            return printable(source.zone) or self.tr("As the site says")
        if column == ARTICLES:
            return n(self._articles.get(source.id, 0))
        if column == IMPORTED:
            return short_moment(source.imported_at) if source.imported_at is not None else self.tr("Not finished")
        return ""


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column == ARTICLES else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
