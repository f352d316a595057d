"""Opens the time machine, which is created when first wanted."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import QObject

from reader.late import late
from reader.ui.actions import Actions
from reader.ui.listing.list_pane import ListPane
from reader.ui.looks.icons import Icons
from reader.ui.navigator import Navigator
from reader.ui.session import LibrarySession
from reader.ui.settings import Settings

with late():
    from reader.ui.times import periods, time_machine


class TimeOpener(QObject):
    """Connects its commands."""

    def __init__(
        self, session: LibrarySession, navigator: Navigator, list_pane: ListPane, actions: Actions, icons: Icons
    ) -> None:
        super().__init__(list_pane)
        self._session, self._navigator, self._list, self._icons = session, navigator, list_pane, icons
        actions["time_machine"].triggered.connect(lambda: self.machine.toggle())
        actions["earlier_years"].triggered.connect(lambda: self.machine.choose_this_day())

    def save(self, settings: Settings) -> None:
        """Remember which time is chosen."""
        made = "machine" in self.__dict__
        settings.set("place/times", periods.written(self.machine.panel.days.chosen) if made else "")

    def restore(self, settings: Settings) -> None:
        """Choose the time that was chosen last."""
        text = settings.text("place/times", "")
        if text and (chosen := periods.read_chosen(text)) is not None:
            self.machine.restore(chosen)

    @cached_property
    def machine(self) -> time_machine.TimeMachine:
        """The time machine."""
        return time_machine.TimeMachine(self._session, self._navigator, self._list, self._icons)
