"""The backups dialog: lists them, makes one now, and restores one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from reader.library.keeping.backups import Backup, BackupKind, back_up, backups
from reader.library.library import Library
from reader.ui.keeping.library_dialog import LibraryDialog
from reader.ui.parts.boxes import Question
from reader.ui.parts.dates import short_moment
from reader.ui.parts.dialog_layout import button_row, column_of
from reader.ui.parts.figures import size_words
from reader.ui.parts.labels import wrapping
from reader.ui.parts.numbers_model import NumbersModel
from reader.ui.parts.resting import keeps
from reader.ui.parts.rows_table import RowsTable
from reader.ui.session import LibrarySession
from reader.ui.tasks import Task


class BackupsDialog(LibraryDialog):
    """Not modal. `restore_wanted` has the backup that is to take the place of the library."""

    restore_wanted = Signal(Backup)

    def __init__(self, session: LibrarySession, parent: QWidget | None = None) -> None:
        super().__init__(session, _find, parent)
        self.setObjectName("backupsDialog")
        self.resize(560, 420)
        self._run: Task | None = None
        self._found: Sequence[Backup] = ()
        self.words = wrapping(self, tone="secondary")
        self.model = NumbersModel((1,), self)
        self.model.set_headers(("",) * 3)
        self.first = self.table = RowsTable(self.model, (200, 100), self)
        self.told = QLabel(self)
        self.restore, self.make, self._close = (QPushButton(self) for _ in range(3))
        for widget in (self.restore, self.make):
            widget.setAutoDefault(False)
        column = column_of(self, 12)
        column.addWidget(self.words)
        column.addWidget(self.table, 1)
        column.addLayout(button_row((self.restore, self.make), (self._close,), self.told))
        self.restore.clicked.connect(self._ask)
        self.make.clicked.connect(self._back_up)
        self._close.clicked.connect(self.close)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._set_buttons())
        self.model.modelReset.connect(self._set_buttons)
        self.retranslate()

    def _show(self, found: Sequence[Backup]) -> None:
        self._found = found
        kinds = {
            BackupKind.ROLLING: self.tr("Daily"),
            BackupKind.UPDATE: self.tr("Before an update"),
            BackupKind.REPLACED: self.tr("Before a backup was restored"),
        }
        self.model.set_rows(
            [
                (int(each.made_at), (short_moment(int(each.made_at)), size_words(each.bytes), kinds[each.kind]))
                for each in found
            ]
        )
        self._set_buttons()

    def _set_buttons(self) -> None:
        self.restore.setEnabled(self.table.current_row() is not None and self._run is None)
        self.make.setEnabled(self._run is None)
        keeps(self, something=self._run is not None)

    def _back_up(self) -> None:
        self._run = self._session.run(_back_up, self._on_step, ended=self._on_ended)
        self._set_buttons()

    def _on_step(self, copied: int) -> None:
        self.told.setText(self.tr("Copying… {size}").format(size=size_words(copied)))

    def _on_ended(self) -> None:
        self._run = None
        self.told.setText("")
        self._set_buttons()
        self.load()

    def _ask(self) -> None:
        row = self.table.current_row()
        if row is None:
            return
        chosen = self._found[row]
        when = short_moment(int(chosen.made_at))
        Question(
            self,
            self.tr("Restore the backup"),
            self.tr("Restore the library as it was at {when}?").format(when=when),
            self.tr(
                "Articles added since then come back when their folders are imported again. What you have read and kept"
                " for later stays. The library as it is now becomes a backup. Broadsheet then restarts."
            ),
            yes=self.tr("Restore"),
            no=self.tr("Cancel"),
            careful=True,
        ).ask(lambda: self.restore_wanted.emit(chosen))

    def retranslate(self) -> None:
        """Show all words in the language that is now chosen."""
        self.setWindowTitle(self.tr("Backups"))
        self.words.setText(
            self.tr(
                "While Broadsheet is open, it makes a backup on each day that something changed. The newest seven are"
                " kept."
            )
        )
        self.model.set_headers((self.tr("Made"), self.tr("Size"), self.tr("Kind")))
        self.table.setAccessibleName(self.tr("Backups"))
        self.table.set_empty(self.tr("No backups yet."))
        self.restore.setText(self.tr("Restore…"))
        self.make.setText(self.tr("Back up now"))
        self._close.setText(self.tr("Close"))
        self._show(self._found)


def _find(library: Library) -> Sequence[Backup]:
    return backups(library.folder)


def _back_up(library: Library) -> Iterator[int]:
    yield from back_up(library.folder)
