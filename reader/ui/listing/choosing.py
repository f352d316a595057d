"""Selecting articles in a list by keys and mouse: one, which is opened, or many, which are not."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QItemSelectionRange, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView, QWidget

from reader.ui.listing.article_model import ArticleModel
from reader.ui.parts.viewports import give_viewport

_Flag = QItemSelectionModel.SelectionFlag
_Move = QAbstractItemView.CursorAction
_MOVES = {
    Qt.Key.Key_Up: _Move.MoveUp,
    Qt.Key.Key_Down: _Move.MoveDown,
    Qt.Key.Key_PageUp: _Move.MovePageUp,
    Qt.Key.Key_PageDown: _Move.MovePageDown,
    Qt.Key.Key_Home: _Move.MoveHome,
    Qt.Key.Key_End: _Move.MoveEnd,
}
# Of a list that is read anew, selected articles are looked for so near to where they stood.
_NEAR = 10_000
# Qt tells screen readers of a selection row by row; of more rows than these it does not.
_TOLD = 50

#: Selected articles as runs: where each stood in the list, and its articles.
Held = Sequence[tuple[int, "array[int]"]]


class ChoosingList(QListView):
    """The part of the article list that knows what is selected: as ranges, since all of a million may be.

    Choosing one article opens it. Who takes others along with Shift or Ctrl means to do something with them all: that
    opens none, until one alone is left. Qt would decide by the keys that happen to be held, also when a command moves.
    """

    article_chosen = Signal(int)
    selection_changed = Signal()
    drag_wanted = Signal(int)  # of what is selected, by this row

    def __init__(self, model: ArticleModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        give_viewport(self)
        self._rows = model
        self._anchor = -1  # the row from which Shift extends
        self._extending = False
        self._shown: int | None = None  # the article that was chosen last
        self._may_narrow = False
        self._pressed_at: QPoint | None = None
        self.setModel(model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    # --- one

    def choose(self, article: int) -> bool:
        """Select an article and bring it into view; False when the list does not hold it."""
        row = self._rows.row_of(article)
        if row >= 0:
            self.select_only(row)
        return row >= 0

    def step(self, direction: int) -> bool:
        """Select the next article (1) or the one before (-1); False at the end of the list."""
        current = self.currentIndex()
        start = current.row() if current.isValid() else -1
        row = self._rows.next_row(start, direction)
        if row >= 0:
            self.select_only(row)
        elif current.isValid():
            self.scrollTo(current)
        return row >= 0

    def current_article(self) -> int | None:
        """Return the article the keys are at."""
        return self._rows.id_at(self.currentIndex().row()) if self.currentIndex().isValid() else None

    def current_place(self) -> int:
        """Return the place of that article among those of the list, -1 when there is none."""
        row = self.currentIndex().row()
        return self._rows.geometry.article_at(row) if self.current_article() is not None else -1

    def select_only(self, row: int) -> None:
        """Select a row and no other."""
        self._anchor = row
        index = self._rows.index(row)
        self.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect)
        # Where it was the current one already, the view stayed where the wheel had led.
        self.scrollTo(index)
        self._settle()

    # --- many

    def places(self) -> list[tuple[int, int]]:
        """Return the places of the selected articles in the list: ranges in order, each without its end."""
        above = self._rows.geometry.articles_above
        ranges = ((above(each.top()), above(each.bottom() + 1)) for each in _ranges(self.selectionModel().selection()))
        return sorted((start, end) for start, end in ranges if start < end)

    def count(self) -> int:
        """Return how many articles are selected."""
        return sum(end - start for start, end in self.places())

    def many(self) -> array[int]:
        """Return the selected articles in the list's order where they are more than one, else none."""
        if self.count() < 2:
            return array("q")
        found, ids = array("q"), self._rows.ids
        for start, end in self.places():
            found.extend(ids[start:end])
        return found

    def select_all(self) -> None:
        """Select all articles: one range, however long."""
        if self._rows.ids:
            rows = QItemSelection(self._rows.index(0), self._rows.index(self._rows.rowCount() - 1))
            self.selectionModel().select(rows, _Flag.ClearAndSelect)

    def narrow(self) -> bool:
        """Of many selected articles leave only the one that is shown; False where there are not many."""
        if self.count() < 2:
            return False
        row = self._rows.row_of(self._shown) if self._shown is not None else -1
        if row >= 0:
            self.select_only(row)
        else:
            self.clearSelection()
        return True

    def held(self) -> Held:
        """Return what is selected, if it is many, to be selected again when the list was read anew."""
        return [(start, self._rows.ids[start:end]) for start, end in self.places()] if self.count() > 1 else []

    def hold(self, held: Held) -> None:
        """Select again what was held, as far as it still stands together near its old place."""
        ids, selection = self._rows.ids, QItemSelection()
        row_of = self._rows.geometry.row_of
        for old, run in held:
            low, high = max(0, old - _NEAR), old + _NEAR
            try:
                start = ids.index(run[0], low, high)
            except ValueError:
                continue
            if ids[start : start + len(run)] == run:
                first, last = row_of(start), row_of(start + len(run) - 1)
                selection.select(self._rows.index(first), self._rows.index(last))
        if not selection.isEmpty():
            self.selectionModel().select(selection, _Flag.ClearAndSelect)

    def clearSelection(self) -> None:
        self._shown = None
        super().clearSelection()

    def _extend(self, row: int, *, add: bool) -> None:
        """Select from where a selection began to a row, besides what is selected or in its place."""
        anchor = self._anchor if self._anchor >= 0 else max(self.currentIndex().row(), 0)
        self._anchor = anchor
        first, last = self._rows.index(min(anchor, row)), self._rows.index(max(anchor, row))
        self._alter(row, QItemSelection(first, last), _Flag.Select if add else _Flag.ClearAndSelect)

    def _toggle(self, row: int) -> None:
        self._anchor = row
        index = self._rows.index(row)
        self._alter(row, QItemSelection(index, index), _Flag.Toggle)

    def _alter(self, row: int, selection: QItemSelection, how: QItemSelectionModel.SelectionFlag) -> None:
        """Go to a row without opening it, and select something."""
        self._extending = True
        try:
            self.selectionModel().setCurrentIndex(self._rows.index(row), _Flag.NoUpdate)
            self.selectionModel().select(selection, how)
        finally:
            self._extending = False
        self._settle()

    def _settle(self) -> None:
        """Open the article that is alone selected, if it is another one than before."""
        places = self.places()
        if len(places) == 1 and places[0][1] - places[0][0] == 1:
            article = self._rows.ids[places[0][0]]
            if article != self._shown:
                self._show(article)

    def _show(self, article: int) -> None:
        self._shown = article
        self.article_chosen.emit(article)

    # --- keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift, control = _held_keys(event)
        move = _MOVES.get(Qt.Key(event.key()))
        if move is not None:
            row = self.moveCursor(move, event.modifiers()).row()
            if row >= 0 and self._rows.id_at(row) is not None:
                self._choose(row, shift=shift, control=control, by_key=True)
        elif event.key() == Qt.Key.Key_Space and control and self.current_article() is not None:
            self._toggle(self.currentIndex().row())
        elif event.key() == Qt.Key.Key_Escape and self.narrow():
            event.accept()
        else:
            super().keyPressEvent(event)

    def _choose(self, row: int, *, shift: bool, control: bool, by_key: bool) -> None:
        if shift:
            self._extend(row, add=control)
        elif not control:
            self.select_only(row)
        elif by_key:
            # Going on without selecting: Ctrl+Space takes what one comes to.
            self._alter(row, QItemSelection(), _Flag.NoUpdate)
        else:
            self._toggle(row)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        self._may_narrow, self._pressed_at = False, None
        if not index.isValid() or self._rows.id_at(index.row()) is None:
            return
        selected = self.selectionModel().isSelected(index)
        if event.button() is Qt.MouseButton.RightButton:
            if not selected:
                self.select_only(index.row())
        elif event.button() is Qt.MouseButton.LeftButton:
            self._pressed_at = event.position().toPoint()
            shift, control = _held_keys(event)
            # What is selected may be about to be dragged: only a click that was none chooses one of it.
            self._may_narrow = selected and not shift and not control and self.count() > 1
            if not self._may_narrow:
                self._choose(index.row(), shift=shift, control=control, by_key=False)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        moved = event.position().toPoint() - self._pressed_at
        if moved.manhattanLength() >= QApplication.startDragDistance() and self.count():
            row = self.indexAt(self._pressed_at).row()
            self._may_narrow, self._pressed_at = False, None
            self.drag_wanted.emit(row)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if self._may_narrow and index.isValid() and self._rows.id_at(index.row()) is not None:
            self.select_only(index.row())
        self._may_narrow, self._pressed_at = False, None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    # --- what Qt tells

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # type: ignore[override]
        super().currentChanged(current, previous)
        article = self._rows.id_at(current.row()) if current.isValid() else None
        if article is not None and not self._extending:
            self._show(article)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        few = sum(each.height() for each in (*_ranges(selected), *_ranges(deselected))) <= _TOLD
        # QListView makes a list of all rows, only to tell screen readers of the first.
        (QListView if few else QAbstractItemView).selectionChanged(self, selected, deselected)
        self.selection_changed.emit()

    def reset(self) -> None:
        self._anchor, self._shown = -1, None
        super().reset()


def _ranges(selection: QItemSelection) -> list[QItemSelectionRange]:
    return [selection.at(number) for number in range(selection.count())]


def _held_keys(event: QKeyEvent | QMouseEvent) -> tuple[bool, bool]:
    """Return whether Shift and Ctrl are held."""
    keys = event.modifiers()
    return bool(keys & Qt.KeyboardModifier.ShiftModifier), bool(keys & Qt.KeyboardModifier.ControlModifier)
