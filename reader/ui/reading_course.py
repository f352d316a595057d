"""The course of reading: how far one is, what was read before, and when an article counts as read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint

from reader.ui.listing.held_row import UnreadNumber
from reader.ui.listing.list_pane import ListPane
from reader.ui.looks.theme import Theme
from reader.ui.navigator import Navigator
from reader.ui.parts.calm_bars import calm
from reader.ui.reading.progress import Progress, ReadingProgress
from reader.ui.reading.read_marks import ReadMarks
from reader.ui.reading.reader_pane import ReaderPane
from reader.ui.reading.trail import MouseWays, Trail
from reader.ui.session import LibrarySession
from reader.ui.settings import Settings
from reader.ui.status import StatusLine

if TYPE_CHECKING:
    from reader.ui.main_window import MainWindow


class ReadingCourse(QObject):
    """Connects what follows the reader with the panes and the commands."""

    def __init__(
        self,
        window: MainWindow,
        session: LibrarySession,
        navigator: Navigator,
        list_pane: ListPane,
        reader: ReaderPane,
        status: StatusLine,
        settings: Settings,
    ) -> None:
        super().__init__(window)
        self._reader, self._status, self._actions = reader, status, window.actions_
        self.progress = ReadingProgress(reader.viewer, self)
        self.progress.changed.connect(self._show_progress)
        self.marks = ReadMarks(session, navigator, reader.viewer, self.progress, settings, self)
        self.unread = UnreadNumber(session, self)
        self.unread.counted.connect(list_pane.show_unread)
        navigator.listed.connect(lambda shown: self.unread.follow(shown.query))
        self.trail = Trail(session, navigator, list_pane, reader.viewer, self)
        self.trail.changed.connect(self._offer_ways)
        navigator.lost.connect(lambda _article: self._offer_ways())
        places = [list_pane.list.viewport(), window.sidebar.tree.viewport(), reader.viewer.viewport(), window]
        ways = MouseWays(places, self)
        actions = self._actions
        ways.back.connect(actions["back"].trigger)
        ways.forward.connect(actions["forward"].trigger)
        actions["back"].triggered.connect(lambda: self.trail.go(-1))
        actions["forward"].triggered.connect(lambda: self.trail.go(1))
        actions["read_before"].triggered.connect(self.show_trail)
        self.bars = calm([list_pane.list, window.sidebar.tree, reader.viewer], self)
        window.appearance.theme_changed.connect(self._set_bars)
        self._set_bars(window.appearance.icons.theme)
        self._offer_ways()

    def show_trail(self) -> None:
        """Offer what was read, under the button that goes back."""
        button = self._reader.back_button
        self.trail.ask_titles(button.mapToGlobal(QPoint(0, button.height())), self._reader)

    def save(self, settings: Settings) -> None:
        """Keep the place that is read, and the way there."""
        self._reader.viewer.settle()
        articles, here = self.trail.state()
        settings.set("place/trail", articles)
        settings.set("place/trail_at", here)

    def restore(self, settings: Settings) -> None:
        """Take up the way of the last start."""
        articles = [article for article in settings.numbers("place/trail") if article < 2**63]
        self.trail.set_state(articles, settings.number("place/trail_at", -1, -1))

    def _set_bars(self, theme: Theme) -> None:
        # Who needs contrast wants to see where one is, always.
        for bar in self.bars:
            bar.always = theme.name.startswith("contrast")

    def _show_progress(self, progress: Progress) -> None:
        self._reader.progress_line.show_progress(progress)
        page = self._reader.viewer.page()
        self._status.show_minutes(page.minutes if page is not None else 0, progress.minutes if progress.begun else None)

    def _offer_ways(self) -> None:
        self._actions["back"].setEnabled(self.trail.can_go(-1))
        self._actions["forward"].setEnabled(self.trail.can_go(1))
