"""Which of many places on a page are coloured: those near what is seen."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCursor

from reader.late import late
from reader.ui.document.view import DocumentView

with late():
    from reader.ui.reading import hits

if TYPE_CHECKING:
    from reader.library.search.highlight import Range

#: So many are coloured wherever they stand. Of more, each that is coloured has Qt lay out the page as far as it stands.
_FEW = 100


class Near(QObject):
    """`places` are in the order of the text, as Qt counts; `moved` says that others of them are to be coloured."""

    moved = Signal()

    def __init__(self, view: DocumentView) -> None:
        super().__init__(view)
        self._view = view
        self.places: Sequence[Range] = ()
        self._covered = (0, 0)  # the part of the text whose places are coloured
        bar = view.verticalScrollBar()
        bar.valueChanged.connect(self._follow)
        bar.rangeChanged.connect(self._follow)

    def show(self, places: Sequence[Range]) -> None:
        """Have these places of the document that is now shown."""
        self.places = places
        self._cover()

    def numbers(self) -> range:
        """Return which of the places are to be coloured."""
        first, last = 0, len(self.places)
        if last > _FEW:
            first, last = (bisect_left(self.places, (at, 0)) for at in self._covered)
        return range(first, last)

    def _cover(self) -> None:
        if len(self.places) > _FEW:
            begin, end = self._view.span()
            # Some above and below, so that not each step of scrolling colours others; no more, since each makes Qt
            # slower at painting its paragraph.
            room = (end - begin) // 4
            self._covered = (begin - room, end + room)

    def _follow(self) -> None:
        if len(self.places) > _FEW:
            begin, end = self._view.span()
            if begin < self._covered[0] or end > self._covered[1]:
                self._cover()
                self.moved.emit()


class Found:
    """What was found on the page, and which of it is the current one. `recolour` is called as by `Near`."""

    def __init__(self, view: DocumentView, recolour: Callable[[], None]) -> None:
        self._view, self._near, self._current = view, Near(view), -1
        self._near.moved.connect(recolour)

    def show(self, places: Sequence[Range], current: int) -> None:
        """Have these, and bring the current one into view, if there is one."""
        self._near.show(places)
        self._current = current
        if 0 <= current < len(places):
            self._view.place_at_third(hits.passage(self._view.document(), places[current]))

    def empty(self) -> None:
        """Forget them: the document that had them is about to go."""
        self._near.show(())

    def coloured(self) -> list[tuple[QTextCursor, str]]:
        """Return what selects each that is to be coloured, and its colour: that of the current one is stronger."""
        theme, document = self._view.stage.theme, self._view.document()
        return [
            (
                hits.passage(document, self._near.places[number]),
                theme.found_now if number == self._current else theme.found,
            )
            for number in self._near.numbers()
        ]
