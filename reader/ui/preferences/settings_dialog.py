"""The settings dialog: few settings, each with a sensible default, each applied at once."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.domain import LibraryError
from reader.ui.actions import Actions
from reader.ui.parts.boxes import Question
from reader.ui.parts.commas import in_a_row
from reader.ui.parts.dialog_layout import keep_within_screen
from reader.ui.parts.fields import FilterBox
from reader.ui.parts.file_dialogs import ask_with, file_dialog, save_dialog
from reader.ui.parts.inquiry import Inquiry
from reader.ui.parts.labels import plain, wrapping
from reader.ui.parts.page_area import PageArea
from reader.ui.parts.problem_words import printable, refusal_words
from reader.ui.preferences.exchange import Brought, read_settings, take_over, taken_out, write_settings
from reader.ui.preferences.finding import holds
from reader.ui.preferences.option_row import OptionRow
from reader.ui.preferences.options import OPTIONS, ROWS, Section
from reader.ui.reading.mark_rule_box import MarkRuleBox
from reader.ui.settings import Settings

# So many names are told of those that were passed over.
_MOST_NAMES = 5


class SettingsDialog(QDialog):
    """All settings in sections, found by their words; to be reset, taken out to a file and brought in from one."""

    def __init__(self, settings: Settings, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("settingsDialog")
        self._settings = settings
        self._disk = Inquiry(self)
        self.filter, self.told = FilterBox(self), wrapping(self, 12, tone="secondary")
        self._area, page = PageArea(self), QWidget(self)
        rows = [OptionRow(row, settings, actions, page) for row in ROWS]
        self.rows = {each.row.names[0] if each.row.names else each.row.command: each for each in rows}
        self._titles = {section: plain(QLabel(page), heavy=True) for section in Section}
        self._nothing = wrapping(page, tone="hint")
        self.reset_all, self.take_out, self.bring_in, self._close = (QPushButton(self) for _ in range(4))
        self._lay_out(page)
        self._connect()
        self.retranslate()

    @property
    def theme(self) -> QComboBox:
        """What chooses the colours."""
        return self._combo("theme")

    @property
    def language(self) -> QComboBox:
        """What chooses the language of the window."""
        return self._combo("language")

    @property
    def motion(self) -> QComboBox:
        """What chooses whether anything moves."""
        return self._combo("motion")

    @property
    def mark_rule(self) -> MarkRuleBox:
        """What says when an article counts as read."""
        box = self.rows["reading/mark_read"].editor
        assert isinstance(box, MarkRuleBox)  # noqa: S101 - the table says so
        return box

    def _combo(self, name: str) -> QComboBox:
        combo = self.rows[name].editor
        assert isinstance(combo, QComboBox)  # noqa: S101 - the table says so
        return combo

    def _lay_out(self, page: QWidget) -> None:
        keep_within_screen(self)
        lines, buttons, column = QVBoxLayout(page), QHBoxLayout(), QVBoxLayout(self)
        lines.setContentsMargins(24, 4, 24, 12)
        lines.setSpacing(14)
        for section, title in self._titles.items():
            title.setContentsMargins(0, 10, 0, 0)
            lines.addWidget(title)
            for each in self.rows.values():
                if each.row.section is section:
                    lines.addWidget(each)
        lines.addWidget(self._nothing)
        lines.addStretch(1)
        self._area.show_page(page)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for button in (self.reset_all, self.take_out, self.bring_in):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        self._close.setDefault(True)
        column.setContentsMargins(0, 20, 0, 20)
        column.setSpacing(12)
        for part in (self.filter, self._area, self.told, buttons):
            inset = QHBoxLayout()
            side = 0 if part is self._area else 24
            inset.setContentsMargins(side, 0, side, 0)
            inset.addLayout(part) if isinstance(part, QHBoxLayout) else inset.addWidget(part)
            column.addLayout(inset, int(part is self._area))
        self.told.hide()
        self.resize(740, 700)

    def _connect(self) -> None:
        self.filter.textChanged.connect(lambda _: self._find())
        self.filter.down.connect(self._go_to_found)
        self.reset_all.clicked.connect(self._ask_to_reset)
        self.take_out.clicked.connect(self._ask_where_to)
        self.bring_in.clicked.connect(self._ask_where_from)
        self._close.clicked.connect(self.close)
        self._settings.changed.connect(self._say_nothing)

    def _say_nothing(self, _name: str) -> None:
        # A method, not a lambda: Qt gives it up with the dialog, which goes before the settings.
        self.told.hide()

    def retranslate(self) -> None:
        """Show all words in the language that is now chosen."""
        self.setWindowTitle(self.tr("Settings"))
        self.filter.setPlaceholderText(self.tr("Find a setting"))
        self.filter.setAccessibleName(self.filter.placeholderText())
        for section, title in self._titles.items():
            title.setText(QCoreApplication.translate("Options", section))
        for row in self.rows.values():
            row.retranslate()
        self._nothing.setText(self.tr("No setting matches."))
        self.reset_all.setText(self.tr("Reset all"))
        self.take_out.setText(self.tr("Export…"))
        self.bring_in.setText(self.tr("Import…"))
        self._close.setText(self.tr("Close"))
        self._find()

    def _find(self) -> None:
        """Show what holds the words that are typed, and the sections that are not empty."""
        found = set()
        for each in self.rows.values():
            here = holds(each.row, self.filter.text(), each.choices())
            each.setVisible(here)
            if here:
                found.add(each.row.section)
        for section, title in self._titles.items():
            title.setVisible(section in found)
        self._nothing.setVisible(not found)

    def _go_to_found(self) -> None:
        """Give the keys to the first setting that is shown."""
        found = next((each for each in self.rows.values() if not each.isHidden()), None)
        if found is not None:
            found.editor.setFocus()

    def _tell(self, words: str) -> None:
        self.told.setText(words)
        self.told.show()

    # --- all at once

    def _ask_to_reset(self) -> None:
        text = self.tr("Reset all settings?")
        more = self.tr("Text, colours and keys are reset as well. The library stays as it is.")
        box = Question(self, self.windowTitle(), text, more, yes=self.tr("Reset"), no=self.tr("Cancel"), careful=True)
        box.ask(self._reset_all)

    def _reset_all(self) -> None:
        for name in OPTIONS:
            self._settings.forget(name)

    def _ask_where_to(self) -> None:
        dialog = save_dialog(self, self.windowTitle(), Path.home(), "broadsheet-settings.json")
        dialog.setNameFilter(self.tr("Settings (*.json)"))
        dialog.setDefaultSuffix("json")
        ask_with(dialog, self.export_to)

    def _ask_where_from(self) -> None:
        dialog = file_dialog(self, self.windowTitle(), Path.home())
        dialog.setNameFilter(self.tr("Settings (*.json)"))
        ask_with(dialog, self.import_from)

    def export_to(self, file: Path) -> None:
        """Write all settings to a file."""
        self._disk.ask(partial(write_settings, file, taken_out(self._settings)), partial(self._on_written, file))

    def _on_written(self, file: Path, refused: LibraryError | None) -> None:
        written = self.tr("Written to {file}.").format(file=printable(file.name))
        self._tell(refusal_words(refused) if refused else written)

    def import_from(self, file: Path) -> None:
        """Take over the settings of a file as far as they make sense, and tell what does not."""
        self._disk.ask(partial(read_settings, file), self._on_read)

    def _on_read(self, brought: Brought | None) -> None:
        if brought is None:
            self._tell(self.tr("This file contains no Broadsheet settings, or cannot be read."))
            return
        take_over(self._settings, brought)
        said = [self.tr("%n setting(s) imported.", "", len(brought.values))]
        for names, words in (
            (brought.unknown, self.tr("Unknown here, and skipped: {names}.")),
            (brought.wrong, self.tr("Skipped, since their values make no sense: {names}.")),
        ):
            if names:
                few = [printable(name[:60]) for name in names[:_MOST_NAMES]]
                said.append(words.format(names=in_a_row([*few, "…"] if len(names) > _MOST_NAMES else few)))
        self._tell(" ".join(said))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
