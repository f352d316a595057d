"""The whole period of a list as thin bars, a range of which is chosen by dragging or by keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import cast

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QToolTip, QWidget

from reader.ui.looks.theme import Theme, mix
from reader.ui.times.periods import Bar, Chosen, Span, bars_of
from reader.ui.times.words import span_words, with_number

_BARS, _LABEL, _SMALL_PX = 30, 16, 11
# No column is wider, or a few bars would not look like time.
_WIDEST = 44


class Histogram(QToolButton):
    """A bar for each month, quarter, year or longer. To screen readers a button whose name is the range one is at."""

    picked = Signal(object)  # a Span
    left = Signal()  # Escape

    def __init__(self, theme: Callable[[], Theme], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.bars: list[Bar] = []
        self._chosen: Chosen | None = None
        self._anchor = self._here = 0
        self._dragging = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._pick)

    def show_counts(self, counts: Mapping[date, int]) -> None:
        """Show how many articles the days of a list have."""
        bars = bars_of(counts)
        if len(bars) != len(self.bars):
            self._anchor = self._here = max(len(bars) - 1, 0)
        self.bars = bars
        self._refresh()

    def show_chosen(self, chosen: Chosen | None) -> None:
        """Show what the list is narrowed to."""
        self._chosen = chosen
        self._refresh()

    def range(self) -> tuple[int, int]:
        """Return the places of the first and the last bar that one is at."""
        return min(self._anchor, self._here), max(self._anchor, self._here)

    def words(self, first: int, last: int) -> str:
        """Return a range with its number, as it is told."""
        span = Span(self.bars[first].span.first, self.bars[last].span.end)
        return with_number(span_words(span), sum(bar.count for bar in self.bars[first : last + 1]))

    def place(self, bar: int) -> QRect:
        """Return the column of a bar, from top to bottom."""
        width = min(self.width(), _WIDEST * len(self.bars))
        left, right = (width * each // len(self.bars) for each in (bar, bar + 1))
        return QRect(left, 0, right - left, _BARS)

    def bar_at(self, x: int) -> int:
        """Return the bar at a place, or the nearest."""
        width = min(self.width(), _WIDEST * len(self.bars))
        return min(max(x * len(self.bars) // max(width, 1), 0), len(self.bars) - 1)

    def retranslate(self) -> None:
        """Show all words in the language that is now chosen."""
        self._refresh()

    def _refresh(self) -> None:
        self.setAccessibleName(self.words(*self.range()) if self.bars else self.tr("No articles"))
        self.update()

    def _go(self, bar: int, *, extend: bool) -> None:
        self._here = min(max(bar, 0), len(self.bars) - 1)
        if not extend:
            self._anchor = self._here
        self._refresh()

    def _pick(self) -> None:
        if not self.bars:
            return
        first, last = self.range()
        self.picked.emit(Span(self.bars[first].span.first, self.bars[last].span.end))

    # --- what Qt asks

    def keyPressEvent(self, event: QKeyEvent) -> None:
        extend = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        steps = {Qt.Key.Key_Left: self._here - 1, Qt.Key.Key_Right: self._here + 1}
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(self.bars) - 1}
        goal = (steps | ends).get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif not self.bars:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._pick()
        elif goal is not None:
            self._go(goal, extend=extend)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.bars and event.button() == Qt.MouseButton.LeftButton:
            self._dragging = True
            extend = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._go(self.bar_at(event.position().toPoint().x()), extend=extend)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragging:
            self._go(self.bar_at(event.position().toPoint().x()), extend=True)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._dragging and event.button() == Qt.MouseButton.LeftButton:
            self._dragging = False
            self._pick()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.bars:
            return
        theme, most = self._theme(), max(bar.count for bar in self.bars)
        painter = QPainter(self)
        first, last = self.range()
        if self.hasFocus() or self._dragging:
            band = self.place(first).united(self.place(last)).adjusted(0, 0, -1, 0)
            painter.fillRect(band, QColor(theme.hover))
            painter.setPen(QColor(theme.text))
            painter.drawLine(band.bottomLeft(), band.bottomRight())
        for number, bar in enumerate(self.bars):
            place = self.place(number)
            # A period without articles is seen as well, as a line.
            high = max(round((_BARS - 3) * bar.count / most), 3 if bar.count else 1)
            gap = max(place.width() // 5, 1) if place.width() > 2 else 0
            colour = theme.accent if self._within(bar) else mix(theme.list, theme.text3, 0.65 if bar.count else 0.4)
            painter.fillRect(place.left(), _BARS - 1 - high, place.width() - gap, high, QColor(colour))
        self._paint_ends(painter, theme)
        painter.end()

    def _within(self, bar: Bar) -> bool:
        spans = self._chosen.spans if self._chosen is not None else ()
        return any(span.first < bar.span.end and bar.span.first < span.end for span in spans)

    def _paint_ends(self, painter: QPainter, theme: Theme) -> None:
        font = QFont(self.font())
        font.setPixelSize(_SMALL_PX)
        painter.setFont(font)
        painter.setPen(QColor(theme.text2))
        box = QRect(0, _BARS, self.width(), _LABEL)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, middle | Qt.AlignmentFlag.AlignLeft, span_words(self.bars[0].span))
        right = self.place(len(self.bars) - 1).right()
        last = span_words(self.bars[-1].span)
        if right > 2 * painter.fontMetrics().horizontalAdvance(last) + 24:
            painter.drawText(QRect(0, _BARS, right, _LABEL), middle | Qt.AlignmentFlag.AlignRight, last)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and self.bars:
            help_event = cast("QHelpEvent", event)
            bar = self.bar_at(help_event.pos().x())
            QToolTip.showText(help_event.globalPos(), self.words(bar, bar), self)
            return True
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().event(event)

    def sizeHint(self) -> QSize:
        return QSize(200, _BARS + _LABEL)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, _BARS + _LABEL)
