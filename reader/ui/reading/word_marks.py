"""The words of a search on the open page: all of them known by their places, those near to what is seen coloured."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor

from reader.late import late
from reader.ui.document.view import DocumentView

with late():
    from reader.ui.reading import hits

if TYPE_CHECKING:
    from reader.library.highlight import Range

#: So many are coloured wherever they stand. Of more, each that is coloured has Qt lay out the page as far as it stands.
_FEW = 100


class WordMarks(QObject):
    """`places` are in the order of the text, as Qt counts. `recolour` is called when scrolling brings others near."""

    def __init__(self, view: DocumentView, recolour: Callable[[], None]) -> None:
        super().__init__(view)
        self._view, self._recolour = view, recolour
        self.places: Sequence[Range] = ()
        self._covered = (0, 0)  # the part of the text whose marks are coloured
        view.verticalScrollBar().valueChanged.connect(self._follow)

    def show(self, places: Sequence[Range]) -> None:
        """Mark these places of the document that is now shown, and no others."""
        self.places = places
        self._cover()

    def cursor(self, number: int) -> QTextCursor:
        """Return what selects a mark, by its number."""
        return hits.passage(self._view.document(), self.places[number])

    def coloured(self) -> list[tuple[QTextCursor, str]]:
        """Return what selects each mark that is to be coloured, and its colour."""
        first, last = 0, len(self.places)
        if last > _FEW:
            first, last = (bisect_left(self.places, (at, 0)) for at in self._covered)
        return [(self.cursor(number), self._view.stage.theme.found) for number in range(first, last)]

    def _cover(self) -> None:
        if len(self.places) > _FEW:
            begin, end = self._view.span()
            # As much above and below, so that scrolling colours others once a page only.
            room = end - begin
            self._covered = (begin - room, end + room)

    def _follow(self) -> None:
        if len(self.places) > _FEW:
            begin, end = self._view.span()
            if begin < self._covered[0] or end > self._covered[1]:
                self._cover()
                self._recolour()
