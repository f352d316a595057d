"""Helps with typing a search: completes conditions and names, and offers recent searches."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from reader.late import late
from reader.ui.parts.dates import in_traditional
from reader.ui.parts.text_places import from_qt, to_qt
from reader.ui.search.recent import RecentSearches
from reader.ui.search.suggestions import Offer, Suggestions
from reader.ui.session import LibrarySession
from reader.ui.tasks import Task

with late():
    from reader.library.conditions import query_language
    from reader.library.search import completion
    from reader.ui.search import syntax

# Keys of one stroke come together; what is offered should not flicker between them.
_DEBOUNCE_MS = 60
# One letter begins too many words that are no condition.
_LEAST = 2
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SearchAssist(QObject):
    """Watches the keys of a search box, and shows under it what they may become."""

    def __init__(
        self, session: LibrarySession, box: QLineEdit, panel: Suggestions, recent: RecentSearches, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._box = box
        self._panel = panel
        self._recent = recent
        self._task: Task | None = None
        self._debounce = QTimer(self, singleShot=True, interval=_DEBOUNCE_MS)
        self._debounce.timeout.connect(self._ask)
        panel.chosen.connect(self._take)
        box.textEdited.connect(lambda _text: self._debounce.start())
        box.textChanged.connect(self._on_changed)
        box.installEventFilter(self)

    def busy(self) -> bool:
        """Whether what may be offered is still being looked for."""
        return self._debounce.isActive() or self._task is not None

    def _on_changed(self, _text: str) -> None:
        # What was offered was for other words.
        self._panel.hide()
        self._forget()

    def _forget(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _ask(self) -> None:
        self._forget()
        text = self._box.text()
        if not text:
            self._show_recent()
            return
        cursor, traditional = from_qt(text, self._box.cursorPosition()), in_traditional()
        self._task = self._session.read(
            lambda library: library.search.complete(text, cursor, traditional=traditional), self._offer
        )

    def _offer(self, found: Sequence[completion.Completion]) -> None:
        self._task = None
        text = self._box.text()
        offers = [
            Offer(each.name, each, self._note(each))
            for each in found
            if text[each.start : each.end] != each.text
            and (not each.text.endswith(":") or each.end - each.start >= _LEAST or not each.text.isascii())
        ]
        self._panel.offer(offers, self._box, self.tr("Completions"))

    def _note(self, offered: completion.Completion) -> str:
        if offered.operator:
            return syntax.value_words(offered.operator, offered.name)
        return syntax.meaning_of(query_language.operator_name(offered.text.removesuffix(":")))

    def _show_recent(self) -> None:
        offers = [Offer(each, each) for each in self._recent.all()]
        if offers:
            offers.append(Offer(self.tr("Clear recent searches"), None, quiet=True))
        self._panel.offer(offers, self._box, self.tr("Recent searches"))

    def _take(self, offer: Offer) -> None:
        self._panel.hide()
        if isinstance(offer.value, completion.Completion):
            self._complete(offer.value)
        elif isinstance(offer.value, str):
            self._box.setText(offer.value)
        else:
            self._recent.clear()

    def _complete(self, found: completion.Completion) -> None:
        text = self._box.text()
        start, end = to_qt(text, found.start), to_qt(text, found.end)
        finished = not found.text.endswith(":")
        space = " " if finished and text[found.end : found.end + 1] != " " else ""
        self._box.setSelection(start, end - start)
        # Typed in place of what is selected, so that it can be taken back.
        self._box.insert(found.text + space)
        if not finished:
            self._ask()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._box:
            if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                return self._on_key(Qt.Key(event.key()))
            if isinstance(event, QFocusEvent):
                self._on_focus(event)
        return super().eventFilter(watched, event)

    def _on_focus(self, event: QFocusEvent) -> None:
        if event.type() == QEvent.Type.FocusOut:
            self._debounce.stop()
            self._forget()
            self._panel.hide()
        elif event.reason() is not Qt.FocusReason.ActiveWindowFocusReason and not self._box.text():
            self._show_recent()

    def _on_key(self, key: Qt.Key) -> bool:
        """Do what a key means for what is offered; return whether it means nothing else."""
        panel = self._panel
        if not panel.isVisible():
            return False
        current = panel.current()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            panel.step(1 if key == Qt.Key.Key_Down else -1)
            return True
        if key == Qt.Key.Key_Escape:
            panel.hide()
            # With an empty box nothing was asked for, so that Escape means what it always does.
            return bool(self._box.text()) or current is not None
        if key == Qt.Key.Key_Tab and current is None and self._box.text():
            current = panel.offers()[0]
        if key in (*_ENTER, Qt.Key.Key_Tab) and current is not None:
            self._take(current)
            return True
        if key in _ENTER:
            panel.hide()
        elif key == Qt.Key.Key_Delete and current is not None and isinstance(current.value, str):
            self._recent.remove(current.value)
            self._show_recent()
            return True
        return False
