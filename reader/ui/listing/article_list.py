"""The article list: a view that knows the position of every row without asking for any."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, QRect, Qt, Signal, SignalInstance
from PySide6.QtGui import QFocusEvent, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QFrame,
    QStyle,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from reader.ui.listing.article_model import ArticleModel
from reader.ui.listing.choosing import ChoosingList
from reader.ui.listing.painting import PaintingGoes
from reader.ui.listing.row_layout import LAYOUTS, Density, bookmark_place, unread_place
from reader.ui.listing.sections import HEADING_HEIGHT
from reader.ui.parts.models import Index


class ArticleList(ChoosingList):
    """Shows an ArticleModel. QListView would lay out every row of a list with headings before showing one.

    So all of its layout is replaced; it is one all the same, since screen readers know the rows of a QListView only.
    The heading of what is in view is held at the upper edge: it alone says of which day the rows are.
    """

    bookmark_clicked = Signal(int)
    unread_clicked = Signal(int)

    def __init__(self, model: ArticleModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self.setObjectName("articleList")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        # Qt moves what is painted already only where nothing shines through; else each frame would be painted whole.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.goes = PaintingGoes(self.viewport(), self._rect_of)
        model.modelReset.connect(self.goes.begin_anew)
        self.set_density(Density.COMFORTABLE)
        self._hovered = QModelIndex()

    def set_density(self, density: Density) -> None:
        """Let rows show more or less of an article; the first one in view stays it."""
        anchor = self.anchor()
        self.layout_of_rows = LAYOUTS[density]
        self._rows.set_row_height(self.layout_of_rows.height)
        self.verticalScrollBar().setSingleStep(self.layout_of_rows.height // 2)
        self.doItemsLayout()
        self.restore(anchor)

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

    # --- what QAbstractItemView asks of a view of its own

    def visualRect(self, index: Index) -> QRect:
        if not index.isValid():
            return QRect()
        held = self._rows.geometry.held(self.verticalOffset())
        if held is not None and held[0] == index.row():
            return self._held_rect(held[1])
        return self._rect_of(index.row())

    def _rect_of(self, row: int) -> QRect:
        """Return where a row is without regard to a heading that is held."""
        top = self._rows.geometry.top(row) - self.verticalOffset()
        return QRect(0, top, self.viewport().width(), self._rows.geometry.height_of(row))

    def _held_rect(self, pushed: int) -> QRect:
        return QRect(0, pushed, self.viewport().width(), HEADING_HEIGHT)

    def indexAt(self, point: QPoint) -> QModelIndex:
        held = self._rows.geometry.held(self.verticalOffset())
        if held is not None and self._held_rect(held[1]).contains(point):
            return self._rows.index(held[0])
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
        # A heading is held above, or comes along.
        above = HEADING_HEIGHT if self._rows.geometry.sections else 0
        if hint == QAbstractItemView.ScrollHint.PositionAtTop:
            bar.setValue(top - above)
        elif hint == QAbstractItemView.ScrollHint.PositionAtCenter:
            bar.setValue(top - (page - height) // 2)
        elif top - above < bar.value():
            bar.setValue(top - above)
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
        page = max(1, self.viewport().height() // self._rows.geometry.row_height - 1)
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
        return QRegion(self.viewport().rect())

    def keyboardSearch(self, _search: str) -> None:
        """Do nothing: letters are commands, and Qt's own search would read a million rows."""

    # --- painting and place

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.eraseRect(event.rect())
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        geometry, touched = self._rows.geometry, event.region()
        self.goes.begin(painter)
        row = geometry.row_at(max(event.rect().top() + self.verticalOffset(), 0))
        while 0 <= row < geometry.rows:
            index = self._rows.index(row)
            rect = self._rect_of(row)
            if rect.top() > event.rect().bottom():
                break
            if touched.intersects(rect) and self.goes.has_time(row):
                option.rect = rect
                option.state, option.viewItemPosition = self._state(index), self._position(row)
                self.itemDelegate().paint(painter, option, index)
            row += 1
        self.goes.end()
        self._paint_held(painter, option)
        painter.end()

    def _paint_held(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        held = self._rows.geometry.held(self.verticalOffset())
        if held is not None:
            option.rect, option.state = self._held_rect(held[1]), QStyle.StateFlag.State_Enabled
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.palette().alternateBase())
            painter.drawRect(option.rect)
            option.viewItemPosition = QStyleOptionViewItem.ViewItemPosition.Beginning
            self.itemDelegate().paint(painter, option, self._rows.index(held[0]))

    def _position(self, row: int) -> QStyleOptionViewItem.ViewItemPosition:
        """Return that a row is the last of its kind where no line shall part it from what is below."""
        below = self._rows.index(row + 1)
        alone = self._rows.id_at(row + 1) is None or self.selectionModel().isSelected(below)
        return QStyleOptionViewItem.ViewItemPosition.End if alone else QStyleOptionViewItem.ViewItemPosition.Middle

    def _state(self, index: QModelIndex) -> QStyle.StateFlag:
        state = QStyle.StateFlag.State_Enabled
        if self.selectionModel().isSelected(index):
            state |= QStyle.StateFlag.State_Selected
        if self.hasFocus() and index == self.currentIndex():
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
        # Put off, it would have all rows in sight painted once more where they are by then.
        self.executeDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometries()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        if abs(dy) > self.viewport().height() // 2:
            self.goes.show_others()
        # The pixels already painted are moved; only the rows that come into view are painted.
        self.viewport().scroll(dx, dy)
        # What was held was moved with them.
        self.viewport().update(0, 0, self.viewport().width(), HEADING_HEIGHT + max(dy, 0))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        index = self.indexAt(point)
        article = self._rows.id_at(index.row()) if index.isValid() else None
        button = self._button_at(point)
        if article is not None and button is not None and event.button() is Qt.MouseButton.LeftButton:
            button.emit(article)
        else:
            super().mousePressEvent(event)

    def _button_at(self, point: QPoint) -> SignalInstance | None:
        """Return what a click there tells, None beside the buttons of a row."""
        index = self.indexAt(point)
        if not index.isValid() or self._rows.id_at(index.row()) is None:
            return None
        row, layout = self.visualRect(index), self.layout_of_rows
        if bookmark_place(row, layout).contains(point):
            return self.bookmark_clicked
        return self.unread_clicked if unread_place(row, layout).contains(point) else None

    def _explain(self, event: QHelpEvent) -> None:
        """Say what the button under the mouse does."""
        button = self._button_at(event.pos())
        said = {self.bookmark_clicked: self.tr("Read later"), self.unread_clicked: self.tr("Mark as read or unread")}
        QToolTip.showText(event.globalPos(), said[button] if button is not None else "", self)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.indexAt(event.position().toPoint()))
        super().mouseMoveEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._hover(QModelIndex())
        elif isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._explain(event)
            return True
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
