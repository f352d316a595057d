"""The settings: few, each with a default that needs no change, each applied at once."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reader.ui.looks.appearance import LANGUAGES, MODES, Appearance, theme_words
from reader.ui.looks.motion import MODES as MOTIONS
from reader.ui.reading.mark_rule_box import MarkRuleBox
from reader.ui.settings import Settings


class SettingsDialog(QDialog):
    """Theme, language, motion, and when an article counts as read."""

    def __init__(self, settings: Settings, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("settingsDialog")
        self._settings = settings
        self._appearance = appearance
        self.theme, self.language = QComboBox(self), QComboBox(self)
        self._theme_label, self._language_label = QLabel(self), QLabel(self)
        self.mark_rule, self._mark_label = MarkRuleBox(settings, self), QLabel(self)
        self.motion, self._motion_label = QComboBox(self), QLabel(self)
        self._close = QPushButton(self)
        self._close.setDefault(True)
        self._close.clicked.connect(self.close)
        form = QFormLayout()
        form.setHorizontalSpacing(24)
        form.setVerticalSpacing(14)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        form.addRow(self._theme_label, self.theme)
        form.addRow(self._language_label, self.language)
        form.addRow(self._motion_label, self.motion)
        form.addRow(self._mark_label, self.mark_rule)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(22)
        column.addLayout(form)
        column.addStretch(1)
        column.addLayout(buttons)
        self.setMinimumWidth(420)
        for combo in (self.theme, self.language, self.motion):
            combo.setMinimumWidth(220)
        self.retranslate()
        self.theme.activated.connect(lambda _: self._choose_theme())
        appearance.theme_changed.connect(self._show_theme)
        self.motion.activated.connect(lambda _: appearance.motion.choose(self.motion.currentData()))
        self.language.activated.connect(lambda _: self._choose_language())

    def retranslate(self) -> None:
        """Show all words in the language that is now chosen."""
        self.setWindowTitle(self.tr("Settings"))
        self._theme_label.setText(self.tr("Appearance"))
        self._language_label.setText(self.tr("Language"))
        self._mark_label.setText(self.tr("Mark as read"))
        self.mark_rule.retranslate(self._mark_label.text())
        self._motion_label.setText(self.tr("Motion"))
        motions = (self.tr("Like the system"), self.tr("Where it explains something"), self.tr("None"))
        self._fill(self.motion, MOTIONS, motions, "motion")
        self.motion.setAccessibleName(self._motion_label.text())
        self._close.setText(self.tr("Close"))
        languages = (self.tr("Like the system"), "English", "简体中文")
        self._fill(self.theme, MODES, tuple(map(theme_words, MODES)), "theme")
        self._fill(self.language, LANGUAGES, languages, "language")
        self.theme.setAccessibleName(self._theme_label.text())
        self.language.setAccessibleName(self._language_label.text())

    def _fill(self, combo: QComboBox, values: tuple[str, ...], words: tuple[str, ...], name: str) -> None:
        combo.clear()
        for value, text in zip(values, words, strict=True):
            combo.addItem(text, value)
        combo.setCurrentIndex(combo.findData(self._settings.text(name, "auto", values)))

    def _choose_theme(self) -> None:
        self._appearance.choose_theme(self.theme.currentData())

    def _show_theme(self) -> None:
        self.theme.setCurrentIndex(self.theme.findData(self._appearance.mode()))

    def _choose_language(self) -> None:
        self._settings.set("language", self.language.currentData())
        self._appearance.apply_language()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
