"""Highlights search words on the open page: all positions are known, those near the visible part coloured."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCursor

from reader.late import late
from reader.ui.document.view import DocumentView
from reader.ui.parts.inquiry import Inquiry
from reader.ui.reading.near import Near

with late():
    from reader.ui.reading import hits

if TYPE_CHECKING:
    from reader.library.conditions.query_tree import Words
    from reader.library.search.highlight import Range

#: Characters that are looked through in some ten milliseconds.
_AT_ONCE = 20_000


class WordMarks(QObject):
    """`places` are in the order of the text, as Qt counts. `recolour` is called when others are to be coloured."""

    renewed = Signal()  # they are at other places
    closed = Signal(object)  # the numbers of closed details that hold some: once they are open, the marks are renewed

    def __init__(self, view: DocumentView, recolour: Callable[[], None]) -> None:
        super().__init__(view)
        self._view, self._recolour = view, recolour
        self._inquiry = Inquiry(self)
        self._near = Near(view)
        self._near.moved.connect(recolour)

    @property
    def places(self) -> Sequence[Range]:
        return self._near.places

    def look(self, page: hits.Said, words: Sequence[Words]) -> None:
        """Mark words in the document that is now shown: in a long one, and in what is folded, a moment later."""
        find = partial(hits.found_in, page, words)
        if len(page.text) > _AT_ONCE or page.tables or page.blocks:
            self.clear()
            self._inquiry.ask(find, self._on_found)
        else:
            self._inquiry.forget()
            self._on_found(find())

    def clear(self) -> None:
        """Mark nothing, also not what is being looked for."""
        self._inquiry.forget()
        self._show(())

    def empty(self) -> None:
        """Forget the places: the document that had them is about to go."""
        self._inquiry.forget()
        self._near.show(())

    def cursor(self, number: int) -> QTextCursor:
        """Return what selects a mark, by its number."""
        return hits.passage(self._view.document(), self.places[number])

    def coloured(self) -> list[tuple[QTextCursor, str]]:
        """Return what selects each mark that is to be coloured, and its colour."""
        stage = self._view.stage
        # Qt would lay its colour over a card, which shows by itself that it holds some.
        shown = (number for number in self._near.numbers() if self.places[number][0] not in stage.found)
        return [(self.cursor(number), stage.theme.found) for number in shown]

    def _on_found(self, found: hits.Found) -> None:
        if found.closed:
            self.closed.emit(found.closed)
        else:
            self._show(found.places, found.cards)

    def _show(self, places: Sequence[Range], cards: AbstractSet[int] = frozenset()) -> None:
        self._view.stage.found = cards
        self._view.viewport().update()
        self._near.show(places)
        self._recolour()
        self.renewed.emit()
