"""Opens the time machine, which is made when it is first wanted."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import QObject

from reader.late import late
from reader.ui.actions import Actions
from reader.ui.listing.list_pane import ListPane
from reader.ui.looks.icons import Icons
from reader.ui.navigator import Navigator
from reader.ui.session import LibrarySession

with late():
    from reader.ui.times import time_machine


class TimeOpener(QObject):
    """Connects its commands."""

    def __init__(
        self, session: LibrarySession, navigator: Navigator, list_pane: ListPane, actions: Actions, icons: Icons
    ) -> None:
        super().__init__(list_pane)
        self._session, self._navigator, self._list, self._icons = session, navigator, list_pane, icons
        actions["time_machine"].triggered.connect(lambda: self.machine.toggle())
        actions["earlier_years"].triggered.connect(lambda: self.machine.choose_this_day())

    @cached_property
    def machine(self) -> time_machine.TimeMachine:
        """The time machine."""
        return time_machine.TimeMachine(self._session, self._navigator, self._list, self._icons)
