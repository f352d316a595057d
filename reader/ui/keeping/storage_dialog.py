"""The storage dialog: disk usage by kind and by source; limits; clearing, verifying and moving."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSpinBox,
    QWidget,
)

from reader.domain import Changes, Source
from reader.library.library import Library
from reader.library.pictures.images import MAX_BYTES
from reader.storage import StorageNumbers, VerifyProgress
from reader.ui.keeping.library_dialog import LibraryDialog
from reader.ui.parts.boxes import Question
from reader.ui.parts.dialog_layout import button_row, column_of
from reader.ui.parts.figures import n, size_words
from reader.ui.parts.labels import plain, wrapping
from reader.ui.parts.numbers_model import NumbersModel, Row
from reader.ui.parts.problem_words import printable
from reader.ui.parts.resting import keeps
from reader.ui.parts.rows_table import RowsTable
from reader.ui.session import LibrarySession
from reader.ui.tasks import Task

_MB = 1_000_000
_MOST_MB = 1_000_000


@dataclass(frozen=True, slots=True)
class _Found:
    numbers: StorageNumbers
    sources: tuple[Source, ...]
    most_bytes: int


class StorageDialog(LibraryDialog):
    """Not modal; one long job at a time, which closing the dialog lets go on. `move_wanted` asks for another place."""

    move_wanted = Signal()

    def __init__(self, session: LibrarySession, parent: QWidget | None = None) -> None:
        super().__init__(session, _find, parent)
        self.setObjectName("storageDialog")
        self.resize(720, 600)
        self._run: Task | None = None
        self._limits_wait = False
        self._found: _Found | None = None
        self._checked: VerifyProgress | None = None
        self.kinds = wrapping(self, tone="secondary")
        self.model = NumbersModel((1, 2, 3), self)
        self.model.set_headers(("",) * 4)
        self.first = self.table = RowsTable(self.model, (280, 120, 120), self)
        self.budget, self.most = QSpinBox(self), QSpinBox(self)
        for box in (self.budget, self.most):
            # Without its buttons the style leaves the text no margin.
            box.lineEdit().setTextMargins(6, 0, 6, 0)
            # It shows nothing before the limit is known.
            box.setSpecialValueText(" ")
            box.setEnabled(False)
        self._budget_label, self._most_label = QLabel(self), QLabel(self)
        self.clear, self.verify, self.repair, self.move_button = (QPushButton(self) for _ in range(4))
        self.bar, self.told = QProgressBar(self), wrapping(self)
        self.stop, self._close = QPushButton(self), QPushButton(self)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        form, progress = QFormLayout(), QHBoxLayout()
        actions = (self.clear, self.verify, self.repair, self.move_button)
        form.setHorizontalSpacing(16)
        for label, spin, most in (
            (self._budget_label, self.budget, _MOST_MB),
            (self._most_label, self.most, MAX_BYTES // _MB),
        ):
            spin.setRange(1, most)
            spin.setSuffix(" MB")
            spin.setFixedWidth(140)
            label.setBuddy(spin)
            form.addRow(plain(label), spin)
        progress.setSpacing(8)
        progress.addWidget(self.bar)
        progress.addWidget(self.stop)
        for button in (*actions, self.stop):
            button.setAutoDefault(False)
        self.bar.setTextVisible(False)
        self._close.setAutoDefault(False)  # Enter ends what is typed
        column = column_of(self, 12)
        column.addWidget(self.kinds)
        column.addWidget(self.table, 1)
        column.addLayout(form)
        column.addLayout(button_row(actions, ()))
        column.addLayout(progress)
        column.addSpacing(4)
        column.addLayout(button_row((), (self._close,), self.told))

    def _connect(self) -> None:
        # Not while it is typed: the first digit of a limit is a much lower one, and would cost pictures.
        self.budget.editingFinished.connect(self._set_limits)
        self.most.editingFinished.connect(self._set_limits)
        self.clear.clicked.connect(self._ask_to_clear)
        self.verify.clicked.connect(lambda: self._verify(repair=False))
        self.repair.clicked.connect(lambda: self._verify(repair=True))
        self.move_button.clicked.connect(self.move_wanted)
        self.stop.clicked.connect(lambda: self._run.cancel() if self._run is not None else None)
        self._close.clicked.connect(self.close)

    def _show(self, found: _Found) -> None:
        self._found = found
        numbers = found.numbers
        database = self.tr("Database {size} (search index {index}, thumbnails {thumbnails})").format(
            size=size_words(numbers.database),
            index=size_words(numbers.index),
            thumbnails=size_words(numbers.thumbnails),
        )
        pictures = self.tr("pictures {size} (from the web {web})").format(
            size=size_words(numbers.pictures), web=size_words(numbers.web_pictures)
        )
        self.kinds.setText(f"{database} · {pictures}")
        rows: list[Row] = []
        for source in found.sources:
            sizes = numbers.sources.get(source.id, (0, 0, 0))
            rows.append((source.id, (printable(source.name), *map(size_words, sizes))))
        self.model.set_rows(rows)
        for spin, size in ((self.budget, numbers.budget), (self.most, found.most_bytes)):
            spin.setSpecialValueText("")
            spin.setEnabled(True)
            if not spin.hasFocus():
                spin.blockSignals(True)
                spin.setValue(_shown(spin, size))
                spin.blockSignals(False)
        self._set_buttons()

    def _set_buttons(self) -> None:
        busy = self._run is not None
        for button in (self.clear, self.verify, self.repair, self.move_button):
            button.setEnabled(not busy)
        self.bar.setVisible(busy)
        self.stop.setVisible(busy)
        # What a check found is told until the next one.
        keeps(self, something=busy or bool(self.told.text()))

    # --- limits

    def _set_limits(self) -> None:
        self._limits_wait = self._run is not None
        if self._limits_wait:
            return
        found = self._found
        if found is None:
            return
        # A limit that was left alone keeps what is less than a megabyte of it, which is not shown.
        budget, most = (
            spin.value() * _MB if spin.value() != _shown(spin, size) else None
            for spin, size in ((self.budget, found.numbers.budget), (self.most, found.most_bytes))
        )
        if (budget, most) != (None, None):
            self._begin(lambda library: _limit(library, budget, most))

    # --- jobs

    def _ask_to_clear(self) -> None:
        Question(
            self,
            self.tr("Clear web pictures"),
            self.tr("Remove all pictures that were fetched from the web?"),
            self.tr("Their thumbnails stay. Pictures can be fetched again as long as their hosts have them."),
            yes=self.tr("Remove"),
            no=self.tr("Cancel"),
            careful=True,
        ).ask(lambda: self._begin(lambda library: library.storage.clear()))

    def _verify(self, *, repair: bool) -> None:
        self._begin(lambda library: library.storage.verify(repair=repair))

    def _begin(self, job: Callable[[Library], Iterator[object]]) -> None:
        if self._run is not None:
            return
        self._checked = None
        self.told.setText("")
        self.bar.setRange(0, 0)
        self._run = self._session.run(job, self._on_step, ended=self._on_ended)
        self._set_buttons()

    def _on_step(self, step: object) -> None:
        if isinstance(step, Changes):
            self._session.announce(step)
        elif isinstance(step, VerifyProgress):
            self._checked = step
            self.bar.setRange(0, step.total)
            self.bar.setValue(step.done)
            self._tell_check()

    def _on_ended(self) -> None:
        self._run = None
        self._set_buttons()
        if self._limits_wait:
            self._set_limits()
        self.load()

    def _tell_check(self) -> None:
        step = self._checked
        if step is None:
            return
        said = [f"{n(step.done)} / {n(step.total)}"]
        for number, words in (
            (len(step.missing), self.tr("{number} missing")),
            (len(step.damaged), self.tr("{number} damaged")),
            (len(step.unreadable), self.tr("{number} that cannot be read now")),
            (len(step.orphans), self.tr("{number} that belong to no picture")),
            (step.repaired, self.tr("{number} repaired")),
        ):
            if number:
                said.append(words.format(number=n(number)))
        if step.finished and len(said) == 1:
            said = [self.tr("All %n picture file(s) are sound", "", step.total)]
        self.told.setText(" · ".join(said))

    def retranslate(self) -> None:
        """Show all words in the language that is now chosen."""
        self.setWindowTitle(self.tr("Storage"))
        self.model.set_headers((self.tr("Folder"), self.tr("Posts"), self.tr("Pictures"), self.tr("Thumbnails")))
        self.table.setAccessibleName(self.tr("Folders"))
        self.table.set_empty(self.tr("No folders yet."))
        self._budget_label.setText(self.tr("All pictures take at most"))
        self._most_label.setText(self.tr("One picture from the web takes at most"))
        for spin, label in ((self.budget, self._budget_label), (self.most, self._most_label)):
            spin.setAccessibleName(label.text())
        for button, words in (
            (self.clear, self.tr("Clear web pictures…")),
            (self.verify, self.tr("Verify")),
            (self.repair, self.tr("Repair")),
            (self.move_button, self.tr("Move the library…")),
            (self.stop, self.tr("Stop")),
            (self._close, self.tr("Close")),
        ):
            button.setText(words)
        self.bar.setAccessibleName(self.tr("Progress"))
        self._tell_check()
        if self._found is not None:
            self._show(self._found)
        self._set_buttons()


def _find(library: Library) -> _Found:
    return _Found(library.storage.numbers(), tuple(library.sources()), library.web.most_bytes())


def _shown(spin: QSpinBox, size: int) -> int:
    """Return the megabytes that a box shows for some bytes."""
    return max(spin.minimum(), min(size // _MB, spin.maximum()))


def _limit(library: Library, budget: int | None, most: int | None) -> Iterator[int]:
    """Set the limits that are given, in bytes, and give up at once what is beyond."""
    if budget is not None:
        library.storage.set_budget(budget)
    if most is not None:
        library.web.set_most_bytes(most)
    yield from library.storage.evict()
