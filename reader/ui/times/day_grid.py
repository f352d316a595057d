"""Days as painted squares: a year as a strip of weeks, a month as a calendar page; navigated by keys."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import cast

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolButton, QToolTip, QWidget

from reader.ui.looks.theme import Theme
from reader.ui.parts.dates import ui_locale
from reader.ui.times import heat
from reader.ui.times.periods import Chosen, Span, Unit, month_of, walked, week_of
from reader.ui.times.words import day_words, starts_on, with_number

_SMALL_PX, _LABELS = 11, 16


@dataclass
class Days:
    """What is shown: how many articles each day has, where one is, and what the list is narrowed to."""

    counts: Mapping[date, int] = field(default_factory=dict)
    cursor: date = field(default_factory=date.today)
    chosen: Chosen | None = None

    def faint(self, day: date) -> bool:
        """Whether a day stands back, since others are chosen; where those are of other years, none does."""
        return self.chosen is not None and self.chosen.day is None and day not in self.chosen

    def of(self, span: Span) -> int:
        """Return how many articles a period has; the work grows with its days."""
        return sum(self.counts.get(day, 0) for day in _each(span))


class DayGrid(QToolButton):
    """One stop of the Tab key; to screen readers a button whose name is the day one is at, and which chooses that."""

    moved = Signal(object)  # a date
    picked = Signal(object, object)  # a date, and the Unit that is meant, None for the usual one
    left = Signal()  # Escape

    #: How many days the keys to the right and down go on.
    RIGHT, DOWN = 1, 7

    def __init__(self, days: Days, theme: Callable[[], Theme], parent: QWidget) -> None:
        super().__init__(parent)
        self.days, self._theme = days, theme
        self._most = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(lambda: self.picked.emit(self.days.cursor, None))

    # --- what the two kinds say

    def span(self) -> Span:
        """Return the days that are seen."""
        raise NotImplementedError

    def places(self) -> dict[date, QRect]:
        """Return where the days that are seen are painted."""
        raise NotImplementedError

    def paint_labels(self, painter: QPainter, places: Mapping[date, QRect]) -> None:
        """Paint the names above the days."""
        raise NotImplementedError

    # --- what they have in common

    def refresh(self) -> None:
        """Show the days as they are now."""
        self._most = max(self.days.counts.values(), default=0)
        words = self.words(self.days.cursor)
        if self.days.chosen is not None and self.days.cursor in self.days.chosen:
            words = self.tr("{day}, chosen").format(day=words)
        self.setAccessibleName(words)
        self.update()

    def words(self, day: date) -> str:
        """Return a day with its number, as it is told."""
        return with_number(day_words(day), self.days.counts.get(day, 0))

    def day_at(self, point: QPoint) -> date | None:
        """Return the day that is painted there."""
        return next((day for day, place in self.places().items() if place.contains(point)), None)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self.font())
        font.setPixelSize(_SMALL_PX)
        painter.setFont(font)
        painter.setPen(QColor(self._theme().text2))
        places = self.places()
        self.paint_labels(painter, places)
        for ground, days in self._grounds(places).items():
            # At once: a year's days one by one took half of what painting the window takes.
            path = QPainterPath()
            for day in days:
                radius = _radius(places[day])
                path.addRoundedRect(QRectF(places[day]), radius, radius)
            painter.fillPath(path, QColor(ground))
            self.paint_numbers(painter, {day: places[day] for day in days}, heat.ink(self._theme(), ground))
        self._paint_cursor(painter, places[self.days.cursor])
        painter.end()

    def _grounds(self, days: Iterable[date]) -> dict[str, list[date]]:
        """Return the days of each colour."""
        found: dict[tuple[int, bool], list[date]] = defaultdict(list)
        for day in days:
            found[heat.level(self.days.counts.get(day, 0), self._most), self.days.faint(day)].append(day)
        return {heat.colour(self._theme(), level, faint=faint): those for (level, faint), those in found.items()}

    def _paint_cursor(self, painter: QPainter, place: QRect) -> None:
        theme, width = self._theme(), 2.0 if self.hasFocus() else 1.0
        painter.setPen(QPen(QColor(theme.text if self.hasFocus() else theme.text2), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        edge, radius = width / 2, _radius(place)
        painter.drawRoundedRect(QRectF(place).adjusted(edge, edge, -edge, -edge), radius, radius)

    def paint_numbers(self, painter: QPainter, places: Mapping[date, QRect], ink: str) -> None:
        """Paint what stands on days of one colour."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        shift, ctrl = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            unit = Unit.WEEK if held == shift else Unit.MONTH if held == ctrl else None
            self.picked.emit(self.days.cursor, unit)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif (day := self._walk(Qt.Key(key), far=held in (shift, ctrl))) is not None:
            self.moved.emit(day)
        else:
            super().keyPressEvent(event)

    def _walk(self, key: Qt.Key, *, far: bool) -> date | None:
        here, month, counts = self.days.cursor, month_of(self.days.cursor), self.days.counts
        match key:
            case Qt.Key.Key_Left:
                return walked(here, days=-self.RIGHT)
            case Qt.Key.Key_Right:
                return walked(here, days=self.RIGHT)
            case Qt.Key.Key_Up:
                return walked(here, days=-self.DOWN)
            case Qt.Key.Key_Down:
                return walked(here, days=self.DOWN)
            case Qt.Key.Key_PageUp:
                return walked(here, months=-12 if far else -1)
            case Qt.Key.Key_PageDown:
                return walked(here, months=12 if far else 1)
            case Qt.Key.Key_Home:
                return walked(min(counts)) if far and counts else month.first
            case Qt.Key.Key_End:
                return walked(max(counts)) if far and counts else month.end - timedelta(days=1)
            case _:
                return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        day = self.day_at(event.position().toPoint())
        if day is not None and event.button() == Qt.MouseButton.LeftButton:
            self.moved.emit(day)
            self.picked.emit(day, None)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            help_event = cast("QHelpEvent", event)
            day = self.day_at(help_event.pos())
            QToolTip.showText(help_event.globalPos(), self.words(day) if day else "", self)
            return True
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().event(event)


