"""Reading over time: progress, history, and when an article counts as read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QTimer

from reader.late import late
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

with late():
    from reader.ui.reading import read_aloud, voice

# Speech is looked for once the window has come to rest: its service may have to be started for it.
_REST_MS = 3000

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
        self._toast = window.toast
        self.aloud: read_aloud.ReadAloud | None = None
        actions["read_aloud"].setVisible(False)
        actions["read_aloud"].setEnabled(False)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._look_for_voice)
        self._rest.start()
        self.bars = calm([list_pane.list, window.sidebar.tree, reader.viewer], self)
        window.appearance.theme_changed.connect(self._set_bars)
        self._set_bars(window.appearance.icons.theme)
        self._offer_ways()

    def offer_voice(self, found: voice.Voice) -> None:
        """Offer to read aloud by this voice."""
        self.aloud = aloud = read_aloud.ReadAloud(self._reader.viewer, found, self)
        self.aloud_bar = read_aloud.ReadAloudBar(aloud, self._reader.viewer, self._reader)
        self._reader.article_column.insertWidget(1, self.aloud_bar)
        aloud.failed.connect(
            lambda words: self._toast.show_message(self.tr("It cannot be read aloud: {reason}").format(reason=words))
        )
        action = self._actions["read_aloud"]
        action.triggered.connect(aloud.toggle)
        action.setVisible(True)
        action.setEnabled(True)

    def stop(self) -> None:
        """Say nothing any more: the window closes."""
        self._rest.stop()
        if self.aloud is not None:
            self.aloud.stop()

    def _look_for_voice(self) -> None:
        found = voice.find_voice(self)
        if found is not None:
            self.offer_voice(found)

    def show_trail(self) -> None:
        """Offer what was read, under the button that goes back."""
        button = self._reader.back_button
        self.trail.ask_titles(button.mapToGlobal(QPoint(0, button.height())), self._reader)

    def save(self, settings: Settings) -> None:
        """Keep the place that is read, and the way there."""
        self.stop()
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
