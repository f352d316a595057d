"""How the files of a folder are read: which generator's rules, which time zone, with drafts or without."""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import available_timezones

from PySide6.QtCore import QEvent, Qt, QTimeZone, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QCompleter, QGridLayout, QLabel, QLineEdit, QWidget

from reader.domain import Dialect, ImportOptions
from reader.library.library import Library
from reader.ui.importing.words import dialect_name
from reader.ui.parts.choice import Choice
from reader.ui.session import LibrarySession

_COMBO_PX = 240
_OWN_ZONES = 2  # before the names: the site's, this computer's


def here() -> str:
    """Return the name of this computer's time zone, "" where it has none."""
    return bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", "ignore")


class ZoneCombo(QComboBox):
    """A time zone by name, found by any part of it; a text that names none is not taken."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.edit = QLineEdit(self)
        self.setEditable(True)
        self.setLineEdit(self.edit)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(20)
        self.setMaxVisibleItems(16)
        self.finder = QCompleter(self.model(), self)
        self.finder.setFilterMode(Qt.MatchFlag.MatchContains)
        self.finder.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.finder.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setCompleter(self.finder)
        for _ in range(_OWN_ZONES):
            self.addItem("")
        self.edit.editingFinished.connect(self._settle)

    def set_own(self, site: str, computer: str) -> None:
        """Name the two choices that are no names of zones."""
        self.setItemText(0, site)
        self.setItemText(1, computer)
        self.setItemData(0, "")
        self.setItemData(1, here())
        self._settle()

    def set_zones(self, names: Sequence[str]) -> None:
        """Offer these zones; the chosen one stays."""
        chosen = self.zone()
        while self.count() > _OWN_ZONES:
            self.removeItem(self.count() - 1)
        for name in names:
            self.addItem(name, name)
        self.choose(chosen)

    def zone(self) -> str:
        """Return the chosen zone's name, "" for the site's own."""
        return str(self.currentData() or "")

    def choose(self, zone: str) -> None:
        """Choose a zone, also one that is not on offer yet."""
        place = self.findData(zone)
        if place < 0:
            self.addItem(zone, zone)
            place = self.count() - 1
        self.setCurrentIndex(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()  # It meant the zone, not the dialog's button.

    def _settle(self) -> None:
        place = self.findText(self.currentText().strip(), Qt.MatchFlag.MatchFixedString)
        if place >= 0 and place != self.currentIndex():
            self.setCurrentIndex(place)
            self.activated.emit(place)
        else:
            self.setEditText(self.itemText(self.currentIndex()))


class ImportSettings(QWidget):
    """Rules, zone and drafts in three lines, each with what it means here."""

    changed = Signal()

    def __init__(self, session: LibrarySession, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._zones_asked = False
        self.dialects = Choice(self)
        self.zones = ZoneCombo(self)
        self.drafts = QCheckBox(self)
        self._rules, self._times, self.reason, self.meaning = (QLabel(self) for _ in range(4))
        for label in (self._rules, self._times, self.reason, self.meaning):
            label.setTextFormat(Qt.TextFormat.PlainText)
        for label in (self.reason, self.meaning):
            label.setProperty("tone", "secondary")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(2, 1)
        rows = ((self._rules, self.dialects, self.reason), (self._times, self.zones, self.meaning))
        for line, row in enumerate(rows):
            for place, widget in enumerate(row):
                grid.addWidget(widget, line, place)
        grid.addWidget(self.drafts, 2, 1, 1, 2)
        for combo in (self.dialects, self.zones):
            combo.setFixedWidth(_COMBO_PX)
            combo.activated.connect(lambda _: self.changed.emit())
        for value in (None, *Dialect):
            self.dialects.addItem("", value)
        self.drafts.clicked.connect(lambda _: self.changed.emit())
        self.retranslate()

    def options(self) -> ImportOptions:
        """Return what is chosen."""
        value = self.dialects.currentData()
        return ImportOptions(Dialect(value) if value else None, self.zones.zone(), self.drafts.isChecked())

    def set_options(self, options: ImportOptions) -> None:
        """Show these; `changed` is not emitted."""
        self._ask_for_zones()
        self.dialects.setCurrentIndex(max(0, self.dialects.findData(options.dialect)))
        self.zones.choose(options.zone)
        self.drafts.setChecked(options.drafts)

    def tell(self, reason: str = "", meaning: str = "") -> None:
        """Say what the automatic choices of rules and of a zone come to."""
        self.reason.setText(reason)
        self.meaning.setText(meaning)

    def retranslate(self) -> None:
        """Show all words in the language that is now chosen."""
        self._rules.setText(self.tr("Read as"))
        self._times.setText(self.tr("Times without a zone are"))
        names = (self.tr("What it looks like"), *map(dialect_name, Dialect))
        for place, name in enumerate(names):
            self.dialects.setItemText(place, name)
        self.zones.set_own(self.tr("As the site says"), self.tr("This computer’s"))
        self.drafts.setText(self.tr("Also drafts and hidden posts"))
        self.dialects.setAccessibleName(self._rules.text())
        self.zones.setAccessibleName(self._times.text())
        self.zones.edit.setAccessibleName(self._times.text())

    def _ask_for_zones(self) -> None:
        if not self._zones_asked:
            self._zones_asked = True
            self._session.read(_zone_names, self.zones.set_zones)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _zone_names(_library: Library) -> list[str]:
    # Looks into some six hundred files.
    return sorted(available_timezones())