class YearStrip(DayGrid):
    """A year: a column for each week, a row for each day of it."""

    RIGHT, DOWN = 7, 1

    def span(self) -> Span:
        year = self.days.cursor.year
        return Span(date(year, 1, 1), date(year + 1, 1, 1))

    def places(self) -> dict[date, QRect]:
        pitch, span = self._pitch(), self.span()
        before = (span.first - week_of(span.first, starts_on()).first).days
        found = {}
        for number, day in enumerate(_each(span), start=before):
            week, weekday = divmod(number, 7)
            found[day] = QRect(week * pitch, _LABELS + weekday * pitch, pitch - 1, pitch - 1)
        return found

    def paint_labels(self, painter: QPainter, places: Mapping[date, QRect]) -> None:
        pitch = self._pitch()
        form = ui_locale().FormatType
        names = [ui_locale().standaloneMonthName(month, form.ShortFormat) for month in range(1, 13)]
        # No month begins less than four weeks after the one before.
        if max(map(painter.fontMetrics().horizontalAdvance, names)) >= 4 * pitch - 5:
            names = [ui_locale().standaloneMonthName(month, form.NarrowFormat).rstrip("月") for month in range(1, 13)]
        for month, name in enumerate(names, start=1):
            left = places[date(self.days.cursor.year, month, 7)].left()
            painter.drawText(QRect(left, 0, 6 * pitch, _LABELS - 2), Qt.AlignmentFlag.AlignVCenter, name)

    def sizeHint(self) -> QSize:
        return QSize(54 * 4, _LABELS + 7 * self._pitch())

    def minimumSizeHint(self) -> QSize:
        return QSize(54 * 4, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def _pitch(self) -> int:
        return min(max(self.width() // 54, 4), 13)


class MonthPage(DayGrid):
    """A month: a row for each week, with the numbers of the days."""

    _ROW = 22

    def span(self) -> Span:
        return month_of(self.days.cursor)

    def places(self) -> dict[date, QRect]:
        span = self.span()
        before = (span.first - week_of(span.first, starts_on()).first).days
        found = {}
        for number, day in enumerate(_each(span), start=before):
            week, weekday = divmod(number, 7)
            left, right = (self.width() * column // 7 for column in (weekday, weekday + 1))
            found[day] = QRect(left, _LABELS + week * self._ROW, right - left - 2, self._ROW - 2)
        return found

    def paint_labels(self, painter: QPainter, _places: Mapping[date, QRect]) -> None:
        form, start = ui_locale().FormatType.ShortFormat, starts_on()
        for column in range(7):
            left, right = (self.width() * each // 7 for each in (column, column + 1))
            name = ui_locale().standaloneDayName((start + column - 1) % 7 + 1, form)
            painter.drawText(QRect(left, 0, right - left - 2, _LABELS - 2), Qt.AlignmentFlag.AlignCenter, name)

    def paint_numbers(self, painter: QPainter, places: Mapping[date, QRect], ink: str) -> None:
        painter.setPen(QColor(ink))
        for day, place in places.items():
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(day.day))

    def sizeHint(self) -> QSize:
        # As high for all months, so that the list below does not move.
        return QSize(7 * 28, _LABELS + 6 * self._ROW)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


def _radius(place: QRect) -> float:
    return min(4, place.height() / 4)


def _each(span: Span) -> Iterator[date]:
    day = span.first
    while day < span.end:
        yield day
        day += timedelta(days=1)
