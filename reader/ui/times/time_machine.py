"""The time machine: connects its panel and its chip, the navigator and the list."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from reader.domain import ArticleQuery, Order
from reader.ui.listing.list_pane import ListPane
from reader.ui.looks.icons import Icons
from reader.ui.navigator import Navigator, Shown
from reader.ui.session import LibrarySession
from reader.ui.tasks import Task
from reader.ui.times.chip import TimeChip
from reader.ui.times.panel import TimePanel
from reader.ui.times.periods import Chosen, walked


class TimeMachine(QObject):
    """Counts the days of the list in a worker while the panel is open, and narrows the list to what is chosen."""

    def __init__(self, session: LibrarySession, navigator: Navigator, list_pane: ListPane, icons: Icons) -> None:
        super().__init__(list_pane)
        self._session, self._navigator, self._list = session, navigator, list_pane
        self._query: ArticleQuery | None = None  # whose days are shown, or on their way
        self._counting: Task | None = None
        self._from_newest = False
        self._earlier_than: date | None = None  # the day whose earlier years are wanted once they are known
        self.panel, self.chip = TimePanel(icons, list_pane), TimeChip(icons, list_pane)
        for part in (self.panel, self.chip):
            list_pane.column.insertWidget(list_pane.column.count() - 1, part)
        for before, after in pairwise([*self.panel.stops(), self.chip.button, list_pane.list]):
            QWidget.setTabOrder(before, after)
        self.panel.chosen.connect(self._choose)
        self.panel.cleared.connect(self.clear)
        self.panel.closed.connect(self.close)
        self.chip.cleared.connect(self._clear_from_chip)
        navigator.listed.connect(self._on_listed)
        navigator.narrowed.connect(self._on_narrowed)

    def toggle(self) -> None:
        """Open the panel, let it have the keys, or close it if it has them."""
        focused = QApplication.focusWidget()
        if self.panel.isVisible() and focused is not None and self.panel.isAncestorOf(focused):
            self.close()
            return
        if not self.panel.isVisible():
            self._from_newest = self.panel.days.chosen is None
            seen = self._days_seen()
            if self._from_newest and seen:
                # Before they are counted, or another year would be there for a moment.
                self.panel.go(walked(max(seen)))
            self.panel.show()
            self._count(self._navigator.query)
        self.panel.grid().setFocus()

    def _days_seen(self) -> list[date]:
        """Return the days that the first and the last heading of the list name."""
        sections = self._list.model.geometry.sections
        return [each.day for each in (*sections[:1], *sections[-1:]) if each.day is not None]

    def restore(self, chosen: Chosen) -> None:
        """Narrow what will be listed next to what was chosen before."""
        self._navigator.narrow_next(chosen.bounds())
        self._show(chosen)

    def close(self) -> None:
        """Put the panel away; what is chosen stays."""
        self.panel.hide()
        self._list.list.setFocus()

    def clear(self) -> None:
        """List all times again."""
        self._navigator.narrow(())

    def choose_this_day(self) -> None:
        """List today's day of the year in earlier years."""
        self._earlier_than = date.today()  # noqa: DTZ011 - the reader's own day is meant
        self._count(self._navigator.query)

    def _clear_from_chip(self) -> None:
        self.clear()
        self._list.list.setFocus()

    def _choose(self, chosen: Chosen) -> None:
        if chosen == self.panel.days.chosen:
            # A second Enter goes on to what is listed.
            self._list.list.setFocus()
            return
        self._navigator.narrow(chosen.bounds())
        self._show(chosen)

    def _show(self, chosen: Chosen | None) -> None:
        self.panel.show_chosen(chosen)
        self.chip.show_chosen(chosen)

    def _on_narrowed(self, periods: tuple[tuple[int, int], ...]) -> None:
        if not periods:
            self._show(None)

    def _on_listed(self, shown: Shown) -> None:
        if self.panel.isVisible() and shown.listing.whole and (shown.again or self._all_of(shown.query) != self._query):
            self._count(shown.query)

    def _all_of(self, query: ArticleQuery) -> ArticleQuery:
        return replace(query, periods=(), order=Order.NEWEST, by_day=False, by_source=False)

    def _count(self, query: ArticleQuery) -> None:
        if self._counting is not None:
            self._counting.cancel()
        wanted = self._query = self._all_of(query)
        self._counting = self._session.read(lambda library: library.by_day(wanted), self._on_counted)

    def _on_counted(self, counts: dict[date, int]) -> None:
        self.panel.show_counts(counts, from_newest=self._from_newest)
        self._from_newest = False
        day, self._earlier_than = self._earlier_than, None
        if day is not None:
            self.panel.choose_earlier_years(day)
