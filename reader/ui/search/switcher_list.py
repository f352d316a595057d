"""The list of the quick switcher, with the typed letters highlighted."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reader.library.navigation.switching import Hit
from reader.library.search.highlight import Snippet
from reader.ui.listing.marked_line import fit
from reader.ui.looks.fonts import application_font
from reader.ui.looks.icons import Icons
from reader.ui.parts.models import Index
from reader.ui.parts.problem_words import printable
from reader.ui.parts.set_lines import set_line
from reader.ui.search.switcher_model import SwitcherModel, SwitcherRole, icon_of

_HEIGHT, _HEADING_HEIGHT = 34, 30
_LEFT, _TEXT_LEFT, _RIGHT = 18, 46, 18
# What else is to be said of a row takes so much of it at most.
_DETAIL_SHARE = 0.4


class SwitcherList(QListView):
    """Never has the focus: that stays where one types. `taken` tells of the row that was clicked."""

    taken = Signal(object)

    def __init__(self, model: SwitcherModel, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = model
        self.setModel(model)
        self.setObjectName("switcherList")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.delegate = SwitcherDelegate(icons, self)
        self.setItemDelegate(self.delegate)

    def current(self) -> Hit | None:
        """Return what is chosen."""
        return self._rows.hit(self.currentIndex())

    def step(self, by: int) -> None:
        """Choose the next hit (1) or the one before (-1), or so many on without going round."""
        row = self.currentIndex().row()
        for _ in range(abs(by)):
            there = self._rows.next_row(row, 1 if by > 0 else -1)
            if abs(by) > 1 and (there < row) == (by > 0):
                break
            row = there
        self.setCurrentIndex(self._rows.index(row))

    def height_wanted(self) -> int:
        """Return the height of all rows, and of the line above them."""
        return sum(self.sizeHintForRow(row) for row in range(self._rows.rowCount())) + 2 * self.frameWidth() + 1

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if self._rows.hit(index) is not None:
            self.setCurrentIndex(index)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        hit = self._rows.hit(self.indexAt(event.position().toPoint()))
        if hit is not None and event.button() is Qt.MouseButton.LeftButton:
            self.taken.emit(hit)


class SwitcherDelegate(QStyledItemDelegate):
    """Paints a row or a heading."""

    def __init__(self, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._icons = icons
        self.set_language("en")

    def set_language(self, language: str) -> None:
        """Choose the fonts of the window's language."""
        self._name, self._small, self._heading = (application_font(language) for _ in range(3))
        self._name.setPixelSize(14)
        self._small.setPixelSize(12)
        self._heading.setPixelSize(12)
        self._heading.setWeight(QFont.Weight.DemiBold)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, _HEIGHT if index.data(SwitcherRole.HIT) else _HEADING_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        hit: Hit | None = index.data(SwitcherRole.HIT)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if hit is None:
            painter.setFont(self._heading)
            painter.setPen(QColor(self._icons.theme.text2))
            painter.drawText(rect.adjusted(_LEFT, 6, -_RIGHT, 0), Qt.AlignmentFlag.AlignVCenter, index.data())
        else:
            if state & QStyle.StateFlag.State_Selected:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(self._icons.theme.selected))
                painter.drawRoundedRect(QRectF(rect.adjusted(8, 1, -8, -1)), 6, 6)
            self._paint_hit(painter, rect, hit, index.data(SwitcherRole.DETAIL))
        painter.restore()

    def _paint_hit(self, painter: QPainter, rect: QRect, hit: Hit, detail: str) -> None:
        theme = self._icons.theme
        scale = painter.device().devicePixelRatioF()
        icon = self._icons.pixmap(icon_of(hit), 16, theme.text2, scale)
        painter.drawPixmap(rect.left() + _LEFT, rect.center().y() - 7, icon)
        room = rect.adjusted(_TEXT_LEFT, 0, -_RIGHT, 0)
        if detail:
            metrics = QFontMetrics(self._small)
            words = metrics.elidedText(detail, Qt.TextElideMode.ElideRight, round(room.width() * _DETAIL_SHARE))
            painter.setFont(self._small)
            painter.setPen(QColor(theme.text2))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words)
            room.setRight(room.right() - metrics.horizontalAdvance(words) - 14)
        painter.setPen(QColor(theme.text))
        # One for one, so that the marks stay where they are.
        shown = fit(Snippet(printable(hit.target.name), hit.marks), self._name, room.width())
        set_line(shown.text, self._name, shown.marks).draw(painter, room, theme.found)
