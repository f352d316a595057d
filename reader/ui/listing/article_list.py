"""The article list: a view that knows where every row is without asking for any."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QFrame,
    QListView,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from reader.ui.listing.article_model import ArticleModel
from reader.ui.listing.row_layout import bookmark_place
from reader.ui.listing.sections import ROW_HEIGHT
from reader.ui.parts.models import Index


class ArticleList(QListView):
    """Shows an ArticleModel. QListView would lay out every row of a list with headings before showing one.

    So all of its layout is replaced; it is one all the same, since screen readers know the rows of a QListView only.
    """

    article_chosen = Signal(int)
    bookmark_clicked = Signal(int)

    def __init__(self, model: ArticleModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self.setModel(model)
        self.setObjectName("articleList")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(ROW_HEIGHT // 2)
        self._hovered = QModelIndex()

    def choose(self, article: int) -> bool:
        """Select an article and bring it into view; False when the list does not hold it."""
        row = self._rows.row_of(article)
        if row < 0:
            return False
        self.setCurrentIndex(self._rows.index(row))
        return True

    def step(self, direction: int) -> bool:
        """Select the next article (1) or the one before (-1); False at the end of the list."""
        current = self.currentIndex()
        start = current.row() if current.isValid() else -1
        row = self._rows.next_row(start, direction)
        if row >= 0:
            self.setCurrentIndex(self._rows.index(row))
        return row >= 0

    def anchor(self) -> tuple[int, int] | None:
        """Return the first article in view and how many pixels below the upper edge it begins; None at the top."""
        geometry, offset = self._rows.geometry, self.verticalOffset()
        row = geometry.row_at(offset)
        if offset == 0 or row < 0:
            return None
        row = row if geometry.section_at(row) is None else row + 1
        article = self._rows.id_at(row)
        return None if article is None else (article, geometry.top(row) - offset)

    def restore(self, anchor: tuple[int, int] | None) -> None:
        """Scroll so that an article stands where `anchor` says, as far as the list still holds it."""
        row = self._rows.row_of(anchor[0]) if anchor else -1
        if anchor and row >= 0:
            self.verticalScrollBar().setValue(self._rows.geometry.top(row) - anchor[1])

    def top_of(self, article: int) -> int:
        """Return how far below the beginning of the list an article's row is (pixels), 0 where it has none."""
        row = self._rows.row_of(article)
        return self._rows.geometry.top(row) if row >= 0 else 0

    def current_article(self) -> int | None:
        """Return the selected article."""
        return self._rows.id_at(self.currentIndex().row()) if self.currentIndex().isValid() else None

    def current_place(self) -> int:
        """Return the place of the selected article among those of the list, -1 when none is selected."""
        row = self.currentIndex().row()
        return self._rows.geometry.article_at(row) if self.current_article() is not None else -1

    # --- what QAbstractItemView asks of a view of its own

    def visualRect(self, index: Index) -> QRect:
        if not index.isValid():
            return QRect()
        top = self._rows.geometry.top(index.row()) - self.verticalOffset()
        return QRect(0, top, self.viewport().width(), self._rows.geometry.height_of(index.row()))

    def indexAt(self, point: QPoint) -> QModelIndex:
        row = self._rows.geometry.row_at(point.y() + self.verticalOffset())
        return self._rows.index(row) if row >= 0 else QModelIndex()

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        if not index.isValid():
            return
        bar = self.verticalScrollBar()
        top = self._rows.geometry.top(index.row())
        height = self._rows.geometry.height_of(index.row())
        page = self.viewport().height()
        if hint == QAbstractItemView.ScrollHint.PositionAtTop:
            bar.setValue(top)
        elif hint == QAbstractItemView.ScrollHint.PositionAtCenter:
            bar.setValue(top - (page - height) // 2)
        elif top < bar.value():
            # The heading above comes along, so that the day stays known.
            above = self._rows.geometry.section_at(index.row() - 1) if index.row() else None
            bar.setValue(self._rows.geometry.top(index.row() - 1) if above else top)
        elif top + height > bar.value() + page:
            bar.setValue(top + height - page)

    def horizontalOffset(self) -> int:
        return 0

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def isIndexHidden(self, _index: Index) -> bool:
        return False

    def moveCursor(self, action: QAbstractItemView.CursorAction, _keys: Qt.KeyboardModifier) -> QModelIndex:
        moves = QAbstractItemView.CursorAction
        model, current = self._rows, self.currentIndex().row()
        page = max(1, self.viewport().height() // ROW_HEIGHT - 1)
        if action in (moves.MoveUp, moves.MovePrevious):
            row = model.next_row(current if current >= 0 else 1, -1)
        elif action in (moves.MoveDown, moves.MoveNext):
            row = model.next_row(current, 1)
        elif action == moves.MoveHome:
            row = model.next_row(-1, 1)
        elif action == moves.MoveEnd:
            row = model.next_row(model.rowCount(), -1)
        elif action == moves.MovePageUp:
            row = model.next_row(max(current - page, 0) + 1, -1)
            row = row if row >= 0 else model.next_row(-1, 1)
        elif action == moves.MovePageDown:
            row = model.next_row(min(current + page, model.rowCount() - 1) - 1, 1)
        else:
            row = current
        return model.index(row if row >= 0 else current)

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        index = self.indexAt(rect.center())
        if index.isValid() and self._rows.id_at(index.row()) is not None:
            self.selectionModel().select(index, command)

    def visualRegionForSelection(self, _selection: object) -> QRegion:
        return QRegion(self.visualRect(self.currentIndex()))

    def keyboardSearch(self, _search: str) -> None:
        """Do nothing: letters are commands, and Qt's own search would read a million rows."""

    # --- painting and place

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        geometry = self._rows.geometry
        row = geometry.row_at(max(event.rect().top() + self.verticalOffset(), 0))
        while 0 <= row < geometry.rows:
            index = self._rows.index(row)
            rect = self.visualRect(index)
            if rect.top() > event.rect().bottom():
                break
            option.rect = rect
            option.state = self._state(index)
            self.itemDelegate().paint(painter, option, index)
            row += 1
        painter.end()

    def _state(self, index: QModelIndex) -> QStyle.StateFlag:
        state = QStyle.StateFlag.State_Enabled
        if self.selectionModel().isSelected(index):
            state |= QStyle.StateFlag.State_Selected
        if self.hasFocus():
            state |= QStyle.StateFlag.State_HasFocus
        if index == self._hovered:
            state |= QStyle.StateFlag.State_MouseOver
        return state

    def updateGeometries(self) -> None:
        bar = self.verticalScrollBar()
        page = self.viewport().height()
        bar.setPageStep(page)
        bar.setRange(0, max(0, self._rows.geometry.height - page))
        QAbstractItemView.updateGeometries(self)

    def doItemsLayout(self) -> None:
        """Lay nothing out: the model knows where every row is."""
        self.updateGeometries()
        self.viewport().update()

    def reset(self) -> None:
        self._hovered = QModelIndex()
        super().reset()
        self.updateGeometries()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometries()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        # The pixels already painted are moved; only the rows that come into view are painted.
        self.viewport().scroll(dx, dy)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        article = self._rows.id_at(current.row()) if current.isValid() else None
        if article is not None:
            self.article_chosen.emit(article)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        index = self.indexAt(point)
        article = self._rows.id_at(index.row()) if index.isValid() else None
        on_button = bookmark_place(self.visualRect(index)).contains(point)
        if article is not None and on_button and event.button() is Qt.MouseButton.LeftButton:
            self.bookmark_clicked.emit(article)
        else:
            again = article is not None and index == self.currentIndex() and not self.selectionModel().isSelected(index)
            super().mousePressEvent(event)
            if again and article is not None:
                # Another article was opened since, from the page: the row did not change, but what is read does.
                self.article_chosen.emit(article)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.indexAt(event.position().toPoint()))
        super().mouseMoveEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._hover(QModelIndex())
        return super().viewportEvent(event)

    def _hover(self, index: QModelIndex) -> None:
        if index != self._hovered:
            self.viewport().update(self.visualRect(self._hovered))
            self._hovered = index
            self.viewport().update(self.visualRect(index))

    def focusInEvent(self, event: QFocusEvent) -> None:
        # Not QAbstractItemView's: it would choose the first row, and so open an article nobody asked for.
        QAbstractScrollArea.focusInEvent(self, event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()
