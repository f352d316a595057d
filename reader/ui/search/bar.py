"""The search box and what belongs to it: where to search, in what order, and hints on the input."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from reader.domain import Order
from reader.late import late
from reader.ui.looks.icons import Icons
from reader.ui.parts.fields import name_clear_button
from reader.ui.parts.labels import tip, wrapping

with late():
    from reader.ui.search import words

if TYPE_CHECKING:
    from reader.library.conditions.query_tree import Hint

# Long enough not to search for half a word, short enough to feel immediate.
_DEBOUNCE_MS = 180
# What is being typed is not finished yet, which is no mistake: a remark on it waits until one pauses.
_PAUSE_MS = 1200


class SearchBar(QWidget):
    """Says what is to be searched for; the switches show while there is something."""

    changed = Signal()  # the words, the place or the order
    order_chosen = Signal(bool)  # whether what fits best comes first
    confirmed = Signal()  # Enter: the words are finished
    left = Signal()  # Escape
    descended = Signal()  # Down: to the list

    def __init__(self, help_action: QAction, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hints: Sequence[Hint] = ()
        self._read = ""  # what the hints are about
        self._place = ""
        self._order = Order.NEWEST
        self.box = self._search_box(help_action, icons)
        self.here, self.everywhere = self._switch(), self._switch()
        self.listed, self.best = self._switch(), self._switch()
        self.switches = self._switches()
        self.hint = wrapping(self, 12, tone="secondary")
        self.hint.setContentsMargins(4, 2, 4, 4)
        self.hint.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 1, 16, 4)
        column.setSpacing(2)
        for part in (self.box, self.switches, self.hint):
            column.addWidget(part)
        for button in (self.listed, self.best):
            button.clicked.connect(lambda: self.order_chosen.emit(self.by_relevance()))
        self._debounce = QTimer(self, singleShot=True, interval=_DEBOUNCE_MS)
        self._debounce.timeout.connect(self.changed)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._tell_hints)
        self.retranslate()

    def _search_box(self, help_action: QAction, icons: Icons) -> QLineEdit:
        box = QLineEdit(self)
        box.setObjectName("searchBox")
        box.setClearButtonEnabled(True)
        box.setFixedHeight(29)
        box.setMaxLength(1000)
        self._sign = box.addAction(icons.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        box.addAction(help_action, QLineEdit.ActionPosition.TrailingPosition)
        box.textChanged.connect(self._on_typed)
        box.installEventFilter(self)
        return box

    def _switch(self) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("tone", "choice")
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(self.changed)
        return button

    def _switches(self) -> QWidget:
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 2, 0, 0)
        line.setSpacing(0)
        for number, pair in enumerate(((self.here, self.everywhere), (self.listed, self.best))):
            group = QButtonGroup(self)
            for button in pair:
                group.addButton(button)
                line.addWidget(button)
            pair[0].setChecked(True)
            if not number:
                line.addStretch(1)
        row.hide()
        return row

    def text(self) -> str:
        """Return what is to be searched for, "" for nothing."""
        return self.box.text().strip()

    def waiting(self) -> bool:
        """Whether something was typed that is not searched for yet."""
        return self._debounce.isActive()

    def searches_everywhere(self) -> bool:
        """Whether to search in the whole library, whatever is chosen in the sidebar."""
        return bool(self.text()) and self.everywhere.isChecked()

    def search_everywhere(self, everywhere: bool) -> None:
        """Choose where to search, without searching."""
        (self.everywhere if everywhere else self.here).setChecked(True)

    def by_relevance(self) -> bool:
        """Whether what fits best comes first."""
        return self.best.isChecked()

    def set_by_relevance(self, best: bool) -> None:
        """Choose the order, without searching."""
        (self.best if best else self.listed).setChecked(True)

    def set_order(self, order: Order) -> None:
        """Say in which order the list stands where what fits best does not come first."""
        if order is not self._order:
            self._order = order
            self.retranslate()

    def set_place(self, name: str) -> None:
        """Name what is chosen in the sidebar, "" when that is the whole library."""
        self._place = name
        for button in (self.here, self.everywhere):
            button.setVisible(bool(name))
        self.retranslate()

    def show_hints(self, hints: Sequence[Hint], typed: str) -> None:
        """Say what could not be read of `typed`; of what may still be being typed only after a pause."""
        self._hints, self._read = hints, typed
        self._pause.stop()
        if self.box.hasFocus() and any(self._is_unfinished(hint) for hint in hints):
            self._say([hint for hint in hints if not self._is_unfinished(hint)])
            self._pause.start()
        else:
            self._tell_hints()

    def retranslate(self) -> None:
        """Show all words in the language that is now chosen."""
        self.box.setPlaceholderText(self.tr("Search articles"))
        self.box.setAccessibleName(self.tr("Search articles"))
        self._sign.setText(self.tr("Search articles"))
        name_clear_button(self.box, self.tr("Clear search"))
        only_here = self.tr("Search only in “{name}”").format(name=self._place)
        for button, text, name in (
            (self.here, self.tr("Here"), only_here),
            (self.everywhere, self.tr("All"), self.tr("Search in the whole library")),
            (self.listed, *self._order_words()),
            (self.best, self.tr("Best"), self.tr("Best match first")),
        ):
            button.setText(text)
            button.setAccessibleName(name)
            button.setToolTip(tip(name))  # with the name of a category
        self._tell_hints()

    def _order_words(self) -> tuple[str, str]:
        """Return what the order of the list is called, shortly and whole."""
        if self._order is Order.OLDEST:
            return self.tr("Oldest"), self.tr("Oldest first")
        if self._order is Order.TITLE:
            return self.tr("Title"), self.tr("Sorted by title")
        if self._order is Order.SOURCE:
            return self.tr("Source"), self.tr("Sorted by source")
        return self.tr("Newest"), self.tr("Newest first")

    def _is_unfinished(self, hint: Hint) -> bool:
        return hint.end >= len(self._read)

    def _tell_hints(self) -> None:
        self._say(self._hints)

    def _say(self, hints: Sequence[Hint]) -> None:
        said = words.hint_words(hints, self._read) if hints and self.text() else ""
        self.hint.setText(said)
        self.hint.setVisible(bool(said))
        # A screen reader says it with the box, where one would mend it.
        self.box.setAccessibleDescription(said)

    def _on_typed(self, text: str) -> None:
        self.switches.setVisible(bool(text.strip()))
        if text:
            self._debounce.start()
        else:
            self._debounce.stop()
            self.show_hints((), "")
            self.changed.emit()

    def submit(self) -> None:
        """Search at once for what was typed, and go to the list."""
        self._tell_hints()
        if self._debounce.isActive():
            self._debounce.stop()
            self.changed.emit()
        self.confirmed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.box and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.left.emit()
                return True
            if event.key() == Qt.Key.Key_Down:
                self.descended.emit()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.submit()
                return True
        if watched is self.box and event.type() == QEvent.Type.FocusOut:
            self._tell_hints()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
