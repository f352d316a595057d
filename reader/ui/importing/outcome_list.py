"""A list of files by outcome: a tab for each outcome, a filter, export; opens a file or its folder."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QTabBar, QVBoxLayout, QWidget

from reader.library.library import Library
from reader.outcome_export import write_outcomes
from reader.outcomes import Counts, FileOutcome, Outcome
from reader.ui.importing.outcome_model import FILE, FOUND, OUTCOME, OutcomeModel
from reader.ui.importing.outcome_rows import GROUPS, Extra, Group, OutcomeRows
from reader.ui.importing.words import found_words, group_meaning, group_name
from reader.ui.parts.fields import FilterBox, name_clear_button
from reader.ui.parts.figures import n
from reader.ui.parts.file_dialogs import ask_with, save_dialog
from reader.ui.parts.inquiry import Inquiry
from reader.ui.parts.problem_words import problem_words
from reader.ui.parts.rows_table import RowsTable
from reader.ui.session import LibrarySession

_WIDTHS = (96, 272, 200)
_WIDE_FILE = 432  # where no file has anything to tell


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a file is, and whether it and its folder are there."""

    path: Path
    file: bool
    folder: bool


class OutcomeList(QWidget):
    """Shows the OutcomeRows of a plan, a report or a batch."""

    def __init__(self, session: LibrarySession, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._root: Path | None = None
        self._name = ""
        self._groups: list[Group] = []
        self._numbers: dict[Group, int] = {}
        self._empty = ""
        self._place: _Place | None = None
        self._looking, self._opening = Inquiry(self), Inquiry(self)
        self.model = OutcomeModel(self)
        self.tabs = QTabBar(self)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self.tabs.setUsesScrollButtons(True)
        self.filter = FilterBox(self)
        self.filter.setClearButtonEnabled(True)
        self.table = RowsTable(self.model, _WIDTHS, self, paths=(FILE,))
        self.open, self.folder, self.export = (QPushButton(self) for _ in range(3))
        self._detail = QLabel(self)
        self._detail.setTextFormat(Qt.TextFormat.PlainText)
        self._detail.setWordWrap(True)
        self._detail.setProperty("tone", "secondary")
        self._detail.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(8)
        tools.addWidget(self.filter, 1)
        for button in (self.open, self.folder, self.export):
            button.setAutoDefault(False)
            tools.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.tabs)
        column.addLayout(tools)
        column.addWidget(self.table, 1)
        column.addWidget(self._detail)
        self._detail.hide()

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._on_tab)
        self.filter.textChanged.connect(self.model.set_filter)
        self.filter.down.connect(self._go_to_list)
        self.table.activated.connect(lambda _: self.open_file())
        self.open.clicked.connect(self.open_file)
        self.folder.clicked.connect(self.open_folder)
        self.export.clicked.connect(self.ask_where)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._on_selected())
        self.model.modelReset.connect(self._on_reset)
        self.model.rowsInserted.connect(lambda *_: self._set_buttons())
        self.model.searched.connect(self._set_buttons)

    def show_rows(self, rows: OutcomeRows, root: Path | None, name: str = "") -> None:
        """Show these files, which lie below `root`; an export is called by `name`."""
        self._root, self._name = root, name
        self._numbers = {group: len(rows.group(group)) for group in (Extra.ALL, *GROUPS)}
        self.filter.clear()
        if self.table.isColumnHidden(FOUND) is rows.told:
            self.table.setColumnHidden(FOUND, not rows.told)
            self.table.setColumnWidth(FILE, _WIDTHS[FILE] if rows.told else _WIDE_FILE)
        self.model.set_rows(rows)
        self._set_tabs()

    def show_numbers(self, counts: Counts, repaired: int) -> None:
        """Show how many there will be of each, while the files themselves are not known yet."""
        self._root = None
        self.model.set_rows(OutcomeRows())
        self._numbers = {Extra.ALL: counts.total(), Extra.REPAIRED: repaired}
        self._numbers |= {group: counts[group] for group in Outcome}
        self._set_tabs()

    def set_empty(self, words: str) -> None:
        """Say what stands there when there are no files at all."""
        self._empty = words
        self._set_buttons()

    def _set_tabs(self) -> None:
        chosen = self._groups[self.tabs.currentIndex()] if self._groups and self.tabs.currentIndex() >= 0 else Extra.ALL
        self._groups = [Extra.ALL, *(group for group in GROUPS if self._numbers.get(group))]
        self.tabs.blockSignals(True)
        while self.tabs.count() > len(self._groups):
            self.tabs.removeTab(self.tabs.count() - 1)
        while self.tabs.count() < len(self._groups):
            self.tabs.addTab("")
        self._name_tabs()
        self.tabs.setCurrentIndex(self._groups.index(chosen) if chosen in self._groups else 0)
        self.tabs.blockSignals(False)
        self._on_tab()

    def _name_tabs(self) -> None:
        for place, group in enumerate(self._groups):
            self.tabs.setTabText(place, f"{group_name(group)}  {n(self._numbers.get(group, 0))}")
            self.tabs.setTabToolTip(place, group_meaning(group))

    def retranslate(self) -> None:
        """Show all words in the language that is now chosen."""
        self._name_tabs()
        self.model.forget_words()
        self.filter.setPlaceholderText(self.tr("Filter by path, title or words"))
        self.filter.setAccessibleName(self.filter.placeholderText())
        name_clear_button(self.filter, self.tr("Clear the filter"))
        self.tabs.setAccessibleName(self.tr("What became of the files"))
        self.table.setAccessibleName(self.tr("Files"))
        self.open.setText(self.tr("Open file"))
        self.folder.setText(self.tr("Show in folder"))
        self.export.setText(self.tr("Export…"))

    # --- what is done with the files

    def open_file(self) -> None:
        """Open the selected file with the desktop's program for it."""
        self._open(lambda place: place.path if place.file else None)

    def open_folder(self) -> None:
        """Open the folder the selected file is in."""
        self._open(lambda place: place.path.parent if place.folder else None)

    def _open(self, what: Callable[[_Place], Path | None]) -> None:
        def then(place: _Place) -> None:
            path = what(place)
            if path is not None:
                QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

        path = self._selected()
        if path is not None:
            # Asked anew: it may have gone since it was selected.
            self._opening.ask(partial(_find, path), then)

    def ask_where(self) -> None:
        """Ask for the file to write what is shown to."""
        name = re.sub(r"[^\w-]+", "-", self._name).strip("-") or "import"
        dialog = save_dialog(self, self.tr("Export the list"), Path.home(), f"{name}.csv")
        dialog.setNameFilters([self.tr("Spreadsheet (*.csv)"), self.tr("For programs (*.json)")])
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix("json" if "json" in chosen else "csv"))
        dialog.setDefaultSuffix("csv")
        ask_with(dialog, self.export_to)

    def export_to(self, file: Path) -> None:
        """Write what is shown, CSV or JSON by the file's name."""
        write = partial(write_outcomes, file, self.model.shown(), problem_words)

        def job(_library: Library) -> None:
            write()

        self._session.on_drive(job, lambda _: None)

    # --- what is selected

    def current(self) -> FileOutcome | None:
        """Return the selected file."""
        row = self.table.current_row()
        return None if row is None else self.model.file(row)

    def _selected(self) -> Path | None:
        file = self.current()
        return None if file is None or self._root is None else self._root / file.path

    def _on_tab(self) -> None:
        place = self.tabs.currentIndex()
        group = self._groups[place] if 0 <= place < len(self._groups) else Extra.ALL
        self.table.setColumnHidden(OUTCOME, group not in (Extra.ALL, Extra.REPAIRED))
        self.model.set_group(group)

    def _on_reset(self) -> None:
        self.table.scrollToTop()
        self._on_selected()

    def _on_selected(self) -> None:
        file = self.current()
        self._detail.setText(found_words(file) if file is not None else "")
        self._detail.setVisible(bool(self._detail.text()))
        self._look()
        self._set_buttons()

    def _look(self) -> None:
        """Find out what can be done with the selected file."""
        path = self._selected()
        if path is None:
            self._looking.forget()
            self._place = None
        else:
            self._looking.ask(partial(_find, path), self._on_found)

    def _on_found(self, place: _Place) -> None:
        self._place = place
        self._set_buttons()

    def _go_to_list(self) -> None:
        self.table.setFocus()
        if self.model.rowCount():
            self.table.selectRow(self.table.current_row() or 0)

    def _set_buttons(self) -> None:
        self.open.setEnabled(self._place is not None and self._place.file)
        self.folder.setEnabled(self._place is not None and self._place.folder)
        self.export.setEnabled(self.model.rowCount() > 0 and not self.model.searching)
        nothing = self.tr("Nothing matches these words.") if self.filter.text() else self._empty
        self.table.set_empty("" if self.model.searching else nothing)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _find(path: Path) -> _Place:
    """Look for a file; of what is in an archive only the archive itself can be shown."""
    # Not by Path: a name in an archive may be longer than any system's, which os.path takes for absent.
    there = next((each for each in (path, *path.parents) if os.path.isfile(each)), None)  # noqa: PTH113
    shown = there or path
    return _Place(shown, there is not None, os.path.isdir(shown.parent))  # noqa: PTH112
