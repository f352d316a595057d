"""A list of problems: file, line, what was wrong; opens the file or its folder."""

from __future__ import annotations

import os
from collections.abc import Sequence
from html import escape
from pathlib import Path

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QLabel, QPushButton, QTableView, QVBoxLayout, QWidget

from reader.problems import Problem
from reader.ui.article_model import Index
from reader.ui.problem_words import printable, problem_words


class ProblemModel(QAbstractTableModel):
    """One row a problem, refusals first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._problems: list[Problem] = []

    def set_problems(self, problems: Sequence[Problem]) -> None:
        """Show these problems."""
        self.beginResetModel()
        self._problems = sorted(problems, key=lambda problem: (problem.repaired, problem.path))
        self.endResetModel()

    def problem(self, row: int) -> Problem:
        """Return the problem in a row."""
        return self._problems[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._problems)

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 3

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("Outcome"), self.tr("File"), self.tr("What was found"))[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.ToolTipRole and index.isValid():
            # Tooltips read rich text by default, and these words come from strangers.
            return f"<p>{escape(str(self.data(index)))}</p>"
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        problem = self._problems[index.row()]
        if index.column() == 0:
            return self.tr("Repaired") if problem.repaired else self.tr("Refused")
        if index.column() == 1:
            path = printable(problem.path) or "."
            return f"{path}:{problem.line}" if problem.line else path
        return printable(problem_words(problem))


class ProblemList(QWidget):
    """The table with its heading and buttons; hides itself when there is nothing to tell."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._root: Path | None = None
        self.model = ProblemModel(self)
        self._heading = QLabel(self)
        self._heading.setTextFormat(Qt.TextFormat.PlainText)
        self.table = QTableView(self)
        self.table.setModel(self.model)
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.table.verticalHeader().setDefaultSectionSize(26)
        self.table.setColumnWidth(0, 84)
        self.table.setColumnWidth(1, 270)
        self.table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.table.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.table.horizontalHeader().setHighlightSections(False)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.activated.connect(lambda _: self.open_file())
        self._open, self._folder = QPushButton(self), QPushButton(self)
        self._open.clicked.connect(self.open_file)
        self._folder.clicked.connect(self.open_folder)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._set_buttons())
        buttons = QHBoxLayout()
        buttons.addWidget(self._heading, 1)
        buttons.addWidget(self._open)
        buttons.addWidget(self._folder)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(buttons)
        column.addWidget(self.table, 1)
        self.retranslate()
        self.hide()

    def show_problems(self, problems: Sequence[Problem], root: Path | None = None) -> None:
        """Show problems of files below `root`; the root of before is kept when none is given."""
        self._root = root or self._root
        self.model.set_problems(problems)
        self.setVisible(bool(problems))
        self.retranslate()

    def retranslate(self) -> None:
        """Show all words in the language that is now chosen."""
        self._heading.setText(self.tr("%n note(s)", "", self.model.rowCount()))
        self._open.setText(self.tr("Open file"))
        self._folder.setText(self.tr("Show in folder"))
        self.table.setAccessibleName(self.tr("Files that were repaired or refused"))
        self._set_buttons()

    def open_file(self) -> None:
        """Open the selected file with the desktop's program for it."""
        path = self._selected()
        if path is not None and path.is_file():
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def open_folder(self) -> None:
        """Open the folder the selected file is in."""
        path = self._selected()
        if path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))

    def _selected(self) -> Path | None:
        rows = self.table.selectionModel().selectedRows()
        if not rows or self._root is None:
            return None
        path = self._root / self.model.problem(rows[0].row()).path
        # Of what is in an archive only the archive itself can be shown. Its names may be longer than any system's.
        return next((each for each in (path, *path.parents) if os.path.isfile(each)), path)  # noqa: PTH113

    def _set_buttons(self) -> None:
        path = self._selected()
        self._open.setEnabled(path is not None and path.is_file())
        self._folder.setEnabled(path is not None)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
