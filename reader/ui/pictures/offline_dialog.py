"""Offline pictures: what may be fetched for each folder, how complete the articles are, what is missing and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QTabWidget, QVBoxLayout, QWidget

from reader.domain import ALL, Changes, Source
from reader.library.library import Library
from reader.library.listing.categories import Category
from reader.offline import Fetch, Health, PictureScope
from reader.ui.keeping.library_dialog import LibraryDialog
from reader.ui.parts.choice import Choice
from reader.ui.parts.dialog_layout import button_row, column_of
from reader.ui.parts.figures import n
from reader.ui.parts.labels import plain
from reader.ui.parts.numbers_model import NumbersModel, Row
from reader.ui.parts.problem_details import reason_words
from reader.ui.parts.problem_words import printable
from reader.ui.parts.rows_table import RowsTable
from reader.ui.pictures.download_runner import DownloadRunner
from reader.ui.pictures.trip_box import TripBox
from reader.ui.pictures.words import choice_words
from reader.ui.session import LibrarySession

_WIDTHS = (260, 220, 100, 100)
# Numbers are counted anew so often while pictures arrive.
_SETTLED_MS = 2000


@dataclass(frozen=True, slots=True)
class _Found:
    sources: Sequence[Source]
    categories: Sequence[tuple[int, str]]
    overall: Health
    by_source: Mapping[int, Health]
    by_category: Mapping[int, Health]
    missing: Mapping[str, int]


class OfflineDialog(LibraryDialog):
    """Not modal; it follows what happens to the library while it is open."""

    def __init__(self, session: LibrarySession, runner: DownloadRunner, parent: QWidget | None = None) -> None:
        super().__init__(session, _find, parent)
        self.setObjectName("offlineDialog")
        self.resize(880, 640)
        self._runner = runner
        self._found: _Found | None = None
        self._choices: dict[int | None, Fetch | None] = {}
        self._wanted: int | None = None
        self.folders, self.categories = NumbersModel((2, 3, 4), self), NumbersModel((1, 2, 3), self)
        self.missing = NumbersModel((1,), self)
        self.retranslate_headers()
        self.first = self.folder_table = RowsTable(self.folders, _WIDTHS, self)
        self.category_table = RowsTable(self.categories, (380, 120, 120), self)
        self.missing_table = RowsTable(self.missing, (560,), self)
        self._choice_label = plain(QLabel(self))
        self.choice = Choice(self)
        self.choice.setMinimumWidth(260)
        self._choice_label.setBuddy(self.choice)
        self.tabs = QTabWidget(self)
        self.trip = TripBox(session, runner, self)
        self._close = QPushButton(self)
        self._lay_out()
        self._later = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._later.timeout.connect(self.load)
        self.folder_table.selectionModel().selectionChanged.connect(lambda *_: self._show_choice())
        self.choice.activated.connect(lambda _: self._on_choice())
        self._close.clicked.connect(self.close)
        runner.changed.connect(self._on_changed)
        session.changed.connect(self._on_changes)
        self.retranslate()

    def _lay_out(self) -> None:
        page, chosen = QWidget(self), QHBoxLayout()
        chosen.setSpacing(8)
        chosen.addWidget(self._choice_label)
        chosen.addWidget(self.choice)
        chosen.addStretch(1)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.folder_table, 1)
        column.addLayout(chosen)
        self.tabs.addTab(page, "")
        for table in (self.category_table, self.missing_table):
            self.tabs.addTab(table, "")
        self._close.setDefault(True)
        whole = column_of(self, 12)
        whole.addWidget(self.tabs, 1)
        whole.addWidget(self.trip)
        whole.addSpacing(4)
        whole.addLayout(button_row((), (self._close,)))

    def begin(self, source: int | None = None) -> None:
        """Show the dialog, with a source chosen if one is given."""
        self._wanted = source
        super().begin()

    def _show(self, found: _Found) -> None:
        # Not what was found: the user may have chosen otherwise since.
        self._found, self._choices = found, self._runner.choices()
        self._show_found(found)

    def _show_found(self, found: _Found) -> None:
        chosen, self._wanted = self._wanted if self._wanted is not None else self._chosen(), None
        self.folders.set_rows(self._folder_rows(found))
        self.categories.set_rows([
            (id_, (path, *_health(found.by_category.get(id_, Health())))) for id_, path in found.categories
        ])  # fmt: skip
        self.missing.set_rows([
            (None, (printable(reason_words(reason)) if reason else self.tr("never asked for"), n(number)))
            for reason, number in found.missing.items()
        ])  # fmt: skip
        self.trip.set_choices([
            *((printable(source.name), PictureScope(source=source.id)) for source in found.sources),
            *((path, PictureScope(id_)) for id_, path in found.categories),
        ])  # fmt: skip
        keys = [key for key, _ in self.folders.rows]
        self.folder_table.selectRow(keys.index(chosen) if chosen in keys else 0)
        self._show_choice()

    def _folder_rows(self, found: _Found) -> list[Row]:
        general = choice_words(self._choices.get(None, Fetch.NOTHING))
        rows: list[Row] = [(None, (self.tr("All folders"), general, *_health(found.overall)))]
        for source in found.sources:
            words = choice_words(self._choices.get(source.id))
            health = found.by_source.get(source.id, Health())
            rows.append((source.id, (printable(source.name), words, *_health(health))))
        return rows

    def _chosen(self) -> int | None:
        row = self.folder_table.current_row()
        return self.folders.rows[row][0] if row is not None else None

    def _show_choice(self) -> None:
        source = self._chosen()
        first: list[Fetch | None] = [] if source is None else [None]
        offered = (*first, Fetch.NOTHING, Fetch.THUMBNAILS, Fetch.BOOKMARKED, Fetch.ALL)
        if [self.choice.itemData(place) for place in range(self.choice.count())] != list(offered):
            self.choice.clear()
            for what in offered:
                self.choice.addItem("", what)
        for place, what in enumerate(offered):
            self.choice.setItemText(place, choice_words(what))
        now = self._choices.get(source, offered[0])
        self.choice.setCurrentIndex(offered.index(now) if now in offered else 0)

    def _on_choice(self) -> None:
        data, source = self.choice.currentData(), self._chosen()
        self._choices[source] = what = Fetch(data) if data is not None else None
        self._runner.allow(what, source)

    def _on_changed(self) -> None:
        if self.isVisible():
            self._later.start(0)

    def _on_changes(self, changes: Changes) -> None:
        # One that waits already is not put off: pictures may arrive for an hour.
        concerned = changes.articles or changes.categories or changes.pictures
        if self.isVisible() and concerned and not self._later.isActive():
            self._later.start(_SETTLED_MS)

    def retranslate_headers(self) -> None:
        """Name the columns in the language that is now chosen."""
        health = (self.tr("Complete"), self.tr("Partial"), self.tr("Text only"))
        self.folders.set_headers((self.tr("Folder"), self.tr("Always fetched"), *health))
        self.categories.set_headers((self.tr("Category"), *health))
        self.missing.set_headers((self.tr("Why a picture is missing"), self.tr("Pictures")))

    def retranslate(self) -> None:
        """Show all words in the language that is now chosen."""
        self.setWindowTitle(self.tr("Offline pictures"))
        self.retranslate_headers()
        self._choice_label.setText(self.tr("Always fetch for it"))
        self._close.setText(self.tr("Close"))
        for place, words in enumerate((self.tr("Folders"), self.tr("Categories"), self.tr("Missing pictures"))):
            self.tabs.setTabText(place, words)
        for strip in (self.tabs, self.tabs.tabBar()):
            strip.setAccessibleName(self.tr("Offline pictures"))
        self.folder_table.setAccessibleName(self.tr("Folders"))
        self.category_table.setAccessibleName(self.tr("Categories"))
        self.missing_table.setAccessibleName(self.tr("Missing pictures"))
        self.missing_table.set_empty(self.tr("No picture is missing."))
        self.category_table.set_empty(self.tr("No categories yet."))
        if self._found is not None:
            self._show_found(self._found)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.trip.count()


def _find(library: Library) -> _Found:
    storage = library.storage
    return _Found(
        library.sources(),
        _paths(library.categories()),
        storage.health(),
        storage.health_by_source(),
        storage.health_by_category(),
        storage.missing(),
    )


def _health(health: Health) -> tuple[str, str, str]:
    return n(health.complete), n(health.partial), n(health.text_only)


def _paths(categories: Sequence[Category]) -> list[tuple[int, str]]:
    """Return each category but that of all articles with its path, in the order of the paths."""
    known = {each.id: each for each in categories}

    def path(each: Category) -> str:
        names = [each.name]
        while each.parent is not None and each.parent in known and each.parent != ALL:
            each = known[each.parent]
            names.append(each.name)
        return printable(" / ".join(reversed(names)))

    return sorted(
        ((each.id, path(each)) for each in categories if each.id != ALL), key=lambda found: found[1].casefold()
    )
