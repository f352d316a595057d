"""The import history: what each import did, file by file; undoes and redoes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from reader.domain import Changes
from reader.library.library import Library
from reader.outcomes import Batch
from reader.ui.importing.history_rows import taken_along
from reader.ui.importing.outcome_list import OutcomeList
from reader.ui.importing.outcome_rows import OutcomeRows
from reader.ui.importing.runner import ImportRunner
from reader.ui.importing.words import batch_words
from reader.ui.keeping.library_dialog import LibraryDialog
from reader.ui.parts.boxes import Question
from reader.ui.parts.dates import short_moment
from reader.ui.parts.dialog_layout import button_row, column_of
from reader.ui.parts.labels import plain
from reader.ui.parts.numbers_model import NumbersModel
from reader.ui.parts.problem_words import printable
from reader.ui.parts.rows_table import RowsTable
from reader.ui.session import LibrarySession

_WIDTHS = (176, 176, 344)


class HistoryDialog(LibraryDialog):
    """Not modal; it follows what happens to the library while it is open."""

    def __init__(self, session: LibrarySession, runner: ImportRunner, parent: QWidget | None = None) -> None:
        super().__init__(session, _history, parent)
        self.setObjectName("historyDialog")
        self.resize(880, 680)
        self._runner = runner
        self._batches: Sequence[Batch] = ()
        self._roots: Mapping[int, Path] = {}
        self._wanted_source: int | None = None
        self._listed: Batch | None = None
        self.model = NumbersModel((), self)
        self.model.set_headers(("",) * 4)
        self.first = self.table = RowsTable(self.model, _WIDTHS, self)
        # Made in the order in which Tab goes through them.
        self.undo, self.redo = QPushButton(self), QPushButton(self)
        self.files = OutcomeList(session, self)
        self._close = QPushButton(self)
        self._note = plain(QLabel(self), tone="secondary")
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        for button in (self.undo, self.redo):
            button.setAutoDefault(False)
        self._close.setDefault(True)
        actions = QHBoxLayout()
        actions.setContentsMargins(0, 0, 0, 4)
        actions.setSpacing(8)
        actions.addWidget(self.undo)
        actions.addWidget(self.redo)
        actions.addWidget(self._note, 1)
        upper, column = QWidget(self), column_of(self, 8)
        above = QVBoxLayout(upper)
        above.setContentsMargins(0, 0, 0, 0)
        above.setSpacing(8)
        above.addWidget(self.table, 1)
        above.addLayout(actions)
        parts = QSplitter(Qt.Orientation.Vertical, self)
        parts.setChildrenCollapsible(False)
        parts.addWidget(upper)
        parts.addWidget(self.files)
        parts.setSizes([260, 340])
        column.addWidget(parts, 1)
        column.addSpacing(8)
        column.addLayout(button_row((), (self._close,)))

    def _connect(self) -> None:
        self.undo.clicked.connect(self.swap_chosen)
        self.redo.clicked.connect(self.swap_chosen)
        self._close.clicked.connect(self.close)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._on_chosen())
        self._session.changed.connect(self._on_changes)
        self._runner.busy_changed.connect(self._on_busy)

    def begin(self, source: int | None = None) -> None:
        """Show the dialog, with the newest batch of a source chosen if one is given."""
        self._wanted_source = source
        super().begin()

    def _show(self, found: tuple[Sequence[Batch], Mapping[int, Path]]) -> None:
        self._batches, self._roots = found
        chosen = self._listed.id if self._listed is not None else None
        if self._wanted_source is not None:
            chosen = next((each.id for each in self._batches if each.source == self._wanted_source), chosen)
            self._wanted_source = None
        self._fill()
        self.files.setVisible(bool(self._batches))
        self.table.selectRow(next((row for row, each in enumerate(self._batches) if each.id == chosen), 0))
        self._on_chosen()

    def _fill(self) -> None:
        running = self._runner.running  # then the newest may still be under way
        self.model.set_rows(
            [(each.id, batch_words(each, running=running and each is self._batches[0])) for each in self._batches]
        )

    def chosen(self) -> Batch | None:
        """Return the batch that is selected."""
        row = self.table.current_row()
        return None if row is None else self._batches[row]

    def _on_chosen(self) -> None:
        batch = self.chosen()
        self._set_buttons()
        if batch is None:
            self._listed = None
            self.files.show_rows(OutcomeRows(), None)
        elif batch != self._listed:
            self._listed = batch
            self._session.read(lambda library: OutcomeRows(library.history.files(batch.id)), partial(self._list, batch))

    def _list(self, batch: Batch, rows: OutcomeRows) -> None:
        if batch == self._listed:
            self.files.show_rows(rows, self._roots.get(batch.source), batch.source_name)

    def _set_buttons(self) -> None:
        batch, busy = self.chosen(), self._runner.running
        self.undo.setEnabled(batch is not None and batch.can_undo and not busy)
        self.redo.setEnabled(batch is not None and batch.can_redo and not busy)
        more = len(taken_along(self._batches, batch.id)) - 1 if batch is not None else 0
        self._note.setText(self._along(batch, more) if batch is not None and more > 0 else "")

    def _along(self, batch: Batch, more: int) -> str:
        if batch.undone:
            return self.tr("Also redoes %n earlier import(s) of this folder", "", more)
        return self.tr("Also undoes %n later import(s) of this folder", "", more)

    def swap_chosen(self) -> None:
        """Undo what is selected, or do it again; asks first where that takes others with it."""
        batch = self.chosen()
        if batch is None or self._runner.running:
            return
        more = len(taken_along(self._batches, batch.id)) - 1
        if more > 0 and not batch.undone:
            self._ask(batch, more)
        else:
            self._runner.swap(batch)

    def _ask(self, batch: Batch, more: int) -> None:
        words = self.tr("Undo the import of “{name}” from {date}?")
        Question(
            self,
            self.tr("Undo an import"),
            words.format(name=printable(batch.source_name), date=short_moment(batch.began_at)),
            self.tr("%n later import(s) of this folder will be undone first.", "", more),
            yes=self.tr("Undo"),
            no=self.tr("Cancel"),
        ).ask(lambda: self._runner.swap(batch))

    def _on_busy(self, busy: bool) -> None:
        self._set_buttons()
        if not busy:
            self.load()

    def _on_changes(self, changes: Changes) -> None:
        if changes.articles or changes.categories:
            self.load()

    def retranslate(self) -> None:
        """Show all words in the language that is now chosen."""
        self.setWindowTitle(self.tr("Import history"))
        self.undo.setText(self.tr("Undo"))
        self.redo.setText(self.tr("Redo"))
        self._close.setText(self.tr("Close"))
        self.table.setAccessibleName(self.tr("Imports"))
        self.table.set_empty(self.tr("No imports yet. They are listed here, and can be undone."))
        self.files.set_empty(self.tr("The list of its files is no longer kept."))
        self.model.set_headers((self.tr("When"), self.tr("Folder"), self.tr("What was done"), self.tr("State")))
        self._fill()
        self._set_buttons()


def _history(library: Library) -> tuple[Sequence[Batch], Mapping[int, Path]]:
    return library.history.batches(), {source.id: source.root for source in library.sources()}
