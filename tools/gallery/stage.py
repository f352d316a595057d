"""One window over a library of its own, on a day that does not change, which comes into a state and is taken so."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, date
from pathlib import Path
from typing import Self
from unittest import mock

from PySide6.QtCore import QEvent, QEventLoop, QObject, QPoint, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from gallery.posts import FOLDER, TODAY, write_posts
from reader.domain import ArticleQuery, Dialect, ImportOptions
from reader.importing.importer import import_folder
from reader.library.keeping.backups import back_up
from reader.library.library import Library
from reader.ui.looks.appearance import Appearance
from reader.ui.main_window import MainWindow
from reader.ui.parts.calm_bars import CalmBar
from reader.ui.session import LibrarySession
from reader.ui.settings import Settings
from reader.ui.tour import Tour

NOW = TODAY.replace(tzinfo=UTC).timestamp()
# A state is reached when nothing is under way, and the picture is ready when nothing has changed, for so long.
CALM_SECONDS, STILL_SECONDS, PATIENCE = 0.15, 0.35, 60.0


class _Day(date):
    """Knows one day only."""

    @classmethod
    def today(cls) -> Self:
        return cls(TODAY.year, TODAY.month, TODAY.day)


@contextmanager
def one_day() -> Iterator[None]:
    """Let it be the day of the pictures wherever the program asks for it, and let it run on no particular computer."""
    asking = "days ui.parts.dates ui.times.panel ui.times.time_machine library.conditions.query_language"
    with ExitStack() as stack:
        for module in asking.split():
            stack.enter_context(mock.patch(f"reader.{module}.date", _Day))
        room = mock.Mock(total=500 * 10**9, used=380 * 10**9, free=120 * 10**9)
        stack.enter_context(mock.patch("shutil.disk_usage", return_value=room))
        stack.enter_context(mock.patch("reader.ui.parts.versions.versions", return_value=["", "Python · Qt · SQLite"]))
        yield


def make_library(home: Path) -> None:
    """Make the library that each picture gets a copy of, and the folder it was read from, below `home`."""
    write_posts(home / FOLDER)
    with Library(home / "library") as library, mock.patch("time.time", return_value=NOW):
        for _ in import_folder(library, home / FOLDER, ImportOptions(Dialect.HEXO)):
            pass
        articles = library.articles(library.listing(ArticleQuery()).ids)
        library.set_read([article.id for article in articles[5:12]], read=True)
        library.set_bookmarked([article.id for article in articles[2:14:4]], bookmarked=True)
        library.saved.add("Sea and wind", "tag:sea OR tag:wind")
        for _ in back_up(library.folder, now=NOW):
            pass
    Library(home / "empty").close()


class Stage:
    """A window that is shown, with what it belongs to; `home` was filled by make_library."""

    def __init__(self, app: QApplication, home: Path, library: str, settings: dict[str, str]) -> None:
        self.app, self.home = app, home
        self.kept: QObject | None = None  # what shows a box without a window
        folder = home / "Broadsheet"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(home / library, folder)
        (home / "settings.ini").unlink(missing_ok=True)
        kept = self.settings = Settings(home / "settings.ini")
        for name, value in {"motion": "off", "reading/mark_read": "hand", **settings}.items():
            kept.set(name, value)
        self.window = MainWindow(LibrarySession(folder), kept, Appearance(app, kept))

    def show(self, width: int, height: int) -> None:
        """Show the window at this size, and wait until it lists what there is."""
        self.window.resize(width, height)
        self.window.show()
        self.window.activateWindow()
        self.window.start()
        if not width >= 900:
            self.window.sidebar.hide()
        self.wait(lambda: self.window.list_pane.number.text() != "")
        self.settle()

    def trigger(self, action: str) -> None:
        """Do what a command does."""
        self.window.actions_[action].trigger()
        self.settle()

    def open(self, title: str) -> None:
        """Open the article of that title."""
        ids = self.window.list_pane.model.ids
        found = [each.id for each in self.window.session.library.articles(ids) if each.title == title]
        self.window.list_pane.list.choose(found[0])
        self.wait(lambda: self.window.navigator.article == found[0] and self.window.reader.open_page() is not None)
        self.window.list_pane.list.setFocus()
        self.settle()

    def search(self, words: str) -> None:
        """Type words, and wait for what they find."""
        listed: list[str] = []
        self.window.navigator.listed.connect(lambda shown: listed.append(shown.query.text))
        self.window.list_pane.search.setFocus()
        self.window.list_pane.search.setText(words)
        self.wait(lambda: words.strip() in listed)
        self.settle()

    def tour(self) -> Tour:
        """Begin with the hints for who is new here."""
        return Tour(self.window, self.settings)

    def wait(self, reached: Callable[[], bool]) -> None:
        """Let the program run until something is so."""
        deadline = time.monotonic() + PATIENCE
        while not reached():
            if time.monotonic() > deadline:
                raise SystemExit("the window did not come to show what was asked of it")
            self.app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)

    def settle(self) -> None:
        """Wait until nothing is under way."""
        since = time.monotonic()

        def calm() -> bool:
            nonlocal since
            if self.window.session._tasks or self.window.runner.running:
                since = time.monotonic()
            return time.monotonic() - since > CALM_SECONDS

        self.wait(calm)

    def picture(self) -> QImage:
        """Return the picture once nothing changes any more: thumbnails, pictures and counts have all arrived.

        Scroll bars that are about to go have gone, or it would depend on the hurry of the computer which are seen.
        """
        self.settle()
        bars = [bar for widget in (self.window, *self._over()) for bar in widget.findChildren(CalmBar)]
        self.wait(lambda: not any(bar.opacity for bar in bars))
        picture, before = self._picture(), QImage()
        while picture != before:
            until = time.monotonic() + STILL_SECONDS
            self.wait(lambda until=until: time.monotonic() > until)  # type: ignore[misc]
            picture, before = self._picture(), picture
        return picture

    def close(self) -> None:
        """Close all that is open."""
        for widget in self._over():
            widget.close()
        self.window.close()
        for translator in self.window.appearance._translators:
            self.app.removeTranslator(translator)
        # Now: each window that is left would be dressed again for the next picture.
        self.window.deleteLater()
        self.app.sendPostedEvents(self.window, QEvent.Type.DeferredDelete.value)

    def _over(self) -> list[QWidget]:
        """Return what is shown over the window, the newest last."""
        return [each for each in QApplication.topLevelWidgets() if each.isVisible() and each is not self.window]

    def _picture(self) -> QImage:
        """Return the dialog that is open, else the window with what pops up over it."""
        modal = QApplication.activeModalWidget()
        if modal is not None:
            return modal.grab().toImage()
        over = self._over()
        dialogs = [each for each in over if each.windowType() in (Qt.WindowType.Dialog, Qt.WindowType.Window)]
        if dialogs:
            return dialogs[-1].grab().toImage()
        picture = self.window.grab().toImage()
        painter = QPainter(picture)
        for popup in over:
            if popup.windowType() is Qt.WindowType.Popup:
                corner = popup.mapToGlobal(QPoint(0, 0)) - self.window.mapToGlobal(QPoint(0, 0))
                painter.drawImage(corner, popup.grab().toImage())
        painter.end()
        return picture
