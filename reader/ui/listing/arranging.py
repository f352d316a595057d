"""How the list is arranged: density of its rows, order, and headings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from reader.domain import Order
from reader.ui.actions import Actions
from reader.ui.listing.list_pane import ListPane
from reader.ui.listing.row_layout import Density
from reader.ui.listing.sections import Grouping
from reader.ui.settings import Settings

_ROWS = {f"rows_{density.value}": density for density in Density}
_SORT = {f"sort_{order.value}": order for order in (Order.NEWEST, Order.OLDEST, Order.TITLE, Order.SOURCE)}
_GROUP = {f"group_{grouping.value}": grouping for grouping in Grouping}
_KINDS: dict[str, Mapping[str, object]] = {"list/rows": _ROWS, "list/sort": _SORT, "list/group": _GROUP}
T = TypeVar("T")
_BY_DATE = (Order.NEWEST, Order.OLDEST)


class Arranging(QObject):
    """Remembers what was chosen in the View menu; `changed` tells that the list is to be listed anew."""

    changed = Signal()

    def __init__(self, actions: Actions, list_pane: ListPane, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._actions, self._list, self._settings = actions, list_pane, settings
        for kind, names in _KINDS.items():
            chosen = settings.text(kind, next(iter(names)), [*names])
            actions[chosen].setChecked(True)
            for name in names:
                actions[name].triggered.connect(lambda _=False, kind=kind, name=name: settings.set(kind, name))
        self._apply()
        settings.changed.connect(self._on_setting)

    def _on_setting(self, name: str) -> None:
        names = _KINDS.get(name)
        if names is None:
            return
        chosen = self._settings.text(name, next(iter(names)), [*names])
        self._actions[chosen].setChecked(True)
        self._apply()
        if names is not _ROWS:
            self.changed.emit()

    def _apply(self) -> None:
        self._list.set_density(self._chosen(_ROWS))
        order, grouping = self._chosen(_SORT), self._chosen(_GROUP)
        # Days do not stand together in a list by title or by source. What was chosen comes back with the dates.
        by_date = order in _BY_DATE
        self._actions["group_day"].setEnabled(by_date)
        self._list.order = order
        self._list.search_bar.set_order(order)
        self._list.grouping = Grouping.NONE if grouping is Grouping.DAY and not by_date else grouping

    def _chosen(self, names: Mapping[str, T]) -> T:
        return next(value for name, value in names.items() if self._actions[name].isChecked())
