"""The imported folders: names, how they are read, whether they are watched; refreshes and removes them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget

from reader.domain import Changes, ImportOptions, Source
from reader.library.library import Library
from reader.paths import says_yes
from reader.ui.importing.reading_dialog import ReadingDialog
from reader.ui.importing.runner import ImportRunner
from reader.ui.importing.sources_model import FOLDER, NAME, SourcesModel
from reader.ui.keeping.library_dialog import LibraryDialog
from reader.ui.parts.boxes import Question
from reader.ui.parts.dialog_layout import button_row, column_of
from reader.ui.parts.inquiry import Inquiry
from reader.ui.parts.problem_words import printable
from reader.ui.parts.resting import keeps
from reader.ui.parts.rows_table import RowsTable
from reader.ui.session import Job, LibrarySession
from reader.ui.undoing import RenameSource

_WIDTHS = (160, 80, 256, 112, 128, 80)

Found = tuple[Sequence[Source], Mapping[int, int]]


class FoldersDialog(LibraryDialog):
    """Not modal; it follows what happens to the library while it is open."""

    watch_changed = Signal(int, bool)
    history_wanted = Signal(int)

    def __init__(self, session: LibrarySession, runner: ImportRunner, parent: QWidget | None = None) -> None:
        super().__init__(session, _folders, parent)
        self.setObjectName("foldersDialog")
        self.resize(1056, 480)
        self._runner = runner
        self._chosen: int | None = None
        self._late = False
        self._writing = 0
        self.model = SourcesModel(self)
        self.first = self.table = RowsTable(self.model, _WIDTHS, self, paths=(FOLDER,))
        # One for each source: a drive that hangs holds up no other.
        self._disks: defaultdict[int, Inquiry] = defaultdict(lambda: Inquiry(self))
        self.refresh, self.read_as, self.rename, self.history, self.remove = (QPushButton(self) for _ in range(5))
        self.refresh_all, self._close = QPushButton(self), QPushButton(self)
        self._lay_out()
        self._connect()
        self.retranslate()

    @cached_property
    def reading(self) -> ReadingDialog:
        """What asks how a folder is to be read."""
        dialog = ReadingDialog(self._session, self)
        dialog.chosen.connect(self._read_again)
        return dialog

    def _lay_out(self) -> None:
        self.table.setEditTriggers(RowsTable.EditTrigger.SelectedClicked)
        # Both mean the row, whatever column the focus is in.
        for key, slot in ((Qt.Key.Key_F2, self._edit_name), (Qt.Key.Key_Space, self._toggle_watched)):
            QShortcut(key, self.table, slot, context=Qt.ShortcutContext.WidgetShortcut)
        actions = (self.refresh, self.read_as, self.rename, self.history)
        for button in (*actions, self.remove, self.refresh_all):
            button.setAutoDefault(False)
        self._close.setDefault(True)
        column = column_of(self, 8)
        column.addWidget(self.table, 1)
        column.addLayout(button_row(actions, (self.remove,)))
        column.addSpacing(8)
        column.addLayout(button_row((self.refresh_all,), (self._close,)))

    def _connect(self) -> None:
        self.refresh.clicked.connect(self._on_refresh)
        self.refresh_all.clicked.connect(lambda: self._runner.refresh())
        self.rename.clicked.connect(self._edit_name)
        self.read_as.clicked.connect(self._ask_how)
        self.history.clicked.connect(self._on_history)
        self.remove.clicked.connect(self._ask_to_remove)
        self._close.clicked.connect(self.close)
        self.model.renamed.connect(self._on_renamed)
        self.model.watched.connect(self._on_watched)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._on_chosen())
        self.table.itemDelegate().closeEditor.connect(lambda *_: self._on_typed())
        self._session.changed.connect(self._on_changes)
        self._runner.busy_changed.connect(self._on_busy)

    def _show(self, found: Found) -> None:
        sources, articles = found
        if self.table.state() is RowsTable.State.EditingState:
            self._late = True  # What is being typed would be lost.
            return
        self.model.set_sources(sources, articles)
        for source in sources:
            self._disks[source.id].ask(partial(says_yes, source.root.exists), partial(self._on_asked, source.id))
        row = self.model.row_of(self._chosen) if self._chosen is not None else None
        if sources:
            self.table.selectRow(row or 0)
        self._on_chosen()

    def _on_asked(self, source: int, there: bool) -> None:
        self.model.set_missing(source, missing=not there)

    def _on_typed(self) -> None:
        if self._late:
            self._late = False
            self.load()

    def chosen(self) -> Source | None:
        """Return the source that is selected."""
        row = self.table.current_row()
        return None if row is None else self.model.sources[row]

    def _on_chosen(self) -> None:
        source = self.chosen()
        if source is not None:
            self._chosen = source.id
        idle = not self._runner.running
        self.refresh_all.setEnabled(idle and bool(self.model.sources))
        for button in (self.refresh, self.read_as, self.remove):
            button.setEnabled(idle and source is not None)
        for button in (self.rename, self.history):
            button.setEnabled(source is not None)

    # --- what can be done with one

    def _on_refresh(self) -> None:
        if (source := self.chosen()) is not None:
            self._runner.refresh([source.id])

    def _on_history(self) -> None:
        if (source := self.chosen()) is not None:
            self.history_wanted.emit(source.id)

    def _edit_name(self) -> None:
        row = self.table.current_row()
        if row is not None:
            self.table.setCurrentIndex(self.model.index(row, NAME))
            self.table.edit(self.model.index(row, NAME))

    def _toggle_watched(self) -> None:
        if (source := self.chosen()) is not None:
            self._on_watched(source.id, not source.watched)

    def _on_renamed(self, source: int, name: str) -> None:
        row = self.model.row_of(source)
        if row is not None:
            before = self.model.sources[row].name
            self._session.undo_stack.push(RenameSource(self._session, source, (before, name)))

    def _on_watched(self, source: int, watched: bool) -> None:
        self._change(lambda library: library.watch_source(source, watched=watched), source, watched=watched)

    def _change(self, job: Job, source: int, *, watched: bool) -> None:
        def done(_: object) -> None:
            self.load()
            self.watch_changed.emit(source, watched)

        self._write(job, done)

    def _write(self, job: Job, done: Callable[[Any], None]) -> None:
        """Write, and stay until it is told what became of it."""
        self._writing += 1
        keeps(self, something=True)
        self._session.write(job, done, self._on_written)

    def _on_written(self) -> None:
        self._writing -= 1
        keeps(self, something=self._writing > 0)

    def _ask_how(self) -> None:
        if (source := self.chosen()) is not None:
            self.reading.ask(source)

    def _read_again(self, source: Source, options: ImportOptions) -> None:
        # An import of its own, so that undoing it brings the former rules back as well.
        self._runner.start(source.root, options)

    def _ask_to_remove(self) -> None:
        source = self.chosen()
        if source is None:
            return
        box = Question(
            self,
            self.tr("Remove a folder"),
            self.tr("Remove “{name}” from the library’s folders?").format(name=printable(source.name)),
            self.tr("Its articles stay, and nothing in the folder itself is touched."),
            yes=self.tr("Remove"),
            no=self.tr("Cancel"),
        )
        too = QCheckBox(self.tr("Remove its articles too; the import history can bring them back"), box)
        box.setCheckBox(too)
        box.ask(lambda: self._remove(source, with_articles=too.isChecked()))

    def _remove(self, source: Source, *, with_articles: bool) -> None:
        if with_articles:
            self._runner.remove(source)
        else:
            self._change(lambda library: library.forget_source(source.id), source.id, watched=False)

    def _on_busy(self, busy: bool) -> None:
        self._on_chosen()
        if not busy:
            self.load()

    def _on_changes(self, changes: Changes) -> None:
        if changes.articles or changes.categories:
            self.load()

    def retranslate(self) -> None:
        """Show all words in the language that is now chosen."""
        self.setWindowTitle(self.tr("Folders"))
        for button, words in (
            (self.refresh, self.tr("Refresh")),
            (self.rename, self.tr("Rename")),
            (self.read_as, self.tr("Read as…")),
            (self.history, self.tr("Show in history")),
            (self.remove, self.tr("Remove…")),
            (self.refresh_all, self.tr("Refresh all")),
            (self._close, self.tr("Close")),
        ):
            button.setText(words)
        self.table.setAccessibleName(self.tr("Imported folders"))
        self.table.set_empty(self.tr("No folders yet. Those you import appear here."))
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.model.columnCount() - 1)
        self._on_chosen()


def _folders(library: Library) -> Found:
    return library.sources(), library.article_counts()
