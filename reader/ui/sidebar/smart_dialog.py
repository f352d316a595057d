"""Asks for the name and the conditions of a smart folder."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QDialog, QFormLayout, QLabel, QLineEdit, QPushButton, QWidget

from reader.library.conditions.query_language import MAX_LENGTH, parse
from reader.library.navigation.saved import LONGEST_NAME, SavedSearch, same_name
from reader.ui.parts.dialog_layout import button_row, column_of
from reader.ui.parts.labels import plain, wrapping


class SmartDialog(QDialog):
    """A new one, or one that is there; `answered` tells its id, 0 for a new one, and what was typed."""

    answered = Signal(int, str, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("smartDialog")
        self.setMinimumWidth(480)
        self._id = 0
        self._others: Sequence[str] = ()
        self.name, self.conditions = QLineEdit(self), QLineEdit(self)
        self.name.setMaxLength(LONGEST_NAME)
        self.conditions.setMaxLength(MAX_LENGTH)
        self._labels = plain(QLabel(self)), plain(QLabel(self))
        self._words = wrapping(self, 12, tone="secondary")
        self._cancel, self.primary = QPushButton(self), QPushButton(self)
        self._lay_out()
        for box in (self.name, self.conditions):
            box.textChanged.connect(self._look)
        self._cancel.clicked.connect(self.reject)
        self.primary.clicked.connect(self.accept)
        self.retranslate()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for label, box in zip(self._labels, (self.name, self.conditions), strict=True):
            label.setBuddy(box)
            form.addRow(label, box)
        self._cancel.setAutoDefault(False)
        self.primary.setProperty("primary", True)
        self.primary.setDefault(True)
        column = column_of(self, 14)
        column.addLayout(form)
        column.addWidget(self._words)
        column.addStretch(1)
        column.addLayout(button_row((), (self._cancel, self.primary)))

    def ask(self, search: int, name: str, conditions: str, others: Sequence[SavedSearch]) -> None:
        """Ask for a smart folder, 0 for a new one, beginning with this; none of the others may have its name."""
        self._id = search
        self._others = [saved.name for saved in others]
        self.name.setText(name)
        self.conditions.setText(conditions)
        self._look()
        self.open()
        first = self.name if conditions else self.conditions
        first.setFocus()
        first.selectAll()

    def accept(self) -> None:
        """Tell what was typed."""
        super().accept()
        self.answered.emit(self._id, self.name.text(), self.conditions.text())

    def _look(self) -> None:
        """Say why what was typed will not do, or what a smart folder is."""
        name, conditions = self.name.text().strip(), self.conditions.text()
        taken = any(same_name(name, other) for other in self._others)
        lists_all = parse(conditions).root is None
        self.primary.setEnabled(bool(name) and not taken and not lists_all)
        if taken:
            self._words.setText(self.tr("There is already a smart folder of this name."))
        elif lists_all:
            self._words.setText(self.tr("Type the conditions as in the search box, such as: snow is:unread"))
        else:
            self._words.setText(self.tr("It lists whatever meets its conditions, including future articles."))
        self._words.setProperty("tone", "warning" if taken else "secondary")
        self._words.style().polish(self._words)

    def retranslate(self) -> None:
        """Show all words in the language that is now chosen."""
        self.setWindowTitle(self.tr("Smart folder"))
        for label, words in zip(self._labels, (self.tr("Name"), self.tr("Conditions")), strict=True):
            label.setText(words)
        self.name.setAccessibleName(self.tr("Name"))
        self.conditions.setAccessibleName(self.tr("Conditions"))
        self._cancel.setText(self.tr("Cancel"))
        self.primary.setText(self.tr("Save"))
        self._look()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
