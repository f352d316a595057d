"""A row of the settings: its name, an explanation, what changes it, and a reset button."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from reader.ui.actions import Actions
from reader.ui.parts.choice import Choice
from reader.ui.parts.labels import wrapping
from reader.ui.preferences.exchange import is_default, value_of
from reader.ui.preferences.options import OPTIONS, Row
from reader.ui.reading.mark_rule_box import MarkRuleBox
from reader.ui.settings import Settings

_EDITOR_PX = 230


class OptionRow(QWidget):
    """Shows what is chosen and keeps what the user chooses; who follows the settings does the rest."""

    def __init__(self, row: Row, settings: Settings, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self.row, self._settings, self._actions = row, settings, actions
        self.text, self.more = wrapping(self), wrapping(self, 12, tone="hint")
        self.reset = QPushButton(self)
        self.reset.setAutoDefault(False)
        self.reset.clicked.connect(self.reset_it)
        self.editor = self._make_editor()
        # A combo box says what is chosen in it; what it chooses it is told by its label alone.
        self.text.setBuddy(self.editor)
        self._lay_out()
        settings.changed.connect(self._on_setting)

    def _lay_out(self) -> None:
        words, line = QVBoxLayout(), QHBoxLayout(self)
        words.setSpacing(2)
        words.addWidget(self.text)
        words.addWidget(self.more)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addLayout(words, 1)
        line.addWidget(self.reset, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.editor, 0, Qt.AlignmentFlag.AlignVCenter)
        policy = self.reset.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.reset.setSizePolicy(policy)

    def _make_editor(self) -> QWidget:
        row = self.row
        if row.command:
            button = QPushButton(self)
            button.setAutoDefault(False)
            button.setFixedWidth(_EDITOR_PX)
            button.clicked.connect(self._actions[row.command].trigger)
            return button
        if row.names[0] == "reading/mark_read":
            box = MarkRuleBox(self._settings, self)
            box.setFixedWidth(_EDITOR_PX)
            return box
        if isinstance(OPTIONS[row.names[0]].default, bool):
            tick = QCheckBox(self)
            tick.setFixedWidth(_EDITOR_PX)
            tick.clicked.connect(lambda on: self._settings.set(row.names[0], on))
            return tick
        combo = Choice(self)
        combo.setFixedWidth(_EDITOR_PX)
        combo.activated.connect(lambda _: self._settings.set(row.names[0], combo.currentData()))
        return combo

    def retranslate(self) -> None:
        """Show all words in the language that is now chosen."""
        translate = QCoreApplication.translate
        text, more = translate("Options", self.row.text), translate("Options", self.row.more)
        self.text.setText(text)
        self.more.setText(more)
        self.reset.setText(self.tr("Reset"))
        self.reset.setAccessibleName(self.tr("Reset “{setting}”").format(setting=text))
        self.editor.setAccessibleName(text)
        self.editor.setAccessibleDescription(more)
        if isinstance(self.editor, QPushButton):
            self.editor.setText(self._actions.words(self.row.command))
        elif isinstance(self.editor, MarkRuleBox):
            self.editor.retranslate(text)
        self._fill()
        self.show_value()

    def _fill(self) -> None:
        words: Callable[[str], str] | None = self.row.words
        if isinstance(self.editor, QComboBox) and words is not None:
            self.editor.clear()
            for value in OPTIONS[self.row.names[0]].among:
                self.editor.addItem(words(value), value)

    def choices(self) -> str:
        """Return what may be chosen, in words."""
        combo = self.editor
        return " ".join(combo.itemText(at) for at in range(combo.count())) if isinstance(combo, QComboBox) else ""

    def show_value(self) -> None:
        """Show what is chosen now, and offer the default where that is something else."""
        if not self.row.names:
            self.reset.hide()
            return
        self.reset.setVisible(not all(is_default(self._settings, name) for name in self.row.names))
        value = value_of(self._settings, OPTIONS[self.row.names[0]])
        if isinstance(self.editor, QComboBox):
            self.editor.setCurrentIndex(self.editor.findData(value))
        elif isinstance(self.editor, QCheckBox):
            self.editor.setChecked(bool(value))
        elif isinstance(self.editor, MarkRuleBox):
            self.editor.show_rule()

    def reset_it(self) -> None:
        """Choose the default again."""
        if self.reset.hasFocus():
            self.editor.setFocus()
        for name in self.row.names:
            self._settings.forget(name)

    def _on_setting(self, name: str) -> None:
        if name in self.row.names:
            self.show_value()
