"""Asks into which category another one is to go."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QWidget,
)

from reader.library.words.fuzzy import Names
from reader.ui.parts.dialog_layout import button_row, column_of
from reader.ui.parts.labels import tip, wrapping
from reader.ui.parts.problem_words import printable
from reader.ui.sidebar.lines import Key, Node

_MOST_SHOWN = 200
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class MergeDialog(QDialog):
    """A list that is narrowed by letters, also by the sound of Chinese; `answered` tells both categories."""

    answered = Signal(int, int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("mergeDialog")
        self.resize(420, 440)
        self._node: Node | None = None
        # With their names: a tree that is made anew meanwhile parts the lines of this one.
        self._targets: Sequence[tuple[str, Key]] = ()
        self._names = Names([], [])
        self._words = wrapping(self, 12, tone="secondary")
        self.filter, self.list = QLineEdit(self), QListWidget(self)
        # Of a long path both ends are seen: where it lies, and what it is called.
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._cancel, self.primary = QPushButton(self), QPushButton(self)
        self._cancel.setAutoDefault(False)
        self.primary.setProperty("primary", True)
        self.primary.setDefault(True)
        column = column_of(self, 14)
        for part in (self._words, self.filter, self.list):
            column.addWidget(part)
        column.addLayout(button_row((), (self._cancel, self.primary)))
        self.filter.installEventFilter(self)
        self.filter.textChanged.connect(self._narrow)
        self.list.itemActivated.connect(self.accept)
        self.list.currentRowChanged.connect(lambda row: self.primary.setEnabled(row >= 0))
        self._cancel.clicked.connect(self.reject)
        self.primary.clicked.connect(self.accept)
        self.retranslate()

    def ask(self, node: Node, targets: Sequence[Node]) -> None:
        """Ask where this category is to go, to one of the others."""
        self._node, self._targets = node, [(target.path, target.key) for target in targets]
        self._names = Names([path for path, _ in self._targets], [True] * len(targets))
        self.filter.clear()
        self._narrow("")
        self.retranslate()
        self.open()
        self.filter.setFocus()

    def accept(self) -> None:
        """Tell what was chosen."""
        item = self.list.currentItem()
        if item is not None and self._node is not None:
            super().accept()
            self.answered.emit(self._node.key, item.data(Qt.ItemDataRole.UserRole))

    def _narrow(self, typed: str) -> None:
        fits = [fit.place for fit in self._names.find(typed, _MOST_SHOWN)] if typed.strip() else range(_MOST_SHOWN)
        self.list.clear()
        for place in fits:
            if place < len(self._targets):
                path, key = self._targets[place]
                item = QListWidgetItem(printable(path))
                item.setToolTip(tip(item.text()))
                item.setData(Qt.ItemDataRole.UserRole, key)
                self.list.addItem(item)
        self.list.setCurrentRow(0 if self.list.count() else -1)
        self.primary.setEnabled(bool(self.list.count()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # While one types, the arrows go through the list.
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _MOVES
        if watched is self.filter and pressed:
            QApplication.sendEvent(self.list, event)
            return True
        return super().eventFilter(watched, event)

    def retranslate(self) -> None:
        """Show all words in the language that is now chosen."""
        self.setWindowTitle(self.tr("Merge into another category"))
        name = printable(self._node.name) if self._node is not None else ""
        self._words.setText(
            self.tr(
                "All of “{name}” will be listed in the category you choose, including future articles. The files stay"
                " as they are. “Unmerge” in the menu of that category undoes this."
            ).format(name=name)
        )
        self.filter.setPlaceholderText(self.tr("Part of a name"))
        self.filter.setAccessibleName(self.tr("Part of a name"))
        self.list.setAccessibleName(self.tr("Categories"))
        self._cancel.setText(self.tr("Cancel"))
        self.primary.setText(self.tr("Merge"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
