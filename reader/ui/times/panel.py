"""The panel above the list: a year, a month, and the whole period, in which days are chosen."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from reader.ui.looks.icons import Icons
from reader.ui.parts.dates import month_words
from reader.ui.parts.labels import plain
from reader.ui.times.day_grid import DayGrid, Days, MonthPage, YearStrip
from reader.ui.times.histogram import Histogram
from reader.ui.times.periods import Chosen, Span, Unit, earlier_years, month_of, span_of, walked
from reader.ui.times.words import earlier_words, starts_on, with_number

# In a pane that is not as high the month would leave no room for the list; in one that is not as wide, words have none.
_ROOM_FOR_MONTH, _ROOM_FOR_WORDS = 620, 320


class TimePanel(QWidget):
    """Shows the days it is told of; says what is chosen of them."""

    chosen = Signal(object)  # a Chosen
    cleared = Signal()
    closed = Signal()

    def __init__(self, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("timePanel")
        self._icons = icons
        self.days = Days()
        self.strip = YearStrip(self.days, lambda: icons.theme, self)
        self.month = MonthPage(self.days, lambda: icons.theme, self)
        self.histogram = Histogram(lambda: icons.theme, self)
        self.title = plain(QLabel(self), 13, heavy=True)
        self.back, self.forth, self.shut = (self._button(name) for name in ("chevron-left", "chevron-right", "close"))
        self.units = [self._choice() for _ in Unit]
        self.earlier = self._choice()
        self.earlier.setIcon(icons.icon("history"))
        self._place_parts()
        self._connect()
        parent.installEventFilter(self)
        self._fit(parent.size())
        self.hide()
        self.retranslate()

    def grid(self) -> DayGrid:
        """Return the days that take the keys when the panel opens."""
        return self.strip if self.month.isHidden() else self.month

    def stops(self) -> list[QWidget]:
        """Return what the Tab key stops at, in its order."""
        buttons = [self.back, self.forth, self.shut]
        return [*buttons, self.strip, self.month, *self.units, self.earlier, self.histogram]

    def show_counts(self, counts: Mapping[date, int], *, from_newest: bool) -> None:
        """Show how many articles the days of a list have, and go to the newest of them, or stay where one is."""
        self.days.counts = counts
        if from_newest:
            self.days.cursor = walked(max(counts, default=date.today()))  # noqa: DTZ011 - the reader's own day is meant
        self.histogram.show_counts(counts)
        self._refresh()

    def show_chosen(self, chosen: Chosen | None) -> None:
        """Show what the list is narrowed to."""
        self.days.chosen = chosen
        self.histogram.show_chosen(chosen)
        self._refresh()

    def go(self, day: date) -> None:
        """Be at a day."""
        self.days.cursor = day
        self._refresh()

    def choose_earlier_years(self, day: date) -> None:
        """Choose a day in the years before it."""
        first = min(self.days.counts, default=day).year
        self.chosen.emit(earlier_years(day, first))

    def retranslate(self) -> None:
        """Show all words in the language that is now chosen."""
        self.setAccessibleName(self.tr("Time machine"))
        units = [
            (self.tr("Day"), self.tr("Choose a day")),
            (self.tr("Week"), self.tr("Choose a week")),
            (self.tr("Month"), self.tr("Choose a month")),
        ]
        for button, (text, name) in zip(self.units, units, strict=True):
            button.setText(text)
            _name(button, name)
        self.earlier.setText(self.tr("Earlier years"))
        _name(self.back, self.tr("Previous month"))
        _name(self.forth, self.tr("Next month"))
        _name(self.shut, self.tr("Close"))
        self.histogram.retranslate()
        self._refresh()

    def _button(self, icon: str) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(self._icons.icon(icon))
        button.setIconSize(QSize(16, 16))
        button.setFixedSize(26, 26)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _choice(self) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("tone", "choice")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _place_parts(self) -> None:
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.setSpacing(2)
        for part in (self.back, self.forth):
            head.addWidget(part)
        head.addSpacing(4)
        head.addWidget(self.title, 1)
        head.addWidget(self.shut)
        foot.setSpacing(0)
        group = QButtonGroup(self)
        for button in self.units:
            button.setCheckable(True)
            group.addButton(button)
            foot.addWidget(button)
        self.units[Unit.DAY].setChecked(True)
        foot.addStretch(1)
        foot.addWidget(self.earlier)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, 6)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.strip)
        column.addWidget(self.month)
        column.addLayout(foot)
        column.addWidget(self.histogram)

    def _connect(self) -> None:
        for grid in (self.strip, self.month):
            grid.moved.connect(self.go)
            grid.picked.connect(self._pick)
        self.histogram.picked.connect(self._pick_range)
        for part in (self.strip, self.month, self.histogram):
            part.left.connect(self._leave)
        for button in self.units:
            button.clicked.connect(lambda: self._pick(self.days.cursor, None))
        self.earlier.clicked.connect(lambda: self.choose_earlier_years(self.days.cursor))
        self.back.clicked.connect(lambda: self.go(walked(self.days.cursor, months=-1)))
        self.forth.clicked.connect(lambda: self.go(walked(self.days.cursor, months=1)))
        self.shut.clicked.connect(self.closed)

    def _pick(self, day: date, unit: Unit | None) -> None:
        if unit is None:
            unit = next(unit for unit in Unit if self.units[unit].isChecked())
        self.units[unit].setChecked(True)
        self.chosen.emit(Chosen((span_of(day, unit, starts_on()),)))

    def _pick_range(self, span: Span) -> None:
        if self.days.cursor not in span:
            self.days.cursor = walked(max((day for day in self.days.counts if day in span), default=span.first))
        self.chosen.emit(Chosen((span,)))

    def _leave(self) -> None:
        """Clear what is chosen, or close where nothing is."""
        (self.cleared if self.days.chosen is not None else self.closed).emit()

    def _fit(self, room: QSize) -> None:
        """Leave out what a pane of such a size has no room for."""
        style = Qt.ToolButtonStyle
        wide = room.width() >= _ROOM_FOR_WORDS
        self.earlier.setToolButtonStyle(style.ToolButtonTextOnly if wide else style.ToolButtonIconOnly)
        focused = self.month.hasFocus()
        self.month.setVisible(room.height() >= _ROOM_FOR_MONTH)
        if focused and self.month.isHidden():
            self.strip.setFocus()

    def _refresh(self) -> None:
        self.strip.refresh()
        self.month.refresh()
        month = month_of(self.days.cursor)
        self.title.setText(month_words(self.days.cursor))
        self.title.setToolTip(with_number(month_words(self.days.cursor), self.days.of(month)))
        _name(self.earlier, earlier_words(self.days.cursor))

    # --- what Qt asks

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QResizeEvent) and watched is self.parent():
            self._fit(event.size())
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _name(button: QToolButton, name: str) -> None:
    button.setToolTip(name)
    button.setAccessibleName(name)
