"""The dialog of all commands and their keys, with a field to change them."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reader.ui.actions import Actions
from reader.ui.keyboard.key_field import KeyField
from reader.ui.keyboard.key_map import MOST_ALTERNATIVES
from reader.ui.keyboard.key_model import KeyModel
from reader.ui.keyboard.key_sets import KEY_SETS, fixed_use, key_set_words
from reader.ui.keyboard.sequences import could_be_typed, shown_keys
from reader.ui.parts.boxes import Question
from reader.ui.parts.choice import Choice
from reader.ui.parts.dialog_layout import keep_within_screen
from reader.ui.parts.fields import FilterBox
from reader.ui.parts.labels import plain, wrapping
from reader.ui.parts.rows_table import RowsTable


class KeyDialog(QDialog):
    """Each change holds at once. Nothing is given away unsaid: who had the keys before is named beforehand."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("keyDialog")
        self._actions, self._keys = actions, actions.keys
        self.model = KeyModel(actions, self)
        self.table = RowsTable(self.model, (110, 330), self)
        self.filter, self.sets, self._sets_label = FilterBox(self), Choice(self), QLabel(self)
        self.field, self.told, self._name = KeyField(self), wrapping(self, tone="secondary"), plain(QLabel(self))
        self.use, self.add, self.none, self.reset, self.reset_all, self.leave = (QPushButton(self) for _ in range(6))
        self._lay_out()
        self._connect()
        self.retranslate()
        self.table.selectRow(0)

    def _lay_out(self) -> None:
        keep_within_screen(self)
        top, change, buttons, column = QHBoxLayout(), QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        top.addWidget(self.filter, 1)
        top.addSpacing(16)
        top.addWidget(plain(self._sets_label))
        top.addWidget(self.sets)
        for button in (self.use, self.add, self.none, self.reset, self.reset_all):
            button.setAutoDefault(False)
        self.field.setMinimumWidth(150)
        for part in (self.field, self.use, self.add):
            change.addWidget(part)
        change.addStretch(1)
        for part in (self.none, self.reset):
            change.addWidget(part)
        buttons.addWidget(self.reset_all)
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(14)
        column.addLayout(top)
        column.addWidget(self.table, 1)
        column.addWidget(self._name)
        column.addLayout(change)
        column.addWidget(self.told)
        column.addLayout(buttons)
        self.told.setMinimumHeight(2 * self.told.fontMetrics().lineSpacing() + 4)
        self.resize(720, 620)

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._on_filter)
        self.filter.down.connect(self.table.setFocus)
        self.sets.activated.connect(lambda _: self._choose_set())
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._on_row())
        self.table.activated.connect(lambda _: self.field.setFocus())
        self.field.pressed.connect(self._tell)
        self.use.clicked.connect(lambda: self._assign((self.field.keys(),)))
        self.add.clicked.connect(lambda: self._assign((*self._own(), self.field.keys())))
        self.none.clicked.connect(lambda: self._assign(()))
        self.reset.clicked.connect(lambda: self._keys.reset(self.command()))
        self.reset_all.clicked.connect(self._keys.reset_all)
        self.leave.clicked.connect(self.close)
        self._keys.changed.connect(self._on_keys)

    def retranslate(self) -> None:
        """Show all words in the language that is now chosen."""
        self.setWindowTitle(self.tr("Change keyboard shortcuts"))
        self.filter.setPlaceholderText(self.tr("Find a command or a key"))
        self.filter.setAccessibleName(self.filter.placeholderText())
        self._sets_label.setText(self.tr("Set of keys"))
        self._sets_label.setBuddy(self.sets)
        self.sets.clear()
        for name in KEY_SETS:
            self.sets.addItem(key_set_words(name), name)
        self.table.setAccessibleName(self.tr("Commands and their keys"))
        self.table.set_empty(self.tr("No command matches."))
        self.field.set_words(self.tr("New keys"), self.tr("Press keys here"))
        self.use.setText(self.tr("Use these keys"))
        self.add.setText(self.tr("Add to its keys"))
        self.none.setText(self.tr("No keys"))
        self.reset.setText(self.tr("Reset"))
        self.reset_all.setText(self.tr("Reset all"))
        self.leave.setText(self.tr("Close"))
        self._on_filter(self.filter.text())
        self._on_keys()

    def command(self) -> str:
        """Return the command that is chosen, "" for none."""
        row = self.table.current_row()
        return self.model.command(row) if row is not None else ""

    def _own(self) -> tuple[str, ...]:
        return self._keys.of(self.command())

    def _assign(self, keys: tuple[str, ...]) -> None:
        self._keys.assign(self.command(), [key for key in keys if key])
        self.field.clear()

    def _choose_set(self) -> None:
        chosen = self.sets.currentData()
        if chosen == self._keys.set_name():
            return
        if not self._keys.own():
            self._keys.choose_set(chosen)
            return
        question = Question(
            self,
            self.windowTitle(),
            self.tr("Use the other set?"),
            self.tr("The keys that you changed will be reset."),
            yes=self.tr("Use it"),
            no=self.tr("Cancel"),
        )
        question.rejected.connect(self._on_keys)
        question.ask(lambda: self._keys.choose_set(chosen))

    def _on_filter(self, text: str) -> None:
        before = self.command()
        self.model.filter(text)
        self.table.selectRow(max(self.model.row_of(before), 0))
        self._on_row()

    def _on_row(self) -> None:
        self.field.clear()
        self._tell()

    def _on_keys(self) -> None:
        self.sets.setCurrentIndex(self.sets.findData(self._keys.set_name()))
        self.model.refresh()
        self._tell()

    def _tell(self) -> None:
        """Say what pressing the buttons would do, and what stands against it."""
        command, keys = self.command(), self.field.keys()
        use = fixed_use(keys) if keys else ""
        free = bool(command and keys and not use)
        self._name.setText(self._words(command) if command else "")
        self.use.setEnabled(free)
        self.add.setEnabled(free and len(self._own()) < MOST_ALTERNATIVES)
        self.none.setEnabled(bool(command and self._own()))
        self.reset.setEnabled(command in self._keys.own())
        self.reset_all.setEnabled(bool(self._keys.own()))
        self.told.setText(self._said(command, keys, use))

    def _said(self, command: str, keys: str, use: str) -> str:
        if not keys or not command:
            pressed = not self.field.keySequence().isEmpty()
            return self.tr("These keys cannot be used for a command.") if pressed else ""
        if use:
            #: Which key, and what it does.
            return self.tr("“{keys}” {use}, and cannot be used for a command.").format(keys=shown_keys(keys), use=use)
        said = []
        if others := self._keys.users(keys, command):
            names = self.tr(", ").join(self.tr("“{command}”").format(command=self._words(name)) for name in others)
            said.append(self.tr("It belongs to {commands}, which would lose it.").format(commands=names))
        if could_be_typed(keys):
            said.append(self.tr("It works wherever nothing is typed: in the sidebar, the list and the page."))
        return "\n".join(said)

    def _words(self, command: str) -> str:
        return self._actions.words(command).rstrip("…")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
